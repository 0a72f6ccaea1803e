package vn.quyche.core.document.internal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Like;

/** Incoming documents with those who handle them, in JPA. */
@Component(service = JpaIncomingStore.class)
public final class JpaIncomingStore {

    private static final String REGISTER = "document.incoming-register";

    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public JpaIncomingStore(@Reference(target = "(osgi.unit.name=document)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    /** Stores a new document. */
    public void insert(IncomingDocument document) {
        jpa.tx(em -> {
            IncomingEntity entity = new IncomingEntity(document);
            entity.changedAt = clock.millis();
            em.persist(entity);
        });
    }

    /** A document. */
    public Optional<IncomingDocument> find(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(IncomingEntity.class, id))
                .map(entity -> read(em, List.of(entity)).get(0)));
    }

    /** Documents in any order; those that are not there are left out. */
    public List<IncomingDocument> those(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jpa.txExpr(em -> read(
                em,
                em.createQuery("select d from Incoming d where d.id in :ids", IncomingEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()));
    }

    /** Which states are there, by id, behind a document. */
    public List<Stamp> stamps(String afterId, int limit) {
        return jpa.txExpr(em -> Stamps.all(em, "Incoming", afterId, limit));
    }

    /** Which states are there, by the time of their last change, behind one. */
    public List<Stamp> changed(Stamp after, int limit) {
        return jpa.txExpr(em -> Stamps.changed(em, "Incoming", after, limit));
    }

    /** A document, locked until the transaction ends. */
    public Optional<IncomingDocument> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_document.incoming set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            IncomingEntity entity = em.find(IncomingEntity.class, id);
            if (entity == null) {
                return Optional.empty();
            }
            em.refresh(entity);
            return Optional.of(read(em, List.of(entity)).get(0));
        });
    }

    /** The arrival number of a document of the same sender, code and day. */
    public Optional<Integer> known(String sender, String code, Optional<LocalDate> day) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from Incoming d where d.code = :code and d.senderFolded = :sender order by d.id",
                        IncomingEntity.class)
                .setParameter("code", code)
                .setParameter("sender", VietnameseText.fold(sender))
                .getResultList()
                .stream()
                .filter(entity -> Optional.ofNullable(entity.day).equals(day))
                .map(entity -> entity.number)
                .findFirst());
    }

    /** Stores the opinion on a locked document. */
    public void direct(String id, String opinion, String by, Instant at) {
        jpa.tx(em -> {
            IncomingEntity entity = em.find(IncomingEntity.class, id);
            entity.opinion = opinion;
            entity.opinionBy = by;
            entity.opinionAt = at.toEpochMilli();
            if (entity.state == IncomingState.REGISTERED) {
                entity.state = IncomingState.DIRECTED;
            }
            changed(entity);
        });
    }

    /** Stores who handles a locked document, in place of those before. */
    public void assign(String id, Routing routing) {
        jpa.tx(em -> {
            IncomingEntity entity = em.find(IncomingEntity.class, id);
            entity.state = IncomingState.ASSIGNED;
            entity.dueOn = routing.dueOn().orElse(null);
            entity.assignments++;
            changed(entity);
            em.createNativeQuery("delete from q_document.incoming_assignee where document_id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            int place = 0;
            insert(em, id, routing.lead().orElseThrow(), true, place);
            for (Assignee assignee : routing.collaborators()) {
                place++;
                insert(em, id, assignee, false, place);
            }
        });
    }

    /** Marks a locked document as being handled. */
    public void start(String id) {
        jpa.tx(em -> {
            IncomingEntity entity = em.find(IncomingEntity.class, id);
            entity.state = IncomingState.IN_PROGRESS;
            changed(entity);
        });
    }

    /** Closes a locked document. */
    public void complete(String id, String outcome, Instant at) {
        jpa.tx(em -> {
            IncomingEntity entity = em.find(IncomingEntity.class, id);
            entity.state = IncomingState.COMPLETED;
            entity.outcome = outcome;
            entity.completedAt = at.toEpochMilli();
            changed(entity);
        });
    }

    /**
     * Documents, newest first.
     *
     * @param assignees only those that are routed to one of these people and units; empty for all
     */
    public List<IncomingDocument> list(
            IncomingDocuments.Query query,
            Optional<Collection<String>> assignees,
            LocalDate today,
            Optional<String> after,
            int limit) {
        StringBuilder jpql = new StringBuilder("select d from Incoming d where d.id < :after");
        Map<String, Object> parameters = new HashMap<>();
        // Ids are made of digits and capitals: nothing comes after a small letter.
        parameters.put("after", after.orElse("z"));
        assignees.ifPresent(ids -> {
            jpql.append(" and exists (select a.place from IncomingAssignee a where a.key.documentId = d.id"
                    + " and a.key.assigneeId in :assignees)");
            parameters.put("assignees", ids);
        });
        query.state().ifPresent(state -> {
            jpql.append(" and d.state = :state");
            parameters.put("state", state);
        });
        if (query.lateOnly()) {
            jpql.append(" and d.state <> :completed and d.dueOn < :today");
            parameters.put("completed", IncomingState.COMPLETED);
            parameters.put("today", today);
        }
        query.text().ifPresent(text -> {
            jpql.append(" and d.folded like :text escape '!'");
            parameters.put("text", Like.containing(VietnameseText.fold(text)));
        });
        jpql.append(" order by d.id desc");
        return jpa.txExpr(em -> {
            TypedQuery<IncomingEntity> select = em.createQuery(jpql.toString(), IncomingEntity.class);
            parameters.forEach(select::setParameter);
            return read(em, select.setMaxResults(limit).getResultList());
        });
    }

    /** The documents of a register in a year, by arrival number. */
    public List<IncomingDocument> register(String bookId, int year, Optional<String> after, int limit) {
        long from = after.map(text -> Cursor.parse(REGISTER, 1, text).number(0)).orElse(0L);
        return jpa.txExpr(em -> read(
                em,
                em.createQuery(
                                "select d from Incoming d where d.bookId = :book and d.year = :year"
                                        + " and d.number > :after order by d.number",
                                IncomingEntity.class)
                        .setParameter("book", bookId)
                        .setParameter("year", year)
                        .setParameter("after", (int) Math.min(from, Integer.MAX_VALUE))
                        .setMaxResults(limit)
                        .getResultList()));
    }

    /** The cursor behind a document in {@link #register}. */
    public static String cursor(IncomingDocument document) {
        return Cursor.of(REGISTER, document.number());
    }

    private void changed(IncomingEntity entity) {
        entity.version++;
        entity.changedAt = clock.millis();
    }

    private static void insert(EntityManager em, String id, Assignee assignee, boolean lead, int place) {
        em.createNativeQuery("insert into q_document.incoming_assignee"
                        + " (document_id, assignee_id, is_unit, is_lead, place) values (?, ?, ?, ?, ?)")
                .setParameter(1, id)
                .setParameter(2, assignee.id())
                .setParameter(3, assignee.unit())
                .setParameter(4, lead)
                .setParameter(5, place)
                .executeUpdate();
    }

    private static List<IncomingDocument> read(EntityManager em, List<IncomingEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        Map<String, List<AssigneeEntity>> assignees = em
                .createQuery(
                        "select a from IncomingAssignee a where a.key.documentId in :ids order by a.place",
                        AssigneeEntity.class)
                .setParameter("ids", entities.stream().map(entity -> entity.id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(assignee -> assignee.key.documentId));
        return entities.stream()
                .map(entity -> {
                    List<AssigneeEntity> own = assignees.getOrDefault(entity.id, List.of());
                    return entity.toRecord(
                            own.stream().filter(one -> one.lead).findFirst().map(JpaIncomingStore::toRecord),
                            own.stream()
                                    .filter(one -> !one.lead)
                                    .map(JpaIncomingStore::toRecord)
                                    .toList());
                })
                .toList();
    }

    private static Assignee toRecord(AssigneeEntity entity) {
        return new Assignee(entity.unit, entity.key.assigneeId);
    }
}
