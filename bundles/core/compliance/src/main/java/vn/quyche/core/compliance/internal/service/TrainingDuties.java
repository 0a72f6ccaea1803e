package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.api.compliance.SchoolPeriod;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.DutySource;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.TrainingPlan;
import vn.quyche.core.compliance.internal.store.JpaTrainingStore;

/**
 * The duties about trainings: that the plan of a school year is approved by a day of each year (TT.15.3), and that each
 * planned training is held and recorded (TA.12d).
 */
@Component(service = {DutySource.class, TrainingDuties.class})
public final class TrainingDuties implements DutySource {

    /** Parameter: the day of the year by which the plan is approved, {@code dd/MM}. */
    static final String PLAN_BY = "compliance.training-plan-by";
    /** Parameter: within how many working days a training is recorded. */
    static final String RECORD_DAYS = "compliance.training-record-days";

    private static final String PLAN = "compliance.training-plan";
    private static final String HOLD = "compliance.hold-training";
    private static final String SUBJECT = Trainings.SUBJECT;
    private static final LocalTime DUE = LocalTime.of(16, 0);
    private static final MonthDay USUALLY = MonthDay.of(9, 30);
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})");
    private static final List<Post> OFFICE = List.of(Post.RECORDS_CLERK, Post.OFFICE_HEAD, Post.PRINCIPAL);

    private final JpaTrainingStore store;
    private final PackRegulations regulations;
    private final Directory directory;
    private final SchoolCalendar calendar;
    private final Duties duties;
    private final Clock clock;

    @Activate
    public TrainingDuties(
            @Reference JpaTrainingStore store,
            @Reference PackRegulations regulations,
            @Reference Directory directory,
            @Reference SchoolCalendar calendar,
            @Reference Duties duties,
            @Reference Clock clock) {
        this.store = store;
        this.regulations = regulations;
        this.directory = directory;
        this.calendar = calendar;
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    @Regulated("TT.15.3")
    public List<DutyRule> rules() {
        return List.of(rule());
    }

    /** The plan of a school year was approved, in the running transaction. */
    void approved(String schoolYear) {
        int first = Integer.parseInt(schoolYear.substring(0, schoolYear.indexOf('-')));
        DutyRule rule = rule();
        MonthDay by = planBy();
        Stream.of(first, first + 1)
                .filter(year -> SchoolPeriod.year(by.atYear(year)).equals(schoolYear))
                .forEach(year -> everybodyOfTheOffice()
                        .forEach(person -> duties.done(rule.key(String.valueOf(year), person), schoolYear)));
    }

    /** Lays the duty to hold a training, in the running transaction; one that stood before must be withdrawn. */
    void lay(Training training) {
        int days = regulations.intValue(RECORD_DAYS, VietnamTime.today(clock));
        duties.assign(List.of(new NewDuty(
                key(training),
                HOLD,
                training.dutyClause(),
                "Tổ chức và điểm danh tập huấn: " + training.title(),
                training.responsibleId(),
                SUBJECT,
                training.id(),
                "/compliance/training/" + training.id(),
                calendar.afterWorkingDays(training.startsAt(), days),
                List.of(Duration.ofDays(days + 7L), Duration.ofDays(days + 1L)),
                List.of(new Escalation(Duration.ZERO, new Escalation.To.Office())))));
    }

    /** A training was held, in the running transaction. */
    void held(Training training) {
        duties.done(key(training), training.id());
        withdraw(training, training.id());
    }

    /** A training is no longer to be held as it was planned, in the running transaction. */
    void withdraw(Training training, String reason) {
        duties.withdraw(SUBJECT, training.id(), reason);
    }

    /** One for each version: whoever changes a training lays it anew. */
    private static String key(Training training) {
        return HOLD + ":" + training.id() + ":" + training.version();
    }

    private DutyRule rule() {
        return new DutyRule(
                PLAN,
                PLAN,
                "TT.15.3",
                "Lập và duyệt kế hoạch tập huấn năm học",
                new DutyRule.Who.People(this::owing),
                new Schedule.Yearly(planBy(), DUE),
                "/compliance/training/plan",
                List.of(Duration.ofDays(7), Duration.ofDays(1)),
                List.of(new Escalation(Duration.ofDays(1), new Escalation.To.Holders(Post.PRINCIPAL))));
    }

    /** Nobody once the plan of the school year of that day is approved. */
    private Set<String> owing(LocalDate day) {
        boolean approved = store.plan(SchoolPeriod.year(day))
                .filter(TrainingPlan::approved)
                .isPresent();
        return approved ? Set.of() : office(day).map(Set::of).orElseGet(Set::of);
    }

    private Optional<String> office(LocalDate day) {
        return OFFICE.stream()
                .flatMap(post -> directory.holders(post, day).stream())
                .map(Person::id)
                .findFirst();
    }

    private Stream<String> everybodyOfTheOffice() {
        LocalDate today = VietnamTime.today(clock);
        return OFFICE.stream()
                .flatMap(post -> directory.holders(post, today).stream())
                .map(Person::id)
                .distinct();
    }

    private MonthDay planBy() {
        Matcher day =
                DAY.matcher(regulations.text(PLAN_BY, VietnamTime.today(clock)).strip());
        if (day.matches()) {
            try {
                return MonthDay.of(Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
            } catch (DateTimeException e) {
                return USUALLY;
            }
        }
        return USUALLY;
    }
}
