package vn.quyche.signing.internal.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Optional;

/** A key in an encrypted PKCS#12 file: for tests, districts and private schools. */
public final class KeystoreSource implements SignatureSource {

    private final byte[] file;

    public KeystoreSource(byte[] file) {
        this.file = file.clone();
    }

    @Override
    public String name() {
        return "PKCS#12";
    }

    @Override
    public KeySession open(char[] pin) throws KeyTrouble {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), pin);
            return new StoreSession(store, pin, Optional.empty(), () -> {});
        } catch (IOException e) {
            throw new KeyTrouble(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? KeyTrouble.Kind.WRONG_PIN
                            : KeyTrouble.Kind.NOT_THERE,
                    e);
        } catch (UnrecoverableKeyException e) {
            throw new KeyTrouble(KeyTrouble.Kind.WRONG_PIN, e);
        } catch (GeneralSecurityException e) {
            throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE, e);
        }
    }
}
