package vn.quyche.core.security.internal.service;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.persistence.Once;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Accounts.Created;
import vn.quyche.core.api.security.Accounts.NewAccount;
import vn.quyche.core.api.security.Authenticator.Origin;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Roles.NewGrant;
import vn.quyche.core.api.security.Roles.Reach;
import vn.quyche.core.security.internal.model.Argon2;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.ChangeStore;
import vn.quyche.core.security.internal.store.DelegationStore;
import vn.quyche.core.security.internal.store.RoleStore;
import vn.quyche.core.security.internal.store.SessionStore;
import vn.quyche.core.security.internal.store.TokenStore;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestEvents;
import vn.quyche.testkit.TestUnit;

/** Security on a database of its own, with cheap password hashes, a permission of each kind and a tree of three units. */
public final class World {

    static final Locale VI = Locale.forLanguageTag("vi");
    public static final String PASSWORD = "hoa sen nở trong ao";

    /** A line as the audit log was told it. */
    record Line(
            String outcome,
            String accountId,
            String action,
            String subjectId,
            String code,
            String clause,
            Object after) {}

    final TestClock clock = TestClock.on("2026-09-07");
    final SequentialIds ids = new SequentialIds();
    final TestUnit unit;
    final Tx tx;
    final List<Line> audit = new CopyOnWriteArrayList<>();
    final TestEvents events = new TestEvents();
    final PermissionCatalog catalog = new PermissionCatalog();
    final DelegationLimits limits = new DelegationLimits();
    final AccountStore accountStore;
    final RoleStore roleStore;
    final DelegationStore delegationStore;
    final SessionStore sessionStore;
    final TokenStore tokenStore;
    final ChangeStore changes;
    final Node first;

    /** What runs on one node. */
    final class Node {
        final SecurityCache cache = new SecurityCache(changes, tx);
        final Standings standings =
                new Standings(cache, accountStore, roleStore, delegationStore, tokenStore, catalog, clock);
        final DefaultAccess access = new DefaultAccess(standings, World::withBelow);
        final AuditLog log = new RecordingLog();
        final DefaultActs acts = new DefaultActs(access, standings, tx, new TestOnce(), log, events);
        final SecuritySettings settings =
                new SecuritySettings(Duration.ofMinutes(60), Duration.ofHours(12), new Argon2(64, 1));
        final PasswordCheck passwords = new PasswordCheck(accountStore, settings, tx, clock);
        final RoleRules rules = new RoleRules(roleStore, standings);
        final DefaultAccounts accounts = new DefaultAccounts(
                access, acts, accountStore, roleStore, sessionStore, tokenStore, passwords, rules, cache, ids, clock);
        final DefaultRoles roles =
                new DefaultRoles(access, acts, roleStore, accountStore, rules, standings, catalog, cache, ids, clock);
        final DefaultSessions sessions =
                new DefaultSessions(access, acts, sessionStore, accountStore, standings, settings, cache, clock);
        final DefaultTokens tokens =
                new DefaultTokens(access, acts, tokenStore, accountStore, standings, passwords, cache, ids, clock);
        final DefaultDelegations delegations = new DefaultDelegations(
                access, acts, delegationStore, accountStore, standings, catalog, limits, cache, ids, clock);
        final DefaultAuthenticator authenticator = new DefaultAuthenticator(
                passwords, accountStore, sessionStore, tokenStore, standings, cache, settings, log, tx, ids, clock);
    }

    public World(TestDatabase db) {
        unit = TestUnit.of(db, "security");
        tx = unit.tx();
        accountStore = new AccountStore(unit.jpa());
        roleStore = new RoleStore(unit.jpa());
        delegationStore = new DelegationStore(unit.jpa());
        sessionStore = new SessionStore(unit.jpa());
        tokenStore = new TokenStore(unit.jpa());
        changes = new ChangeStore(unit.jpa());
        catalog.addSource(new SecurityPermissions());
        catalog.addSource(() -> List.of(
                Permission.of("group:read", Role.STAFF, Role.UNIT_HEAD),
                Permission.of("group:issue", Role.UNIT_HEAD, Role.PRINCIPAL),
                Permission.undelegable("group:seal", Role.PRINCIPAL)));
        first = new Node();
        db.onClose(first.cache::close);
    }

    /** Another node over the same database. */
    Node node(TestDatabase db) {
        Node node = new Node();
        db.onClose(node.cache::close);
        return node;
    }

    /** school ⊃ toan ⊃ tin, and van beside them. */
    static Set<String> withBelow(String unitId) {
        return unitId.equals("toan") ? Set.of("toan", "tin") : Set.of(unitId);
    }

    /** An account in use, with roles for the whole school, whose password is {@link #PASSWORD}. */
    public Caller account(String userName, Role... roles) {
        Created created = first.accounts.create(
                Caller.system("test"),
                "",
                new NewAccount(userName, "Người " + userName, Optional.of("p-" + userName), Set.of()));
        String id = created.account().id();
        accountStore.password(id, first.passwords.hash(PASSWORD), false, clock.instant(), ids.next());
        for (Role role : roles) {
            grant(id, role, Reach.SCHOOL, Optional.empty());
        }
        first.cache.forget();
        return new Caller(
                id,
                Optional.of("p-" + userName),
                "Người " + userName,
                Door.UI,
                "10.0.0.1",
                "test",
                VI,
                Optional.empty());
    }

    String grant(String accountId, Role role, Reach reach, Optional<String> unitId) {
        LocalDate from = clock.today();
        return first.roles
                .grant(
                        Caller.system("test"),
                        new NewGrant(accountId, role.name(), reach, unitId, from, Optional.empty(), ""))
                .id();
    }

    public static Origin origin(String address) {
        return new Origin(Door.UI, address, "Firefox", "c", VI);
    }

    public DefaultAccounts accounts() {
        return first.accounts;
    }

    public AccountStore accountStore() {
        return accountStore;
    }

    public DefaultAuthenticator authenticator() {
        return first.authenticator;
    }

    public DefaultAccess access() {
        return first.access;
    }

    List<String> refusals() {
        return audit.stream()
                .filter(line -> line.outcome().equals("REFUSED"))
                .map(Line::code)
                .toList();
    }

    private final class RecordingLog implements AuditLog {

        @Override
        public void done(Caller caller, Entry entry) {
            Line line = new Line("DONE", caller.accountId(), entry.action(), entry.subjectId(), "", "", entry.after());
            tx.afterCommit(() -> audit.add(line));
        }

        @Override
        public void refused(Caller caller, Entry entry, String code, String clause) {
            Line line = new Line("REFUSED", caller.accountId(), entry.action(), entry.subjectId(), code, clause, null);
            tx.afterCommit(() -> audit.add(line));
        }
    }

    private final class TestOnce implements Once {

        private final Map<String, String> made = new HashMap<>();

        @Override
        public String once(String owner, String key, Supplier<String> create) {
            String known = made.get(owner + "\n" + key);
            return known != null
                    ? known
                    : tx.call(() -> {
                        String id = create.get();
                        made.put(owner + "\n" + key, id);
                        return id;
                    });
        }
    }
}
