package vn.quyche.district.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import vn.quyche.district.api.MonthFigures;

/** What a month of a school comes to. */
@Entity(name = "SchoolMonth")
@Table(name = "school_month", schema = "q_district")
class MonthEntity {

    /** A month of a school. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "school_id")
        String schoolId;

        @Column(name = "month_on")
        LocalDate month;

        Key() {}

        Key(String schoolId, LocalDate month) {
            this.schoolId = schoolId;
            this.month = month;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.schoolId.equals(schoolId) && key.month.equals(month);
        }

        @Override
        public int hashCode() {
            return 31 * schoolId.hashCode() + month.hashCode();
        }
    }

    @EmbeddedId
    Key key;

    int reports;
    int inspected;
    int differences;
    int overdue;
    int late;
    int violations;

    @Column(name = "found_count")
    int found;

    @Column(name = "open_findings")
    int openFindings;

    int due;
    int done;

    @Column(name = "done_late")
    int doneLate;

    int missed;
    int excused;

    @Column(name = "open_count")
    int open;

    MonthEntity() {}

    MonthEntity(String schoolId, LocalDate month, MonthFigures of) {
        key = new Key(schoolId, month);
        reports = of.reports();
        inspected = of.inspected();
        differences = of.differences();
        overdue = of.overdue();
        late = of.late();
        violations = of.violations();
        found = of.found();
        openFindings = of.openFindings();
        due = of.due();
        done = of.done();
        doneLate = of.doneLate();
        missed = of.missed();
        excused = of.excused();
        open = of.open();
    }

    MonthFigures toRecord() {
        return new MonthFigures(
                reports,
                inspected,
                differences,
                overdue,
                late,
                violations,
                found,
                openFindings,
                due,
                done,
                doneLate,
                missed,
                excused,
                open);
    }
}
