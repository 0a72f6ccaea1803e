package vn.quyche.core.security.internal.link;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;

/** The duty engine, when it is installed; without it the register of the system works and nobody is reminded. */
@Component(service = DutiesLink.class)
public final class DutiesLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Duties duties;

    /** Without a duty engine until DS sets one. */
    public DutiesLink() {
        this(null);
    }

    /** For tests. */
    public DutiesLink(Duties duties) {
        this.duties = duties;
    }

    /** Lays a duty on a person. */
    public void assign(NewDuty duty) {
        Duties engine = duties;
        if (engine != null) {
            engine.assign(List.of(duty));
        }
    }

    /** Marks a duty as done. */
    public void done(String key, String evidence) {
        Duties engine = duties;
        if (engine != null) {
            engine.done(key, evidence);
        }
    }

    /** Withdraws the open duties about a subject. */
    public void withdraw(String subjectType, String subjectId, String reason) {
        Duties engine = duties;
        if (engine != null) {
            engine.withdraw(subjectType, subjectId, reason);
        }
    }
}
