package vn.quyche.core.compliance.internal.service;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.SchoolTrainings;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.Audience;
import vn.quyche.core.compliance.internal.model.TrainingPlan;

/** The trainings as other bundles reach them. */
@Component
public final class DefaultSchoolTrainings implements SchoolTrainings {

    private final Trainings trainings;
    private final TrainingPlans plans;

    @Activate
    public DefaultSchoolTrainings(@Reference Trainings trainings, @Reference TrainingPlans plans) {
        this.trainings = trainings;
        this.plans = plans;
    }

    @Override
    public String plan(Caller caller, NewTraining training, String key) {
        Session session = training.session();
        return trainings.plan(
                caller,
                key,
                new Trainings.NewTraining(
                        "",
                        training.clause(),
                        training.title(),
                        training.content(),
                        session.trainer(),
                        session.place(),
                        session.responsibleId(),
                        Audience.everybody(),
                        session.startsAt(),
                        List.of()));
    }

    @Override
    public void hold(Caller caller, String trainingId, Set<String> presentIds, String remark) {
        long version = trainings.get(caller, trainingId).version();
        trainings.hold(caller, trainingId, version, presentIds, remark);
    }

    @Override
    public String makeUp(Caller caller, String trainingId, Session session, String key) {
        return trainings.makeUp(
                caller,
                trainingId,
                key,
                new Trainings.NewMakeUp(
                        session.startsAt(), session.trainer(), session.place(), session.responsibleId()));
    }

    @Override
    public void approve(Caller caller, String schoolYear, String aims) {
        TrainingPlan before = plans.get(caller, schoolYear);
        TrainingPlan written = plans.write(caller, schoolYear, before.version(), aims);
        plans.approve(caller, schoolYear, written.version());
    }
}
