package vn.quyche.group.internal.store;

import java.util.List;
import javax.persistence.EntityManager;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;

/** Writes down how a group was, for those who look back: its members, its rule and its roles. */
@Regulated("BC.7.2")
final class GroupHistory {

    private GroupHistory() {}

    /** Somebody is in a group from a moment on. */
    static void joined(EntityManager em, String groupId, String personId, long at) {
        SpanEntity.Key key = new SpanEntity.Key(groupId, personId, at);
        SpanEntity span = em.find(SpanEntity.class, key);
        if (span == null) {
            em.persist(new SpanEntity(key));
        } else {
            span.until = null;
        }
    }

    /** Somebody is no longer in a group. */
    static void gone(EntityManager em, String groupId, String personId, long at) {
        List<SpanEntity> open = em.createQuery(
                        "select s from MemberSpan s where s.key.groupId = :group and s.key.personId = :person"
                                + " and s.until is null",
                        SpanEntity.class)
                .setParameter("group", groupId)
                .setParameter("person", personId)
                .getResultList();
        open.forEach(span -> span.until = at);
    }

    /** The rule and the roles that a group has from a moment on. */
    static void edition(EntityManager em, MessagingGroup group, long at) {
        EditionEntity.Key key = new EditionEntity.Key(group.id(), at);
        EditionEntity edition = em.find(EditionEntity.class, key);
        MemberRule rule = group.rule();
        if (edition == null) {
            em.persist(new EditionEntity(key, rule.allStaff()));
        } else {
            edition.allStaff = rule.allStaff();
            clear(em, "EditionPart", key);
            clear(em, "EditionRole", key);
        }
        rule.posts().forEach(post -> em.persist(new EditionPartEntity(key, RulePartEntity.POST, post.name())));
        rule.unitIds().forEach(unit -> em.persist(new EditionPartEntity(key, RulePartEntity.UNIT, unit)));
        rule.campusIds().forEach(campus -> em.persist(new EditionPartEntity(key, RulePartEntity.CAMPUS, campus)));
        for (int place = 0; place < group.appointments().size(); place++) {
            em.persist(new EditionRoleEntity(key, place, group.appointments().get(place)));
        }
    }

    private static void clear(EntityManager em, String entity, EditionEntity.Key key) {
        em.createQuery("delete from " + entity + " e where e.key.groupId = :group and e.key.since = :since")
                .setParameter("group", key.groupId)
                .setParameter("since", key.since)
                .executeUpdate();
    }
}
