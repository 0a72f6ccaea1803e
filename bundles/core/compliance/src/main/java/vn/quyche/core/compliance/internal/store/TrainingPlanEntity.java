package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.compliance.internal.model.TrainingPlan;

/** The plan of trainings of a school year. */
@Entity
@Table(schema = "q_compliance", name = "training_plan")
class TrainingPlanEntity {

    @Id
    @Column(name = "school_year")
    String schoolYear;

    String aims;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Long approvedAt;

    long version;

    void take(TrainingPlan plan) {
        schoolYear = plan.schoolYear();
        aims = plan.aims();
        approvedBy = plan.approvedBy();
        approvedAt = plan.approvedAt().map(Instant::toEpochMilli).orElse(null);
        version = plan.version();
    }

    TrainingPlan toPlan() {
        return new TrainingPlan(
                schoolYear, aims, approvedBy, Optional.ofNullable(approvedAt).map(Instant::ofEpochMilli), version);
    }
}
