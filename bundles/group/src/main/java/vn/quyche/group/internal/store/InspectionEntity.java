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
import vn.quyche.core.api.VietnameseText;
import vn.quyche.group.api.inspection.Inspection;

/** A report on an inspection, without what it counted. */
@Entity(name = "Inspection")
@Table(name = "inspection", schema = "q_group")
class InspectionEntity {
    @Id
    String id;

    @Column(name = "group_id")
    String groupId;

    @Column(name = "group_code")
    String groupCode;

    @Column(name = "group_name")
    String groupName;

    @Column(name = "group_sort")
    String groupSort;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "inspector_id")
    String inspectorId;

    @Column(name = "inspector_name")
    String inspectorName;

    String conclusion;

    @Column(name = "search_text")
    String searchText;

    @Enumerated(EnumType.STRING)
    Inspection.State state;

    @Column(name = "made_at")
    long madeAt;

    @Column(name = "as_of")
    Long asOf;

    @Column(name = "signed_at")
    Long signedAt;

    @Column(name = "signed_by")
    String signedBy;

    String hash;
    long version;

    void take(Inspection inspection) {
        id = inspection.id();
        groupId = inspection.groupId();
        groupCode = inspection.groupCode();
        groupName = inspection.groupName();
        groupSort = VietnameseText.sortKey(inspection.groupName());
        firstDay = inspection.from();
        lastDay = inspection.to();
        inspectorId = inspection.inspectorId();
        inspectorName = inspection.inspectorName();
        conclusion = inspection.conclusion();
        searchText = VietnameseText.fold(String.join(
                " ",
                inspection.groupCode(),
                inspection.groupName(),
                inspection.inspectorName(),
                inspection.conclusion()));
        state = inspection.state();
        madeAt = inspection.madeAt().toEpochMilli();
        asOf = inspection.asOf().map(Instant::toEpochMilli).orElse(null);
        signedAt = inspection.signedAt().map(Instant::toEpochMilli).orElse(null);
        signedBy = inspection.signedBy();
        hash = inspection.hash();
        version = inspection.version();
    }

    Inspection toRecord() {
        return new Inspection(
                id,
                groupId,
                groupCode,
                groupName,
                firstDay,
                lastDay,
                inspectorId,
                inspectorName,
                conclusion,
                state,
                Instant.ofEpochMilli(madeAt),
                Optional.ofNullable(asOf).map(Instant::ofEpochMilli),
                Optional.ofNullable(signedAt).map(Instant::ofEpochMilli),
                signedBy,
                hash,
                version);
    }
}
