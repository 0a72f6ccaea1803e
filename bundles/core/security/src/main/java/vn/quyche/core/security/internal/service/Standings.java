package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Roles.Grant;
import vn.quyche.core.api.security.Roles.Reach;
import vn.quyche.core.security.internal.model.Held;
import vn.quyche.core.security.internal.model.Received;
import vn.quyche.core.security.internal.model.Standing;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.DelegationStore;
import vn.quyche.core.security.internal.store.RoleStore;
import vn.quyche.core.security.internal.store.TokenStore;

/** What accounts, roles and tokens are now, from memory where it is known. */
@Component(service = Standings.class)
public final class Standings {

    /** The account of the local console, where whoever owns the machine works without signing in. */
    public static final String CONSOLE = "console";

    private static final Standing CONSOLE_STANDING = new Standing(
            CONSOLE,
            CONSOLE,
            CONSOLE,
            Optional.empty(),
            true,
            false,
            List.of(new Held(Role.ADMIN.name(), Reach.SCHOOL, Optional.empty(), LocalDate.EPOCH, Optional.empty())),
            List.of());

    private final SecurityCache cache;
    private final AccountStore accounts;
    private final RoleStore roles;
    private final DelegationStore delegations;
    private final TokenStore tokens;
    private final PermissionCatalog catalog;
    private final Clock clock;

    @Activate
    public Standings(
            @Reference SecurityCache cache,
            @Reference AccountStore accounts,
            @Reference RoleStore roles,
            @Reference DelegationStore delegations,
            @Reference TokenStore tokens,
            @Reference PermissionCatalog catalog,
            @Reference Clock clock) {
        this.cache = cache;
        this.accounts = accounts;
        this.roles = roles;
        this.delegations = delegations;
        this.tokens = tokens;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What an account is and holds. */
    Optional<Standing> of(String accountId) {
        return CONSOLE.equals(accountId) ? Optional.of(CONSOLE_STANDING) : cache.standing(accountId, this::read);
    }

    /** Whether the caller's account and token may be used at all. */
    boolean active(Caller caller) {
        return caller.isSystem()
                || of(caller.accountId()).filter(Standing::active).isPresent() && tokenWorks(caller);
    }

    private boolean tokenWorks(Caller caller) {
        return caller.credential().isEmpty()
                || token(caller.credential().get())
                        .filter(token -> token.worksOn(today()))
                        .isPresent();
    }

    /** The token with an id. */
    Optional<TokenStore.Row> token(String tokenId) {
        return cache.token(tokenId, tokens::find);
    }

    /** What roles allow. */
    RoleBook roleBook() {
        RoleBook book = cache.roles(key -> Optional.of(readRoles()));
        // a bundle came or went since
        return book.declared() == catalog.all() ? book : refreshedRoles();
    }

    private RoleBook refreshedRoles() {
        cache.forgetRoles();
        return cache.roles(key -> Optional.of(readRoles()));
    }

    private RoleBook readRoles() {
        return RoleBook.of(catalog.all(), roles.overrides());
    }

    /** The day in Vietnam. */
    LocalDate today() {
        return VietnamTime.today(clock);
    }

    private Optional<Standing> read(String accountId) {
        return accounts.find(accountId)
                .map(account -> new Standing(
                        account.id(),
                        account.userName(),
                        account.name(),
                        account.personId(),
                        !account.closed(),
                        account.mustChange(),
                        held(account.id()),
                        account.personId().map(this::received).orElse(List.of())));
    }

    private List<Held> held(String accountId) {
        return roles.grantsOf(accountId).stream().map(Standings::held).toList();
    }

    private static Held held(Grant grant) {
        return new Held(grant.role(), grant.reach(), grant.unitId(), grant.validFrom(), grant.validTo());
    }

    private List<Received> received(String personId) {
        return delegations.receivedBy(personId, today()).stream()
                .map(row -> new Received(
                        row.permissions(),
                        row.unitId(),
                        row.validFrom(),
                        row.validTo(),
                        accounts.findByPerson(row.fromPerson())
                                .filter(giver -> !giver.closed())
                                .map(giver -> held(giver.id()))
                                .orElse(List.of())))
                .toList();
    }
}
