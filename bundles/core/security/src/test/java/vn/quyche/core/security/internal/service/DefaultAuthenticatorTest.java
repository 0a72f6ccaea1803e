package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unauthenticated;
import vn.quyche.core.api.security.Authenticator.SignIn;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.Sessions.Session;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.security.Tokens.NewToken;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultAuthenticatorTest {

    private static final Caller SYSTEM = Caller.system("test");

    @OnEachDatabase
    void signsInWhicheverWayTheMarksAreTyped(TestDatabase db) {
        World world = new World(db);
        world.account("lan");
        String decomposed = Normalizer.normalize(World.PASSWORD, Normalizer.Form.NFD);
        assertThat(world.first
                        .authenticator
                        .signIn(World.origin("1.1.1.1"), "LAN", decomposed)
                        .caller()
                        .name())
                .isEqualTo("Người lan");
    }

    @OnEachDatabase
    void saysTheSameWhetherTheAccountExistsOrNot(TestDatabase db) {
        World world = new World(db);
        world.account("lan");
        for (String userName : new String[] {"lan", "nobody", "", null, "\u0000\ud800", "x".repeat(100_000)}) {
            assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin("1.1.1.1"), userName, "sai"))
                    .isInstanceOf(Unauthenticated.class)
                    .hasMessage("security.bad-credentials []");
        }
        for (String password : new String[] {null, "", "\u0000", "x".repeat(1_000_000)}) {
            assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin("2.2.2.2"), "lan2", password))
                    .hasMessage("security.bad-credentials []");
        }
    }

    @OnEachDatabase
    void recordsFailuresWithoutTheNameThatWasTyped(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan");
        world.audit.clear();
        assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin("1.1.1.1"), "lan", "sai"))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin("1.1.1.1"), "matkhaucuatoi", "lan"))
                .isInstanceOf(Unauthenticated.class);
        assertThat(world.audit).extracting(World.Line::subjectId).containsExactly(lan.accountId(), "");
        assertThat(world.audit).allSatisfy(line -> assertThat(line.toString()).doesNotContain("matkhaucuatoi"));
    }

    @OnEachDatabase
    void locksAUserNameAfterFiveFailuresForLongerEachTime(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan");
        fail(world, "lan", "1.1.1.1", 5);
        assertLocked(world, "lan", "9.9.9.9");
        assertThat(world.first.accounts.get(SYSTEM, lan.accountId()).lockedUntil())
                .contains(world.clock.instant().plus(Duration.ofMinutes(1)));
        world.clock.advance(Duration.ofSeconds(61));
        fail(world, "lan", "1.1.1.1", 1);
        world.clock.advance(Duration.ofSeconds(61));
        assertLocked(world, "lan", "9.9.9.9");
        world.clock.advance(Duration.ofSeconds(61));
        assertThat(signIn(world, "lan").caller()).isNotNull();
        fail(world, "lan", "1.1.1.1", 4);
        assertThat(signIn(world, "lan").caller()).isNotNull();
    }

    @OnEachDatabase
    void looksAtTheAccountAlsoWhenItKnowsThePassword(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan");
        assertThat(signIn(world, "lan").caller()).isNotNull();
        assertThat(signIn(world, "lan").caller()).isNotNull();
        assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin("1.1.1.1"), "lan", "sai"))
                .hasMessage("security.bad-credentials []");
        fail(world, "lan", "1.1.1.1", 4);
        assertLocked(world, "lan", "9.9.9.9");
        world.clock.advance(Duration.ofMinutes(2));
        assertThat(signIn(world, "lan").caller()).isNotNull();
        world.first.accounts.close(SYSTEM, lan.accountId(), "nghỉ việc");
        assertThatThrownBy(() -> signIn(world, "lan")).hasMessage("security.bad-credentials []");
    }

    @OnEachDatabase
    void locksUserNamesThatDoNotExistAlike(TestDatabase db) {
        World world = new World(db);
        fail(world, "nobody", "1.1.1.1", 5);
        assertLocked(world, "nobody", "9.9.9.9");
    }

    @OnEachDatabase
    void locksAnAddressThatTriesManyNames(TestDatabase db) {
        World world = new World(db);
        world.account("lan");
        for (int i = 0; i < 40; i++) {
            fail(world, "user" + i, "6.6.6.6", 1);
        }
        assertLocked(world, "lan", "6.6.6.6");
        assertThat(signIn(world, "lan").caller()).isNotNull();
    }

    @OnEachDatabase
    void unlocks(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan");
        fail(world, "lan", "1.1.1.1", 5);
        world.first.accounts.unlock(SYSTEM, lan.accountId());
        assertThat(signIn(world, "lan").caller()).isNotNull();
    }

    @OnEachDatabase
    @Timeout(60)
    void countsEachOfManyGuessesThatComeAtOnce(TestDatabase db) throws Exception {
        World world = new World(db);
        world.account("lan");
        ExecutorService guessers = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 40; i++) {
            guessers.submit(() -> world.first.authenticator.signIn(World.origin("1.1.1.1"), "lan", "sai"));
        }
        guessers.shutdown();
        assertThat(guessers.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
        assertThat(world.refusals().stream().filter("security.bad-credentials"::equals))
                .hasSize(5);
        assertLocked(world, "lan", "9.9.9.9");
    }

    @OnEachDatabase
    void endsASessionThatIsNotUsedOrTooOld(TestDatabase db) {
        World world = new World(db);
        world.account("lan");
        SignIn idle = signIn(world, "lan");
        world.clock.advance(Duration.ofMinutes(59));
        assertThat(world.first
                        .authenticator
                        .session(World.origin("1.1.1.1"), idle.sessionKey())
                        .caller())
                .isNotNull();
        world.clock.advance(Duration.ofMinutes(61));
        assertEnded(world, idle.sessionKey());

        SignIn old = signIn(world, "lan");
        for (int i = 0; i < 24; i++) {
            world.clock.advance(Duration.ofMinutes(30));
            world.first.authenticator.session(World.origin("1.1.1.1"), old.sessionKey());
        }
        world.clock.advance(Duration.ofMinutes(1));
        assertEnded(world, old.sessionKey());
    }

    @OnEachDatabase
    void keepsASessionAliveThatIsUsedOnAnotherNode(TestDatabase db) {
        World world = new World(db);
        world.account("lan");
        World.Node second = world.node(db);
        SignIn signIn = signIn(world, "lan");
        second.authenticator.session(World.origin("1.1.1.1"), signIn.sessionKey());
        for (int i = 0; i < 3; i++) {
            world.clock.advance(Duration.ofMinutes(50));
            world.first.authenticator.session(World.origin("1.1.1.1"), signIn.sessionKey());
        }
        assertThat(second.authenticator
                        .session(World.origin("1.1.1.1"), signIn.sessionKey())
                        .caller())
                .isNotNull();
    }

    @OnEachDatabase
    void refusesKeysThatNobodyHas(TestDatabase db) {
        World world = new World(db);
        for (String key : new String[] {null, "", "x", "\u0000", "x".repeat(100_000)}) {
            assertEnded(world, key);
            assertThatThrownBy(() -> world.first.authenticator.token(World.origin("1.1.1.1"), key))
                    .hasMessageContaining("security.bad-token");
        }
    }

    @OnEachDatabase
    void listsAndEndsSessions(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan");
        Caller admin = world.account("admin1", Role.ADMIN);
        Caller hoa = world.account("hoa");
        SignIn one = signIn(world, "lan");
        SignIn two = signIn(world, "lan");
        SignIn three = signIn(world, "lan");
        var mine = world.first
                .sessions
                .mine(lan, Optional.of(two.sessionKey()), PageRequest.first())
                .items();
        assertThat(mine).extracting(Session::current).containsExactly(false, true, false);
        assertThat(mine).extracting(Session::userAgent).containsOnly("Firefox");
        assertThatThrownBy(() -> world.first.sessions.end(hoa, mine.get(0).id()))
                .isInstanceOf(NotFound.class);
        world.first.sessions.end(lan, mine.get(0).id());
        assertEnded(world, three.sessionKey());
        assertThat(world.first.sessions.endOthers(lan, Optional.of(two.sessionKey())))
                .isEqualTo(1);
        assertEnded(world, one.sessionKey());
        assertThat(world.first
                        .sessions
                        .list(admin, Optional.empty(), PageRequest.first())
                        .items())
                .singleElement()
                .satisfies(session -> world.first.sessions.end(admin, session.id()));
        assertEnded(world, two.sessionKey());
    }

    @OnEachDatabase
    void signsOutAndBearsToBeToldTwice(TestDatabase db) {
        World world = new World(db);
        Caller hoa = world.account("hoa");
        Caller lan = world.account("lan");
        SignIn signIn = signIn(world, "lan");
        world.first.authenticator.signOut(hoa, signIn.sessionKey());
        assertThat(world.first
                        .authenticator
                        .session(World.origin("1.1.1.1"), signIn.sessionKey())
                        .caller())
                .isNotNull();
        world.first.authenticator.signOut(lan, signIn.sessionKey());
        world.first.authenticator.signOut(lan, signIn.sessionKey());
        world.first.authenticator.signOut(lan, null);
        assertEnded(world, signIn.sessionKey());
    }

    @OnEachDatabase
    void callsWithATokenWithinItsPermissionsUntilItEnds(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL, Role.STAFF);
        Tokens.Created created = world.first.tokens.create(minh, World.PASSWORD, token(world, 30, "group:read"));
        Caller machine = world.first.authenticator.token(World.origin("1.1.1.1"), created.secret());
        assertThat(machine.accountId()).isEqualTo(minh.accountId());
        assertThat(world.first.access.allows(machine, "group:read", Scope.school()))
                .isTrue();
        assertThat(world.first.access.allows(machine, "group:issue", Scope.school()))
                .isFalse();
        assertThat(world.first.access.unitsFor(machine, "group:issue")).isEmpty();
        assertThatThrownBy(() -> world.first.tokens.create(machine, World.PASSWORD, token(world, 1, "group:read")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> world.first.accounts.changePassword(
                        machine, World.PASSWORD, "một hai ba bốn năm", Optional.empty()))
                .isInstanceOf(Forbidden.class);
        assertThat(world.first.tokens.mine(minh, PageRequest.first()).items())
                .singleElement()
                .satisfies(token -> assertThat(token.lastUsedAt()).contains(world.clock.instant()));
        world.clock.advance(Duration.ofDays(31));
        assertThatThrownBy(() -> world.first.authenticator.token(World.origin("1.1.1.1"), created.secret()))
                .hasMessageContaining("security.bad-token");
        assertThat(world.first.access.allows(machine, "group:read", Scope.school()))
                .isFalse();
    }

    @OnEachDatabase
    void revokesATokenAtOnce(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL, Role.STAFF);
        Caller hoa = world.account("hoa", Role.STAFF);
        Tokens.Created created = world.first.tokens.create(minh, World.PASSWORD, token(world, 30, "group:read"));
        Caller machine = world.first.authenticator.token(World.origin("1.1.1.1"), created.secret());
        String id = created.token().id();
        assertThatThrownBy(() -> world.first.tokens.revoke(hoa, id)).isInstanceOf(NotFound.class);
        world.first.tokens.revoke(minh, id);
        assertThat(world.first.access.allows(machine, "group:read", Scope.school()))
                .isFalse();
        assertThatThrownBy(() -> world.first.authenticator.token(World.origin("1.1.1.1"), created.secret()))
                .isInstanceOf(Unauthenticated.class);
    }

    @OnEachDatabase
    void refusesTokensThatReachTooFar(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        assertThatThrownBy(() -> world.first.tokens.create(minh, "sai", token(world, 30, "group:issue")))
                .hasMessageContaining("security.wrong-password");
        for (NewToken bad : new NewToken[] {
            token(world, 30, "security:accounts"),
            token(world, 367, "group:issue"),
            token(world, -1, "group:issue"),
            new NewToken(Optional.empty(), "", Set.of(), null)
        }) {
            assertThatThrownBy(() -> world.first.tokens.create(minh, World.PASSWORD, bad))
                    .isInstanceOf(Invalid.class);
        }
        assertThat(world.first.tokens.mine(minh, PageRequest.first()).items()).isEmpty();
    }

    @OnEachDatabase
    void removesWhatRanOut(TestDatabase db) {
        World world = new World(db);
        world.account("lan");
        signIn(world, "lan");
        fail(world, "lan", "1.1.1.1", 3);
        CleanUp cleanUp = new CleanUp(world.sessionStore, world.accountStore, world.first.settings, world.clock);
        world.clock.advance(Duration.ofHours(25));
        cleanUp.run();
        assertThat(world.first
                        .sessions
                        .list(SYSTEM, Optional.empty(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    private static NewToken token(World world, int days, String... permissions) {
        return new NewToken(
                Optional.empty(),
                "thu thập",
                Set.of(permissions),
                world.clock.today().plusDays(days));
    }

    private static SignIn signIn(World world, String userName) {
        return world.first.authenticator.signIn(World.origin("1.1.1.1"), userName, World.PASSWORD);
    }

    private static void fail(World world, String userName, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin(address), userName, "sai"))
                    .hasMessageContaining("security.bad-credentials");
        }
    }

    private static void assertLocked(World world, String userName, String address) {
        assertThatThrownBy(() -> world.first.authenticator.signIn(World.origin(address), userName, World.PASSWORD))
                .isInstanceOf(Unauthenticated.class)
                .hasMessageContaining("security.locked");
    }

    private static void assertEnded(World world, String key) {
        assertThatThrownBy(() -> world.first.authenticator.session(World.origin("1.1.1.1"), key))
                .isInstanceOf(Unauthenticated.class)
                .hasMessageContaining("security.session-ended");
    }
}
