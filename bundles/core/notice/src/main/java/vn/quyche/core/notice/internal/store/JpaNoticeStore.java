package vn.quyche.core.notice.internal.store;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.PersistenceException;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.notice.Notice;

/** Keeps notices. */
@Component(service = JpaNoticeStore.class)
public final class JpaNoticeStore {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int CHUNK = 500;
    private static final int MAX_ROUNDS = 10;
    private static final String INSERT = "insert into q_notice.notice"
            + " (id, kind, title, body, link, sent_at, person_id, notice_key)"
            + " select cast(? as varchar(26)), cast(? as varchar(80)), cast(? as varchar(300)),"
            + " cast(? as varchar(4000)), cast(? as varchar(400)), cast(? as bigint), cast(? as varchar(26)),"
            + " cast(? as varchar(200)) from (values (1)) as one (n) where not exists (select 1 from q_notice.notice n"
            + " where n.person_id = cast(? as varchar(26)) and n.notice_key = cast(? as varchar(200)))";
    private static final String REPLACE = "update q_notice.notice set id = ?, kind = ?, title = ?, body = ?, link = ?,"
            + " sent_at = ?, read_at = null where person_id = ? and notice_key = ?";

    private final JpaTemplate jpa;

    @Activate
    public JpaNoticeStore(@Reference(target = "(osgi.unit.name=notice)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores notices; one with the key of one that stands takes its place, also when that one is stored right now. */
    public void put(Collection<Sent> notices) {
        // Always in the same order, so that two who store the same never wait for each other in a circle.
        Map<String, Sent> ordered = new TreeMap<>();
        notices.forEach(one -> ordered.put(one.personId() + "\n" + one.key(), one));
        jpa.tx(em -> {
            Connection connection = em.unwrap(Connection.class);
            try {
                Optional<List<Sent>> standing = insert(connection, List.copyOf(ordered.values()));
                for (int round = 1; standing.isEmpty(); round++) {
                    if (round == MAX_ROUNDS) {
                        throw new PersistenceException("the same notices are sent elsewhere again and again");
                    }
                    standing = insert(connection, List.copyOf(ordered.values()));
                }
                replace(connection, standing.get());
            } catch (SQLException e) {
                throw new PersistenceException("notices could not be stored", e);
            }
        });
    }

    /** A person's notices behind one, newest or oldest first. */
    public List<Notice> list(
            String personId, boolean unreadOnly, boolean newestFirst, Optional<String> after, int limit) {
        return jpa.txExpr(em -> {
            TypedQuery<NoticeEntity> rows = em.createQuery(
                    "select n from NoticeEntity n where n.personId = :person"
                            + (unreadOnly ? " and n.readAt is null" : "")
                            + (after.isPresent() ? " and n.id " + (newestFirst ? "<" : ">") + " :after" : "")
                            + " order by n.id" + (newestFirst ? " desc" : ""),
                    NoticeEntity.class);
            rows.setParameter("person", personId);
            after.ifPresent(id -> rows.setParameter("after", id));
            return rows.setMaxResults(limit).getResultList().stream()
                    .map(NoticeEntity::toNotice)
                    .toList();
        });
    }

    /** One of a person's notices. */
    public Optional<Notice> find(String personId, String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(NoticeEntity.class, id))
                .filter(notice -> notice.personId.equals(personId))
                .map(NoticeEntity::toNotice));
    }

    /** How many of a person's notices are unread. */
    public int unread(String personId) {
        return jpa.txExpr(em -> em.createQuery(
                                "select count(n) from NoticeEntity n where n.personId = :person and n.readAt is null",
                                Long.class)
                        .setParameter("person", personId)
                        .getSingleResult())
                .intValue();
    }

    /** Marks a person's notice as read; nothing happens when it is, or is not theirs. */
    public void read(String personId, String id, Instant at) {
        jpa.tx(em -> em.createQuery("update NoticeEntity n set n.readAt = :at"
                        + " where n.id = :id and n.personId = :person and n.readAt is null")
                .setParameter("at", at.toEpochMilli())
                .setParameter("id", id)
                .setParameter("person", personId)
                .executeUpdate());
    }

