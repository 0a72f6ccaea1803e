package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A day that the office entered: a holiday, or a day on which the school works to make up. */
@Entity
@Table(schema = "q_compliance", name = "holiday")
class HolidayEntity {

    @Id
    @Column(name = "holiday_on")
    LocalDate day;

    String name;
    boolean working;
    String origin;

    CalendarDay toDay() {
        return new CalendarDay(day, name, working, origin);
    }
}
