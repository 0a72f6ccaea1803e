package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.ParameterValues;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.ParameterRule;
import vn.quyche.core.compliance.internal.store.JpaRegulationStore;

/** What the school decided about its parameters. */
@Component(service = {ParameterValues.class, DefaultParameterValues.class})
public final class DefaultParameterValues implements ParameterValues {

    private static final int MAX_DECISION = 200;
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final JpaRegulationStore store;
    private final PackRegulations regulations;
    private final Acts acts;
    private final Access access;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public DefaultParameterValues(
            @Reference JpaRegulationStore store,
            @Reference PackRegulations regulations,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.regulations = regulations;
        this.acts = acts;
        this.access = access;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public List<Value> history(Caller caller, String key) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
        return store.history(rule(key).key());
    }

    @Override
    @Regulated("BC.7.4")
    public Value set(Caller caller, String key, String value, LocalDate validFrom, String decision) {
        Act act = Act.on(
                "compliance.parameter",
                key,
                "compliance.set-parameter",
                CompliancePermissions.REGULATION_EDIT,
                Scope.school());
        return acts.perform(caller, act, log -> {
            ParameterRule rule = rule(key);
            Checks checks = new Checks();
            String checkedValue = checks.text("value", value, 0, 2000);
            rule.check(checks, "value", checkedValue, regulations.cited(rule));
            String checkedDecision = checks.text("decision", decision, 1, MAX_DECISION);
            checks.that(validFrom != null, "validFrom", "core.required");
            LocalDate today = VietnamTime.today(clock);
            checks.that(
                    validFrom == null || !validFrom.isBefore(today) && !validFrom.isAfter(LAST_DAY),
                    "validFrom",
                    "compliance.past-day");
            checks.orThrow();
            Optional<Value> before = store.on(key, validFrom);
            Value decided = enter(key, checkedValue, validFrom, checkedDecision, caller.name());
            log.changed(before.orElse(null), decided);
            log.note(checkedDecision);
            return decided;
        });
    }

    /** Enters a checked value in the running transaction: also what a decision about a whole regulation sets. */
    Value enter(String key, String value, LocalDate validFrom, String decision, String enteredBy) {
        Value decided = new Value(value, validFrom, decision, enteredBy, clock.instant());
        store.put(key, decided);
        tx.afterCommit(regulations::valuesChanged);
        return decided;
    }

    private ParameterRule rule(String key) {
        return regulations.rule(key).orElseThrow(() -> new NotFound("compliance.parameter-not-found", key));
    }
}
