package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.consultation.Answer;
import vn.quyche.group.api.consultation.Consultation;
import vn.quyche.group.api.consultation.ConsultationState;
import vn.quyche.group.api.consultation.Consultations;

/** Consultations with their choices and answers, in JPA. */
@Component(service = JpaConsultationStore.class)
public final class JpaConsultationStore {

    private static final SortedList LIST = SortedList.of("group.consultations", "Consultation c", "c.id", "-opened")
            .byId("opened")
            .by("ends", "c.endsAt", Long.class);
    private static final SortedList ANSWERS = SortedList.of(
                    "group.consultation-answers", "ConsultationAnswer a", "a.key.personId", "name")
            .by("name", "a.sortKey", String.class);

    private final JpaTemplate jpa;

    /** What counts in the standing of a clause. */
    public record Proof(String id, Instant at) {}

    @Activate
    public JpaConsultationStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new consultation. */
    public void insert(Consultation asked) {
        jpa.tx(em -> {
            ConsultationEntity entity = new ConsultationEntity();
            entity.id = asked.id();
            entity.groupId = asked.groupId();
            entity.question = asked.question();
            entity.questionFolded = VietnameseText.fold(asked.question());
            entity.body = asked.text();
            entity.kind = asked.kind();
            entity.beginsAt = asked.beginsAt().toEpochMilli();
            entity.endsAt = asked.endsAt().toEpochMilli();
            entity.openedBy = asked.openedById();
            entity.openedName = asked.openedByName();
            entity.openedAt = asked.openedAt().toEpochMilli();
            entity.state = ConsultationState.OPEN;
            entity.closingReason = "";
            entity.version = asked.version();
            em.persist(entity);
            for (int place = 1; place <= asked.choices().size(); place++) {
                em.persist(new ChoiceEntity(asked.id(), place, asked.choices().get(place - 1)));
            }
        });
    }

    /**
     * Ends a consultation that is locked.
     *
     * @param state closed or cancelled
     * @param members how many belong to the group now
     */
    public void close(String id, ConsultationState state, Instant at, String reason, int members) {
        jpa.tx(em -> {
            ConsultationEntity entity = em.find(ConsultationEntity.class, id);
            entity.state = state;
            entity.closedAt = at.toEpochMilli();
            entity.closingReason = reason;
            entity.members = members;
            entity.version++;
        });
    }

    /** Remembers that the members were told of a consultation; false when they had been. */
    public boolean told(String id) {
        return jpa.txExpr(
                em -> em.createQuery("update Consultation c set c.told = :yes where c.id = :id and c.told = :no")
                                .setParameter("yes", true)
                                .setParameter("id", id)
                                .setParameter("no", false)
                                .executeUpdate()
                        > 0);
    }

