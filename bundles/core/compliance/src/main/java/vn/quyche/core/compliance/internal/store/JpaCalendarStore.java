package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the days that the office entered. */
@Component(service = JpaCalendarStore.class)
public final class JpaCalendarStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaCalendarStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** All days entered, in their order: a few dozen a year. */
    public Map<LocalDate, CalendarDay> days() {
        return jpa.txExpr(em -> {
            Map<LocalDate, CalendarDay> days = new TreeMap<>();
            em.createQuery("select h from HolidayEntity h", HolidayEntity.class)
                    .getResultList()
                    .forEach(holiday -> days.put(holiday.day, holiday.toDay()));
            return days;
        });
    }

    /** A day that was entered. */
    public Optional<CalendarDay> day(LocalDate day) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(HolidayEntity.class, day)).map(HolidayEntity::toDay));
    }

    /** @throws PersistenceException when one of the days stands already */
    public void add(Collection<CalendarDay> days) {
        jpa.tx(em -> {
            for (CalendarDay day : days) {
                HolidayEntity holiday = new HolidayEntity();
                holiday.day = day.day();
                holiday.name = day.name();
                holiday.working = day.working();
                holiday.origin = day.origin();
                em.persist(holiday);
            }
            em.flush();
        });
    }

    /** Takes a day away. */
    public void remove(LocalDate day) {
        jpa.tx(em -> em.createQuery("delete from HolidayEntity h where h.day = :day")
                .setParameter("day", day)
                .executeUpdate());
    }
}
