package vn.quyche.messenger.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.internal.provider.ProviderFailure;
import vn.quyche.messenger.internal.provider.ZaloOa;
import vn.quyche.messenger.internal.store.JpaChatStore;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/** Reads groups of official accounts and their members, so that what events missed is made good. */
@Component(service = Synchronising.class)
public final class Synchronising {

    private static final Duration AGAIN = Duration.ofMinutes(15);
    private static final Duration LOOK_EVERY = Duration.ofHours(6);
    private static final int AT_ONCE = 5;

    private final JpaConnectionStore connections;
    private final JpaChatStore chats;
    private final PlatformCalls platform;
    private final ZaloOa zalo;
    private final MessengerSettings settings;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public Synchronising(
            @Reference JpaConnectionStore connections,
            @Reference JpaChatStore chats,
            @Reference PlatformCalls platform,
            @Reference ZaloOa zalo,
            @Reference MessengerSettings settings,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.connections = connections;
        this.chats = chats;
        this.platform = platform;
        this.zalo = zalo;
        this.settings = settings;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /** Looks for new groups, and reads the members of those that are due. */
    public void run() {
        for (String id : connections.notLookedAtSince(clock.instant().minus(LOOK_EVERY))) {
            connections.lookedAt(id, clock.instant());
            connections.find(id).ifPresent(this::discover);
        }
        for (Chat chat : chats.syncDue(clock.instant(), AT_ONCE)) {
            try {
                read(chat);
            } catch (ProviderFailure failure) {
                // said at the chat; the next one may be of a connection that works
            }
        }
        chats.forgetBefore(clock.instant().minus(settings.postsKept()));
    }

    /**
     * Reads who is in a chat.
     *
     * @throws ProviderFailure when the platform does not tell
     */
    @Regulated("BC.1.2")
    public void read(Chat chat) {
        Connection connection = connections.find(chat.connectionId()).orElseThrow();
        Instant begun = clock.instant();
        try {
            ZaloOa.Group group = platform.asAccount(connection, token -> zalo.group(token, chat.externalId()));
            List<ZaloOa.Member> members =
                    platform.asAccount(connection, token -> zalo.members(token, chat.externalId()));
            tx.run(() -> store(chat, group, members, begun));
        } catch (ProviderFailure failure) {
            chats.syncNext(chat.id(), Optional.empty(), begun.plus(AGAIN), failure.code());
            throw failure;
        }
    }

    private void store(Chat chat, ZaloOa.Group group, List<ZaloOa.Member> members, Instant begun) {
        Set<String> read = new HashSet<>();
        for (ZaloOa.Member member : members) {
            if (!member.id().isEmpty() && read.add(member.id())) {
                // events that came while the list was read are newer
                boolean admin = member.admin()
                        .or(() -> chats.member(chat.id(), member.id()).map(ChatMember::admin))
                        .orElse(false);
                chats.note(
                        chat.id(),
                        new ChatMember(member.id(), member.name(), admin, ChatMember.State.MEMBER, "", begun));
            }
        }
        chats.leftUnless(chat.id(), read, begun);
        chats.told(chat.id(), group.name(), group.link(), group.enabled(), read.size(), group.endsAt());
        chats.syncNext(chat.id(), Optional.of(begun), begun.plus(settings.syncEvery()), "");
    }

    private void discover(Connection connection) {
        try {
            for (ZaloOa.Group group : platform.asAccount(connection, zalo::groups)) {
                tx.run(() -> {
                    if (chats.find(connection.id(), group.id()).isEmpty()) {
                        chats.insert(ids.next(), connection.id(), group.id(), group.name(), true, clock.instant());
                    }
                });
            }
        } catch (ProviderFailure failure) {
            // said at the connection
        }
    }
}
