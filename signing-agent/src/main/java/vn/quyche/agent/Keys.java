package vn.quyche.agent;

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

/** An opened store: signs until it is closed. */
public interface Keys extends AutoCloseable {

    /** The certificates whose keys are in it. */
    List<X509Certificate> certificates();

    /** Signs with the key of a certificate. */
    byte[] sign(X509Certificate certificate, byte[] data, String scheme) throws Trouble;

    /** Signs out. */
    @Override
    void close();

    /**
     * Keys of a store that Java has opened.
     *
     * @param provider whose keys they are; empty for those in memory
     */
    static Keys of(KeyStore store, char[] password, Optional<Provider> provider, Runnable onClose)
            throws GeneralSecurityException {
        Map<X509Certificate, PrivateKey> keys = new LinkedHashMap<>();
        for (String alias : Collections.list(store.aliases())) {
            boolean own = store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate;
            if (own && store.getKey(alias, password) instanceof PrivateKey key) {
                keys.put((X509Certificate) store.getCertificate(alias), key);
            }
        }
        return new Keys() {
            @Override
            public List<X509Certificate> certificates() {
                return new ArrayList<>(keys.keySet());
            }

            @Override
            public byte[] sign(X509Certificate certificate, byte[] data, String scheme) throws Trouble {
                PrivateKey key = keys.get(certificate);
                if (key == null) {
                    throw new Trouble(Trouble.Kind.NOT_THERE);
                }
                try {
                    return Scheme.valueOf(scheme).sign(data, key, provider);
                } catch (GeneralSecurityException | ProviderException e) {
                    throw new Trouble(Trouble.Kind.NOT_THERE, "", e);
                }
            }

            @Override
            public void close() {
                if (!keys.isEmpty()) {
                    keys.clear();
                    onClose.run();
                }
            }
        };
    }
}
