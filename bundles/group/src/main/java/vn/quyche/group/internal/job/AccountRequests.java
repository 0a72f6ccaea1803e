package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.internal.model.AccountDuty;
import vn.quyche.group.internal.service.GroupSight;
import vn.quyche.group.internal.store.JpaAccountStore;

/** Lays on those who belong to a group on Zalo or Viber the duty to give their account there. Clauses BC.6.1 and BC.6.2. */
@Component(service = Job.class)
@Regulated({"BC.6.1", "BC.6.2"})
public final class AccountRequests implements Job {

    private final GroupSight sight;
    private final JpaAccountStore accounts;
    private final Regulations regulations;
    private final Duties duties;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public AccountRequests(
            @Reference GroupSight sight,
            @Reference JpaAccountStore accounts,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.sight = sight;
        this.accounts = accounts;
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
                duties.assign(owing(platform, today).stream()
                        .sorted()
                        .map(person -> AccountDuty.of(platform, word(platform), person, due))
                        .toList());
            }
        });
    }

    private Set<String> owing(Platform platform, LocalDate today) {
        Set<String> people = new HashSet<>();
        sight.select(
                        Groups.Query.active(),
                        Optional.empty(),
                        Integer.MAX_VALUE,
                        group -> group.platform() == platform && group.open(today))
                .forEach(group -> people.addAll(sight.membership().ids(group.rule())));
        people.removeAll(
                accounts.on(platform).stream().map(PlatformAccount::personId).collect(Collectors.toSet()));
        return people;
    }

    private static String word(Platform platform) {
        return platform == Platform.ZALO ? "Zalo" : "Viber";
    }
}
