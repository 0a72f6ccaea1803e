package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.Vacancy;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.model.VacancyFinder;
import vn.quyche.group.internal.service.GroupSight;
import vn.quyche.group.internal.store.JpaVacancyStore;
import vn.quyche.group.internal.store.JpaVacancyStore.Noted;

/**
 * Notes since when groups lack a leader or an administrator, lays on the office the duty to name a successor, and settles it
 * once somebody answers for the group again. Clause TB.5.
 */
@Component(service = Job.class)
@Regulated("TB.5")
public final class GroupVacancies implements Job {

    /** Parameter: the days in which a successor is named. */
    static final String WITHIN = "group.name-successor-within-days";

    private static final String VACANCY = "group.vacancy";
    private static final Duration REMIND = Duration.ofDays(1);

    private final GroupSight sight;
    private final JpaVacancyStore store;
    private final Directory directory;
    private final Regulations regulations;
    private final Duties duties;
    private final Ids ids;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public GroupVacancies(
            @Reference GroupSight sight,
            @Reference JpaVacancyStore store,
            @Reference Directory directory,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Ids ids,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.sight = sight;
        this.store = store;
        this.directory = directory;
        this.regulations = regulations;
        this.duties = duties;
        this.ids = ids;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.vacancies";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tx.run(this::look);
    }

    private void look() {
        LocalDate today = VietnamTime.today(clock);
        VacancyFinder finder = new VacancyFinder(directory, today);
        Map<String, Vacancy> vacant = new HashMap<>();
        Map<String, MessagingGroup> active = new HashMap<>();
        for (MessagingGroup group : sight.select(Groups.Query.active(), group -> true)) {
            active.put(group.id(), group);
            finder.of(group).forEach(vacancy -> vacant.put(key(group.id(), vacancy.role()), vacancy));
        }
        for (Noted noted : store.open()) {
            if (vacant.remove(key(noted.groupId(), noted.role())) == null) {
                over(noted, active.containsKey(noted.groupId()));
            }
        }
        vacant.values().forEach(vacancy -> begun(vacancy, active.get(vacancy.groupId()), today));
    }

    private void begun(Vacancy vacancy, MessagingGroup group, LocalDate today) {
        Noted noted = new Noted(ids.next(), vacancy.groupId(), vacancy.role(), today, Optional.empty());
        store.insert(noted);
        Discretion.deputy(group, directory, today)
                .ifPresent(person -> duties.assign(List.of(new NewDuty(
                        dutyKey(noted),
                        "group.name-successor",
                        "TB.5",
                        "Nhóm " + Discretion.name(group) + ": phân công " + word(vacancy.role()),
                        person,
                        VACANCY,
                        noted.id(),
                        "/group/groups/" + vacancy.groupId() + "/edit",
                        VietnamTime.endOf(today.plusDays(regulations.intValue(WITHIN, today))),
                        List.of(REMIND),
                        List.of(Escalation.toHolders(Post.PRINCIPAL))))));
    }

    /** Somebody answers for the group again; or there is nothing to answer for any more. */
    private void over(Noted noted, boolean active) {
        store.filled(noted.id(), clock.instant());
        if (active) {
            duties.done(dutyKey(noted), noted.groupId());
        } else {
            duties.withdraw(VACANCY, noted.id(), noted.groupId());
        }
    }

    private static String word(GroupRole role) {
        return role == GroupRole.OWNER ? "trưởng nhóm" : "quản trị nhóm";
    }

    private static String key(String groupId, GroupRole role) {
        return groupId + role;
    }

    private static String dutyKey(Noted noted) {
        return "group.name-successor:" + noted.id();
    }
}
