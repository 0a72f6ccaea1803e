package vn.quyche.messenger.api;

/**
 * What is entered for a connection. When it is changed, a secret that is left empty stays as it is.
 *
 * @param kind which interface it speaks; cannot be changed
 * @param name what the school calls it
 * @param appId the application at the platform; Zalo OA alone
 * @param accountId the official account (OA), or the id of the super admin (Viber); empty for a bot
 * @param token the token of the bot or channel; secret
 * @param appSecret the secret key of the application, by which tokens are refreshed; Zalo OA alone; secret
 * @param hookSecret the secret key of the account, by which its events are signed; Zalo OA alone; secret
 * @param polled whether events are fetched because the platform cannot reach this server; bots alone
 */
public record NewConnection(
        ConnectionKind kind,
        String name,
        String appId,
        String accountId,
        String token,
        String appSecret,
        String hookSecret,
        boolean polled) {

    /** Never shows secrets. */
    @Override
    public String toString() {
        return "NewConnection[" + kind + ", " + name + "]";
    }
}
