package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.ClauseOrder;

/** Shows regulations to people who may see them: what all doors have in common. */
@Component(service = RegulationReader.class)
public final class RegulationReader {

    private final Regulations regulations;
    private final Access access;
    private final Clock clock;

    /**
     * A clause and its standing.
     *
     * @param clause the clause
     * @param installed whether a running bundle carries it out
     */
    public record Standing(Clause clause, boolean installed) {}

    @Activate
    public RegulationReader(@Reference Regulations regulations, @Reference Access access, @Reference Clock clock) {
        this.regulations = regulations;
        this.access = access;
        this.clock = clock;
    }

    /** All clauses, those whose bundle is absent among them, in catalogue order. */
    public List<Standing> clauses(Caller caller) {
        require(caller);
        ClauseOrder order = new ClauseOrder();
        return Stream.concat(
                        regulations.clauses().stream().map(clause -> new Standing(clause, true)),
                        regulations.absentClauses().stream().map(clause -> new Standing(clause, false)))
                .sorted((a, b) -> order.compare(a.clause().id(), b.clause().id()))
                .toList();
    }

    /** One clause. */
    public Standing clause(Caller caller, String id) {
        return clauses(caller).stream()
                .filter(standing -> standing.clause().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("compliance.clause-not-found", id));
    }

    /** The parameters with their values on a day; today when it is null. */
    public List<Parameter> parameters(Caller caller, LocalDate day) {
        require(caller);
        return regulations.parameters(day == null ? VietnamTime.today(clock) : day);
    }

    /** One parameter as it is today. */
    public Parameter parameter(Caller caller, String key) {
        return parameters(caller, null).stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("compliance.parameter-not-found", key));
    }

    private void require(Caller caller) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
    }
}
