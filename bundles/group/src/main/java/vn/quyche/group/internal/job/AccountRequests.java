package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.internal.model.AccountDuty;
import vn.quyche.group.internal.service.GroupSight;
import vn.quyche.group.internal.store.JpaAccountStore;
import vn.quyche.group.internal.store.JpaGroupStore;

/**
 * Lays on those who belong to a group on Zalo or Viber the duty to give their account there, and forgets the accounts of those who
 * left the school and are in no group any more. Clauses BC.6.1 and BC.6.2.
 */
@Component(service = Job.class)
@Regulated({"BC.6.1", "BC.6.2"})
public final class AccountRequests implements Job {

    private final GroupSight sight;
    private final JpaAccountStore accounts;
    private final JpaGroupStore groups;
    private final Directory directory;
    private final Regulations regulations;
    private final Duties duties;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public AccountRequests(
            @Reference GroupSight sight,
            @Reference JpaAccountStore accounts,
            @Reference JpaGroupStore groups,
            @Reference Directory directory,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.sight = sight;
        this.accounts = accounts;
        this.groups = groups;
        this.directory = directory;
        this.regulations = regulations;
        this.duties = duties;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.account-requests";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        LocalDate today = VietnamTime.today(clock);
        LocalDate due = today.plusDays(regulations.intValue(AccountDuty.WITHIN, today));
        tx.run(() -> {
            for (Platform platform : Set.of(Platform.ZALO, Platform.VIBER)) {
                forget(platform, today);
                duties.assign(owing(platform, today).stream()
                        .sorted()
                        .map(person -> AccountDuty.of(platform, word(platform), person, due))
                        .toList());
            }
        });
    }

    private Set<String> owing(Platform platform, LocalDate today) {
        Set<String> people = new HashSet<>();
        sight.select(Groups.Query.active(), group -> group.platform() == platform && group.open(today))
                .forEach(group -> people.addAll(sight.membership().ids(group.rule())));
        people.removeAll(
                accounts.on(platform).stream().map(PlatformAccount::personId).collect(Collectors.toSet()));
        return people;
    }

    /** As long as somebody who left is in a group, the account tells who that is. */
    private void forget(Platform platform, LocalDate today) {
        accounts.on(platform).stream()
                .filter(account -> !directory.employed(account.personId(), today))
                .filter(account -> groups.groupsOf(account.personId()).isEmpty())
                .forEach(accounts::delete);
    }

    private static String word(Platform platform) {
        return platform == Platform.ZALO ? "Zalo" : "Viber";
    }
}
