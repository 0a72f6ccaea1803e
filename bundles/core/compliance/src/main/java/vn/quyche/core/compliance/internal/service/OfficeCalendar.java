package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.compliance.internal.model.PublicHolidays;
import vn.quyche.core.compliance.internal.store.CalendarDay;
import vn.quyche.core.compliance.internal.store.JpaCalendarStore;

/** The school's days: the working week as configured, less public holidays and the days that the office entered. */
@Component(
        service = {SchoolCalendar.class, OfficeCalendar.class},
        configurationPid = "vn.quyche.core.compliance")
@Designate(ocd = OfficeCalendar.Config.class)
public final class OfficeCalendar implements SchoolCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeCalendar.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    /** A school that would not work for longer than this is configured wrongly. */
    private static final int LONGEST_SEARCH_DAYS = 3660;

    private final JpaCalendarStore store;
    private final Clock clock;
    private final Set<DayOfWeek> week;
    private volatile Known known;

    /** Configuration. */
    @ObjectClassDefinition(name = "Quyche: compliance")
    public @interface Config {

        /** The days on which the school works. */
        @AttributeDefinition(name = "Working days", description = "MONDAY to SUNDAY, with commas between")
        String working_days() default "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY";
    }

    private record Known(Map<LocalDate, CalendarDay> days, Instant until) {}

    @Activate
    public OfficeCalendar(@Reference JpaCalendarStore store, @Reference Clock clock, Config config) {
        this(store, clock, week(config.working_days()));
    }

    /** A calendar of a given week, without a configuration. */
    public OfficeCalendar(JpaCalendarStore store, Clock clock, Set<DayOfWeek> week) {
        this.store = store;
        this.clock = clock;
        this.week = EnumSet.copyOf(week);
    }

    @Override
    public boolean workingDay(LocalDate day) {
        CalendarDay entered = entered().get(day);
        return entered == null
                ? !restsByWeek(day) && PublicHolidays.fixedOn(day).isEmpty()
                : entered.working();
    }

    @Override
    public Instant afterWorkingDays(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, VietnamTime.ZONE);
        LocalDate last = day.plusDays(LONGEST_SEARCH_DAYS);
        for (int left = days; left > 0 && day.isBefore(last); ) {
            day = day.plusDays(1);
            if (workingDay(day)) {
                left--;
            }
        }
        return VietnamTime.endOf(day);
    }

    /** Whether the school rests on the day of each week. */
    boolean restsByWeek(LocalDate day) {
        return !week.contains(day.getDayOfWeek());
    }

    /** Reads the days again at the next question. */
    void daysChanged() {
        known = null;
    }

    private Map<LocalDate, CalendarDay> entered() {
        Known before = known;
        Instant now = clock.instant();
        if (before == null || !now.isBefore(before.until())) {
            before = new Known(store.days(), now.plus(FRESH));
            known = before;
        }
        return before.days();
    }

    private static Set<DayOfWeek> week(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    try {
                        days.add(DayOfWeek.valueOf(name));
                    } catch (IllegalArgumentException e) {
                        LOG.warn("vn.quyche.core.compliance: working.days names no day of the week: {}", name);
                    }
                });
        if (days.isEmpty()) {
            LOG.warn("vn.quyche.core.compliance: working.days is empty; Monday to Saturday it is");
            return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
        }
        return days;
    }
}
