package vn.quyche.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;

/** Something on this PC that holds keys and opens with a PIN. */
public interface Store {

    /** What people here call it. */
    String name();

    /** Opens it; the PIN is the caller's to wipe. */
    Keys open(char[] pin) throws Trouble;

    /**
     * A token, through the library of its maker (PKCS#11).
     *
     * @param slot the place in the list of slots with a token, from 0
     */
    record Device(String name, Path library, int slot) implements Store {

        @Override
        public Keys open(char[] pin) throws Trouble {
            Provider provider = null;
            try {
                provider = Security.getProvider("SunPKCS11")
                        .configure("--name = agent\nlibrary = \"" + library + "\"\nslotListIndex = " + slot + "\n");
                KeyStore store = KeyStore.getInstance("PKCS11", provider);
                store.load(null, pin);
                Provider opened = provider;
                return Keys.of(store, null, Optional.of(provider), () -> signOut(opened));
            } catch (IOException | GeneralSecurityException | ProviderException | InvalidParameterException e) {
                signOut(provider);
                throw new Trouble(kind(e), name, e);
            }
        }

        private static void signOut(Provider provider) {
            if (provider instanceof AuthProvider device) {
                try {
                    device.logout();
                } catch (LoginException | RuntimeException e) {
                    System.getLogger(Store.class.getName())
                            .log(System.Logger.Level.DEBUG, "gone before signing out", e);
                }
            }
        }

        private static Trouble.Kind kind(Throwable failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                String said = String.valueOf(cause.getMessage());
                if (said.contains("PIN_LOCKED")) {
                    return Trouble.Kind.PIN_LOCKED;
                }
                if (said.contains("CKR_PIN_") || cause instanceof FailedLoginException) {
                    return Trouble.Kind.WRONG_PIN;
                }
            }
            return Trouble.Kind.NOT_THERE;
        }
    }

    /** An encrypted key file (PKCS#12), for tests and for schools that may. */
    record KeyFile(String name, Path file) implements Store {

        @Override
        public Keys open(char[] pin) throws Trouble {
            try (InputStream in = Files.newInputStream(file)) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(in, pin);
                return Keys.of(store, pin, Optional.empty(), () -> {});
            } catch (IOException e) {
                boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
                throw new Trouble(wrong ? Trouble.Kind.WRONG_PIN : Trouble.Kind.NOT_THERE, name, e);
            } catch (GeneralSecurityException e) {
                throw new Trouble(Trouble.Kind.NOT_THERE, name, e);
            }
        }
    }
}
