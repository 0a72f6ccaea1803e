package vn.quyche.core.document.internal.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.CaseFile;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.persistence.Like;

/** Case files with the documents in them, in JPA. */
@Component(service = JpaCaseFileStore.class)
public final class JpaCaseFileStore {

    /** A document in a file. */
    public record Item(Direction direction, String documentId, int place) {}

    private final JpaTemplate jpa;

    @Activate
    public JpaCaseFileStore(@Reference(target = "(osgi.unit.name=document)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new file. */
    public void insert(CaseFile file) {
        jpa.tx(em -> {
            CaseFileEntity entity = new CaseFileEntity();
            entity.take(file);
            em.persist(entity);
        });
    }

    /** Stores what has changed of a locked file. */
    public void update(CaseFile file) {
        jpa.tx(em -> em.find(CaseFileEntity.class, file.id()).take(file));
    }

    /** A file. */
    public Optional<CaseFile> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(CaseFileEntity.class, id)).map(CaseFileEntity::toRecord));
    }

    /** A file, locked until the transaction ends. */
    public Optional<CaseFile> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_document.case_file set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            CaseFileEntity entity = em.find(CaseFileEntity.class, id);
            if (entity == null) {
                return Optional.empty();
            }
            em.refresh(entity);
            return Optional.of(entity.toRecord());
        });
    }

    /** The file with a code in a year. */
    public Optional<CaseFile> withCode(int year, String code) {
        return jpa.txExpr(em -> em
                .createQuery("select f from CaseFile f where f.year = :year and f.code = :code", CaseFileEntity.class)
                .setParameter("year", year)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .map(CaseFileEntity::toRecord)
                .findFirst());
    }

    /**
     * Files, newest first.
     *
     * @param keeperId whose alone; empty for everybody's
     */
    public List<CaseFile> list(CaseFiles.Query query, Optional<String> keeperId, Optional<String> after, int limit) {
        StringBuilder jpql = new StringBuilder("select f from CaseFile f where f.id < :after");
        Map<String, Object> parameters = new HashMap<>();
        // Ids are made of digits and capitals: nothing comes after a small letter.
        parameters.put("after", after.orElse("z"));
        keeperId.ifPresent(keeper -> {
            jpql.append(" and f.keeperId = :keeper");
            parameters.put("keeper", keeper);
        });
        query.state().ifPresent(state -> {
            jpql.append(" and f.state = :state");
            parameters.put("state", state);
        });
        query.year().ifPresent(year -> {
            jpql.append(" and f.year = :year");
            parameters.put("year", year);
        });
        query.text().ifPresent(text -> {
            jpql.append(" and f.folded like :text escape '!'");
            parameters.put("text", Like.containing(VietnameseText.fold(text)));
        });
        jpql.append(" order by f.id desc");
        return jpa.txExpr(em -> {
            TypedQuery<CaseFileEntity> select = em.createQuery(jpql.toString(), CaseFileEntity.class);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(limit).getResultList().stream()
                    .map(CaseFileEntity::toRecord)
                    .toList();
        });
    }

    /** The documents in a file, by place. */
    public List<Item> items(String fileId) {
        return jpa.txExpr(em -> {
            List<?> rows = em.createNativeQuery("select direction, document_id, place from q_document.case_file_item"
                            + " where file_id = ? order by place")
                    .setParameter(1, fileId)
                    .getResultList();
            return rows.stream()
                    .map(Object[].class::cast)
                    .map(row ->
                            new Item(Direction.valueOf((String) row[0]), (String) row[1], ((Number) row[2]).intValue()))
                    .toList();
        });
    }

    /** Puts a document into a locked file. */
    public void put(String fileId, Item item) {
        jpa.tx(em -> em.createNativeQuery("insert into q_document.case_file_item"
                        + " (file_id, document_id, direction, place) values (?, ?, ?, ?)")
                .setParameter(1, fileId)
                .setParameter(2, item.documentId())
                .setParameter(3, item.direction().name())
                .setParameter(4, item.place())
                .executeUpdate());
    }

    /** Takes a document out of a locked file; false when it was not in it. */
    public boolean take(String fileId, String documentId) {
        return jpa.txExpr(em ->
                em.createNativeQuery("delete from q_document.case_file_item where file_id = ? and document_id = ?")
                                .setParameter(1, fileId)
                                .setParameter(2, documentId)
                                .executeUpdate()
                        == 1);
    }
}
