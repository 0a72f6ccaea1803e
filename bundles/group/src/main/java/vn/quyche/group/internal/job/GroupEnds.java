package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.model.RoleHolders;
import vn.quyche.group.internal.service.GroupDeciding;
import vn.quyche.group.internal.store.JpaGroupStore;

/**
 * Lays on the leaders of a temporary group the duty to have decided, by its last day, whether it goes on; when that day passes
 * without a decision the office is told. Clause BC.0.2.
 */
@Component(service = Job.class)
@Regulated("BC.0.2")
public final class GroupEnds implements Job {

    /** Parameter: how many days before its end a temporary group comes up. */
    static final String NOTICE_DAYS = "group.end-notice-days";

    private static final Duration REMIND = Duration.ofDays(1);

    private final JpaGroupStore groups;
    private final Directory directory;
    private final Regulations regulations;
    private final Duties duties;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public GroupEnds(
            @Reference JpaGroupStore groups,
            @Reference Directory directory,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.groups = groups;
        this.directory = directory;
        this.regulations = regulations;
        this.duties = duties;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.ends";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        LocalDate today = VietnamTime.today(clock);
        int days = regulations.intValue(NOTICE_DAYS, today);
        tx.run(() -> duties.assign(groups.endingBy(today.plusDays(days)).stream()
                .flatMap(group -> duties(group, today).stream())
                .toList()));
    }

    private List<NewDuty> duties(MessagingGroup group, LocalDate today) {
        LocalDate last = group.endsOn().orElseThrow();
        Optional<String> office = Discretion.deputy(group, directory, today);
        Set<String> leaders = new RoleHolders(directory, today).answering(group.appointments());
        // where the post of the leader is vacant the office has to see to it
        return (leaders.isEmpty() ? office.map(Set::of).orElseGet(Set::of) : leaders)
                .stream()
                        .map(person -> new NewDuty(
                                GroupDeciding.endKey(group, person),
                                "group.decide-end",
                                "BC.0.2",
                                "Nhóm " + Discretion.name(group) + " kết thúc ngày " + VietnamTime.day(last)
                                        + ": quyết định duy trì hoặc giải tán",
                                person,
                                GroupDeciding.GROUP_END,
                                group.id(),
                                "/group/groups/" + group.id(),
                                VietnamTime.endOf(last),
                                List.of(REMIND),
                                office))
                        .toList();
    }
}
