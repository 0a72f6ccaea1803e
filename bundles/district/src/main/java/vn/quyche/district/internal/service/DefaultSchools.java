package vn.quyche.district.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.remote.RemoteAddress;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.GroupCounts;
import vn.quyche.district.api.NewDistrictSchool;
import vn.quyche.district.api.SchoolStanding;
import vn.quyche.district.api.Schools;
import vn.quyche.district.internal.store.JpaSchoolStore;

/** The register of the schools. */
@Component
@Regulated("TB.1")
public final class DefaultSchools implements Schools {

    private static final String SCHOOL = "district.school";
    private static final int SHORTEST_TOKEN = 10;
    private static final int LONGEST_TOKEN = 1_000;

    private final Acts acts;
    private final Access access;
    private final JpaSchoolStore store;
    private final SchoolTokens tokens;
    private final Accounts accounts;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultSchools(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaSchoolStore store,
            @Reference SchoolTokens tokens,
            @Reference Accounts accounts,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.tokens = tokens;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String register(Caller caller, NewDistrictSchool entered, String idempotencyKey) {
        Act act = Act.create(SCHOOL, "district.register-school", DistrictPermissions.SCHOOLS, Scope.school());
        return acts.performOnce(caller, idempotencyKey, act, log -> {
            String id = ids.next();
            log.subject(id);
            NewDistrictSchool checked = check(entered);
            requireFree(checked.code(), id);
            DistrictSchool school = school(id, checked, Optional.empty());
            store.insert(school, tokens.sealed(checked.token()).orElse(""));
            log.changed(null, school);
            return id;
        });
    }

    @Override
    public DistrictSchool change(Caller caller, String schoolId, long version, NewDistrictSchool entered) {
        Act act = Act.on(SCHOOL, schoolId, "district.change-school", DistrictPermissions.SCHOOLS, Scope.school());
        return acts.perform(caller, act, log -> {
            DistrictSchool before =
                    store.lock(schoolId).orElseThrow(() -> new NotFound("district.school-not-found", schoolId));
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            NewDistrictSchool checked = check(entered);
            requireFree(checked.code(), schoolId);
            // another machine never gets the token of this one
            if (!checked.address().equals(before.address())
                    && !checked.address().isEmpty()
                    && before.tokenKept()
                    && checked.token().isEmpty()) {
                throw new Invalid("token", "district.token-for-new-address");
            }
            DistrictSchool after = school(schoolId, checked, Optional.of(before));
            store.update(after, tokens.sealed(checked.token()));
            log.changed(before, after);
            if (checked.token().isPresent()) {
                log.note("token");
            }
            return store.find(schoolId).orElseThrow();
        });
    }

    @Override
    public DistrictSchool get(Caller caller, String schoolId) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        return store.find(schoolId).orElseThrow(() -> new NotFound("district.school-not-found", schoolId));
    }

    @Override
    public DistrictSchool byCode(Caller caller, String code) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        return store.byCode(code).orElseThrow(() -> new NotFound("district.school-not-found", code));
    }

    @Override
    public Page<SchoolStanding> list(Caller caller, Query query, PageRequest page) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        Page<DistrictSchool> schools = store.list(query, VietnamTime.today(clock), page);
        Map<String, GroupCounts> counts =
                store.counts(schools.items().stream().map(DistrictSchool::id).toList());
        return schools.map(school -> new SchoolStanding(school, counts.getOrDefault(school.id(), GroupCounts.none())));
    }

    private NewDistrictSchool check(NewDistrictSchool entered) {
        if (entered == null) {
            throw new Invalid("code", "core.required");
        }
        Checks checks = new Checks();
        String code = checks.text("code", entered.code(), 1, 40);
        String name = checks.text("name", entered.name(), 1, 200);
        String address = checks.text("address", entered.address(), 0, 300);
        CollectDoor door = entered.door();
        checks.that(door != null, "door", "core.required");
        if (address.isEmpty()) {
            checks.that(door == CollectDoor.PUSH, "address", "core.required");
        } else {
            Optional<String> read = RemoteAddress.read(address);
            checks.that(read.isPresent(), "address", "district.bad-address");
            address = read.orElse(address);
        }
        Optional<String> token = entered.token().map(String::strip).filter(text -> !text.isEmpty());
        checks.that(
                token.map(text -> text.matches("[!-~]{" + SHORTEST_TOKEN + "," + LONGEST_TOKEN + "}"))
                        .orElse(true),
                "token",
                "district.bad-token");
        Optional<String> account = entered.accountName().map(String::strip).filter(text -> !text.isEmpty());
        checks.that(door != CollectDoor.PUSH || account.isPresent(), "accountName", "district.push-needs-account");
        account.ifPresent(user -> checks.that(find(user).isPresent(), "accountName", "district.no-such-account", user));
        LocalDate from = entered.activeFrom();
        checks.that(from != null, "activeFrom", "core.required");
        checks.that(
                from == null
                        || entered.activeTo().map(last -> !last.isBefore(from)).orElse(true),
                "activeTo",
                "district.ends-before-it-begins");
        checks.orThrow();
        return new NewDistrictSchool(code, name, address, door, token, account, from, entered.activeTo());
    }

    private Optional<Accounts.Account> find(String userName) {
        return accounts.findByUserName(Caller.system("district"), userName);
    }

    private void requireFree(String code, String schoolId) {
        if (store.byCode(code).filter(other -> !other.id().equals(schoolId)).isPresent()) {
            throw new Conflict("district.school-code-taken", code);
        }
    }

    private DistrictSchool school(String id, NewDistrictSchool entered, Optional<DistrictSchool> before) {
        Optional<Accounts.Account> account = entered.accountName().flatMap(this::find);
        return new DistrictSchool(
                id,
                entered.code(),
                entered.name(),
                entered.address(),
                entered.door(),
                entered.token().isPresent()
                        || before.map(DistrictSchool::tokenKept).orElse(false),
                account.map(Accounts.Account::id),
                account.map(Accounts.Account::userName).orElse(""),
                entered.activeFrom(),
                entered.activeTo(),
                before.flatMap(DistrictSchool::takenAt),
                before.map(DistrictSchool::failure).orElse(""),
                before.flatMap(DistrictSchool::failedAt),
                before.map(DistrictSchool::version).orElse(0L) + 1);
    }
}
