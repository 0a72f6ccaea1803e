package vn.quyche.core.document.internal.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.DocumentComment;
import vn.quyche.core.api.document.DocumentVersion;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Like;

/** Outgoing documents with their versions and remarks, in JPA. */
@Component(service = JpaOutgoingStore.class)
public final class JpaOutgoingStore {

    private static final String REGISTER = "document.register";
    private static final int SHOWN = 500;

    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public JpaOutgoingStore(@Reference(target = "(osgi.unit.name=document)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    /** Stores a new document. */
    public void insert(OutgoingDocument document) {
        jpa.tx(em -> {
            OutgoingEntity entity = new OutgoingEntity();
            entity.take(document);
            entity.changedAt = clock.millis();
            em.persist(entity);
            circulate(em, document);
        });
    }

    /** Stores what has changed of a locked document. */
    public void update(OutgoingDocument document) {
        jpa.tx(em -> {
            OutgoingEntity entity = em.find(OutgoingEntity.class, document.id());
            boolean other = !entity.toRecord().circulation().equals(document.circulation());
            entity.take(document);
            if (other) {
                circulate(em, document);
            }
            entity.changedAt = clock.millis();
        });
    }

    /** A document. */
    public Optional<OutgoingDocument> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(OutgoingEntity.class, id)).map(OutgoingEntity::toRecord));
    }

    /** Documents in any order; those that are not there are left out. */
    public List<OutgoingDocument> those(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jpa.txExpr(em -> em
                .createQuery("select d from Outgoing d where d.id in :ids", OutgoingEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(OutgoingEntity::toRecord)
                .toList());
    }

    /** Which states are there, by id, behind a document. */
    public List<Stamp> stamps(String afterId, int limit) {
        return jpa.txExpr(em -> Stamps.all(em, "Outgoing", afterId, limit));
    }

    /** Which states are there, by the time of their last change, behind one. */
    public List<Stamp> changed(Stamp after, int limit) {
        return jpa.txExpr(em -> Stamps.changed(em, "Outgoing", after, limit));
    }

    /** A document, locked until the transaction ends. */
    public Optional<OutgoingDocument> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_document.outgoing set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            OutgoingEntity entity = em.find(OutgoingEntity.class, id);
            if (entity == null) {
                return Optional.empty();
            }
            em.refresh(entity);
            return Optional.of(entity.toRecord());
        });
    }

    /**
     * Documents, newest first.
     *
     * @param personId whose alone: as author, approver or signer, or to whom it was circulated; empty for everybody's
     * @param circles the person and the units of the person
     */
    public List<OutgoingDocument> list(
            OutgoingDocuments.Query query,
            Optional<String> personId,
            Collection<String> circles,
            Optional<String> after,
            int limit) {
        StringBuilder jpql = new StringBuilder("select d from Outgoing d where d.id < :after");
        Map<String, Object> parameters = new HashMap<>();
        // Ids are made of digits and capitals: nothing comes after a small letter.
        parameters.put("after", after.orElse("z"));
        personId.ifPresent(person -> {
            jpql.append(" and (d.authorId = :person or d.approverId = :person or d.signerId = :person"
                    + " or d.issuedAt is not null and exists (select c.key from Circulation c"
                    + " where c.key.documentId = d.id and c.key.assigneeId in :circles))");
            parameters.put("person", person);
            parameters.put("circles", circles);
        });
        query.state().ifPresent(state -> {
            jpql.append(" and d.state = :state");
            parameters.put("state", state);
        });
        query.kind().ifPresent(kind -> {
            jpql.append(" and d.kind = :kind");
            parameters.put("kind", kind);
        });
        query.year().ifPresent(year -> {
            jpql.append(" and d.year = :year");
            parameters.put("year", year);
        });
        query.text().ifPresent(text -> {
            jpql.append(" and d.folded like :text escape '!'");
            parameters.put("text", Like.containing(VietnameseText.fold(text)));
        });
        jpql.append(" order by d.id desc");
        return jpa.txExpr(em -> {
            TypedQuery<OutgoingEntity> select = em.createQuery(jpql.toString(), OutgoingEntity.class);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(limit).getResultList().stream()
                    .map(OutgoingEntity::toRecord)
                    .toList();
        });
    }

    /** The numbered documents of a register in a year, by number. */
    public List<OutgoingDocument> register(String bookId, int year, Optional<String> after, int limit) {
        long from = after.map(text -> Cursor.parse(REGISTER, 1, text).number(0)).orElse(0L);
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from Outgoing d where d.bookId = :book and d.year = :year and d.number > :after"
                                + " order by d.number",
                        OutgoingEntity.class)
                .setParameter("book", bookId)
                .setParameter("year", year)
                .setParameter("after", (int) Math.min(from, Integer.MAX_VALUE))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(OutgoingEntity::toRecord)
                .toList());
    }

    /** The issued documents that answer incoming ones, in the order of their numbers. */
    public List<OutgoingDocument> answering(Collection<String> incomingIds) {
        List<String> ids = List.copyOf(incomingIds);
        List<OutgoingDocument> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += SHOWN) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + SHOWN));
            jpa.tx(em -> em.createQuery(
                            "select d from Outgoing d where d.answersId in :ids and d.issuedAt is not null"
                                    + " order by d.year, d.number",
                            OutgoingEntity.class)
                    .setParameter("ids", some)
                    .getResultList()
                    .forEach(entity -> found.add(entity.toRecord())));
        }
        return found;
    }

    private static void circulate(EntityManager em, OutgoingDocument document) {
        em.createNativeQuery("delete from q_document.outgoing_circulation where document_id = ?")
                .setParameter(1, document.id())
                .executeUpdate();
        document.circulation().stream()
                .map(Assignee::id)
                .distinct()
                .forEach(id -> em.createNativeQuery(
                                "insert into q_document.outgoing_circulation (document_id, assignee_id) values (?, ?)")
                        .setParameter(1, document.id())
                        .setParameter(2, id)
                        .executeUpdate());
    }

    /** The cursor behind a document in {@link #register}. */
    public static String cursor(OutgoingDocument document) {
        return Cursor.of(REGISTER, document.number());
    }

    /** Numbered documents, not issued, whose bytes to sign are these; the one that was numbered first before others. */
    public Optional<OutgoingDocument> signable(String sha256) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from Outgoing d where (d.approvedSha256 = :hash and d.state = :numbered)"
                                + " or (d.signedSha256 = :hash and d.state = :signed and d.form = :digital)"
                                + " order by d.id",
                        OutgoingEntity.class)
                .setParameter("hash", sha256)
                .setParameter("numbered", OutgoingState.NUMBERED)
                .setParameter("signed", OutgoingState.SIGNED)
                .setParameter("digital", SignatureForm.DIGITAL)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(OutgoingEntity::toRecord));
    }

    /** Adds a version to a locked document and gives its number. */
    public int addVersion(String documentId, DocumentVersion version) {
        return jpa.txExpr(em -> {
            OutgoingEntity document = em.find(OutgoingEntity.class, documentId);
            document.versionCount++;
            em.persist(new VersionEntity(
                    documentId,
                    new DocumentVersion(
                            document.versionCount,
                            version.fileId(),
                            version.sha256(),
                            version.by(),
                            version.at(),
                            version.note(),
                            version.made())));
            return document.versionCount;
        });
    }

    /** Keeps what was entered to make a version, by the names of the fields. */
    public void addTexts(String documentId, int version, Map<String, String> texts) {
        jpa.tx(em -> texts.forEach((field, text) -> em.createNativeQuery("insert into q_document.outgoing_version_text"
                        + " (document_id, version_number, field, text) values (?, ?, ?, ?)")
                .setParameter(1, documentId)
                .setParameter(2, version)
                .setParameter(3, field)
                .setParameter(4, text)
                .executeUpdate()));
    }

    /** What was entered to make a version. */
    public Map<String, String> texts(String documentId, int version) {
        return jpa.txExpr(em -> {
            List<?> rows = em.createNativeQuery("select field, text from q_document.outgoing_version_text"
                            + " where document_id = ? and version_number = ?")
                    .setParameter(1, documentId)
                    .setParameter(2, version)
                    .getResultList();
            Map<String, String> texts = new HashMap<>();
            rows.stream()
                    .map(Object[].class::cast)
                    .forEach(row -> texts.put(String.valueOf(row[0]), String.valueOf(row[1])));
            return texts;
        });
    }

    /** The number of the latest version. */
    public int latestVersion(String documentId) {
        return jpa.txExpr(em -> em.find(OutgoingEntity.class, documentId).versionCount);
    }

    /** The versions of a document, the latest first. */
    public List<DocumentVersion> versions(String documentId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select v from OutgoingVersion v where v.key.documentId = :id order by v.key.number desc",
                        VersionEntity.class)
                .setParameter("id", documentId)
                .setMaxResults(SHOWN)
                .getResultList()
                .stream()
                .map(VersionEntity::toRecord)
                .toList());
    }

    /** Adds a remark. */
    public void addComment(String documentId, DocumentComment comment) {
        jpa.tx(em -> em.persist(new CommentEntity(documentId, comment)));
    }

    /** The remarks on a document, the latest first. */
    public List<DocumentComment> comments(String documentId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c from OutgoingComment c where c.documentId = :id order by c.id desc",
                        CommentEntity.class)
                .setParameter("id", documentId)
                .setMaxResults(SHOWN)
                .getResultList()
                .stream()
                .map(CommentEntity::toRecord)
                .toList());
    }
}
