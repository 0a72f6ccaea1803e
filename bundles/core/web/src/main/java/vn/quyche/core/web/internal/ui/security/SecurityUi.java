package vn.quyche.core.web.internal.ui.security;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.security.spi.PermissionSource;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.web.internal.link.DirectoryLink;

/** Accounts, roles, sessions, tokens and delegations. */
@Component(service = UiModule.class)
public final class SecurityUi implements UiModule {

    private static final String READ = "security:read";
    private static final String ACCOUNTS = "security:accounts";
    private static final String GRANT = "security:grant";
    private static final String ROLES = "security:roles";
    private static final String SESSIONS = "security:sessions";
    private static final String TOKENS = "security:tokens";
    private static final String TOKENS_OWN = "security:tokens-own";
    private static final String DELEGATE = "security:delegate";
    private static final String DELEGATIONS = "security:delegations";
    private static final String SYSTEM = "security:system";

    private final AccountPages accounts;
    private final GrantPages grants;
    private final RolePages roles;
    private final MyAccountPages mine;
    private final TokenPages tokens;
    private final DelegationPages delegations;
    private final SystemPages system;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final Collection<PermissionSource> sources = new CopyOnWriteArrayList<>();

    @Activate
    public SecurityUi(
            @Reference Accounts accounts,
            @Reference Access access,
            @Reference Roles roles,
            @Reference Sessions sessions,
            @Reference Tokens tokens,
            @Reference Delegations delegations,
            @Reference SystemRegister system,
            @Reference Messages messages,
            @Reference DirectoryLink directory,
            @Reference Clock clock) {
        Labels labels = new Labels(messages);
        this.accounts = new AccountPages(accounts, roles, sessions, labels, directory, clock);
        this.grants = new GrantPages(accounts, roles, labels, directory, clock);
        this.roles = new RolePages(roles, accounts, labels);
        this.mine = new MyAccountPages(accounts, sessions, labels);
        this.tokens = new TokenPages(tokens, caller -> heldBy(access, caller), labels, clock);
        this.delegations = new DelegationPages(delegations, labels, directory, clock);
        this.system = new SystemPages(system, messages, directory, clock);
    }

    private Set<String> heldBy(Access access, Caller caller) {
        return sources.stream()
                .flatMap(source -> source.permissions().stream())
                .map(Permission::name)
                .filter(name -> access.allowsSomewhere(caller, name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String id() {
        return "security";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(
                        NavEntry.Section.MY_WORK,
                        80,
                        "/security/delegations",
                        "security.nav.delegations",
                        "arrow-left-right",
                        DELEGATE),
                new NavEntry(
                        NavEntry.Section.ADMIN, 10, "/security/accounts", "security.nav.accounts", "person-gear", READ),
                new NavEntry(NavEntry.Section.ADMIN, 20, "/security/roles", "security.nav.roles", "shield-lock", READ),
                new NavEntry(
                        NavEntry.Section.ADMIN,
                        30,
                        "/security/sessions",
                        "security.nav.sessions",
                        "activity",
                        SESSIONS),
                new NavEntry(NavEntry.Section.ADMIN, 40, "/security/tokens", "security.nav.tokens", "key", TOKENS),
                new NavEntry(
                        NavEntry.Section.ADMIN, 50, "/security/system", "security.nav.system", "hdd-network", READ));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/account", "", mine::show),
                UiPage.action("/account/sessions/{id}/end", "", mine::show, mine::endSession),
                UiPage.action("/account/sessions/end-others", "", mine::show, mine::endOthers),
                UiPage.of("/account/tokens", TOKENS_OWN, tokens::mine),
                UiPage.of("/account/tokens.csv", TOKENS_OWN, tokens::exportMine),
                UiPage.form("/account/tokens/new", TOKENS_OWN, tokens::compose, tokens::create),
                UiPage.action("/account/tokens/{id}/revoke", TOKENS_OWN, tokens::mine, tokens::revokeMine),
                UiPage.of("/security/accounts", READ, accounts::list),
                UiPage.of("/security/accounts.csv", READ, accounts::export),
                UiPage.form("/security/accounts/new", ACCOUNTS, accounts::compose, accounts::create),
                UiPage.of("/security/accounts/{id}", READ, accounts::detail),
                UiPage.form("/security/accounts/{id}/edit", ACCOUNTS, accounts::edit, accounts::rename),
                UiPage.action("/security/accounts/{id}/reset", ACCOUNTS, accounts::detail, accounts::reset),
                UiPage.action("/security/accounts/{id}/unlock", ACCOUNTS, accounts::detail, accounts::unlock),
                UiPage.form("/security/accounts/{id}/close", ACCOUNTS, accounts::closeForm, accounts::close),
                UiPage.form("/security/accounts/{id}/reopen", ACCOUNTS, accounts::reopenForm, accounts::reopen),
                UiPage.form("/security/accounts/{id}/grant", GRANT, grants::compose, grants::grant),
                UiPage.form("/security/accounts/{id}/grants/{grant}/revoke", GRANT, grants::revokeForm, grants::revoke),
                UiPage.of("/security/roles", READ, roles::list),
                UiPage.of("/security/roles.csv", READ, roles::export),
                UiPage.form("/security/roles/new", ROLES, roles::compose, roles::create),
                UiPage.form("/security/roles/{code}", READ, roles::detail, roles::setPermissions),
                UiPage.action("/security/roles/{code}/remove", ROLES, roles::detail, roles::remove),
                UiPage.of("/security/sessions", SESSIONS, accounts::sessions),
                UiPage.of("/security/sessions.csv", SESSIONS, accounts::exportSessions),
                UiPage.action("/security/sessions/{id}/end", SESSIONS, accounts::sessions, accounts::endSession),
                UiPage.of("/security/tokens", TOKENS, tokens::list),
                UiPage.of("/security/tokens.csv", TOKENS, tokens::export),
                UiPage.action("/security/tokens/{id}/revoke", TOKENS, tokens::list, tokens::revoke),
                UiPage.of("/security/delegations", "", delegations::mine),
                UiPage.of("/security/delegations/all", DELEGATIONS, delegations::list),
                UiPage.of("/security/delegations/all.csv", DELEGATIONS, delegations::export),
                UiPage.form("/security/delegations/new", DELEGATE, delegations::compose, delegations::give),
                UiPage.form("/security/delegations/{id}", "", delegations::detail, delegations::end),
                UiPage.of("/security/system", READ, system::list),
                UiPage.of("/security/system.csv", READ, system::export),
                UiPage.form("/security/system/new", SYSTEM, system::compose, system::add),
                UiPage.of("/security/system/{id}", READ, system::detail),
                UiPage.form("/security/system/{id}/edit", SYSTEM, system::edit, system::change),
                UiPage.form("/security/system/{id}/end", SYSTEM, system::endForm, system::end));
    }
}
