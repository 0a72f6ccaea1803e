package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Accounts.Filter;
import vn.quyche.core.api.security.Accounts.State;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations.Delegation;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Roles.Grant;
import vn.quyche.core.security.internal.store.DelegationStore;
import vn.quyche.core.security.internal.store.SessionStore;
import vn.quyche.core.security.internal.store.TokenStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

/** The lists of accounts and of what hangs on them, in every order that they offer, page by page. */
class SortedListsTest {

    private static final Caller SYSTEM = Caller.system("test");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 7);

    @OnEachDatabase
    void accounts(TestDatabase db) {
        World world = new World(db);
        for (String user : List.of("mai", "anh", "chi", "binh")) {
            world.account(user, Role.STAFF);
        }
        signIn(world, "chi", Duration.ofMinutes(1));
        signIn(world, "anh", Duration.ofMinutes(2));

        assertThat(accounts(world, "user")).containsExactly("anh", "binh", "chi", "mai");
        assertThat(accounts(world, "-user")).containsExactly("mai", "chi", "binh", "anh");
        assertThat(accounts(world, "-created")).containsExactly("binh", "chi", "anh", "mai");
        // those who never signed in are equal, and follow each other by age
        assertThat(accounts(world, "sign-in")).containsExactly("mai", "binh", "chi", "anh");
        assertThat(accounts(world, "-sign-in")).containsExactly("anh", "chi", "binh", "mai");
        assertThat(Pages.read("-name", page -> staff(world, page))).hasSize(4);
        Pages.refusesNonsense("user", page -> world.first.accounts.list(SYSTEM, Filter.none(), page));
    }

    @OnEachDatabase
    void sessions(TestDatabase db) {
        World world = new World(db);
        world.account("lan");
        String account = world.accountStore.findByUserName("lan").orElseThrow().id();
        List.of("a", "b", "c").forEach(id -> session(world, id, account, id.equals("b") ? 5 : 1));

        assertThat(sessions(world, "started")).containsExactly("a", "b", "c");
        assertThat(sessions(world, "-used")).containsExactly("b", "c", "a");
        assertThat(sessions(world, "used")).containsExactly("a", "c", "b");
        Pages.refusesNonsense("used", page -> world.first.sessions.list(SYSTEM, Optional.of(account), page));
    }

    @OnEachDatabase
    void tokens(TestDatabase db) {
        World world = new World(db);
        world.account("lan");
        String account = world.accountStore.findByUserName("lan").orElseThrow().id();
        token(world, "a", account, 30);
        token(world, "b", account, 10);
        token(world, "c", account, 30);
        world.tokenStore.used("c", world.clock.instant());

        assertThat(tokens(world, "created")).containsExactly("a", "b", "c");
        assertThat(tokens(world, "expires")).containsExactly("b", "a", "c");
        assertThat(tokens(world, "-expires")).containsExactly("c", "a", "b");
        assertThat(tokens(world, "-used")).containsExactly("c", "b", "a");
        Pages.refusesNonsense("expires", page -> world.first.tokens.list(SYSTEM, Optional.empty(), page));
    }

    @OnEachDatabase
    void delegations(TestDatabase db) {
        World world = new World(db);
        delegation(world, "a", 3, 9);
        delegation(world, "b", 1, 9);
        delegation(world, "c", 3, 5);

        assertThat(delegations(world, "-given")).containsExactly("c", "b", "a");
        assertThat(delegations(world, "from")).containsExactly("b", "a", "c");
        assertThat(delegations(world, "-to")).containsExactly("b", "a", "c");
        Pages.refusesNonsense("to", page -> world.first.delegations.list(SYSTEM, Optional.empty(), page));
    }

    @OnEachDatabase
    void holdersOfARole(TestDatabase db) {
        World world = new World(db);
        List.of("lan", "mai", "hoa").forEach(user -> world.account(user, Role.GUARD));

        List<Grant> granted = Pages.read("granted", page -> holders(world, page));
        assertThat(granted).hasSize(3).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        assertThat(Pages.read("-from", page -> holders(world, page)))
                .hasSize(3)
                .isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
        Pages.refusesNonsense("from", page -> holders(world, page));
    }

    private static void signIn(World world, String user, Duration later) {
        world.accountStore.signedIn(
                world.accountStore.findByUserName(user).orElseThrow().id(),
                world.clock.instant().plus(later));
    }

    private static void session(World world, String id, String account, int usedMinutes) {
        world.sessionStore.add(new SessionStore.Row(
                id,
                "hash-" + id,
                account,
                "127.0.0.1",
                "",
                world.clock.instant(),
                world.clock.instant().plus(Duration.ofMinutes(usedMinutes)),
                world.clock.instant().plus(Duration.ofHours(8))));
    }

    private static void token(World world, String id, String account, int days) {
        world.tokenStore.add(new TokenStore.Row(
                id,
                "hash-" + id,
                account,
                id,
                Set.of(),
                world.clock.instant(),
                DAY.plusDays(days),
                Optional.empty(),
                Optional.empty()));
    }

    private static void delegation(World world, String id, int from, int to) {
        world.delegationStore.add(new DelegationStore.Row(
                id,
                "p1",
                "p2",
                Set.of("group:read"),
                Optional.empty(),
                DAY.plusDays(from),
                DAY.plusDays(to),
                "Đi công tác",
                Set.of(),
                world.clock.instant(),
                Optional.empty()));
    }

    private static Page<Account> staff(World world, PageRequest page) {
        return world.first.accounts.list(
                SYSTEM, new Filter(Optional.of("nguoi"), Optional.of(State.ACTIVE), Optional.of("STAFF")), page);
    }

    private static List<String> accounts(World world, String sort) {
        return Pages.read(sort, page -> staff(world, page)).stream()
                .map(Account::userName)
                .toList();
    }

    private static List<String> sessions(World world, String sort) {
        return Pages.read(sort, page -> world.first.sessions.list(SYSTEM, Optional.empty(), page)).stream()
                .map(session -> session.id())
                .toList();
    }

    private static List<String> tokens(World world, String sort) {
        return Pages.read(sort, page -> world.first.tokens.list(SYSTEM, Optional.empty(), page)).stream()
                .map(token -> token.id())
                .toList();
    }

    private static List<String> delegations(World world, String sort) {
        return Pages.read(sort, page -> world.first.delegations.list(SYSTEM, Optional.of("p2"), page)).stream()
                .map(Delegation::id)
                .toList();
    }

    private static Page<Grant> holders(World world, PageRequest page) {
        return world.first.roles.holders(SYSTEM, "GUARD", page);
    }
}
