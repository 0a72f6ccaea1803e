package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Accounts.Created;
import vn.quyche.core.api.security.Accounts.Filter;
import vn.quyche.core.api.security.Accounts.NewAccount;
import vn.quyche.core.api.security.Accounts.State;
import vn.quyche.core.api.security.Authenticator.SignIn;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Role;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultAccountsTest {

    private static final Caller SYSTEM = Caller.system("test");
    private static final String NEW_PASSWORD = "trăng rằm tháng tám";

    @OnEachDatabase
    void makesAnAccountWhoseInitialPasswordMustBeChanged(TestDatabase db) {
        World world = new World(db);
        Created created = world.first.accounts.create(SYSTEM, "", newAccount("lan.le", "Lê Thị Lan", "p1"));
        String initial = created.initialPassword().orElseThrow();
        assertThat(created.account().mustChangePassword()).isTrue();
        assertThat(created.account().roles()).containsExactly("STAFF");
        AccountJoining joining = new AccountJoining(world.accountStore);
        assertThat(joining.items("p1"))
                .as("owed to who joins until it is used with an own password")
                .hasSize(1);
        SignIn signIn = world.first.authenticator.signIn(World.origin("1.1.1.1"), "Lan.Le", initial);
        assertThat(signIn.mustChangePassword()).isTrue();
        assertThatThrownBy(() -> world.first.authenticator.password(World.origin("1.1.1.1"), "lan.le", initial))
                .hasMessageContaining("security.password-change-due");
        world.first.accounts.changePassword(signIn.caller(), initial, NEW_PASSWORD, Optional.of(signIn.sessionKey()));
        SignIn running = world.first.authenticator.session(World.origin("1.1.1.1"), signIn.sessionKey());
        assertThat(running.mustChangePassword()).isFalse();
        assertThat(joining.items("p1")).isEmpty();
        assertThat(world.first
                        .authenticator
                        .password(World.origin("1.1.1.1"), "lan.le", NEW_PASSWORD)
                        .personId())
                .contains("p1");
        assertThat(world.audit).allSatisfy(line -> assertThat(line.toString()).doesNotContain(initial, NEW_PASSWORD));
    }

    @OnEachDatabase
    void showsTheInitialPasswordOnceForAKey(TestDatabase db) {
        World world = new World(db);
        Created one = world.first.accounts.create(SYSTEM, "key", newAccount("lan", "Lan", "p1"));
        Created two = world.first.accounts.create(SYSTEM, "key", newAccount("lan", "Lan", "p1"));
        assertThat(two.account().id()).isEqualTo(one.account().id());
        assertThat(two.initialPassword()).isEmpty();
    }

    @OnEachDatabase
    void refusesASecondAccountOfANameOrPerson(TestDatabase db) {
        World world = new World(db);
        world.first.accounts.create(SYSTEM, "", newAccount("hoa", "Hoa", "p1"));
        assertThatThrownBy(() -> world.first.accounts.create(SYSTEM, "", newAccount("HÒA", "Khác", "p2")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("security.user-name-taken");
        assertThatThrownBy(() -> world.first.accounts.create(SYSTEM, "", newAccount("hoa2", "Hoa", "p1")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("security.person-has-account");
    }

    @OnEachDatabase
    void refusesHostileNames(TestDatabase db) {
        World world = new World(db);
        for (String userName :
                new String[] {null, "", "ab", "x".repeat(65), "a b c", "a\u0000b", "ab\ud800c", "<script>"}) {
            assertThatThrownBy(() -> world.first.accounts.create(SYSTEM, "", newAccount(userName, "Lan", "p1")))
                    .as("%s", userName)
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> world.first.accounts.create(SYSTEM, "", newAccount("lan", "", "p1")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> world.first.accounts.create(
                        SYSTEM, "", new NewAccount("lan", "Lan", Optional.empty(), Set.of("KING"))))
                .isInstanceOf(Invalid.class);
        assertThat(world.first.accounts.findByUserName(SYSTEM, "\u0000\ud800")).isEmpty();
    }

    @OnEachDatabase
    void makesManyAtOnceAndLeavesOutWhoHasOne(TestDatabase db) {
        World world = new World(db);
        world.first.accounts.create(SYSTEM, "", newAccount("lan.le", "Lê Thị Lan", "p0"));
        List<NewAccount> many = new ArrayList<>();
        many.add(newAccount("lan.le", "Lê Thị Lan", "p0"));
        IntStream.rangeClosed(1, 30).forEach(i -> many.add(newAccount("lan.le", "Lê Thị Lan", "p" + i)));
        List<Created> created = world.first.accounts.createAll(SYSTEM, many);
        assertThat(created).hasSize(30);
        assertThat(created)
                .extracting(one -> one.account().userName())
                .doesNotHaveDuplicates()
                .contains("lan.le2", "lan.le31");
        assertThat(created)
                .extracting(one -> one.account().personId().orElseThrow())
                .doesNotContain("p0");
        Created last = created.get(29);
        assertThat(world.first
                        .authenticator
                        .signIn(
                                World.origin("1.1.1.1"),
                                last.account().userName(),
                                last.initialPassword().orElseThrow())
                        .caller()
                        .personId())
                .isEqualTo(last.account().personId());
    }

    @OnEachDatabase
    void makesNoneWhenOneIsWrong(TestDatabase db) {
        World world = new World(db);
        assertThatThrownBy(() -> world.first.accounts.createAll(
                        SYSTEM, List.of(newAccount("lan", "Lan", "p1"), newAccount("!", "Hoa", "p2"))))
                .isInstanceOf(Invalid.class);
        assertThat(world.accountStore.any()).isFalse();
    }

    @OnEachDatabase
    void listsByGivenNameWithFiltersPageByPage(TestDatabase db) {
        World world = new World(db);
        List.of("Trần Văn Bình", "Lê Thị Ánh", "Nguyễn Đức An", "Phạm Thu Hà", "Đỗ Gia Bảo")
                .forEach(name ->
                        world.first.accounts.create(SYSTEM, "", newAccount("user" + name.hashCode(), name, name)));
        List<String> names = new ArrayList<>();
        Page<Account> page = world.first.accounts.list(SYSTEM, Filter.none(), PageRequest.first(2));
        while (true) {
            page.items().forEach(account -> names.add(account.name()));
            if (page.next().isEmpty()) {
                break;
            }
            page = world.first.accounts.list(SYSTEM, Filter.none(), new PageRequest(2, page.next()));
        }
        assertThat(names).containsExactly("Nguyễn Đức An", "Lê Thị Ánh", "Đỗ Gia Bảo", "Trần Văn Bình", "Phạm Thu Hà");
        assertThat(search(world, new Filter(Optional.of("duc an"), Optional.empty(), Optional.empty())))
                .containsExactly("Nguyễn Đức An");
        assertThat(search(world, new Filter(Optional.of("%'\u0000"), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(search(world, new Filter(Optional.empty(), Optional.of(State.CLOSED), Optional.empty())))
                .isEmpty();
        assertThat(search(world, new Filter(Optional.empty(), Optional.of(State.ACTIVE), Optional.of("STAFF"))))
                .hasSize(5);
        assertThat(search(world, new Filter(Optional.empty(), Optional.empty(), Optional.of("GUARD"))))
                .isEmpty();
    }

    @OnEachDatabase
    void closesAndReopens(TestDatabase db) {
        World world = new World(db);
        Caller admin = world.account("admin1", Role.ADMIN);
        Caller lan = world.account("lan", Role.STAFF);
        SignIn signIn = world.first.authenticator.signIn(World.origin("1.1.1.1"), "lan", World.PASSWORD);
        world.first.accounts.close(admin, lan.accountId(), "nghỉ không lương");
        assertThatThrownBy(() -> world.first.authenticator.session(World.origin("1.1.1.1"), signIn.sessionKey()))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin("1.1.1.1"), "lan", World.PASSWORD))
                .hasMessageContaining("security.bad-credentials");
        assertThatThrownBy(() -> world.first.accounts.close(admin, lan.accountId(), "lần nữa"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> world.first.accounts.close(admin, admin.accountId(), "tôi"))
                .hasMessageContaining("security.own-account");
        world.first.accounts.reopen(admin, lan.accountId(), "đi làm lại");
        assertThat(world.first
                        .authenticator
                        .signIn(World.origin("1.1.1.1"), "lan", World.PASSWORD)
                        .caller())
                .isNotNull();
        assertThatThrownBy(() -> world.first.accounts.close(admin, "nobody", "x"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.first.accounts.reopen(admin, lan.accountId(), ""))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void closesTheAccountOfAPersonWhoLeftAlsoWhenToldTwice(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan", Role.STAFF);
        SignIn signIn = world.first.authenticator.signIn(World.origin("1.1.1.1"), "lan", World.PASSWORD);
        world.first.accounts.closeOfPerson(SYSTEM, "p-lan");
        world.first.accounts.closeOfPerson(SYSTEM, "p-lan");
        world.first.accounts.closeOfPerson(SYSTEM, "p-unknown");
        assertThat(world.first.accounts.get(SYSTEM, lan.accountId()).state()).isEqualTo(State.CLOSED);
        assertThatThrownBy(() -> world.first.authenticator.session(World.origin("1.1.1.1"), signIn.sessionKey()))
                .hasMessageContaining("security.session-ended");
    }

    @OnEachDatabase
    void resetsAPasswordAndEndsEverything(TestDatabase db) {
        World world = new World(db);
        Caller admin = world.account("admin1", Role.ADMIN);
        Caller lan = world.account("lan", Role.STAFF);
        SignIn signIn = world.first.authenticator.signIn(World.origin("1.1.1.1"), "lan", World.PASSWORD);
        Created reset = world.first.accounts.resetPassword(admin, lan.accountId());
        assertThatThrownBy(() -> world.first.authenticator.session(World.origin("1.1.1.1"), signIn.sessionKey()))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin("1.1.1.1"), "lan", World.PASSWORD))
                .isInstanceOf(Unauthenticated.class);
        assertThat(world.first
                        .authenticator
                        .signIn(
                                World.origin("1.1.1.1"),
                                "lan",
                                reset.initialPassword().orElseThrow())
                        .mustChangePassword())
                .isTrue();
    }

    @OnEachDatabase
    void refusesNewPasswordsThatBreakThePolicyOrCameBefore(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lanle", Role.STAFF);
        for (String bad :
                new String[] {null, "", "ngắn", "x".repeat(200), "matkhau2026!", "lanle-lanle-1", World.PASSWORD}) {
            assertThatThrownBy(() -> world.first.accounts.changePassword(lan, World.PASSWORD, bad, Optional.empty()))
                    .as("%s", bad)
                    .isInstanceOf(Invalid.class);
        }
        world.first.accounts.changePassword(lan, World.PASSWORD, NEW_PASSWORD, Optional.empty());
        assertThatThrownBy(
                        () -> world.first.accounts.changePassword(lan, NEW_PASSWORD, World.PASSWORD, Optional.empty()))
                .hasMessageContaining("security.password-used-before");
        assertThatThrownBy(() -> world.first.accounts.changePassword(lan, "sai", "mùa thu vàng lá", Optional.empty()))
                .hasMessageContaining("security.wrong-password");
    }

    @OnEachDatabase
    void renamesOnlyTheVersionThatWasSeen(TestDatabase db) {
        World world = new World(db);
        Caller admin = world.account("admin1", Role.ADMIN);
        Caller lan = world.account("lan");
        Account seen = world.first.accounts.get(admin, lan.accountId());
        Account renamed = world.first.accounts.rename(admin, seen.id(), seen.version(), "lan.moi", "Lan Mới");
        assertThat(renamed.userName()).isEqualTo("lan.moi");
        assertThatThrownBy(() -> world.first.accounts.rename(admin, seen.id(), seen.version(), "lan.cu", "Lan"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("core.changed-meanwhile");
        assertThatThrownBy(() -> world.first.accounts.rename(admin, seen.id(), renamed.version(), "admin1", "Lan"))
                .hasMessageContaining("security.user-name-taken");
    }

    @OnEachDatabase
    void refusesEverythingToWhoHoldsNoRole(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan", Role.STAFF);
        Caller other = world.account("hoa", Role.STAFF);
        String id = other.accountId();
        var accounts = world.first.accounts;
        List<Runnable> attempts = List.of(
                () -> accounts.list(lan, Filter.none(), PageRequest.first()),
                () -> accounts.get(lan, id),
                () -> accounts.findByUserName(lan, "hoa"),
                () -> accounts.findByPerson(lan, "p-hoa"),
                () -> accounts.create(lan, "", newAccount("moi", "Mới", "p9")),
                () -> accounts.createAll(lan, List.of()),
                () -> accounts.resetPassword(lan, id),
                () -> accounts.unlock(lan, id),
                () -> accounts.rename(lan, id, 1, "xyz", "x"),
                () -> accounts.close(lan, id, "x"),
                () -> accounts.reopen(lan, id, "x"),
                () -> world.first.roles.list(lan),
                () -> world.first.roles.permissions(lan),
                () -> world.first.roles.grantsOf(lan, id),
                () -> world.first.roles.create(lan, "XYZ", "x"),
                () -> world.first.roles.setPermissions(lan, "STAFF", Set.of()),
                () -> world.first.roles.remove(lan, "STAFF"),
                () -> world.first.sessions.list(lan, Optional.empty(), PageRequest.first()),
                () -> world.first.tokens.list(lan, Optional.empty(), PageRequest.first()),
                () -> world.first.delegations.list(lan, Optional.empty(), PageRequest.first()));
        attempts.forEach(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(Forbidden.class));
        assertThat(accounts.mine(lan).userName()).isEqualTo("lan");
        assertThat(world.first.roles.grantsOf(lan, lan.accountId())).hasSize(1);
    }

    private static List<String> search(World world, Filter filter) {
        return world.first.accounts.list(SYSTEM, filter, PageRequest.first()).items().stream()
                .map(Account::name)
                .toList();
    }

    private static NewAccount newAccount(String userName, String name, String personId) {
        return new NewAccount(userName, name, Optional.of(personId), Set.of("STAFF"));
    }
}
