package vn.quyche.messenger.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.ChatMember;
import vn.quyche.messenger.api.ChatPost;
import vn.quyche.messenger.api.Chats;

/** Keeps chats, who is in them and what was posted. */
@Component(service = JpaChatStore.class)
public final class JpaChatStore {

    private static final SortedList LIST = SortedList.of("messenger.chats", "MessengerChat c", "c.id", "name")
            .by("name", "c.nameFolded", String.class)
            .by("members", "c.members", Integer.class)
            .by("synchronised", "coalesce(c.synchronisedAt, 0)", Long.class);
    private static final SortedList POSTS = SortedList.of("messenger.posts", "MessengerPost p", "p.id", "-posted")
            .by("posted", "p.postedAt", Long.class);
    /** No time at which anything is due. */
    private static final long NEVER = Long.MAX_VALUE;

    private final JpaTemplate jpa;

    /** How many posts were seen in a chat since a day, and the last one. */
    public record PostCount(int posts, Optional<Instant> last) {}

    @Activate
    public JpaChatStore(@Reference(target = "(osgi.unit.name=messenger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Stores a chat that is not known yet.
     *
     * @param synchronised whether its members can be read
     */
    public Chat insert(
            String id, String connectionId, String externalId, String name, boolean synchronised, Instant now) {
        return jpa.txExpr(em -> {
            ChatEntity entity = new ChatEntity();
            entity.id = id;
            entity.connectionId = connectionId;
            entity.externalId = externalId;
            rename(entity, name);
            entity.groupId = "";
            entity.active = true;
            entity.link = "";
            entity.syncDueAt = synchronised ? now.toEpochMilli() : NEVER;
            entity.syncError = "";
            entity.createdAt = now.toEpochMilli();
            em.persist(entity);
            return entity.toRecord();
        });
    }

    /** One chat. */
    public Optional<Chat> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(ChatEntity.class, id)).map(ChatEntity::toRecord));
    }

    /** One chat, locked until the transaction ends. */
    public Optional<Chat> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_messenger.chat set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(ChatEntity.class, id)).map(ChatEntity::toRecord);
        });
    }

    /** The chat with an id of the platform. */
    public Optional<Chat> find(String connectionId, String externalId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c from MessengerChat c where c.connectionId = :connection and c.externalId = :external",
                        ChatEntity.class)
                .setParameter("connection", connectionId)
                .setParameter("external", externalId)
                .getResultList()
                .stream()
                .map(ChatEntity::toRecord)
                .findFirst());
    }

    /** Chats; a school has as many as it has groups. */
    public Page<Chat> list(Chats.Query query, PageRequest page) {
        SortedList.Query select = LIST.query(page);
        query.text()
                .ifPresent(text -> select.and(
                        "c.nameFolded like :text escape '!'", "text", Like.containing(VietnameseText.fold(text))));
        query.connectionId()
                .ifPresent(connection -> select.and("c.connectionId = :connection", "connection", connection));
        query.tied().ifPresent(tied -> select.and(tied ? "c.groupId <> :none" : "c.groupId = :none", "none", ""));
        return Selecting.page(jpa, select, ChatEntity.class).map(ChatEntity::toRecord);
    }

    /** The chats that are tied to an official group. */
    public List<Chat> ofGroup(String groupId) {
        return jpa.txExpr(em -> records(em.createQuery(
                        "select c from MessengerChat c where c.groupId = :group order by c.nameFolded, c.id",
                        ChatEntity.class)
                .setParameter("group", groupId)
                .getResultList()));
    }

    /** Ties a chat to an official group. */
    public void tie(String id, String groupId, boolean announces) {
        jpa.tx(em -> {
            ChatEntity entity = em.find(ChatEntity.class, id);
            entity.groupId = groupId;
            entity.announces = announces;
            entity.version++;
        });
    }

    /** What the platform says of a chat. */
    public void told(String id, String name, String link, boolean active, int members, Optional<Instant> endsAt) {
        jpa.tx(em -> {
            ChatEntity entity = em.find(ChatEntity.class, id);
            if (!name.isBlank()) {
                rename(entity, name);
            }
            entity.link = link;
            entity.active = active;
            entity.members = members;
            entity.endsAt = endsAt.map(Instant::toEpochMilli).orElse(null);
        });
    }

    /** The chat is no more. */
    public void gone(String id) {
        jpa.tx(em -> {
            ChatEntity entity = em.find(ChatEntity.class, id);
            entity.active = false;
            entity.syncDueAt = NEVER;
        });
    }

    /** Chats whose members should be read, of connections in use, the longest waiting first. */
    public List<Chat> syncDue(Instant now, int limit) {
        return jpa.txExpr(em -> records(em.createQuery(
                        "select c from MessengerChat c where c.syncDueAt <= :now and exists (select n.id from"
                                + " MessengerConnection n where n.id = c.connectionId and n.state = 'ON' and"
                                + " n.pausedUntil <= :now) order by c.syncDueAt, c.id",
                        ChatEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList()));
    }

    /** When the members are read next; the error is empty when they were read just now. */
    public void syncNext(String id, Optional<Instant> read, Instant next, String error) {
        jpa.tx(em -> {
            ChatEntity entity = em.find(ChatEntity.class, id);
            read.ifPresent(at -> entity.synchronisedAt = at.toEpochMilli());
            if (entity.active) {
                entity.syncDueAt = next.toEpochMilli();
            }
            entity.syncError = error;
        });
    }

    /** Who is in a chat, who asked and who left, by name. */
    public List<ChatMember> members(String chatId) {
        return jpa.txExpr(em -> em
                .createQuery("select m from MessengerMember m where m.key.chatId = :chat", MemberEntity.class)
                .setParameter("chat", chatId)
                .getResultList()
                .stream()
                .map(MemberEntity::toRecord)
                .sorted(java.util.Comparator.comparing((ChatMember member) -> VietnameseText.nameSortKey(member.name()))
                        .thenComparing(ChatMember::userId))
                .toList());
    }

    /**
     * Notes what the platform tells of somebody, unless it has told something newer already: events come out of order.
     *
     * @return whether it was news
     */
    public boolean note(String chatId, ChatMember told) {
        return jpa.txExpr(em -> {
            MemberEntity entity = em.find(MemberEntity.class, new MemberEntity.Key(chatId, told.userId()));
            if (entity != null && entity.changedAt > told.changedAt().toEpochMilli()) {
                return false;
            }
            if (entity == null) {
                entity = new MemberEntity();
                entity.key = new MemberEntity.Key(chatId, told.userId());
                entity.name = "";
                entity.personId = personOf(em, told.userId());
                em.persist(entity);
            }
            if (!told.name().isBlank()) {
                entity.name = told.name();
            }
            entity.state = told.state();
            entity.admin = told.admin();
            entity.changedAt = told.changedAt().toEpochMilli();
            return true;
        });
    }

    /** One account sees one person under one id in all its groups: once known, always known. */
    private static String personOf(EntityManager em, String userId) {
        return em
                .createQuery(
                        "select m.personId from MessengerMember m where m.key.userId = :user and m.personId <> :none",
                        String.class)
                .setParameter("user", userId)
                .setParameter("none", "")
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse("");
    }

    /** Somebody's membership as it was last told. */
    public Optional<ChatMember> member(String chatId, String userId) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(MemberEntity.class, new MemberEntity.Key(chatId, userId)))
                .map(MemberEntity::toRecord));
    }

    /** Whoever is not among the members that were read, and of whom nothing newer is known, has left. */
    public int leftUnless(String chatId, Set<String> read, Instant readAt) {
        return jpa.txExpr(em -> {
            int left = 0;
            for (MemberEntity entity : em.createQuery(
                            "select m from MessengerMember m where m.key.chatId = :chat and m.state = :member",
                            MemberEntity.class)
                    .setParameter("chat", chatId)
                    .setParameter("member", ChatMember.State.MEMBER)
                    .getResultList()) {
                if (!read.contains(entity.key.userId) && entity.changedAt < readAt.toEpochMilli()) {
                    entity.state = ChatMember.State.LEFT;
                    entity.changedAt = readAt.toEpochMilli();
                    left++;
                }
            }
            return left;
        });
    }

    /** Says who members are, in all chats of the account. */
    public void identify(String chatId, Map<String, String> personIds) {
        jpa.tx(em -> personIds.forEach((userId, personId) -> em.createQuery(
                        "select m from MessengerMember m where m.key.userId = :user", MemberEntity.class)
                .setParameter("user", userId)
                .getResultList()
                .forEach(entity -> entity.personId = personId)));
    }

    /** Keeps a post; one that is known already is left as it is. */
    public boolean keep(String chatId, ChatPost post) {
        return jpa.txExpr(em -> {
            boolean known = !em.createQuery(
                            "select p.id from MessengerPost p where p.chatId = :chat and p.externalId = :external",
                            String.class)
                    .setParameter("chat", chatId)
                    .setParameter("external", post.externalId())
                    .getResultList()
                    .isEmpty();
            if (known) {
                return false;
            }
            PostEntity entity = new PostEntity();
            entity.id = post.id();
            entity.chatId = chatId;
            entity.externalId = post.externalId();
            entity.senderId = post.senderId();
            entity.senderName = post.senderName();
            entity.kind = post.kind();
            entity.own = post.own();
            entity.body = post.text();
            entity.sha256 = post.sha256();
            entity.flagged = post.flagged();
            entity.postedAt = post.at().toEpochMilli();
            em.persist(entity);
            return true;
        });
    }

    /** Posts of a chat. */
    public Page<ChatPost> posts(String chatId, PageRequest page) {
        SortedList.Query select = POSTS.query(page).and("p.chatId = :chat", "chat", chatId);
        return Selecting.page(jpa, select, PostEntity.class).map(PostEntity::toRecord);
    }

    /** How many posts were seen in a chat since an instant. */
    public PostCount count(String chatId, Instant since) {
        return jpa.txExpr(em -> {
            Object[] row = (Object[]) em.createQuery("select count(p), max(p.postedAt) from MessengerPost p where"
                            + " p.chatId = :chat and p.postedAt >= :since")
                    .setParameter("chat", chatId)
                    .setParameter("since", since.toEpochMilli())
                    .getSingleResult();
            return new PostCount(
                    ((Number) row[0]).intValue(),
                    Optional.ofNullable(row[1]).map(at -> Instant.ofEpochMilli(((Number) at).longValue())));
        });
    }

    /** Posts older than an instant go. */
    public int forgetBefore(Instant before) {
        return jpa.txExpr(em -> em.createQuery("delete from MessengerPost p where p.postedAt < :before")
                .setParameter("before", before.toEpochMilli())
                .executeUpdate());
    }

    /** Erases a person from the chats of a connection, as they asked of the platform. */
    public int erase(String connectionId, String userId) {
        return jpa.txExpr(em -> {
            List<String> chats = em.createQuery(
                            "select c.id from MessengerChat c where c.connectionId = :connection", String.class)
                    .setParameter("connection", connectionId)
                    .getResultList();
            if (chats.isEmpty()) {
                return 0;
            }
            int posts = em.createQuery("delete from MessengerPost p where p.senderId = :user and p.chatId in :chats")
                    .setParameter("user", userId)
                    .setParameter("chats", chats)
                    .executeUpdate();
            return posts
                    + em.createQuery(
                                    "delete from MessengerMember m where m.key.userId = :user and m.key.chatId in :chats")
                            .setParameter("user", userId)
                            .setParameter("chats", chats)
                            .executeUpdate();
        });
    }

    /** The names of chats. */
    public Map<String, String> names(Collection<String> ids) {
        Set<String> distinct = new HashSet<>(ids);
        return distinct.isEmpty()
                ? Map.of()
                : jpa.txExpr(em -> em
                        .createQuery("select c from MessengerChat c where c.id in :ids", ChatEntity.class)
                        .setParameter("ids", distinct)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(entity -> entity.id, entity -> entity.name)));
    }

    private static void rename(ChatEntity entity, String name) {
        String line = VietnameseText.line(name);
        entity.name = line.length() <= 200 ? line : line.substring(0, 200);
        String folded = VietnameseText.fold(entity.name);
        entity.nameFolded = folded.length() <= 200 ? folded : folded.substring(0, 200);
    }

    private static List<Chat> records(List<ChatEntity> entities) {
        List<Chat> chats = new ArrayList<>();
        entities.forEach(entity -> chats.add(entity.toRecord()));
        return chats;
    }
}
