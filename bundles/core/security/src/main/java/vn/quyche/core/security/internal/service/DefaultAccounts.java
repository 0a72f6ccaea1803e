package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Roles.Grant;
import vn.quyche.core.api.security.Roles.Reach;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.security.internal.model.PasswordPolicy;
import vn.quyche.core.security.internal.model.Secrets;
import vn.quyche.core.security.internal.model.UserNames;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.RoleStore;
import vn.quyche.core.security.internal.store.SessionStore;
import vn.quyche.core.security.internal.store.TokenStore;

/** Makes, closes and shows accounts, and changes passwords. */
@Component(service = {Accounts.class, DefaultAccounts.class})
public final class DefaultAccounts implements Accounts {

    private static final String SUBJECT = "security.account";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_AT_ONCE = 2000;

    private final Access access;
    private final Acts acts;
    private final AccountStore store;
    private final RoleStore roles;
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final PasswordCheck passwords;
    private final RoleRules rules;
    private final SecurityCache cache;
    private final Ids ids;
    private final Clock clock;
    private final PasswordPolicy policy = new PasswordPolicy();
    private final Secrets secrets = new Secrets();

    @Activate
    public DefaultAccounts(
            @Reference Access access,
            @Reference Acts acts,
            @Reference AccountStore store,
            @Reference RoleStore roles,
            @Reference SessionStore sessions,
            @Reference TokenStore tokens,
            @Reference PasswordCheck passwords,
            @Reference RoleRules rules,
            @Reference SecurityCache cache,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.access = access;
        this.acts = acts;
        this.store = store;
        this.roles = roles;
        this.sessions = sessions;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.cache = cache;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Account> list(Caller caller, Filter filter, PageRequest page) {
        access.require(caller, SecurityPermissions.READ, Scope.school());
        Page<AccountStore.Row> rows = store.list(filter, rules.today(), page);
        return new Page<>(views(rows.items()), rows.next());
    }

    @Override
    public Account get(Caller caller, String accountId) {
        requireRead(caller, accountId);
        return view(existing(accountId));
    }

    @Override
    public Optional<Account> findByUserName(Caller caller, String userName) {
        access.require(caller, SecurityPermissions.READ, Scope.school());
        return store.findByUserName(userName).map(this::view);
    }

    @Override
    public Optional<Account> findByPerson(Caller caller, String personId) {
        if (!caller.personId().equals(Optional.of(personId))) {
            access.require(caller, SecurityPermissions.READ, Scope.school());
        }
        return store.findByPerson(personId).map(this::view);
    }

    @Override
    public Account mine(Caller caller) {
        return view(existing(caller.accountId()));
    }

    @Override
    public Created create(Caller caller, String key, NewAccount account) {
        String password = secrets.initialPassword();
        String hash = passwords.hash(password);
        Act act = Act.create(SUBJECT, "security.create-account", SecurityPermissions.ACCOUNTS, Scope.school());
        String[] made = new String[1];
        String id = acts.performOnce(caller, key, act, log -> {
            made[0] = add(caller, checked(account), hash, log);
            return made[0];
        });
        return new Created(view(existing(id)), id.equals(made[0]) ? Optional.of(password) : Optional.empty());
    }

    @Override
    public List<Created> createAll(Caller caller, List<NewAccount> accounts) {
        access.require(caller, SecurityPermissions.ACCOUNTS, Scope.school());
        if (accounts.size() > MOST_AT_ONCE) {
            throw new Invalid("accounts", "security.too-many-accounts", MOST_AT_ONCE);
        }
        List<NewAccount> missing = accounts.stream()
                .map(this::checked)
                .filter(account ->
                        account.personId().flatMap(store::findByPerson).isEmpty())
                .toList();
        // Hashing takes its time: before the transaction.
        List<String> initial =
                missing.stream().map(account -> secrets.initialPassword()).toList();
        List<String> hashes = initial.parallelStream().map(passwords::hash).toList();
        Act act = Act.create(SUBJECT, "security.create-accounts", SecurityPermissions.ACCOUNTS, Scope.school());
        List<String> made = acts.perform(caller, act, log -> {
            List<String> added = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < missing.size(); i++) {
                added.add(addWithFreeName(caller, missing.get(i), hashes.get(i), taken));
            }
            log.changed(null, Map.of("accounts", added));
            return added;
        });
        Map<String, AccountStore.Row> rows = store.findAll(made);
        List<Account> views = views(made.stream().map(rows::get).toList());
        List<Created> created = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            created.add(new Created(views.get(i), Optional.of(initial.get(i))));
        }
        return created;
    }

    private String addWithFreeName(Caller caller, NewAccount account, String hash, Set<String> taken) {
        String free = account.userName();
        for (int i = 2;
                !taken.add(UserNames.key(free)) || store.findByUserName(free).isPresent();
                i++) {
            free = account.userName() + i;
        }
        NewAccount named = new NewAccount(free, account.name(), account.personId(), account.roles());
        Act act = Act.create(SUBJECT, "security.create-account", SecurityPermissions.ACCOUNTS, Scope.school());
        return acts.perform(caller, act, log -> add(caller, named, hash, log));
    }

    private NewAccount checked(NewAccount account) {
        Checks checks = new Checks();
        String userName = UserNames.check(checks, "userName", account.userName());
        String name = checks.text("name", account.name(), 1, LONGEST_NAME);
        account.roles().forEach(role -> checks.that(rules.exists(role), "roles", "security.role-not-found", role));
        checks.orThrow();
        return new NewAccount(userName, name, account.personId(), account.roles());
    }

    private String add(Caller caller, NewAccount account, String hash, ActLog log) {
        if (store.findByUserName(account.userName()).isPresent()) {
            throw new Conflict("security.user-name-taken", account.userName());
        }
        if (account.personId().flatMap(store::findByPerson).isPresent()) {
            throw new Conflict("security.person-has-account", account.name());
        }
        if (!account.roles().isEmpty()) {
            access.require(caller, SecurityPermissions.GRANT, Scope.school());
        }
        if (account.roles().stream().anyMatch(rules::isPowerful)) {
            access.require(caller, SecurityPermissions.ROLES, Scope.school());
        }
        String id = ids.next();
        Instant now = clock.instant();
        store.add(new AccountStore.Row(
                id,
                account.userName(),
                account.name(),
                account.personId(),
                hash,
                true,
                false,
                now,
                Optional.empty(),
                1));
        LocalDate today = rules.today();
        account.roles()
                .forEach(role -> roles.add(new Grant(
                        ids.next(),
                        id,
                        role,
                        Reach.SCHOOL,
                        Optional.empty(),
                        today,
                        Optional.empty(),
                        "",
                        caller.name(),
                        now)));
        cache.changed();
        log.subject(id);
        log.changed(null, account);
        log.emit(new Event(
                "security.account-created.v1",
                id,
                Map.of("personId", account.personId().orElse(""))));
        return id;
    }

    @Override
    public Created resetPassword(Caller caller, String accountId) {
        String password = secrets.initialPassword();
        String hash = passwords.hash(password);
        acts.perform(caller, act(accountId, "security.reset-password", SecurityPermissions.ACCOUNTS), log -> {
            AccountStore.Row account = existing(accountId);
            protectAdmins(caller, account);
            store.password(accountId, hash, true, clock.instant(), ids.next());
            store.forgetFailures(PasswordCheck.failureKey(account.userName()));
            endEverything(accountId);
            return null;
        });
        return new Created(view(existing(accountId)), Optional.of(password));
    }

    @Override
    public void unlock(Caller caller, String accountId) {
        acts.perform(caller, act(accountId, "security.unlock-account", SecurityPermissions.ACCOUNTS), log -> {
            store.forgetFailures(PasswordCheck.failureKey(existing(accountId).userName()));
            return null;
        });
    }

    @Override
    public Account rename(Caller caller, String accountId, long version, String userName, String name) {
        return acts.perform(caller, act(accountId, "security.rename-account", SecurityPermissions.ACCOUNTS), log -> {
            AccountStore.Row before = existing(accountId);
            NewAccount names = checked(new NewAccount(userName, name, before.personId(), Set.of()));
            if (store.findByUserName(names.userName())
                    .filter(other -> !other.id().equals(accountId))
                    .isPresent()) {
                throw new Conflict("security.user-name-taken", names.userName());
            }
            if (!store.rename(accountId, version, names.userName(), names.name())) {
                throw new Conflict("core.changed-meanwhile");
            }
            cache.changed();
            log.changed(
                    Map.of("userName", before.userName(), "name", before.name()),
                    Map.of("userName", names.userName(), "name", names.name()));
            return view(existing(accountId));
        });
    }

    @Override
    public void close(Caller caller, String accountId, String reason) {
        acts.perform(caller, act(accountId, "security.close-account", SecurityPermissions.ACCOUNTS), log -> {
            AccountStore.Row account = existing(accountId);
            if (caller.accountId().equals(accountId)) {
                throw new Conflict("security.own-account");
            }
            protectAdmins(caller, account);
            rules.keepAnAdmin(accountId, "");
            shut(account, checkedReason(reason), log);
            return null;
        });
    }

    /** Closes the account of a person who left; nothing happens when there is none or it is closed. */
    public void closeOfPerson(Caller system, String personId) {
        store.findByPerson(personId)
                .filter(account -> !account.closed())
                .ifPresent(account -> acts.perform(
                        system, act(account.id(), "security.close-account", SecurityPermissions.ACCOUNTS), log -> {
                            shut(account, "directory.person-left", log);
                            return null;
                        }));
    }

    private void shut(AccountStore.Row account, String reason, ActLog log) {
        if (account.closed()) {
            throw new Conflict("security.account-closed", account.userName());
        }
        store.closed(account.id(), true);
        endEverything(account.id());
        log.note(reason);
        log.changed(Map.of("state", State.ACTIVE), Map.of("state", State.CLOSED));
        log.emit(new Event(
                "security.account-closed.v1",
                account.id(),
                Map.of("personId", account.personId().orElse(""))));
    }

    @Override
    public void reopen(Caller caller, String accountId, String reason) {
        acts.perform(caller, act(accountId, "security.reopen-account", SecurityPermissions.ACCOUNTS), log -> {
            AccountStore.Row account = existing(accountId);
            if (!account.closed()) {
                throw new Conflict("security.account-open", account.userName());
            }
            store.closed(accountId, false);
            cache.changed();
            log.note(checkedReason(reason));
            log.changed(Map.of("state", State.CLOSED), Map.of("state", State.ACTIVE));
            return null;
        });
    }

    @Override
    public void changePassword(Caller caller, String currentPassword, String newPassword, Optional<String> sessionKey) {
        AccountStore.Row account = existing(caller.accountId());
        if (caller.credential().isPresent()) {
            throw new Forbidden("core.forbidden", "security.change-password");
        }
        // Outside of the act, so that a wrong guess stays counted.
        passwords
                .check(account.userName(), currentPassword, caller.address())
                .orElseThrow(() -> new Invalid("currentPassword", "security.wrong-password"));
        Checks checks = new Checks();
        policy.check(checks, "newPassword", newPassword, account.userName(), account.name());
        checks.orThrow();
        if (isFormer(account, newPassword)) {
            throw new Invalid("newPassword", "security.password-used-before", PasswordPolicy.REMEMBERED);
        }
        String hash = passwords.hash(newPassword);
        acts.perform(caller, Act.self(SUBJECT, account.id(), "security.change-password"), log -> {
            store.password(account.id(), hash, false, clock.instant(), ids.next());
            sessions.endOf(account.id(), sessionKey.map(Secrets::hash));
            cache.changed();
            return null;
        });
    }

    private boolean isFormer(AccountStore.Row account, String password) {
        return passwords.matches(account, password)
                || store.formerPasswords(account.id()).stream().anyMatch(hash -> passwords.matches(hash, password));
    }

    /** Whoever cannot grant the role ADMIN must not become an administrator by a new password of one. */
    private void protectAdmins(Caller caller, AccountStore.Row account) {
        if (rules.isPowerfulAccount(account.id())) {
            access.require(caller, SecurityPermissions.ROLES, Scope.school());
        }
    }

    private void endEverything(String accountId) {
        sessions.endOf(accountId, Optional.empty());
        tokens.revokeOf(accountId, clock.instant());
        cache.changed();
    }

    private void requireRead(Caller caller, String accountId) {
        if (!caller.accountId().equals(accountId)) {
            access.require(caller, SecurityPermissions.READ, Scope.school());
        }
    }

    private AccountStore.Row existing(String accountId) {
        return store.find(accountId).orElseThrow(() -> new NotFound("security.account-not-found", accountId));
    }

    private static Act act(String accountId, String action, String permission) {
        return Act.on(SUBJECT, accountId, action, permission, Scope.school());
    }

    private static String checkedReason(String reason) {
        Checks checks = new Checks();
        String text = checks.text("reason", reason, 1, LONGEST_REASON);
        checks.orThrow();
        return text;
    }

    private Account view(AccountStore.Row row) {
        return views(List.of(row)).get(0);
    }

    private List<Account> views(List<AccountStore.Row> rows) {
        Map<String, Set<String>> held =
                roles.rolesOf(rows.stream().map(AccountStore.Row::id).toList(), rules.today());
        Map<String, Instant> locked = store.locked(
                rows.stream()
                        .map(row -> PasswordCheck.failureKey(row.userName()))
                        .toList(),
                clock.instant());
        return rows.stream()
                .map(row -> new Account(
                        row.id(),
                        row.userName(),
                        row.name(),
                        row.personId(),
                        row.closed() ? State.CLOSED : State.ACTIVE,
                        row.mustChange(),
                        Optional.ofNullable(locked.get(PasswordCheck.failureKey(row.userName()))),
                        row.lastSignIn(),
                        row.createdAt(),
                        held.getOrDefault(row.id(), Set.of()),
                        row.version()))
                .toList();
    }
}
