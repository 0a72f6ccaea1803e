package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A holiday that the office entered. */
@Entity
@Table(schema = "q_compliance", name = "holiday")
class HolidayEntity {

    @Id
    @Column(name = "holiday_on")
    LocalDate day;

    String name;
}
