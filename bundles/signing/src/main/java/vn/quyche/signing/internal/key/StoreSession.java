package vn.quyche.signing.internal.key;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.signing.internal.model.SignatureScheme;

/** A session on keys that Java sees as a store: handles of those in a device, or those of a file in memory. */
final class StoreSession implements KeySession {

    private final Map<X509Certificate, PrivateKey> keys = new LinkedHashMap<>();
    private final Optional<Provider> provider;
    private final Runnable onClose;
    private boolean closed;

    StoreSession(KeyStore store, char[] keyPassword, Optional<Provider> provider, Runnable onClose)
            throws GeneralSecurityException {
        this.provider = provider;
        this.onClose = onClose;
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getCertificate(alias) instanceof X509Certificate certificate
                    && store.getKey(alias, keyPassword) instanceof PrivateKey key) {
                keys.put(certificate, key);
            }
        }
    }

    @Override
    public synchronized List<X509Certificate> certificates() {
        return new ArrayList<>(keys.keySet());
    }

    @Override
    public synchronized byte[] sign(X509Certificate certificate, byte[] data, SignatureScheme scheme)
            throws KeyTrouble {
        PrivateKey key = keys.get(certificate);
        if (closed || key == null) {
            throw new KeyTrouble(closed ? KeyTrouble.Kind.NOT_THERE : KeyTrouble.Kind.OTHER_KEY);
        }
        try {
            return scheme.sign(data, key, provider);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE, e);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            keys.clear();
            onClose.run();
        }
    }
}
