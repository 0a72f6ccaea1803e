package vn.quyche.core.directory.internal.link;

import java.util.Collection;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;

/** The duty engine, when it is installed; without it the checklist works and nobody is reminded. */
@Component(service = DutiesLink.class)
public class DutiesLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Duties duties;

    /** Without a duty engine until DS sets one. */
    public DutiesLink() {
        this(null);
    }

    /** For tests. */
    public DutiesLink(Duties duties) {
        this.duties = duties;
    }

    /** Lays duties on people. */
    public void assign(Collection<NewDuty> wanted) {
        with(engine -> engine.assign(wanted));
    }

    /** Marks a duty as done. */
    public void done(String key, String evidence) {
        with(engine -> engine.done(key, evidence));
    }

    /** Withdraws the open duties about a subject. */
    public void withdraw(String subjectType, String subjectId, String reason) {
        with(engine -> engine.withdraw(subjectType, subjectId, reason));
    }

    /** Withdraws an open duty. */
    public void withdraw(String key, String reason) {
        with(engine -> engine.withdraw(key, reason));
    }

    private void with(Consumer<Duties> use) {
        Duties engine = duties;
        if (engine != null) {
            use.accept(engine);
        }
    }
}
