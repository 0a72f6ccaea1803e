package vn.quyche.core.compliance.internal.store;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duties.Count;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.Escalation.To;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.compliance.internal.model.ReminderPlan;

/** Keeps duties. */
@Component(service = JpaDutyStore.class)
public final class JpaDutyStore {

    private static final SortedList LIST =
            SortedList.of("duty.duties", "DutyEntity d", "d.id", "due").by("due", "d.dueAt", Long.class);
    private static final String LAID = "select d.id, d.key, d.subjectId, d.state, d.dueAt from DutyEntity d";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int CHUNK = 500;
    private static final int MAX_ROUNDS = 10;
    /** Steps over a key that stands; asking for it by itself would cost a look at the whole table where statistics lack. */
    private static final String INSERT = "insert into q_compliance.duty (id, duty_key, kind, domain, clause, title,"
            + " person_id, subject_type, subject_id, link, created_at, due_at, state, evidence, reason, reminders,"
            + " next_step, next_reminder_at, escalations)"
            + " select cast(? as varchar(26)), cast(? as varchar(200)), cast(? as varchar(80)), cast(? as varchar(40)),"
            + " cast(? as varchar(40)), cast(? as varchar(300)), cast(? as varchar(26)), cast(? as varchar(80)),"
            + " cast(? as varchar(120)), cast(? as varchar(400)), cast(? as bigint), cast(? as bigint), 'OPEN', '', '',"
            + " cast(? as varchar(200)), cast(? as integer), cast(? as bigint), cast(? as varchar(400))"
            + " from (values (1)) as one (n)"
            + " where not exists (select 1 from q_compliance.duty d where d.duty_key = cast(? as varchar(200)))";

    private final JpaTemplate jpa;

    @Activate
    public JpaDutyStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores the duties whose keys do not stand yet, also when another transaction stores some of them right now. */
    public void insertNew(Collection<DutyRow> rows) {
        // Always in the same order, so that two who store the same never wait for each other in a circle.
        Map<String, DutyRow> byKey = new TreeMap<>();
        rows.forEach(row -> byKey.putIfAbsent(row.duty().key(), row));
        jpa.tx(em -> {
            Connection connection = em.unwrap(Connection.class);
            for (int round = 1; !insert(connection, byKey.values()); round++) {
                if (round == MAX_ROUNDS) {
                    throw new PersistenceException("the same duties are assigned elsewhere again and again");
                }
            }
        });
    }

