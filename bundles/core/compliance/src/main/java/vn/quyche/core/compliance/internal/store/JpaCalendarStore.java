package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the holidays that the office entered, and how far recurring duties were laid. */
@Component(service = JpaCalendarStore.class)
public final class JpaCalendarStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaCalendarStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** All holidays entered, by day: a few dozen a year. */
    public Map<LocalDate, String> holidays() {
        return jpa.txExpr(em -> {
            Map<LocalDate, String> days = new TreeMap<>();
            em.createQuery("select h from HolidayEntity h", HolidayEntity.class)
                    .getResultList()
                    .forEach(holiday -> days.put(holiday.day, holiday.name));
            return days;
        });
    }

    /** The name of a holiday that was entered. */
    public Optional<String> holiday(LocalDate day) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(HolidayEntity.class, day)).map(holiday -> holiday.name));
    }

    /** @throws PersistenceException when the day stands already */
    public void add(LocalDate day, String name) {
        jpa.tx(em -> {
            HolidayEntity holiday = new HolidayEntity();
            holiday.day = day;
            holiday.name = name;
            em.persist(holiday);
        });
    }

    /** Takes a holiday away. */
    public void remove(LocalDate day) {
        jpa.tx(em -> em.createQuery("delete from HolidayEntity h where h.day = :day")
                .setParameter("day", day)
                .executeUpdate());
    }

    /** The first day for which the duties of a rule may still change; empty when the rule is new. */
    public Optional<LocalDate> settledTo(String ruleId) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(RuleEntity.class, ruleId)).map(rule -> rule.settledTo));
    }

    /** Says that the duties of a rule before a day will not change any more. */
    public void settle(String ruleId, LocalDate to) {
        jpa.tx(em -> {
            RuleEntity rule = new RuleEntity();
            rule.id = ruleId;
            rule.settledTo = to;
            em.merge(rule);
        });
    }
}