    /** A consultation. */
    public Optional<Consultation> find(String id, Instant now) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(ConsultationEntity.class, id))
                .map(entity -> read(em, List.of(entity), now).get(0)));
    }

    /** A consultation, locked until the transaction ends. */
    public Optional<Consultation> lock(String id, Instant now) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_group.consultation set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(ConsultationEntity.class, id))
                    .map(entity -> read(em, List.of(entity), now).get(0));
        });
    }

    /** How many belonged to the group of a consultation when it was closed. */
    public int members(String id) {
        return jpa.txExpr(em -> em.find(ConsultationEntity.class, id).members);
    }

    /** Consultations of groups, the newest first ({@code -opened}), or by {@code ends}. */
    public Page<Consultation> list(
            Consultations.Query query, Collection<String> groupIds, PageRequest page, Instant now) {
        SortedList.Query wanted = LIST.query(page).and("c.groupId in :groups", "groups", groupIds);
        query.text()
                .ifPresent(text -> wanted.and(
                        "c.questionFolded like :text escape '!'", "text", Like.containing(VietnameseText.fold(text))));
        query.state().ifPresent(state -> state(state, wanted, now));
        if (groupIds.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        return jpa.txExpr(em -> {
            Page<ConsultationEntity> found = Selecting.page(jpa, wanted, ConsultationEntity.class);
            return new Page<>(read(em, found.items(), now), found.next());
        });
    }

    /** The ids of those whose end has come and that are not closed, those that ended first before others. */
    public List<String> ended(Instant now, int limit) {
        return ids("c.endsAt <= :now", Map.of("now", now.toEpochMilli()), limit);
    }

    /** The ids of those that have begun and of which the members were not told. */
    public List<String> untold(Instant now, int limit) {
        return ids(
                "c.beginsAt <= :now and c.endsAt > :now and c.told = :no",
                Map.of("now", now.toEpochMilli(), "no", false),
                limit);
    }

    /** Stores the answer of a member, in place of an earlier one. The consultation must be locked. */
    public void answer(String consultationId, Answer answer) {
        jpa.tx(em -> {
            AnswerEntity known = em.find(AnswerEntity.class, new AnswerEntity.Key(consultationId, answer.personId()));
            if (known == null) {
                em.persist(new AnswerEntity(consultationId, answer));
            } else {
                known.take(answer);
            }
        });
    }

    /** The answer of a member. */
    public Optional<Answer> answerOf(String consultationId, String personId) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(AnswerEntity.class, new AnswerEntity.Key(consultationId, personId)))
                        .map(AnswerEntity::toRecord));
    }

    /** Answers, by {@code name}. */
    public Page<Answer> answers(String consultationId, PageRequest page) {
        SortedList.Query wanted = ANSWERS.query(page).and("a.key.consultationId = :id", "id", consultationId);
        return Selecting.page(jpa, wanted, AnswerEntity.class).map(AnswerEntity::toRecord);
    }

    /** How many gave each answer, by the place of the choice; texts stand at 0. */
    public Map<Integer, Integer> counts(String consultationId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select a.choice, count(a) from ConsultationAnswer a where a.key.consultationId = :id"
                                + " group by a.choice",
                        Object[].class)
                .setParameter("id", consultationId)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> ((Number) row[0]).intValue(), row -> ((Number) row[1]).intValue())));
    }

    /** The consultations that were opened from one instant to before another. */
    public List<Proof> opened(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c.id, c.openedAt from Consultation c where c.openedAt >= :from and c.openedAt < :to",
                        Object[].class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(row -> new Proof((String) row[0], Instant.ofEpochMilli(((Number) row[1]).longValue())))
                .toList());
    }

    /** When the first one was opened. */
    public Optional<Instant> first() {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.createQuery("select min(c.openedAt) from Consultation c", Long.class)
                                .getSingleResult())
                        .map(Instant::ofEpochMilli));
    }

    private List<String> ids(String condition, Map<String, Object> parameters, int limit) {
        return jpa.txExpr(em -> {
            TypedQuery<String> select = em.createQuery(
                            "select c.id from Consultation c where c.state = :open and " + condition
                                    + " order by c.endsAt, c.id",
                            String.class)
                    .setParameter("open", ConsultationState.OPEN);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(limit).getResultList();
        });
    }

    /** What is stored as open is planned, open or closed by the time. */
    private static void state(ConsultationState state, SortedList.Query wanted, Instant now) {
        switch (state) {
            case PLANNED -> wanted.and("c.state = :state and c.beginsAt > :now");
            case OPEN -> wanted.and("c.state = :state and c.beginsAt <= :now and c.endsAt > :now");
            case CLOSED ->
                wanted.and(
                        "(c.state = :closed or (c.state = :state and c.endsAt <= :now))",
                        "closed",
                        ConsultationState.CLOSED);
            case CANCELLED -> wanted.and("c.state = :state");
        }
        wanted.with("state", state == ConsultationState.CANCELLED ? state : ConsultationState.OPEN);
        if (state != ConsultationState.CANCELLED) {
            wanted.with("now", now.toEpochMilli());
        }
    }

    private static List<Consultation> read(EntityManager em, List<ConsultationEntity> entities, Instant now) {
        if (entities.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> choices = em
                .createQuery(
                        "select c from ConsultationChoice c where c.key.consultationId in :ids order by c.key.place",
                        ChoiceEntity.class)
                .setParameter("ids", entities.stream().map(entity -> entity.id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        choice -> choice.key.consultationId,
                        Collectors.mapping(choice -> choice.label, Collectors.toList())));
        return entities.stream()
                .map(entity -> toRecord(entity, choices.getOrDefault(entity.id, List.of()), now))
                .toList();
    }

    private static Consultation toRecord(ConsultationEntity entity, List<String> choices, Instant now) {
        return new Consultation(
                entity.id,
                entity.groupId,
                entity.question,
                entity.body,
                entity.kind,
                choices,
                Instant.ofEpochMilli(entity.beginsAt),
                Instant.ofEpochMilli(entity.endsAt),
                entity.openedBy,
                entity.openedName,
                Instant.ofEpochMilli(entity.openedAt),
                state(entity, now.toEpochMilli()),
                Optional.ofNullable(entity.closedAt).map(Instant::ofEpochMilli),
                entity.closingReason,
                entity.version);
    }

    private static ConsultationState state(ConsultationEntity entity, long now) {
        if (entity.state != ConsultationState.OPEN) {
            return entity.state;
        }
        if (now < entity.beginsAt) {
            return ConsultationState.PLANNED;
        }
        return now < entity.endsAt ? ConsultationState.OPEN : ConsultationState.CLOSED;
    }
}
