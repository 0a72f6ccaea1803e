package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.LocalDate;
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
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.security.internal.model.Secrets;
import vn.quyche.core.security.internal.model.Standing;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.TokenStore;

/** Makes, shows and revokes API tokens. */
@Component
public final class DefaultTokens implements Tokens {

    /** So that a token that leaked into a file is found by those who look for such things. */
    static final String PREFIX = "qct_";

    private static final String SUBJECT = "security.token";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PERMISSIONS = 8000;

    private final Access access;
    private final Acts acts;
    private final TokenStore store;
    private final AccountStore accounts;
    private final Standings standings;
    private final PasswordCheck passwords;
    private final SecurityCache cache;
    private final Ids ids;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Activate
    public DefaultTokens(
            @Reference Access access,
            @Reference Acts acts,
            @Reference TokenStore store,
            @Reference AccountStore accounts,
            @Reference Standings standings,
            @Reference PasswordCheck passwords,
            @Reference SecurityCache cache,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.access = access;
        this.acts = acts;
        this.store = store;
        this.accounts = accounts;
        this.standings = standings;
        this.passwords = passwords;
        this.cache = cache;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Token> mine(Caller caller, PageRequest page) {
        if (!standings.active(caller)) {
            throw new Forbidden("core.forbidden", SecurityPermissions.TOKENS_OWN);
        }
        return tokens(Optional.of(caller.accountId()), page);
    }

    @Override
    public Page<Token> list(Caller caller, Optional<String> accountId, PageRequest page) {
        access.require(caller, SecurityPermissions.TOKENS, Scope.school());
        return tokens(accountId, page);
    }

    private Page<Token> tokens(Optional<String> accountId, PageRequest page) {
        Page<TokenStore.Row> rows = store.list(accountId, page);
        Map<String, AccountStore.Row> owners = accounts.findAll(
                rows.items().stream().map(TokenStore.Row::accountId).distinct().toList());
        return rows.map(row -> view(
                row,
                Optional.ofNullable(owners.get(row.accountId()))
                        .map(AccountStore.Row::name)
                        .orElse("")));
    }

    @Override
    public Created create(Caller caller, String password, NewToken token) {
        if (caller.credential().isPresent()) {
            throw new Forbidden("security.token-makes-token");
        }
        String accountId = token.accountId().orElse(caller.accountId());
        String permission =
                accountId.equals(caller.accountId()) ? SecurityPermissions.TOKENS_OWN : SecurityPermissions.TOKENS;
        access.require(caller, permission, Scope.school());
        confirm(caller, password);
        String secret = PREFIX + secrets.key();
        Act act = Act.create(SUBJECT, "security.create-token", permission, Scope.school());
        Token made = acts.perform(caller, act, log -> {
            Standing account = standings
                    .of(accountId)
                    .filter(Standing::active)
                    .orElseThrow(() -> new NotFound("security.account-not-found", accountId));
            TokenStore.Row row = checked(account, token, Secrets.hash(secret));
            store.add(row);
            log.subject(row.id());
            log.changed(
                    null,
                    Map.of(
                            "accountId",
                            accountId,
                            "name",
                            row.name(),
                            "permissions",
                            new TreeSet<>(row.permissions()),
                            "expiresOn",
                            row.expiresOn()));
            return view(row, account.name());
        });
        return new Created(made, secret);
    }

    private TokenStore.Row checked(Standing account, NewToken token, String hash) {
        LocalDate today = standings.today();
        Checks checks = new Checks();
        String name = checks.text("name", token.name(), 1, LONGEST_NAME);
        checks.that(token.expiresOn() != null, "expiresOn", "core.required");
        if (token.expiresOn() != null) {
            checks.that(!token.expiresOn().isBefore(today), "expiresOn", "security.day-past");
            checks.that(!token.expiresOn().isAfter(today.plusYears(1)), "expiresOn", "security.token-too-long");
        }
        checks.that(!token.permissions().isEmpty(), "permissions", "core.required");
        Set<String> tooMuch = new TreeSet<>(token.permissions());
        RoleBook roles = standings.roleBook();
        tooMuch.removeIf(one -> account.allowsSomewhere(one, today, roles::allows));
        checks.that(tooMuch.isEmpty(), "permissions", "security.token-too-much", String.join(", ", tooMuch));
        checks.that(
                String.join(" ", token.permissions()).length() <= LONGEST_PERMISSIONS,
                "permissions",
                "core.too-long",
                LONGEST_PERMISSIONS);
        checks.orThrow();
        return new TokenStore.Row(
                ids.next(),
                hash,
                account.accountId(),
                name,
                token.permissions(),
                clock.instant(),
                token.expiresOn(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whoever finds a screen unlocked must not walk away with a token. In the shell the password was just given. */
    private void confirm(Caller caller, String password) {
        if (caller.door() == Door.SHELL || caller.isSystem()) {
            return;
        }
        AccountStore.Row account = accounts.find(caller.accountId())
                .orElseThrow(() -> new NotFound("security.account-not-found", caller.accountId()));
        passwords
                .check(account.userName(), password, caller.address())
                .orElseThrow(() -> new Invalid("password", "security.wrong-password"));
    }

    @Override
    public void revoke(Caller caller, String tokenId) {
        TokenStore.Row token = store.find(tokenId).orElseThrow(() -> new NotFound("security.token-not-found", tokenId));
        boolean own = token.accountId().equals(caller.accountId());
        if (!own && !access.allows(caller, SecurityPermissions.TOKENS, Scope.school())) {
            throw new NotFound("security.token-not-found", tokenId);
        }
        Act act = own
                ? Act.self(SUBJECT, tokenId, "security.revoke-token")
                : Act.on(SUBJECT, tokenId, "security.revoke-token", SecurityPermissions.TOKENS, Scope.school());
        acts.perform(caller, act, log -> {
            store.revoke(tokenId, clock.instant());
            cache.changed();
            log.changed(Map.of("name", token.name(), "accountId", token.accountId()), null);
            return null;
        });
    }

    private static Token view(TokenStore.Row row, String accountName) {
        return new Token(
                row.id(),
                row.accountId(),
                accountName,
                row.name(),
                row.permissions(),
                row.createdAt(),
                row.expiresOn(),
                row.lastUsedAt(),
                row.revokedAt());
    }
}
