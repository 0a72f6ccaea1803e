package vn.quyche.group.internal.store;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who answered for groups when they were last looked at, in JPA. */
@Component(service = JpaLeaderStore.class)
public final class JpaLeaderStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaLeaderStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The ids of people by the id of their group. */
    public Map<String, Set<String>> all() {
        return jpa.txExpr(em ->
                em.createQuery("select l from GroupLeader l", LeaderEntity.class).getResultList().stream()
                        .collect(Collectors.groupingBy(
                                leader -> leader.key.groupId,
                                Collectors.mapping(leader -> leader.key.personId, Collectors.toSet()))));
    }

    /** Notes who answers for a group now. */
    public void note(String groupId, Collection<String> personIds) {
        jpa.tx(em -> {
            em.createQuery("delete from GroupLeader l where l.key.groupId = :group")
                    .setParameter("group", groupId)
                    .executeUpdate();
            personIds.forEach(personId -> em.persist(new LeaderEntity(groupId, personId)));
        });
    }
}
