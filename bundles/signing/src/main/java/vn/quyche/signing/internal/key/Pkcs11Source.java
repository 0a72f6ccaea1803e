package vn.quyche.signing.internal.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device that is plugged into the server, through the library of its maker (PKCS#11). */
public final class Pkcs11Source implements SignatureSource {

    private static final Logger LOG = LoggerFactory.getLogger(Pkcs11Source.class);

    private final Path library;
    private final int slotIndex;
    private final Pkcs11Slots slots;

    /** @param slotIndex the place in the list of slots with a device, from 0 */
    public Pkcs11Source(Path library, int slotIndex, Pkcs11Slots slots) {
        this.library = library;
        this.slotIndex = slotIndex;
        this.slots = slots;
    }

    @Override
    public String name() {
        return library.getFileName() + " #" + slotIndex;
    }

    @Override
    public KeySession open(char[] pin) throws KeyTrouble {
        Runnable release = slots.take(library + "#" + slotIndex);
        Provider provider = null;
        try {
            provider = provider();
            Provider opened = provider;
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return new StoreSession(store, null, Optional.of(provider), () -> signOut(opened, release));
        } catch (IOException e) {
            signOut(provider, release);
            throw new KeyTrouble(kind(e), e);
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException e) {
            signOut(provider, release);
            throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE, e);
        }
    }

    /** A provider of its own for each session, known to nobody else: it is not registered, so nothing of it stays behind. */
    private Provider provider() {
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw new ProviderException("This Java has no PKCS#11");
        }
        return base.configure("--name = quyche\nlibrary = \"" + library + "\"\nslotListIndex = " + slotIndex + "\n");
    }

    private static void signOut(Provider provider, Runnable release) {
        try {
            if (provider instanceof AuthProvider device) {
                device.logout();
            }
        } catch (LoginException | RuntimeException e) {
            LOG.debug("A device was gone before it was signed out", e);
        } finally {
            release.run();
        }
    }

    private static KeyTrouble.Kind kind(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (said.contains("CKR_PIN_LOCKED")) {
                return KeyTrouble.Kind.LOCKED;
            }
            if (cause instanceof FailedLoginException || said.contains("CKR_PIN_")) {
                return KeyTrouble.Kind.WRONG_PIN;
            }
        }
        return KeyTrouble.Kind.NOT_THERE;
    }
}
