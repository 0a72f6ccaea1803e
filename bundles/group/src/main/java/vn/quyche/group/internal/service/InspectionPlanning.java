package vn.quyche.group.internal.service;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.store.JpaDecisionStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaInspectionStore;

/**
 * When each official group has to be inspected, and the duty of the office to see to it: every so many months, counted from
 * the end of the last period that a signed report covers, else from the day on which the group became official.
 */
@Component(service = InspectionPlanning.class)
@Regulated("BC.7.2")
public final class InspectionPlanning {

    /** The kind of thing that the duty is about: the subject is the group. */
    public static final String PLAN = "group.inspection-plan";
    /** Parameter: within how many months a group has to be inspected. */
    static final String MONTHS = "group.inspect-every-months";

    private static final String DUTY = "group.inspect";
    /** How many days before the due day the duty is laid. */
    private static final int AHEAD = 30;
    /** How many days there are for a group whose day is past when the duty is laid. */
    private static final int GRACE = 14;

    private static final String NOT_FOR_OFFICE = "Nhóm do hiệu trưởng kiểm tra";

    private final JpaInspectionStore inspections;
    private final JpaDecisionStore decisions;
    private final JpaGroupStore groups;
    private final Regulations regulations;
    private final Directory directory;
    private final Duties duties;

    @Activate
    public InspectionPlanning(
            @Reference JpaInspectionStore inspections,
            @Reference JpaDecisionStore decisions,
            @Reference JpaGroupStore groups,
            @Reference Regulations regulations,
            @Reference Directory directory,
            @Reference Duties duties) {
        this.inspections = inspections;
        this.decisions = decisions;
        this.groups = groups;
        this.regulations = regulations;
        this.directory = directory;
        this.duties = duties;
    }

    /**
     * When a group has to be inspected.
     *
     * @param group the decision by which it is official
     * @param inspectedTo the last day that a signed report covers
     * @param anchor the day from which the months are counted
     * @param dueOn the day by which the next report has to be signed
     */
    record Due(GroupDecision group, Optional<LocalDate> inspectedTo, LocalDate anchor, LocalDate dueOn) {}

    /** The groups that are official on a day, what is due first before others. */
    List<Due> due(LocalDate today) {
        int months = regulations.intValue(MONTHS, today);
        Map<String, LocalDate> inspected = inspections.inspectedTo();
        Map<String, LocalDate> since = decisions.officialSince();
        return Page.every(page -> decisions.officialOn(today, page))
                .map(group -> {
                    Optional<LocalDate> last = Optional.ofNullable(inspected.get(group.groupId()));
                    LocalDate anchor = last.orElseGet(() -> since.getOrDefault(group.groupId(), group.effectiveOn()));
                    return new Due(group, last, anchor, anchor.plusMonths(months));
                })
                .sorted(Comparator.comparing(Due::dueOn)
                        .thenComparing(due -> due.group().code()))
                .toList();
    }

    /**
     * Lays the duty for each group that comes up, in the running transaction: on the office, of sensitive groups, which the
     * office need not know, on the principal.
     */
    public void lay(LocalDate today) {
        List<Due> coming = due(today).stream()
                .filter(due -> !due.dueOn().isAfter(today.plusDays(AHEAD)))
                .toList();
        Map<String, MessagingGroup> known =
                groups.byId(coming.stream().map(due -> due.group().groupId()).collect(Collectors.toSet()));
        List<NewDuty> laid = new ArrayList<>();
        for (Due due : coming) {
            MessagingGroup group = known.get(due.group().groupId());
            Optional<String> person = Discretion.deputy(group, directory, today);
            person.ifPresent(id -> laid.add(duty(due, group, id, today)));
            if (group.kind().sensitive()) {
                takeFromOffice(due, person, today);
            }
        }
        duties.assign(laid);
    }

    /** Such duties were once laid on the office, too. */
    private void takeFromOffice(Due due, Optional<String> principal, LocalDate today) {
        Discretion.office(directory, today)
                .filter(id -> !principal.equals(Optional.of(id)))
                .ifPresent(id -> duties.withdraw(key(due.group().groupId(), due.anchor(), id), NOT_FOR_OFFICE));
    }

    /**
     * A report on a group was signed that covers more than the ones before, in the running transaction.
     *
     * @param before what was due before it was signed; empty when the group is no longer official
     */
    void settle(Optional<Due> before, String groupId, LocalDate today, String evidence) {
        before.ifPresent(due -> groups.find(groupId)
                .flatMap(group -> Discretion.deputy(group, directory, today))
                .ifPresent(person -> duties.done(key(groupId, due.anchor(), person), evidence)));
        duties.withdraw(PLAN, groupId, evidence);
    }

    private static NewDuty duty(Due due, MessagingGroup group, String person, LocalDate today) {
        LocalDate last = due.dueOn().isBefore(today) ? today.plusDays(GRACE) : due.dueOn();
        return new NewDuty(
                key(due.group().groupId(), due.anchor(), person),
                DUTY,
                "BC.7.2",
                "Kiểm tra định kỳ nhóm "
                        + (group.kind().sensitive() ? group.code() : due.group().name()),
                person,
                PLAN,
                due.group().groupId(),
                "/group/inspections/new?group=" + due.group().groupId(),
                VietnamTime.endOf(last),
                List.of(Duration.ofDays(7), Duration.ofDays(1)),
                List.of(new Escalation(Duration.ofDays(3), new Escalation.To.Holders(Post.PRINCIPAL))));
    }

    private static String key(String groupId, LocalDate anchor, String person) {
        return DUTY + ":" + groupId + ":" + anchor + ":" + person;
    }
}
