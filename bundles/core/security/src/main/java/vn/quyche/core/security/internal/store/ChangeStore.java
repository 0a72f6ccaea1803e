package vn.quyche.core.security.internal.store;

import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mark that grows with every change, for the other nodes to see. */
@Component(service = ChangeStore.class)
public final class ChangeStore {

    private final JpaTemplate jpa;

    @Activate
    public ChangeStore(@Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The mark now. */
    public long mark() {
        return jpa.txExpr(em -> em.find(ChangeMarkEntity.class, ChangeMarkEntity.ID).mark);
    }

    /** Lets the mark grow, in the running transaction. */
    public void grow() {
        jpa.tx(em -> em.createQuery("update ChangeMarkEntity c set c.mark = c.mark + 1")
                .executeUpdate());
    }
}
