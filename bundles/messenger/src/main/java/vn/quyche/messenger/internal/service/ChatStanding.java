package vn.quyche.messenger.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.messenger.GroupPlatform;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.internal.link.GroupsLink;
import vn.quyche.messenger.internal.model.RuleDifferences;
import vn.quyche.messenger.internal.store.JpaChatStore;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/** Tells of an official group what its platform tells. */
@Component(service = {GroupPlatform.class, ChatStanding.class})
public final class ChatStanding implements GroupPlatform {

    private static final Duration SEEN = Duration.ofDays(30);

    private final JpaConnectionStore connections;
    private final JpaChatStore chats;
    private final GroupsLink groups;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public ChatStanding(
            @Reference JpaConnectionStore connections,
            @Reference JpaChatStore chats,
            @Reference GroupsLink groups,
            @Reference Directory directory,
            @Reference Clock clock) {
        this.connections = connections;
        this.chats = chats;
        this.groups = groups;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<Connected> of(String groupId) {
        return groupId.isEmpty()
                ? List.of()
                : chats.ofGroup(groupId).stream()
                        .flatMap(chat ->
                                connections.find(chat.connectionId()).map(found -> connected(chat, found)).stream())
                        .toList();
    }

    /** Where a chat differs from the rule of its group; nothing before its members were read once. */
    public List<Difference> differences(Chat chat) {
        Optional<Set<String>> byRule = groups.members(chat.groupId());
        if (byRule.isEmpty() || chat.synchronisedAt().isEmpty()) {
            return List.of();
        }
        List<ChatMember> members = chats.members(chat.id());
        Collection<String> people = new HashSet<>(byRule.get());
        members.forEach(member -> people.add(member.personId()));
        return RuleDifferences.of(members, byRule.get(), directory.names(people));
    }

    private Connected connected(Chat chat, Connection connection) {
        JpaChatStore.PostCount posts = chats.count(chat.id(), clock.instant().minus(SEEN));
        String trouble = trouble(chat, connection);
        State state = trouble.isEmpty() ? State.WORKING : State.TROUBLED;
        return new Connected(
                chat.id(),
                connection.name(),
                connection.kind() == ConnectionKind.ZALO_OA ? Level.SYNCHRONISED : Level.BOT,
                connection.on() ? state : State.OFF,
                trouble,
                chat.name(),
                chat.synchronisedAt(),
                chat.members(),
                posts.posts(),
                posts.last(),
                chat.announces(),
                differences(chat),
                "/messenger/chats/" + chat.id());
    }

    private static String trouble(Chat chat, Connection connection) {
        if (!chat.active()) {
            return "messenger.chat-gone";
        }
        if (!chat.syncError().isEmpty()) {
            return chat.syncError();
        }
        return connection.troubled() && connection.health().error().isEmpty()
                ? "messenger.tokens." + connection.tokens().state()
                : connection.health().error();
    }
}
