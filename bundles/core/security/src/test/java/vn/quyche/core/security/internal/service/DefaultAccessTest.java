package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Accounts.NewAccount;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations.Delegation;
import vn.quyche.core.api.security.Delegations.NewDelegation;
import vn.quyche.core.api.security.Delegations.State;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Roles.Grant;
import vn.quyche.core.api.security.Roles.NewGrant;
import vn.quyche.core.api.security.Roles.Reach;
import vn.quyche.core.api.security.Roles.RoleView;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.spi.DelegationLimit;
import vn.quyche.core.api.security.spi.PermissionSource;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultAccessTest {

    private static final Caller SYSTEM = Caller.system("test");

    @OnEachDatabase
    void reachesTheWholeSchoolAUnitWithThoseBelowOrOnesOwn(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        Caller hoa = world.account("hoa");
        world.grant(hoa.accountId(), Role.UNIT_HEAD, Reach.UNIT, Optional.of("toan"));
        Caller lan = world.account("lan");
        world.grant(lan.accountId(), Role.STAFF, Reach.OWN, Optional.empty());
        DefaultAccess access = world.first.access;

        assertThat(access.allows(minh, "group:issue", Scope.school())).isTrue();
        assertThat(access.allows(minh, "group:issue", Scope.unit("van"))).isTrue();
        assertThat(access.allows(hoa, "group:issue", Scope.school())).isFalse();
        assertThat(access.allows(hoa, "group:issue", Scope.unit("toan"))).isTrue();
        assertThat(access.allows(hoa, "group:issue", Scope.unit("tin"))).isTrue();
        assertThat(access.allows(hoa, "group:issue", Scope.unit("van"))).isFalse();
        assertThat(access.allows(lan, "group:read", Scope.own(lan))).isTrue();
        assertThat(access.allows(lan, "group:read", Scope.own("p-hoa"))).isFalse();
        assertThat(access.allows(lan, "group:read", Scope.unit("toan"))).isFalse();
        assertThat(access.allowsSomewhere(lan, "group:read")).isTrue();
        assertThat(access.allowsSomewhere(lan, "group:issue")).isFalse();
        assertThat(access.unitsFor(minh, "group:issue")).containsExactly("*");
        assertThat(access.unitsFor(hoa, "group:issue")).containsExactlyInAnyOrder("toan", "tin");
        assertThat(access.unitsFor(lan, "group:read")).isEmpty();
        assertThat(access.allows(SYSTEM, "anything:at-all", Scope.school())).isTrue();
    }

    @OnEachDatabase
    void countsTheDaysOfAGrant(TestDatabase db) {
        World world = new World(db);
        Caller hoa = world.account("hoa");
        LocalDate today = world.clock.today();
        world.first.roles.grant(
                SYSTEM,
                new NewGrant(
                        hoa.accountId(),
                        "UNIT_HEAD",
                        Reach.SCHOOL,
                        Optional.empty(),
                        today.plusDays(1),
                        Optional.of(today.plusDays(2)),
                        "QĐ 12"));
        assertThat(mayIssue(world, hoa)).isFalse();
        world.clock.set(today.plusDays(1));
        assertThat(mayIssue(world, hoa)).isTrue();
        world.clock.set(today.plusDays(2));
        assertThat(mayIssue(world, hoa)).isTrue();
        world.clock.set(today.plusDays(3));
        assertThat(mayIssue(world, hoa)).isFalse();
    }

    @OnEachDatabase
    void asksTheDatabaseOnlyOnce(TestDatabase db) throws Exception {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        assertThat(mayIssue(world, minh)).isTrue();
        try (var connection = db.pool().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from q_security.role_grant");
        }
        assertThat(mayIssue(world, minh)).isTrue();
        world.first.cache.forget();
        assertThat(mayIssue(world, minh)).isFalse();
    }

    @OnEachDatabase
    void refusesAClosedAccountAtOnceAndOnAnotherNodeSoon(TestDatabase db) throws Exception {
        World world = new World(db);
        World.Node second = world.node(db);
        Caller lan = world.account("lan", Role.STAFF);
        assertThat(second.access.allows(lan, "group:read", Scope.school())).isTrue();
        assertThat(world.first.access.allows(lan, "group:read", Scope.school())).isTrue();
        world.first.accounts.close(SYSTEM, lan.accountId(), "nghỉ việc");
        assertThat(world.first.access.allows(lan, "group:read", Scope.school())).isFalse();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (second.access.allows(lan, "group:read", Scope.school()) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(second.access.allows(lan, "group:read", Scope.school())).isFalse();
    }

    @OnEachDatabase
    void keepsNothingOfATransactionThatRollsBack(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan");
        assertThatThrownBy(() -> world.tx.run(() -> {
                    world.grant(lan.accountId(), Role.PRINCIPAL, Reach.SCHOOL, Optional.empty());
                    assertThat(mayIssue(world, lan)).isTrue();
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(mayIssue(world, lan)).isFalse();
    }

    @OnEachDatabase
    void allowsNothingUntilTheInitialPasswordIsChanged(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan", Role.PRINCIPAL);
        assertThat(mayIssue(world, lan)).isTrue();
        world.first.accounts.resetPassword(SYSTEM, lan.accountId());
        assertThat(mayIssue(world, lan)).isFalse();
        assertThat(world.first.access.allowsSomewhere(lan, "group:issue")).isFalse();
        assertThat(world.first.access.unitsFor(lan, "group:issue")).isEmpty();
    }

    @OnEachDatabase
    void followsTheAdministratorsChangesToARole(TestDatabase db) {
        World world = new World(db);
        Caller admin = world.account("admin1", Role.ADMIN);
        Caller lan = world.account("lan", Role.STAFF);
        Set<String> staff = new HashSet<>(role(world, admin, "STAFF").permissions());
        staff.add("group:issue");
        staff.remove("group:read");
        world.first.roles.setPermissions(admin, "STAFF", staff);
        assertThat(mayIssue(world, lan)).isTrue();
        assertThat(world.first.access.allows(lan, "group:read", Scope.school())).isFalse();
        assertThat(role(world, admin, "STAFF").permissions()).isEqualTo(staff);
    }

    @OnEachDatabase
    void makesAndRemovesRolesOfTheSchoolsOwn(TestDatabase db) {
        World world = new World(db);
        Caller admin = world.account("admin1", Role.ADMIN);
        Caller lan = world.account("lan");
        world.first.roles.create(admin, "LIBRARIAN", "Thủ thư");
        world.first.roles.setPermissions(admin, "LIBRARIAN", Set.of("group:issue"));
        world.first.roles.grant(
                admin,
                new NewGrant(
                        lan.accountId(),
                        "LIBRARIAN",
                        Reach.SCHOOL,
                        Optional.empty(),
                        world.clock.today(),
                        Optional.empty(),
                        ""));
        assertThat(mayIssue(world, lan)).isTrue();
        assertThatThrownBy(() -> world.first.roles.create(admin, "LIBRARIAN", "x"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> world.first.roles.create(admin, "bad code", "x"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> world.first.roles.create(admin, null, null)).isInstanceOf(Invalid.class);
        world.first.roles.remove(admin, "LIBRARIAN");
        assertThat(mayIssue(world, lan)).isFalse();
        assertThatThrownBy(() -> world.first.roles.remove(admin, "STAFF")).isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void losesThePermissionsOfARemovedBundle(TestDatabase db) {
        World world = new World(db);
        PermissionSource mail = () -> List.of(Permission.of("mail:send", Role.STAFF));
        Caller lan = world.account("lan", Role.STAFF);
        assertThat(world.first.access.allows(lan, "mail:send", Scope.school())).isFalse();
        world.catalog.addSource(mail);
        assertThat(world.first.access.allows(lan, "mail:send", Scope.school())).isTrue();
        world.catalog.removeSource(mail);
        assertThat(world.first.access.allows(lan, "mail:send", Scope.school())).isFalse();
    }

    @OnEachDatabase
    void neverLocksTheAdministratorsOut(TestDatabase db) {
        World world = new World(db);
        Caller admin = world.account("admin1", Role.ADMIN);
        assertThatThrownBy(() -> world.first.roles.setPermissions(admin, "ADMIN", Set.of("group:read")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("security.admin-lockout");
        String grant =
                world.first.roles.grantsOf(admin, admin.accountId()).get(0).id();
        assertThatThrownBy(() -> world.first.roles.revoke(admin, grant, ""))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("security.last-admin");
        assertThatThrownBy(() -> world.first.accounts.close(SYSTEM, admin.accountId(), "x"))
                .hasMessageContaining("security.last-admin");
        world.account("admin2", Role.ADMIN);
        world.first.roles.revoke(admin, grant, "thôi nhiệm");
        assertThatThrownBy(() -> world.first.roles.list(admin)).isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void letsNoPrincipalMakeThemselvesAdministrator(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        NewGrant admin = new NewGrant(
                minh.accountId(), "ADMIN", Reach.SCHOOL, Optional.empty(), world.clock.today(), Optional.empty(), "");
        assertThatThrownBy(() -> world.first.roles.grant(minh, admin)).isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void letsNobodyAdministerByTheDetourOfAnotherRoleOrAccount(TestDatabase db) {
        World world = new World(db);
        Caller admin = world.account("admin1", Role.ADMIN);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.first.roles.create(admin, "DEPUTY_ADMIN", "Phó quản trị");
        world.first.roles.setPermissions(admin, "DEPUTY_ADMIN", Set.of("security:roles"));
        Set<String> principal = new HashSet<>(role(world, admin, "PRINCIPAL").permissions());
        principal.add("security:accounts");
        world.first.roles.setPermissions(admin, "PRINCIPAL", principal);

        NewGrant deputy = new NewGrant(
                minh.accountId(),
                "DEPUTY_ADMIN",
                Reach.SCHOOL,
                Optional.empty(),
                world.clock.today(),
                Optional.empty(),
                "");
        assertThatThrownBy(() -> world.first.roles.grant(minh, deputy)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> world.first.accounts.resetPassword(minh, admin.accountId()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> world.first.accounts.close(minh, admin.accountId(), "x"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> world.first.accounts.create(
                        minh, "", new NewAccount("moi", "Mới", Optional.empty(), Set.of("ADMIN"))))
                .isInstanceOf(Forbidden.class);
        world.first.accounts.create(minh, "", new NewAccount("moi", "Mới", Optional.empty(), Set.of("STAFF")));
    }

    @OnEachDatabase
    void refusesGrantsThatMakeNoSense(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan");
        LocalDate today = world.clock.today();
        assertThatThrownBy(() -> world.first.roles.grant(
                        SYSTEM,
                        new NewGrant(
                                lan.accountId(),
                                "STAFF",
                                Reach.UNIT,
                                Optional.empty(),
                                today,
                                Optional.of(today.minusDays(1)),
                                "x".repeat(501))))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.fields()).hasSize(3));
        assertThatThrownBy(() -> world.first.roles.grant(
                        SYSTEM,
                        new NewGrant("nobody", "STAFF", Reach.SCHOOL, Optional.empty(), today, Optional.empty(), "")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.first.roles.grant(
                        SYSTEM,
                        new NewGrant(
                                lan.accountId(), "KING", Reach.SCHOOL, Optional.empty(), today, Optional.empty(), "")))
                .isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void showsTheHoldersOfARolePageByPage(TestDatabase db) {
        World world = new World(db);
        for (int i = 0; i < 5; i++) {
            world.account("user" + i, Role.GUARD);
        }
        var one = world.first.roles.holders(SYSTEM, "GUARD", PageRequest.first(3));
        var two = world.first.roles.holders(SYSTEM, "GUARD", new PageRequest(3, one.next()));
        assertThat(one.items()).hasSize(3);
        assertThat(two.items()).hasSize(2);
        assertThat(two.next()).isEmpty();
        assertThat(one.items())
                .extracting(Grant::id)
                .doesNotContainAnyElementsOf(two.items().stream().map(Grant::id).toList());
    }

    @OnEachDatabase
    void delegatesForItsDaysWhatTheGiverHolds(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        Caller lan = world.account("lan", Role.STAFF);
        LocalDate today = world.clock.today();
        assertThat(world.first.delegations.delegable(minh)).containsExactly("group:issue");
        Delegation given = world.first.delegations.give(
                minh, "", delegation(Set.of("group:issue"), today.plusDays(1), today.plusDays(3)));
        assertThat(given.state()).isEqualTo(State.PLANNED);
        assertThat(given.toName()).isEqualTo("Người lan");
        assertThat(mayIssue(world, lan)).isFalse();
        world.clock.set(today.plusDays(1));
        assertThat(mayIssue(world, lan)).isTrue();
        assertThat(world.first.access.unitsFor(lan, "group:issue")).containsExactly("*");
        assertThat(world.first.delegations.delegable(lan)).isEqualTo(Set.of("group:read"));
        world.clock.set(today.plusDays(4));
        assertThat(mayIssue(world, lan)).isFalse();
        assertThat(world.first.delegations.get(lan, given.id()).state()).isEqualTo(State.ENDED);
    }

    @OnEachDatabase
    void endsADelegationWithTheGiversRoleOrAccount(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh");
        String role = world.grant(minh.accountId(), Role.PRINCIPAL, Reach.SCHOOL, Optional.empty());
        Caller lan = world.account("lan");
        LocalDate today = world.clock.today();
        world.first.delegations.give(minh, "", delegation(Set.of("group:issue"), today, today.plusDays(30)));
        assertThat(mayIssue(world, lan)).isTrue();
        world.first.roles.revoke(SYSTEM, role, "thôi chức");
        assertThat(mayIssue(world, lan)).isFalse();
        world.grant(minh.accountId(), Role.PRINCIPAL, Reach.SCHOOL, Optional.empty());
        assertThat(mayIssue(world, lan)).isTrue();
        world.first.accounts.closeOfPerson(SYSTEM, "p-minh");
        assertThat(mayIssue(world, lan)).isFalse();
    }

    @OnEachDatabase
    void restrictsADelegationToAUnit(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        Caller lan = world.account("lan");
        LocalDate today = world.clock.today();
        NewDelegation wanted = new NewDelegation(
                "p-lan", Set.of(), Set.of("PRINCIPAL"), Optional.of("toan"), today, today, "đi công tác");
        Delegation given = world.first.delegations.give(minh, "", wanted);
        assertThat(given.permissions()).containsExactly("group:issue");
        assertThat(world.first.access.allows(lan, "group:issue", Scope.unit("tin")))
                .isTrue();
        assertThat(world.first.access.allows(lan, "group:issue", Scope.unit("van")))
                .isFalse();
        assertThat(mayIssue(world, lan)).isFalse();
        assertThat(world.first.access.unitsFor(lan, "group:issue")).containsExactlyInAnyOrder("toan", "tin");
    }

    @OnEachDatabase
    void endsADelegationWhenGiverOrReceiverWantsAndNobodyElse(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        Caller lan = world.account("lan");
        Caller guard = world.account("guard", Role.GUARD);
        LocalDate today = world.clock.today();
        String id = world.first
                .delegations
                .give(minh, "", delegation(Set.of("group:issue"), today, today))
                .id();
        assertThatThrownBy(() -> world.first.delegations.end(guard, id, "")).isInstanceOf(NotFound.class);
        world.first.delegations.end(lan, id, "không nhận");
        assertThat(mayIssue(world, lan)).isFalse();
        assertThatThrownBy(() -> world.first.delegations.end(minh, id, "")).isInstanceOf(Conflict.class);
        assertThat(world.first.delegations.mine(lan, PageRequest.first()).items())
                .hasSize(1);
        assertThat(world.first.delegations.mine(guard, PageRequest.first()).items())
                .isEmpty();
    }

    @OnEachDatabase
    void refusesToDelegateWhatMayNotBe(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.account("lan");
        LocalDate today = world.clock.today();
        for (String permission : List.of("group:seal", "group:read", "security:grant", "no:such")) {
            assertThatThrownBy(
                            () -> world.first.delegations.give(minh, "", delegation(Set.of(permission), today, today)))
                    .as(permission)
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> world.first.delegations.give(
                        minh, "", delegation(Set.of("group:issue"), today.minusDays(1), today)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> world.first.delegations.give(
                        minh, "", delegation(Set.of("group:issue"), today, today.plusYears(2))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> world.first.delegations.give(
                        minh,
                        "",
                        new NewDelegation(
                                "p-minh", Set.of("group:issue"), Set.of(), Optional.empty(), today, today, "x")))
                .isInstanceOf(Invalid.class);
        Caller lan = new Caller("none", Optional.empty(), "", minh.door(), "", "c", World.VI, Optional.empty());
        assertThatThrownBy(() -> world.first.delegations.give(lan, "", delegation(Set.of("group:issue"), today, today)))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void heedsTheLimitsThatBundlesState(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.account("lan");
        LocalDate today = world.clock.today();
        DelegationLimit forbids = proposal -> DelegationLimit.Verdict.refuse("BC.5.3", "group.no-delegation");
        world.limits.addLimit(forbids);
        assertThatThrownBy(
                        () -> world.first.delegations.give(minh, "", delegation(Set.of("group:issue"), today, today)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("BC.5.3"));
        world.limits.removeLimit(forbids);
        world.limits.addLimit(proposal -> DelegationLimit.Verdict.allow("ND30.13"));
        world.limits.addLimit(proposal -> DelegationLimit.Verdict.silent());
        assertThat(world.first
                        .delegations
                        .give(minh, "", delegation(Set.of("group:issue"), today, today))
                        .clauses())
                .containsExactly("ND30.13");
    }

    private static NewDelegation delegation(Set<String> permissions, LocalDate from, LocalDate to) {
        return new NewDelegation("p-lan", permissions, Set.of(), Optional.empty(), from, to, "đi công tác");
    }

    private static boolean mayIssue(World world, Caller caller) {
        return world.first.access.allows(caller, "group:issue", Scope.school());
    }

    private static RoleView role(World world, Caller caller, String code) {
        return world.first.roles.list(caller).stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
