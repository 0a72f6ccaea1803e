package vn.quyche.core.web.internal.link;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Regulations;

/** Knows how the school numbers its clauses, when compliance is there. */
@Component(service = RegulationsLink.class)
public final class RegulationsLink {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Regulations regulations;

    /** Whether regulations can be looked up. */
    public boolean available() {
        return regulations != null;
    }

    /** A clause, when somebody carries it out. */
    public Optional<Clause> clause(String id) {
        Regulations now = regulations;
        return now == null ? Optional.empty() : now.clause(id);
    }

    /** All clauses; none when compliance is absent. */
    public List<Clause> clauses() {
        Regulations now = regulations;
        return now == null ? List.of() : now.clauses();
    }
}