    /** A duty. */
    public Optional<Duty> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(DutyEntity.class, id)).map(DutyEntity::toDuty));
    }

    /** Duties, those due first before others unless sorted otherwise. */
    public Page<Duty> list(Duties.Query query, Instant now, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        DutyFilter.add(wanted, query, now);
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> rows = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(rows::setParameter);
            return wanted.page(rows.setMaxResults(wanted.limit()).getResultList(), DutyEntity.class)
                    .map(DutyEntity::toDuty);
        });
    }

    /** Numbers of a person's open duties. */
    public Count count(String personId, Instant now) {
        return jpa.txExpr(em -> {
            Object[] row = em.createQuery(
                            "select count(d), sum(case when d.dueAt < :now then 1 else 0 end) from DutyEntity d"
                                    + " where d.personId = :person and d.state = 'OPEN'",
                            Object[].class)
                    .setParameter("person", personId)
                    .setParameter("now", now.toEpochMilli())
                    .getSingleResult();
            return new Count(number(row[0]), number(row[1]));
        });
    }

    /** Settles the open duty with a key; nothing happens when it is not open. */
    public void done(String key, String evidence, Instant at) {
        jpa.tx(em -> em.createQuery("update DutyEntity d set d.state = 'DONE', d.settledAt = :at,"
                        + " d.evidence = :evidence, d.nextReminderAt = null where d.key = :key and d.state = 'OPEN'")
                .setParameter("at", at.toEpochMilli())
                .setParameter("evidence", evidence)
                .setParameter("key", key)
                .executeUpdate());
    }

    /** Withdraws the open duties about a subject. */
    public void withdraw(String subjectType, String subjectId, String reason, Instant at) {
        jpa.tx(em -> em.createQuery("update DutyEntity d set d.state = 'WITHDRAWN', d.settledAt = :at,"
                        + " d.reason = :reason, d.nextReminderAt = null"
                        + " where d.subjectType = :type and d.subjectId = :subject and d.state = 'OPEN'")
                .setParameter("at", at.toEpochMilli())
                .setParameter("reason", reason)
                .setParameter("type", subjectType)
                .setParameter("subject", subjectId)
                .executeUpdate());
    }

    /** Puts another person in the place of one who is told of the lateness of open duties about a subject. */
    public void tellInstead(String subjectType, String subjectId, String personId, String insteadId) {
        To old = new To.Someone(personId);
        jpa.tx(em -> em.createQuery(
                        "select d from DutyEntity d where d.subjectType = :type and d.subjectId = :subject"
                                + " and d.state = 'OPEN'",
                        DutyEntity.class)
                .setParameter("type", subjectType)
                .setParameter("subject", subjectId)
                .getResultList()
                .forEach(duty -> duty.escalations = EscalationText.of(EscalationText.parse(duty.escalations).stream()
                        .map(step ->
                                step.to().equals(old) ? new Escalation(step.after(), new To.Someone(insteadId)) : step)
                        .distinct()
                        .toList())));
    }

    /** Withdraws the open duty with a key, and frees the key. */
    public void withdrawKey(String key, String reason, Instant at) {
        jpa.tx(em -> em.createQuery("update DutyEntity d set d.state = 'WITHDRAWN', d.settledAt = :at,"
                        + " d.reason = :reason, d.nextReminderAt = null, d.key = concat(:mark, d.id)"
                        + " where d.key = :key and d.state = 'OPEN'")
                .setParameter("at", at.toEpochMilli())
                .setParameter("reason", reason)
                .setParameter("mark", "#")
                .setParameter("key", key)
                .executeUpdate());
    }

    /** @return whether it was open */
    public boolean excuse(String id, String by, String reason, Instant at) {
        return jpa.txExpr(em -> em.createQuery("update DutyEntity d set d.state = 'EXCUSED', d.settledAt = :at,"
                                + " d.excusedBy = :by, d.reason = :reason, d.nextReminderAt = null"
                                + " where d.id = :id and d.state = 'OPEN'")
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("by", by)
                        .setParameter("reason", reason)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1);
    }

    /**
     * Open duties that have something to say by now: those that wait longest, by id. Two nodes that go on with them one by one
     * therefore never wait for each other in a circle.
     */
    public List<Reminder> dueReminders(Instant now, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from DutyEntity d where d.nextReminderAt <= :now order by d.nextReminderAt",
                        DutyEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .sorted(Comparator.comparing(duty -> duty.id))
                .map(DutyEntity::toReminder)
                .toList());
    }

    /**
     * Goes on to the next step of a duty's reminders, or to the end of them.
     *
     * @return whether this call did it: of two nodes that try, one does
     */
    public boolean advance(String id, int fromStep, Optional<ReminderPlan.Step> to) {
        return jpa.txExpr(em -> em.createQuery("update DutyEntity d set d.nextStep = :step, d.nextReminderAt = :at"
                                + " where d.id = :id and d.nextStep = :from and d.state = 'OPEN'"
                                + " and d.nextReminderAt is not null")
                        .setParameter("step", to.map(ReminderPlan.Step::number).orElse(fromStep))
                        .setParameter(
                                "at", to.map(step -> step.at().toEpochMilli()).orElse(null))
                        .setParameter("id", id)
                        .setParameter("from", fromStep)
                        .executeUpdate()
                == 1);
    }

    /** All duties about some subjects of one type. */
    public List<Duty> about(String subjectType, Collection<String> subjectIds) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from DutyEntity d where d.subjectType = :type and d.subjectId in :subjects",
                        DutyEntity.class)
                .setParameter("type", subjectType)
                .setParameter("subjects", subjectIds)
                .getResultList()
                .stream()
                .map(DutyEntity::toDuty)
                .toList());
    }

    /** How all duties about some subjects of one type stand. */
    public List<LaidDuty> laid(String subjectType, Collection<String> subjectIds) {
        return subjectIds.isEmpty()
                ? List.of()
                : jpa.txExpr(em -> laid(em.createQuery(
                                LAID + " where d.subjectType = :type and d.subjectId in :subjects", Object[].class)
                        .setParameter("type", subjectType)
                        .setParameter("subjects", subjectIds)));
    }

    /** How the duties with some keys stand; those that do not stand are left out. */
    public List<LaidDuty> laid(List<String> keys) {
        List<LaidDuty> found = new ArrayList<>();
        for (int start = 0; start < keys.size(); start += CHUNK) {
            List<String> some = keys.subList(start, Math.min(start + CHUNK, keys.size()));
            found.addAll(jpa.txExpr(em -> laid(em.createQuery(LAID + " where d.key in :keys", Object[].class)
                    .setParameter("keys", some))));
        }
        return found;
    }

    private static List<LaidDuty> laid(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new LaidDuty(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        Duty.State.valueOf((String) row[3]),
                        Instant.ofEpochMilli((Long) row[4])))
                .toList();
    }

    /** What an open duty still has to say. */
    public Optional<Reminder> reminder(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(DutyEntity.class, id))
                .filter(duty -> Duty.State.OPEN.name().equals(duty.state))
                .map(DutyEntity::toReminder));
    }

    /** The same under another key. */
    public void handOver(String id, String from, String to, String newKey, ReminderPlan.Step next) {
        jpa.tx(em -> {
            handOver(id, from, to, next);
            em.createQuery("update DutyEntity d set d.key = :key where d.id = :id and d.personId = :to"
                            + " and d.state = 'OPEN'")
                    .setParameter("key", newKey)
                    .setParameter("id", id)
                    .setParameter("to", to)
                    .executeUpdate();
        });
    }

    /** Lays an open duty on somebody else; nothing happens when it is not that person's any more. */
    public void handOver(String id, String from, String to, ReminderPlan.Step next) {
        jpa.tx(em -> em.createQuery("update DutyEntity d set d.personId = :to, d.nextStep = :step,"
                        + " d.nextReminderAt = :at where d.id = :id and d.personId = :from and d.state = 'OPEN'")
                .setParameter("to", to)
                .setParameter("step", next.number())
                .setParameter("at", next.at().toEpochMilli())
                .setParameter("id", id)
                .setParameter("from", from)
                .executeUpdate());
    }

    /** Withdraws an open duty. */
    public void withdraw(String id, String reason, Instant at) {
        jpa.tx(em -> em.createQuery("update DutyEntity d set d.state = 'WITHDRAWN', d.settledAt = :at,"
                        + " d.reason = :reason, d.nextReminderAt = null where d.id = :id and d.state = 'OPEN'")
                .setParameter("at", at.toEpochMilli())
                .setParameter("reason", reason)
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Opens a withdrawn duty again, or moves an open one, so that it is about a subject and due at an instant. */
    public void reopen(String id, String subjectId, Instant dueAt, ReminderPlan.Step next) {
        jpa.tx(em -> em.createQuery("update DutyEntity d set d.state = 'OPEN', d.settledAt = null, d.reason = '',"
                        + " d.subjectId = :subject, d.dueAt = :due, d.nextStep = :step, d.nextReminderAt = :at"
                        + " where d.id = :id and (d.state = 'OPEN' or d.state = 'WITHDRAWN')")
                .setParameter("subject", subjectId)
                .setParameter("due", dueAt.toEpochMilli())
                .setParameter("step", next.number())
                .setParameter("at", next.at().toEpochMilli())
                .setParameter("id", id)
                .executeUpdate());
    }

    /**
     * Inserts rows in batches, past JPA: only so can a key that another transaction stores at this moment be stepped over
     * without giving up this one.
     *
     * @return whether it did; else another transaction stored one of the keys meanwhile, and nothing was inserted
     */
    private static boolean insert(Connection connection, Collection<DutyRow> rows) {
        try {
            Savepoint before = connection.setSavepoint();
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                int waiting = 0;
                for (DutyRow row : rows) {
                    fill(insert, row);
                    insert.addBatch();
                    if (++waiting % CHUNK == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
                connection.releaseSavepoint(before);
                return true;
            } catch (BatchUpdateException e) {
                connection.rollback(before);
                if (isUniqueViolation(e)) {
                    return false;
                }
                throw e;
            }
        } catch (SQLException e) {
            throw new PersistenceException("duties could not be stored", e);
        }
    }

    private static void fill(PreparedStatement insert, DutyRow row) throws SQLException {
        NewDuty duty = row.duty();
        List<String> texts = List.of(
                row.id(),
                duty.key(),
                duty.kind(),
                domainOf(duty.kind()),
                duty.clause(),
                duty.title(),
                duty.personId(),
                duty.subjectType(),
                duty.subjectId(),
                duty.link());
        int column = 1;
        for (String text : texts) {
            insert.setString(column++, text);
        }
        insert.setLong(column++, row.createdAt().toEpochMilli());
        insert.setLong(column++, duty.dueAt().toEpochMilli());
        insert.setString(column++, ReminderText.of(row.plan().before()));
        insert.setInt(column++, row.next().number());
        insert.setLong(column++, row.next().at().toEpochMilli());
        insert.setString(column++, EscalationText.of(duty.escalations()));
        insert.setString(column, duty.key());
    }

    /** The first part of a kind: {@code group} of {@code group.acknowledge}. */
    static String domainOf(String kind) {
        int dot = kind.indexOf('.');
        return dot < 0 ? kind : kind.substring(0, dot);
    }

    private static boolean isUniqueViolation(SQLException error) {
        for (SQLException e = error; e != null; e = e.getNextException()) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static int number(Object value) {
        return value == null ? 0 : ((Number) value).intValue();
    }
}