    /** Marks all of a person's notices as read. */
    public void readAll(String personId, Instant at) {
        jpa.tx(em -> em.createQuery(
                        "update NoticeEntity n set n.readAt = :at" + " where n.personId = :person and n.readAt is null")
                .setParameter("at", at.toEpochMilli())
                .setParameter("person", personId)
                .executeUpdate());
    }

    /** The unread notices of a person that were sent since an instant, oldest first. */
    public List<Notice> unreadSince(String personId, Instant since, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select n from NoticeEntity n where n.personId = :person and n.readAt is null"
                                + " and n.sentAt >= :since order by n.id desc",
                        NoticeEntity.class)
                .setParameter("person", personId)
                .setParameter("since", since.toEpochMilli())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(NoticeEntity::toNotice)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList());
    }

    /** When a notice was sent. */
    public Optional<Instant> sentAt(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(NoticeEntity.class, id))
                .map(notice -> Instant.ofEpochMilli(notice.sentAt)));
    }

    /** The ids of everybody's notices that were sent since an instant. */
    public List<String> idsSince(Instant since) {
        return jpa.txExpr(em -> em.createQuery("select n.id from NoticeEntity n where n.sentAt >= :since", String.class)
                .setParameter("since", since.toEpochMilli())
                .getResultList());
    }

    /** The notices with these ids, oldest first. */
    public List<Sent> find(Collection<String> ids) {
        List<String> wanted = List.copyOf(ids);
        List<Sent> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<String> chunk = wanted.subList(from, Math.min(wanted.size(), from + CHUNK));
            jpa.tx(em -> em.createQuery("select n from NoticeEntity n where n.id in :ids", NoticeEntity.class)
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(notice -> found.add(notice.toSent())));
        }
        found.sort((a, b) -> a.notice().id().compareTo(b.notice().id()));
        return found;
    }

    /**
     * Inserts notices past JPA: only so can a key that another transaction stores at this moment be stepped over without
     * giving up this one.
     *
     * @return the notices that have one to replace; empty when another transaction stored one of the keys meanwhile, and
     *     nothing was inserted
     */
    private static Optional<List<Sent>> insert(Connection connection, List<Sent> notices) throws SQLException {
        Savepoint before = connection.setSavepoint();
        List<Sent> standing = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int from = 0; from < notices.size(); from += CHUNK) {
                List<Sent> chunk = notices.subList(from, Math.min(notices.size(), from + CHUNK));
                for (Sent sent : chunk) {
                    fill(insert, sent);
                    insert.setString(9, sent.personId());
                    insert.setString(10, sent.key());
                    insert.addBatch();
                }
                int[] inserted = insert.executeBatch();
                for (int i = 0; i < inserted.length; i++) {
                    if (inserted[i] == 0) {
                        standing.add(chunk.get(i));
                    }
                }
            }
            connection.releaseSavepoint(before);
            return Optional.of(standing);
        } catch (BatchUpdateException e) {
            connection.rollback(before);
            if (isUniqueViolation(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Puts notices in the place of those with the same key. */
    private static void replace(Connection connection, List<Sent> notices) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REPLACE)) {
            for (Sent sent : notices) {
                fill(update, sent);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, Sent sent) throws SQLException {
        Notice notice = sent.notice();
        statement.setString(1, notice.id());
        statement.setString(2, notice.kind());
        statement.setString(3, notice.title());
        statement.setString(4, notice.body());
        statement.setString(5, notice.link());
        statement.setLong(6, notice.at().toEpochMilli());
        statement.setString(7, sent.personId());
        statement.setString(8, sent.key());
    }

    private static boolean isUniqueViolation(SQLException error) {
        for (SQLException e = error; e != null; e = e.getNextException()) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
