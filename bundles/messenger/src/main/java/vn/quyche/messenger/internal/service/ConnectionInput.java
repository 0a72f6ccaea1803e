package vn.quyche.messenger.internal.service;

import vn.quyche.core.api.error.Checks;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.NewConnection;

/** Checks what is entered for a connection. */
final class ConnectionInput {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_SECRET = 500;

    private ConnectionInput() {}

    /**
     * The connection as it is stored.
     *
     * @param entered what was entered
     * @param isNew whether secrets must be there
     * @throws vn.quyche.core.api.error.Invalid for what is missing or wrong
     */
    static NewConnection checked(NewConnection entered, boolean isNew) {
        Checks checks = new Checks();
        ConnectionKind kind = entered.kind();
        checks.that(kind != null, "kind", "core.required");
        checks.orThrow();
        boolean account = kind == ConnectionKind.ZALO_OA;
        NewConnection checked = new NewConnection(
                kind,
                checks.text("name", entered.name(), 1, LONGEST_NAME),
                account ? checks.text("appId", entered.appId(), 1, LONGEST_ID) : "",
                kind == ConnectionKind.ZALO_BOT ? "" : checks.text("accountId", entered.accountId(), 1, LONGEST_ID),
                account ? "" : secret(checks, "token", entered.token(), isNew),
                account ? secret(checks, "appSecret", entered.appSecret(), isNew) : "",
                account ? secret(checks, "hookSecret", entered.hookSecret(), isNew) : "",
                kind == ConnectionKind.ZALO_BOT && entered.polled());
        checks.orThrow();
        return checked;
    }

    /** Goes into addresses and headers as it is: nothing that could end them early. */
    private static String secret(Checks checks, String field, String value, boolean required) {
        String secret = checks.text(field, value, required ? 1 : 0, LONGEST_SECRET);
        checks.that(secret.matches("[!-~&&[^/?#\\\\]]*"), field, "messenger.bad-secret");
        return secret;
    }
}
