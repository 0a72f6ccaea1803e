package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.spi.DelegationLimit.Proposal;
import vn.quyche.core.security.internal.model.Standing;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.DelegationStore;

/** Lets people delegate what they hold, within what the law allows. */
@Component
public final class DefaultDelegations implements Delegations {

    private static final String SUBJECT = "security.delegation";
    private static final int LONGEST_REASON = 1000;

    /** Of an account that belongs to no person: it has given and received nothing. */
    private static final String NOBODY = "";

    private final Access access;
    private final Acts acts;
    private final DelegationStore store;
    private final AccountStore accounts;
    private final Standings standings;
    private final PermissionCatalog catalog;
    private final DelegationLimits limits;
    private final SecurityCache cache;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultDelegations(
            @Reference Access access,
            @Reference Acts acts,
            @Reference DelegationStore store,
            @Reference AccountStore accounts,
            @Reference Standings standings,
            @Reference PermissionCatalog catalog,
            @Reference DelegationLimits limits,
            @Reference SecurityCache cache,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.access = access;
        this.acts = acts;
        this.store = store;
        this.accounts = accounts;
        this.standings = standings;
        this.catalog = catalog;
        this.limits = limits;
        this.cache = cache;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Set<String> delegable(Caller caller) {
        LocalDate today = standings.today();
        RoleBook book = standings.roleBook();
        Set<String> names = new TreeSet<>();
        standings
                .of(caller.accountId())
                .filter(Standing::active)
                .ifPresent(standing ->
                        standing.delegableRolesOn(today).forEach(role -> names.addAll(book.permissionsOf(role))));
        names.removeIf(name -> !isDelegable(name));
        return names;
    }

    private boolean isDelegable(String name) {
        return catalog.find(name).filter(Permission::delegable).isPresent();
    }

    @Override
    public Page<Delegation> mine(Caller caller, PageRequest page) {
        String person = caller.personId().filter(id -> standings.active(caller)).orElse(NOBODY);
        return views(store.list(Optional.of(person), page));
    }

    @Override
    public Page<Delegation> list(Caller caller, Optional<String> personId, PageRequest page) {
        access.require(caller, SecurityPermissions.DELEGATIONS, Scope.school());
        return views(store.list(personId, page));
    }

    @Override
    public Delegation get(Caller caller, String delegationId) {
        return view(visible(caller, delegationId));
    }

    @Override
    public Delegation give(Caller caller, String key, NewDelegation delegation) {
        String from = caller.personId().orElseThrow(() -> new Forbidden("security.delegate-without-person"));
        Act act = Act.create(SUBJECT, "security.delegate", SecurityPermissions.DELEGATE, Scope.own(caller));
        String id = acts.performOnce(caller, key, act, log -> {
            DelegationStore.Row row = checked(caller, from, delegation);
            store.add(row);
            cache.changed();
            log.subject(row.id());
            log.changed(null, row);
            log.note(row.reason());
            log.emit(new Event(
                    "security.delegation-given.v1",
                    row.id(),
                    Map.of("fromPersonId", row.fromPerson(), "toPersonId", row.toPerson())));
            return row.id();
        });
        return view(existing(id));
    }

    private DelegationStore.Row checked(Caller caller, String from, NewDelegation wanted) {
        LocalDate today = standings.today();
        Checks checks = new Checks();
        String to = checks.text("toPersonId", wanted.toPersonId(), 1, 64);
        checks.that(!from.equals(to), "toPersonId", "security.delegate-self");
        checks.that(
                accounts.findByPerson(to).filter(account -> !account.closed()).isPresent(),
                "toPersonId",
                "security.no-account-of-person");
        String reason = checks.text("reason", wanted.reason(), 1, LONGEST_REASON);
        days(checks, wanted, today);
        Set<String> permissions = permissions(caller, wanted, checks);
        wanted.unitId().ifPresent(unit -> checks.text("unitId", unit, 1, 64));
        checks.orThrow();
        Proposal proposal = new Proposal(from, to, permissions, wanted.validFrom(), wanted.validTo());
        return new DelegationStore.Row(
                ids.next(),
                from,
                to,
                permissions,
                wanted.unitId(),
                wanted.validFrom(),
                wanted.validTo(),
                reason,
                limits.clauses(proposal),
                clock.instant(),
                Optional.empty());
    }

    private static void days(Checks checks, NewDelegation wanted, LocalDate today) {
        checks.that(wanted.validFrom() != null, "validFrom", "core.required");
        checks.that(wanted.validTo() != null, "validTo", "core.required");
        if (wanted.validFrom() != null && wanted.validTo() != null) {
            checks.that(!wanted.validFrom().isBefore(today), "validFrom", "security.day-past");
            checks.that(!wanted.validTo().isBefore(wanted.validFrom()), "validTo", "security.days-backwards");
            checks.that(
                    !wanted.validTo().isAfter(wanted.validFrom().plusYears(1)),
                    "validTo",
                    "security.delegation-too-long");
        }
    }

    /** What was asked for, and everything delegable of the roles; only what the giver holds. */
    private Set<String> permissions(Caller caller, NewDelegation wanted, Checks checks) {
        Set<String> held = delegable(caller);
        Set<String> permissions = new TreeSet<>(wanted.permissions());
        RoleBook book = standings.roleBook();
        wanted.roles()
                .forEach(role ->
                        book.permissionsOf(role).stream().filter(held::contains).forEach(permissions::add));
        checks.that(!permissions.isEmpty(), "permissions", "core.required");
        Set<String> not = new TreeSet<>(permissions);
        not.removeAll(held);
        checks.that(not.isEmpty(), "permissions", "security.not-delegable", String.join(", ", not));
        checks.that(
                String.join(" ", permissions).length() <= DelegationStore.LONGEST_PERMISSIONS,
                "permissions",
                "core.too-long",
                DelegationStore.LONGEST_PERMISSIONS);
        return permissions;
    }

    @Override
    public void end(Caller caller, String delegationId, String reason) {
        DelegationStore.Row row = visible(caller, delegationId);
        Act act = concerns(caller, row)
                ? Act.self(SUBJECT, delegationId, "security.end-delegation")
                : Act.on(
                        SUBJECT,
                        delegationId,
                        "security.end-delegation",
                        SecurityPermissions.DELEGATIONS,
                        Scope.school());
        acts.perform(caller, act, log -> {
            if (state(existing(delegationId), standings.today()) == State.ENDED) {
                throw new Conflict("security.delegation-ended");
            }
            Checks checks = new Checks();
            String text = checks.text("reason", reason, 0, LONGEST_REASON);
            checks.orThrow();
            store.end(delegationId, clock.instant());
            cache.changed();
            log.changed(row, null);
            log.note(text);
            log.emit(new Event(
                    "security.delegation-ended.v1",
                    row.id(),
                    Map.of("fromPersonId", row.fromPerson(), "toPersonId", row.toPerson())));
            return null;
        });
    }

    private DelegationStore.Row visible(Caller caller, String delegationId) {
        DelegationStore.Row row = existing(delegationId);
        if (!concerns(caller, row) && !access.allows(caller, SecurityPermissions.DELEGATIONS, Scope.school())) {
            throw new NotFound("security.delegation-not-found", delegationId);
        }
        return row;
    }

    private static boolean concerns(Caller caller, DelegationStore.Row row) {
        return caller.personId()
                .filter(person -> person.equals(row.fromPerson()) || person.equals(row.toPerson()))
                .isPresent();
    }

    private DelegationStore.Row existing(String id) {
        return store.find(id).orElseThrow(() -> new NotFound("security.delegation-not-found", id));
    }

    private Page<Delegation> views(Page<DelegationStore.Row> rows) {
        Map<String, String> names = new HashMap<>();
        return rows.map(row -> view(row, names));
    }

    private Delegation view(DelegationStore.Row row) {
        return view(row, new HashMap<>());
    }

    private Delegation view(DelegationStore.Row row, Map<String, String> names) {
        return new Delegation(
                row.id(),
                row.fromPerson(),
                names.computeIfAbsent(row.fromPerson(), this::name),
                row.toPerson(),
                names.computeIfAbsent(row.toPerson(), this::name),
                row.permissions(),
                row.unitId(),
                row.validFrom(),
                row.validTo(),
                row.reason(),
                row.clauses(),
                row.createdAt(),
                row.endedAt(),
                state(row, standings.today()));
    }

    private String name(String personId) {
        return accounts.findByPerson(personId).map(AccountStore.Row::name).orElse(personId);
    }

    private static State state(DelegationStore.Row row, LocalDate today) {
        if (row.endedAt().isPresent() || today.isAfter(row.validTo())) {
            return State.ENDED;
        }
        return today.isBefore(row.validFrom()) ? State.PLANNED : State.RUNNING;
    }
}
