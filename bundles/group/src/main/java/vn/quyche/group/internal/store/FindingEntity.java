package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.group.api.inspection.Finding;

/** What an inspection found wrong. */
@Entity(name = "InspectionFinding")
@Table(name = "inspection_finding", schema = "q_group")
class FindingEntity {
    @Id
    String id;

    @Column(name = "inspection_id")
    String inspectionId;

    @Column(name = "group_id")
    String groupId;

    @Enumerated(EnumType.STRING)
    Finding.Kind kind;

    String body;
    String remedy;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "remedied_at")
    Long remediedAt;

    @Column(name = "remedied_by")
    String remediedBy;

    String remark;

    FindingEntity() {}

    FindingEntity(Finding finding, String groupId) {
        id = finding.id();
        inspectionId = finding.inspectionId();
        this.groupId = groupId;
        kind = finding.kind();
        body = finding.text();
        remedy = finding.remedy();
        dueOn = finding.dueOn();
        take(finding);
    }

    /** What was done about it. */
    final void take(Finding finding) {
        remediedAt = finding.remediedAt().map(Instant::toEpochMilli).orElse(null);
        remediedBy = finding.remediedBy();
        remark = finding.remark();
    }

    Finding toRecord() {
        return new Finding(
                id,
                inspectionId,
                kind,
                body,
                remedy,
                dueOn,
                Optional.ofNullable(remediedAt).map(Instant::ofEpochMilli),
                remediedBy,
                remark);
    }
}
