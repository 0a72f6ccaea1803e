package vn.quyche.group.internal.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.PhoneNumber;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.SortedRows;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.PlatformAccount.Stage;
import vn.quyche.group.api.members.PlatformAccount.Verification;
import vn.quyche.group.api.members.PlatformAccounts;
import vn.quyche.group.internal.model.AccountDuty;
import vn.quyche.group.internal.store.JpaAccountStore;
import vn.quyche.group.internal.store.JpaGroupStore;

/** The accounts of staff on Zalo and Viber. */
@Component
@Regulated({"BC.6.1", "BC.6.2"})
public final class DefaultPlatformAccounts implements PlatformAccounts {

    private static final String ACCOUNT = "group.platform-account";
    private static final SortedRows<PlatformAccount> LIST = SortedRows.of(
                    "group.platform-accounts",
                    "name",
                    PlatformAccount::personId,
                    row -> row.platform().name())
            .by("name", row -> VietnameseText.nameSortKey(row.name()));

    private final Acts acts;
    private final Access access;
    private final JpaGroupStore groups;
    private final JpaAccountStore store;
    private final GroupSight sight;
    private final Directory directory;
    private final Duties duties;
    private final Clock clock;

    @Activate
    public DefaultPlatformAccounts(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaGroupStore groups,
            @Reference JpaAccountStore store,
            @Reference GroupSight sight,
            @Reference Directory directory,
            @Reference Duties duties,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.groups = groups;
        this.store = store;
        this.sight = sight;
        this.directory = directory;
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public List<PlatformAccount> mine(Caller caller) {
        return caller.personId()
                .map(person -> external().stream()
                        .filter(group -> belongs(group, person))
                        .map(MessagingGroup::platform)
                        .distinct()
                        .sorted()
                        .map(platform -> shown(person, platform))
                        .toList())
                .orElseGet(List::of);
    }

    @Override
    public PlatformAccount give(Caller caller, Platform platform, String account, boolean installed, long version) {
        String person = caller.personId().orElseThrow(() -> new Forbidden("group.not-a-person"));
        Act act = Act.on(ACCOUNT, person, "group.give-account", GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            String given = checked(platform, account);
            PlatformAccount before = shown(person, platform);
            requireVersion(before, version);
            if (PhoneNumber.normalise(given)
                    .filter(phone -> store.taken(person, platform, phone))
                    .isPresent()) {
                throw new Conflict("group.account-taken");
            }
            boolean same = before.account().equals(given);
            store.store(new PlatformAccount(
                    person,
                    "",
                    platform,
                    installed ? Stage.INSTALLED : Stage.NONE,
                    given,
                    Optional.of(clock.instant()),
                    same ? before.verification() : Optional.empty(),
                    before.version() + 1));
            duties.done(AccountDuty.key(platform, person), person);
            // the account itself is personal data: it stands in its own table alone
            log.changed(
                    Map.of("given", !before.open()),
                    Map.of("platform", platform, "installed", installed, "same", same));
            return shown(person, platform);
        });
    }

