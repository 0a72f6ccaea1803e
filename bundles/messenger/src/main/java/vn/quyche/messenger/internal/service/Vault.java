package vn.quyche.messenger.internal.service;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/** Seals what is secret about a connection and opens it for a call. */
@Component(service = Vault.class)
public final class Vault {

    private final Secrets secrets;
    private final JpaConnectionStore connections;

    /** Open secrets, for the length of a call. */
    public record Keys(String token, String appSecret, String hookSecret) {

        @Override
        public String toString() {
            return "Keys[***]";
        }
    }

    @Activate
    public Vault(@Reference Secrets secrets, @Reference JpaConnectionStore connections) {
        this.secrets = secrets;
        this.connections = connections;
    }

    /** The open secrets of a connection. */
    public Keys keys(String connectionId) {
        JpaConnectionStore.Sealed sealed = connections.sealed(connectionId);
        return new Keys(open(sealed.token()), open(sealed.appSecret()), open(sealed.hookSecret()));
    }

    /** Seals a secret; nothing stays nothing. */
    public String seal(String plain) {
        return plain.isEmpty() ? "" : secrets.seal(plain);
    }

    /** Opens a secret; nothing stays nothing. */
    public String open(String sealed) {
        return sealed.isEmpty() ? "" : secrets.open(sealed);
    }
}
