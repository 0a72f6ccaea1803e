package vn.quyche.district.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import vn.quyche.district.api.DutyCount;

/** How the duties of a domain went that a role of a school has in a month. */
@Entity(name = "SchoolDuty")
@Table(name = "school_duty", schema = "q_district")
class SchoolDutyEntity {

    /** A role and a domain of a school in a month. */
    @Embeddable
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        @Column(name = "school_id")
        String schoolId;

        @Column(name = "month_on")
        LocalDate month;

        String domain;
        String role;

        Key() {}

        Key(String schoolId, LocalDate month, String domain, String role) {
            this.schoolId = schoolId;
            this.month = month;
            this.domain = domain;
            this.role = role;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.schoolId.equals(schoolId)
                    && key.month.equals(month)
                    && key.domain.equals(domain)
                    && key.role.equals(role);
        }

        @Override
        public int hashCode() {
            return Objects.hash(schoolId, month, domain, role);
        }
    }

    @EmbeddedId
    Key key;

    int due;
    int done;
    int late;
    int missed;
    int excused;

    @Column(name = "open_count")
    int open;

    SchoolDutyEntity() {}

    SchoolDutyEntity(String schoolId, LocalDate month, DutyCount of) {
        key = new Key(schoolId, month, of.domain(), of.role());
        due = of.due();
        done = of.done();
        late = of.late();
        missed = of.missed();
        excused = of.excused();
        open = of.open();
    }

    DutyCount toRecord() {
        return new DutyCount(key.domain, key.role, due, done, late, missed, excused, open);
    }
}
