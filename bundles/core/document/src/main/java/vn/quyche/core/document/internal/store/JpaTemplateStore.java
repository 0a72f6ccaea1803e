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
import vn.quyche.core.api.document.DocumentTemplates.Query;
import vn.quyche.core.api.document.DocumentTemplates.Template;
import vn.quyche.core.api.document.DocumentTemplates.Version;
import vn.quyche.core.api.persistence.Like;

/** Templates with their versions, in JPA. */
@Component(service = JpaTemplateStore.class)
public final class JpaTemplateStore {

    private static final int SHOWN = 200;

    private final JpaTemplate jpa;

    @Activate
    public JpaTemplateStore(@Reference(target = "(osgi.unit.name=document)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new template. */
    public void insert(Template template) {
        jpa.tx(em -> {
            TemplateEntity entity = new TemplateEntity();
            entity.take(template);
            em.persist(entity);
        });
    }

    /** Stores what has changed of a locked template. */
    public void update(Template template) {
        jpa.tx(em -> em.find(TemplateEntity.class, template.id()).take(template));
    }

    /** A template. */
    public Optional<Template> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(TemplateEntity.class, id)).map(TemplateEntity::toRecord));
    }

    /** A template, locked until the transaction ends. */
    public Optional<Template> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_document.template set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            TemplateEntity entity = em.find(TemplateEntity.class, id);
            if (entity == null) {
                return Optional.empty();
            }
            em.refresh(entity);
            return Optional.of(entity.toRecord());
        });
    }

    /** Templates in the order of their ids: the school's own as they came, then those of the product. */
    public List<Template> list(Query query, Optional<String> after, int limit) {
        StringBuilder jpql = new StringBuilder("select t from Template t where t.id > :after");
        Map<String, Object> parameters = new HashMap<>();
        // Nothing comes before a space.
        parameters.put("after", after.orElse(" "));
        query.kind().ifPresent(kind -> {
            jpql.append(" and t.kind = :kind");
            parameters.put("kind", kind);
        });
        query.active().ifPresent(active -> {
            jpql.append(" and t.active = :active");
            parameters.put("active", active);
        });
        query.text().ifPresent(text -> {
            jpql.append(" and t.folded like :text escape '!'");
            parameters.put("text", Like.containing(VietnameseText.fold(text)));
        });
        jpql.append(" order by t.id");
        return jpa.txExpr(em -> {
            TypedQuery<TemplateEntity> select = em.createQuery(jpql.toString(), TemplateEntity.class);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(limit).getResultList().stream()
                    .map(TemplateEntity::toRecord)
                    .toList();
        });
    }

    /** Adds a version to a locked template. */
    public void addVersion(String templateId, Version version) {
        jpa.tx(em -> em.persist(new TemplateVersionEntity(templateId, version)));
    }

    /** The versions of a template, the latest first. */
    public List<Version> versions(String templateId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select v from TemplateVersion v where v.key.templateId = :id order by v.key.number desc",
                        TemplateVersionEntity.class)
                .setParameter("id", templateId)
                .setMaxResults(SHOWN)
                .getResultList()
                .stream()
                .map(TemplateVersionEntity::toRecord)
                .toList());
    }

    /** A version of a template. */
    public Optional<Version> version(String templateId, int number) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select v from TemplateVersion v where v.key.templateId = :id and v.key.number = :number",
                        TemplateVersionEntity.class)
                .setParameter("id", templateId)
                .setParameter("number", number)
                .getResultList()
                .stream()
                .findFirst()
                .map(TemplateVersionEntity::toRecord));
    }
}
