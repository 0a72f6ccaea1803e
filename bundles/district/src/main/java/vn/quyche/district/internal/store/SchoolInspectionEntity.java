package vn.quyche.district.internal.store;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import vn.quyche.district.api.SchoolInspection;

/** A signed report of a school. */
@Entity(name = "SchoolInspection")
@Table(name = "school_inspection", schema = "q_district")
class SchoolInspectionEntity {

    /** A report of a school. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "school_id")
        String schoolId;

        @Column(name = "report_id")
        String reportId;

        Key() {}

        Key(String schoolId, String reportId) {
            this.schoolId = schoolId;
            this.reportId = reportId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.schoolId.equals(schoolId) && key.reportId.equals(reportId);
        }

        @Override
        public int hashCode() {
            return 31 * schoolId.hashCode() + reportId.hashCode();
        }
    }

    @EmbeddedId
    Key key;

    @Column(name = "month_on")
    LocalDate month;

    @Column(name = "school_group_id")
    String groupId;

    @Column(name = "group_code")
    String groupCode;

    @Column(name = "group_name")
    String groupName;

    @Column(name = "sort_key")
    String sortKey;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "signed_at")
    long signedAt;

    int missing;
    int surplus;
    int overdue;
    int late;
    int violations;

    @Column(name = "found_count")
    int found;

    @Column(name = "open_findings")
    int openFindings;

    SchoolInspectionEntity() {}

    SchoolInspectionEntity(String schoolId, SchoolInspection of) {
        key = new Key(schoolId, of.id());
        month = of.to().withDayOfMonth(1);
        groupId = of.groupId();
        groupCode = of.groupCode();
        groupName = of.groupName();
        sortKey = GroupColumns.sortKey(of.groupName());
        firstDay = of.from();
        lastDay = of.to();
        signedAt = of.signedAt().toEpochMilli();
        missing = of.missing();
        surplus = of.surplus();
        overdue = of.overdue();
        late = of.late();
        violations = of.violations();
        found = of.found();
        openFindings = of.openFindings();
    }

    SchoolInspection toRecord() {
        return new SchoolInspection(
                key.reportId,
                groupId,
                groupCode,
                groupName,
                firstDay,
                lastDay,
                Instant.ofEpochMilli(signedAt),
                missing,
                surplus,
                overdue,
                late,
                violations,
                found,
                openFindings);
    }
}
