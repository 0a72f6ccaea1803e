package vn.quyche.messenger.internal.rest;

import vn.quyche.core.api.error.Invalid;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.NewConnection;

/** A connection as a client enters it; when it is changed, a secret that is left out stays as it is. */
public record ConnectionBody(
        ConnectionKind kind,
        String name,
        String appId,
        String accountId,
        String token,
        String appSecret,
        String hookSecret,
        boolean polled) {

    /** What the service takes. */
    static NewConnection entered(ConnectionBody body) {
        if (body == null) {
            throw new Invalid("kind", "core.required");
        }
        return new NewConnection(
                body.kind,
                body.name,
                body.appId,
                body.accountId,
                body.token,
                body.appSecret,
                body.hookSecret,
                body.polled);
    }

    /** Never shows secrets. */
    @Override
    public String toString() {
        return "ConnectionBody[" + kind + ", " + name + "]";
    }
}
