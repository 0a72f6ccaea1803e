package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.SchoolPeriod;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.TrainingPlan;
import vn.quyche.core.compliance.internal.store.JpaTrainingStore;

/** The plans of trainings, one for each school year: its aims, and that it was approved (TT.15.3). */
@Component(service = TrainingPlans.class)
public final class TrainingPlans {

    private static final String PLAN = "compliance.training-plan";
    private static final int YEAR_LENGTH = 9;

    private final JpaTrainingStore store;
    private final TrainingDuties duties;
    private final Acts acts;
    private final Access access;
    private final Clock clock;

    @Activate
    public TrainingPlans(
            @Reference JpaTrainingStore store,
            @Reference TrainingDuties duties,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Clock clock) {
        this.store = store;
        this.duties = duties;
        this.acts = acts;
        this.access = access;
        this.clock = clock;
    }

    /** The running school year. */
    public String running() {
        return SchoolPeriod.year(VietnamTime.today(clock));
    }

    /** The running school year, the next one and all of which something is planned, latest first. */
    public List<String> years(Caller caller) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
        TreeSet<String> years = new TreeSet<>(store.schoolYears());
        years.add(running());
        years.add(SchoolPeriod.year(VietnamTime.today(clock).plusYears(1)));
        return List.copyOf(years.descendingSet());
    }

    /**
     * The plan of a school year.
     *
     * @throws Invalid {@code compliance.training-bad-year}
     */
    public TrainingPlan get(Caller caller, String schoolYear) {
        access.require(caller, CompliancePermissions.REGULATION_READ, Scope.school());
        return plan(schoolYear);
    }

    /** Writes what the school wants in a school year, until the plan is approved. */
    public TrainingPlan write(Caller caller, String schoolYear, long version, String aims) {
        Act act = Act.on(
                PLAN,
                schoolYear,
                "compliance.write-training-plan",
                CompliancePermissions.REGULATION_TRAINING,
                Scope.school());
        return acts.perform(caller, act, log -> {
            TrainingPlan before = open(schoolYear, version);
            Checks checks = new Checks();
            String text = checks.text("aims", aims, 0, 4000);
            checks.orThrow();
            save(new TrainingPlan(before.schoolYear(), text, "", Optional.empty(), version));
            log.changed(before, Map.of("aims", text));
            return plan(schoolYear);
        });
    }

    /**
     * Approves the plan of a school year.
     *
     * @throws Conflict {@code compliance.training-plan-empty} when no training stands in it
     */
    @Regulated("TT.15.3")
    public TrainingPlan approve(Caller caller, String schoolYear, long version) {
        Act act = Act.on(
                PLAN,
                schoolYear,
                "compliance.approve-training-plan",
                CompliancePermissions.REGULATION_TRAINING_APPROVE,
                Scope.school());
        return acts.perform(caller, act, log -> {
            TrainingPlan before = open(schoolYear, version);
            long trainings = store.count(schoolYear);
            if (trainings == 0) {
                throw new Conflict("compliance.training-plan-empty", schoolYear);
            }
            save(new TrainingPlan(
                    before.schoolYear(), before.aims(), caller.name(), Optional.of(clock.instant()), version));
            duties.approved(schoolYear);
            log.changed(before, Map.of("approved", true, "trainings", trainings));
            return plan(schoolYear);
        });
    }

    private TrainingPlan open(String schoolYear, long version) {
        TrainingPlan plan = plan(schoolYear);
        if (plan.approved()) {
            throw new Conflict("compliance.training-plan-approved", schoolYear, plan.approvedBy());
        }
        if (plan.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
        return plan;
    }

    private TrainingPlan plan(String schoolYear) {
        if (schoolYear.length() != YEAR_LENGTH
                || SchoolPeriod.of(schoolYear, "").isEmpty()) {
            throw new Invalid("schoolYear", "compliance.training-bad-year");
        }
        return store.plan(schoolYear).orElseGet(() -> TrainingPlan.none(schoolYear));
    }

    private void save(TrainingPlan plan) {
        try {
            if (!store.save(plan)) {
                throw new Conflict("core.changed-meanwhile");
            }
        } catch (PersistenceException twice) {
            throw new Conflict("core.changed-meanwhile");
        }
    }
}
