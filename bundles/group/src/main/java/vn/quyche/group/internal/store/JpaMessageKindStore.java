package vn.quyche.group.internal.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.group.api.members.MessageKind;

/** What groups are for and what directives are about, in plain SQL: two lists of words. */
@Component(service = JpaMessageKindStore.class)
public final class JpaMessageKindStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaMessageKindStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What a group is for; empty while nothing was said. */
    public Set<MessageKind> of(String groupId) {
        return jpa.txExpr(em -> {
            Set<MessageKind> kinds = EnumSet.noneOf(MessageKind.class);
            for (Object kind : rows(em, "select kind from q_group.group_message_kind where group_id = ?", groupId)) {
                kinds.add(MessageKind.valueOf((String) kind));
            }
            return kinds;
        });
    }

    /** Says what a group is for. */
    public void allow(String groupId, Set<MessageKind> kinds) {
        jpa.tx(em -> {
            execute(em, "delete from q_group.group_message_kind where group_id = ?", groupId);
            kinds.forEach(kind -> execute(
                    em, "insert into q_group.group_message_kind (group_id, kind) values (?, ?)", groupId, kind.name()));
        });
    }

    /** What a directive is about. */
    public Optional<MessageKind> ofDirective(String directiveId) {
        return jpa.txExpr(
                em -> rows(em, "select kind from q_group.directive_kind where directive_id = ?", directiveId).stream()
                        .map(kind -> MessageKind.valueOf((String) kind))
                        .findFirst());
    }

    /** Says what a directive is about. */
    public void mark(String directiveId, MessageKind kind) {
        jpa.tx(em -> {
            execute(em, "delete from q_group.directive_kind where directive_id = ?", directiveId);
            execute(
                    em,
                    "insert into q_group.directive_kind (directive_id, kind) values (?, ?)",
                    directiveId,
                    kind.name());
        });
    }

    private static List<?> rows(EntityManager em, String sql, String id) {
        return em.createNativeQuery(sql).setParameter(1, id).getResultList();
    }

    private static void execute(EntityManager em, String sql, String... values) {
        var statement = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setParameter(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
