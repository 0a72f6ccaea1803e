package vn.quyche.core.security.internal.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.spi.DelegationLimit;
import vn.quyche.core.api.security.spi.DelegationLimit.Proposal;
import vn.quyche.core.api.security.spi.DelegationLimit.Verdict;

/** The limits that the installed bundles state. */
@Component(service = DelegationLimits.class)
public final class DelegationLimits {

    private final List<DelegationLimit> limits = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLimit(DelegationLimit limit) {
        limits.add(limit);
    }

    void removeLimit(DelegationLimit limit) {
        limits.remove(limit);
    }

    /**
     * Asks all limits.
     *
     * @return the clauses that allow it
     * @throws Refused when one forbids it
     */
    Set<String> clauses(Proposal proposal) {
        Set<String> clauses = new HashSet<>();
        for (DelegationLimit limit : limits) {
            Verdict verdict = limit.judge(proposal);
            if (!verdict.allowed()) {
                throw new Refused(verdict.clause(), verdict.code());
            }
            if (!verdict.clause().isEmpty()) {
                clauses.add(verdict.clause());
            }
        }
        return clauses;
    }
}