    @Override
    public PlatformAccount verify(
            Caller caller, String personId, Platform platform, PlatformAccount.Method method, long version) {
        Act act = Act.on(ACCOUNT, personId, "group.verify-account", GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            Checks checks = new Checks();
            checks.that(method != null, "method", "core.required");
            checks.orThrow();
            if (!administered(caller, Optional.empty())
                    .getOrDefault(platform, Map.of())
                    .containsKey(personId)) {
                throw new NotFound("group.no-account");
            }
            if (caller.personId().filter(personId::equals).isPresent()) {
                throw new Refused("BC.6.2", "group.verify-self");
            }
            PlatformAccount before = shown(personId, platform);
            requireVersion(before, version);
            if (before.open()) {
                throw new Conflict("group.account-not-given", before.name());
            }
            store.store(new PlatformAccount(
                    personId,
                    "",
                    platform,
                    before.stage(),
                    before.account(),
                    before.givenAt(),
                    Optional.of(new Verification(clock.instant(), caller.name(), method)),
                    before.version() + 1));
            log.changed(null, Map.of("platform", platform, "method", method));
            return shown(personId, platform);
        });
    }

    @Override
    public Page<PlatformAccount> list(Caller caller, Query query, PageRequest page) {
        SortedRows.Query<PlatformAccount> wanted = LIST.query(page);
        Optional<String> text = query.text().map(VietnameseText::fold);
        List<PlatformAccount> rows = new ArrayList<>();
        administered(caller, query.groupId()).forEach((platform, people) -> {
            if (query.platform().map(platform::equals).orElse(true)) {
                Set<String> joined = joined(platform);
                Map<String, PlatformAccount> given = new HashMap<>();
                store.on(platform).forEach(account -> given.put(account.personId(), account));
                people.forEach((person, name) ->
                        rows.add(shown(person, name, platform, Optional.ofNullable(given.get(person)), joined)));
            }
        });
        return wanted.page(rows.stream()
                .filter(row -> query.standing()
                        .map(standing -> standing(row) == standing)
                        .orElse(true))
                .filter(row -> text.map(part -> VietnameseText.fold(row.name()).contains(part))
                        .orElse(true)));
    }

    @Override
    public boolean administers(Caller caller) {
        return access.allows(caller, GroupPermissions.SETTLE, Scope.school())
                || external().stream().anyMatch(group -> administers(caller, group));
    }

    private static Standing standing(PlatformAccount row) {
        if (row.open()) {
            return Standing.OPEN;
        }
        return row.verification().isPresent() ? Standing.VERIFIED : Standing.UNVERIFIED;
    }

    /** A phone number in its one form, or the name of an account. */
    private static String checked(Platform platform, String account) {
        Checks checks = new Checks();
        checks.that(platform != null && platform != Platform.IN_APP, "platform", "group.no-account-there");
        String text = VietnameseText.line(checks.text("account", account, 2, 100));
        Optional<String> phone = PhoneNumber.normalise(text);
        boolean name = text.codePoints().anyMatch(Character::isLetter);
        checks.that(phone.isPresent() || name, "account", "group.account-no-phone");
        checks.orThrow();
        return phone.orElse(text);
    }

    private static void requireVersion(PlatformAccount before, long version) {
        if (before.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
    }

    private List<MessagingGroup> external() {
        return sight.select(
                Groups.Query.active(), group -> group.platform() != Platform.IN_APP && group.open(sight.today()));
    }

    private boolean belongs(MessagingGroup group, String person) {
        return sight.membership().ids(group.rule()).contains(person);
    }

    private boolean administers(Caller caller, MessagingGroup group) {
        return caller.personId()
                .filter(person -> sight.roles().administers(group, person))
                .isPresent();
    }

    /** Whom the caller administers, by platform: ids and names. */
    private Map<Platform, Map<String, String>> administered(Caller caller, Optional<String> groupId) {
        boolean office = access.allows(caller, GroupPermissions.SETTLE, Scope.school());
        Map<Platform, Map<String, String>> people = new TreeMap<>();
        external().stream()
                .filter(group -> groupId.map(group.id()::equals).orElse(true))
                .filter(group -> administers(caller, group) || office && sight.sees(caller, group))
                .forEach(group -> sight.membership()
                        .people(group.rule())
                        .forEach(person -> people.computeIfAbsent(group.platform(), platform -> new HashMap<>())
                                .put(person.id(), person.fullName())));
        return people;
    }

    private Set<String> joined(Platform platform) {
        Set<String> joined = new HashSet<>();
        external().stream()
                .filter(group -> group.platform() == platform)
                .forEach(group -> joined.addAll(groups.members(group.id()).keySet()));
        return joined;
    }

    private PlatformAccount shown(String person, Platform platform) {
        return shown(
                person,
                directory.names(Set.of(person)).getOrDefault(person, ""),
                platform,
                store.find(person, platform),
                joined(platform));
    }

    private static PlatformAccount shown(
            String person, String name, Platform platform, Optional<PlatformAccount> given, Set<String> joined) {
        Stage said = given.map(PlatformAccount::stage).orElse(Stage.NONE);
        return new PlatformAccount(
                person,
                name,
                platform,
                joined.contains(person) ? Stage.JOINED : said,
                given.map(PlatformAccount::account).orElse(""),
                given.flatMap(PlatformAccount::givenAt),
                given.flatMap(PlatformAccount::verification),
                given.map(PlatformAccount::version).orElse(0L));
    }
}
