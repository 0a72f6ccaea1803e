package vn.quyche.messenger.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.messenger.GroupPlatform;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Leases;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.ChatPost;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.api.MemberChange;
import vn.quyche.messenger.internal.link.GroupsLink;
import vn.quyche.messenger.internal.model.NameMatch;
import vn.quyche.messenger.internal.provider.ProviderFailure;
import vn.quyche.messenger.internal.provider.ZaloOa;
import vn.quyche.messenger.internal.store.JpaChatStore;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/** Chats on platforms. Who sees the members of one that is tied to a group must see the group. */
@Component
public final class DefaultChats implements Chats {

    /** What acts touch. */
    static final String CHAT = "messenger.chat";

    private static final int LONGEST_ZALO_NAME = 30;
    private static final int MOST_AT_FIRST = 99;
    private static final Duration CREATING = Duration.ofMinutes(2);

    private final Acts acts;
    private final Access access;
    private final JpaChatStore chats;
    private final JpaConnectionStore connections;
    private final PlatformCalls platform;
    private final ZaloOa zalo;
    private final Synchronising synchronising;
    private final ChatStanding standing;
    private final Sending sending;
    private final GroupsLink groups;
    private final Directory directory;
    private final Screening screening;
    private final Leases leases;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultChats(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaChatStore chats,
            @Reference JpaConnectionStore connections,
            @Reference PlatformCalls platform,
            @Reference ZaloOa zalo,
            @Reference Synchronising synchronising,
            @Reference ChatStanding standing,
            @Reference Sending sending,
            @Reference GroupsLink groups,
            @Reference Directory directory,
            @Reference Screening screening,
            @Reference Leases leases,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.chats = chats;
        this.connections = connections;
        this.platform = platform;
        this.zalo = zalo;
        this.synchronising = synchronising;
        this.standing = standing;
        this.sending = sending;
        this.groups = groups;
        this.directory = directory;
        this.screening = screening;
        this.leases = leases;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Chat> list(Caller caller, Query query, PageRequest page) {
        access.require(caller, MessengerPermissions.READ, Scope.school());
        return chats.list(query, page);
    }

    @Override
    public Chat get(Caller caller, String chatId) {
        access.require(caller, MessengerPermissions.READ, Scope.school());
        return chats.find(chatId).orElseThrow(() -> missing(chatId));
    }

    @Override
    public String add(Caller caller, String connectionId, String externalId, String name) {
        Act act = Act.create(CHAT, "messenger.add-chat", MessengerPermissions.BIND, Scope.school());
        return acts.perform(caller, act, log -> {
            Connection connection = connection(connectionId);
            Checks checks = new Checks();
            // a channel is known by its token: its id is ours to choose
            String external = connection.kind() == ConnectionKind.VIBER_CHANNEL
                    ? "channel"
                    : checks.text("externalId", externalId, 1, 200);
            String called = checks.text("name", name, 1, 200);
            checks.orThrow();
            if (chats.find(connectionId, external).isPresent()) {
                throw new Conflict("messenger.chat-known", called);
            }
            Chat chat = chats.insert(
                    ids.next(),
                    connectionId,
                    external,
                    called,
                    connection.kind() == ConnectionKind.ZALO_OA,
                    clock.instant());
            log.subject(chat.id());
            log.changed(null, Map.of("name", called, "connection", connection.name()));
            return chat.id();
        });
    }

    @Override
    public String create(Caller caller, String connectionId, NewChat entered) {
        Act act = Act.create(CHAT, "messenger.begin-chat", MessengerPermissions.BIND, Scope.school());
        NewChat checked = acts.perform(caller, act, log -> {
            Connection connection = connection(connectionId);
            if (connection.kind() != ConnectionKind.ZALO_OA) {
                throw new Conflict("messenger.not-an-account", connection.name());
            }
            return checked(entered);
        });
        String[] made = new String[1];
        // a form that is sent twice must not make two groups, and a call to a platform has no place in a transaction
        boolean ran = leases.with("messenger.create-chat:" + connectionId, CREATING, () -> {
            requireNewName(connectionId, checked.name());
            made[0] = create(caller, connection(connectionId), checked);
        });
        if (!ran) {
            throw new Conflict("messenger.chat-being-made");
        }
        return made[0];
    }

    private String create(Caller caller, Connection connection, NewChat checked) {
        ZaloOa.Group made;
        try {
            made = platform.asAccount(connection, token -> zalo.create(token, checked));
        } catch (ProviderFailure failure) {
            throw PlatformCalls.told(failure);
        }
        Act act = Act.create(CHAT, "messenger.create-chat", MessengerPermissions.BIND, Scope.school());
        return acts.perform(caller, act, log -> {
            // the platform may have told of it by webhook meanwhile
            Chat chat = chats.find(connection.id(), made.id())
                    .orElseGet(() ->
                            chats.insert(ids.next(), connection.id(), made.id(), made.name(), true, clock.instant()));
            chats.told(chat.id(), made.name(), made.link(), true, made.members(), made.endsAt());
            log.subject(chat.id());
            log.changed(null, Map.of("name", made.name(), "connection", connection.name()));
            return chat.id();
        });
    }

    private void requireNewName(String connectionId, String name) {
        Query query = new Query(Optional.of(name), Optional.of(connectionId), Optional.empty());
        chats.list(query, PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .filter(chat ->
                        chat.active() && VietnameseText.fold(chat.name()).equals(VietnameseText.fold(name)))
                .findFirst()
                .ifPresent(chat -> {
                    throw new Conflict("messenger.chat-known", name);
                });
    }

    @Override
    public Chat tie(Caller caller, String chatId, long version, String groupId, boolean announces) {
        return acts.perform(caller, act(chatId, "messenger.tie-chat", MessengerPermissions.BIND), log -> {
            Chat before = chats.lock(chatId).orElseThrow(() -> missing(chatId));
            requireGroup(caller, before);
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            String tied = groupId == null ? "" : groupId.strip();
            if (!tied.isEmpty() && groups.find(caller, tied).isEmpty()) {
                throw new Invalid("groupId", "messenger.group-not-found");
            }
            if (announces && tied.isEmpty()) {
                throw new Invalid("announces", "messenger.announces-without-group");
            }
            chats.tie(chatId, tied, announces);
            log.changed(
                    Map.of("group", before.groupId(), "announces", before.announces()),
                    Map.of("group", tied, "announces", announces));
            return chats.find(chatId).orElseThrow();
        });
    }

    @Override
    public Chat synchronise(Caller caller, String chatId) {
        Chat chat = acts.perform(caller, act(chatId, "messenger.sync-chat", MessengerPermissions.BIND), log -> {
            Chat found = chats.find(chatId).orElseThrow(() -> missing(chatId));
            if (connection(found.connectionId()).kind() != ConnectionKind.ZALO_OA) {
                throw new Conflict("messenger.not-an-account", found.name());
            }
            return found;
        });
        try {
            synchronising.read(chat);
        } catch (ProviderFailure failure) {
            throw PlatformCalls.told(failure);
        }
        return chats.find(chatId).orElseThrow();
    }

    @Override
    @Regulated({"BC.1.2", "BC.4.5"})
    public Chat changeMembers(Caller caller, String chatId, MemberChange change, List<String> userIds) {
        List<String> ids =
                acts.perform(caller, act(chatId, "messenger.begin-members", MessengerPermissions.BIND), log -> {
                    List<String> checked = MemberChanges.checked(change, userIds, changeable(caller, chatId), chats);
                    log.changed(null, Map.of("change", change, "members", checked));
                    return checked;
                });
        Chat chat = changeable(caller, chatId);
        try {
            platform.asAccount(connection(chat.connectionId()), token -> {
                zalo.change(token, chat.externalId(), change, ids);
                return chat;
            });
        } catch (ProviderFailure failure) {
            if (failure.kind() == ProviderFailure.Kind.UNCERTAIN) {
                // nobody knows whether it was done: the platform is asked who is in it
                chats.syncNext(chatId, Optional.empty(), clock.instant(), failure.code());
            }
            throw PlatformCalls.told(failure);
        }
        return acts.perform(caller, act(chatId, "messenger.change-members", MessengerPermissions.BIND), log -> {
            ids.forEach(id -> MemberChanges.after(change, chats.member(chatId, id), clock.instant())
                    .ifPresent(member -> chats.note(chatId, member)));
            chats.syncNext(chatId, Optional.empty(), clock.instant(), "");
            log.changed(null, Map.of("change", change, "members", ids));
            return chats.find(chatId).orElseThrow();
        });
    }

    /** The chat, when the caller may see it and the platform lets its members be changed. */
    private Chat changeable(Caller caller, String chatId) {
        Chat chat = chats.find(chatId).orElseThrow(() -> missing(chatId));
        requireGroup(caller, chat);
        Connection connection = connection(chat.connectionId());
        if (connection.kind() != ConnectionKind.ZALO_OA) {
            throw new Conflict("messenger.not-an-account", connection.name());
        }
        if (!chat.active()) {
            throw new Conflict("messenger.chat-gone", chat.name());
        }
        return chat;
    }

    @Override
    public List<ChatMember> members(Caller caller, String chatId) {
        return chats.members(seen(caller, chatId).id());
    }

    @Override
    public Map<String, String> suggestions(Caller caller, String chatId) {
        return NameMatch.suggest(chats.members(seen(caller, chatId).id()), directory.staff(VietnamTime.today(clock)));
    }

    @Override
    public void identify(Caller caller, String chatId, Map<String, String> personIds) {
        acts.perform(caller, act(chatId, "messenger.identify-members", MessengerPermissions.MEMBERS), log -> {
            Chat chat = seen(caller, chatId);
            Map<String, ChatMember> members =
                    chats.members(chat.id()).stream().collect(Collectors.toMap(ChatMember::userId, member -> member));
            Map<String, String> before = new HashMap<>();
            Map<String, String> names = directory.names(personIds.values());
            personIds.forEach((userId, personId) -> {
                if (!members.containsKey(userId) || !personId.isEmpty() && !names.containsKey(personId)) {
                    throw new Invalid("person", "messenger.member-not-found");
                }
                before.put(userId, members.get(userId).personId());
            });
            chats.identify(chat.id(), personIds);
            log.changed(before, personIds);
            return chat;
        });
    }

    @Override
    public List<GroupPlatform.Difference> differences(Caller caller, String chatId) {
        return standing.differences(seen(caller, chatId));
    }

    @Override
    public Page<ChatPost> posts(Caller caller, String chatId, PageRequest page) {
        Chat chat = seen(caller, chatId);
        return chats.posts(chat.id(), page);
    }

    @Override
    public String post(Caller caller, String chatId, String text, String idempotencyKey) {
        Act act = act(chatId, "messenger.post", MessengerPermissions.POST);
        return acts.performOnce(caller, idempotencyKey, act, log -> {
            Chat chat = chats.find(chatId).orElseThrow(() -> missing(chatId));
            requireGroup(caller, chat);
            Checks checks = new Checks();
            String checked = checks.text(
                    "text", text, 1, connection(chat.connectionId()).kind().longest());
            checks.orThrow();
            screening.requireText(caller, "text", checked);
            if (!chat.active()) {
                throw new Conflict("messenger.chat-gone", chat.name());
            }
            String once = "message:" + ids.next();
            return sending.ask(chat, Delivery.Purpose.MESSAGE, "", checked, once)
                    .orElseThrow();
        });
    }

    private static NewChat checked(NewChat entered) {
        Checks checks = new Checks();
        NewChat checked = new NewChat(
                checks.text("name", entered.name(), 1, LONGEST_ZALO_NAME),
                checks.text("description", entered.description(), 0, 500),
                checks.text("assetId", entered.assetId(), 1, 100),
                entered.memberIds().stream()
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList());
        checks.that(
                !checked.memberIds().isEmpty() && checked.memberIds().size() <= MOST_AT_FIRST,
                "memberIds",
                "messenger.first-members",
                MOST_AT_FIRST);
        checks.that(
                checked.memberIds().stream().allMatch(id -> id.matches("[0-9A-Za-z_-]{1,100}")),
                "memberIds",
                "messenger.bad-member-id");
        checks.orThrow();
        return checked;
    }

    private Chat seen(Caller caller, String chatId) {
        access.require(caller, MessengerPermissions.MEMBERS, Scope.school());
        Chat chat = chats.find(chatId).orElseThrow(() -> missing(chatId));
        requireGroup(caller, chat);
        return chat;
    }

    /** Groups of the Party cell and the trade union are not seen by everybody: neither are their chats. */
    private void requireGroup(Caller caller, Chat chat) {
        if (!chat.groupId().isEmpty()
                && groups.available()
                && groups.find(caller, chat.groupId()).isEmpty()) {
            throw missing(chat.id());
        }
    }

    private Connection connection(String id) {
        return connections.find(id).orElseThrow(() -> new NotFound("messenger.connection-not-found", id));
    }

    private static Act act(String chatId, String action, String permission) {
        return Act.on(CHAT, chatId, action, permission, Scope.school());
    }

    private static NotFound missing(String id) {
        return new NotFound("messenger.chat-not-found", id);
    }
}
