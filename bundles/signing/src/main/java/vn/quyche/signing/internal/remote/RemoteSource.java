package vn.quyche.signing.internal.remote;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.signing.internal.key.KeySession;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.key.SignatureSource;
import vn.quyche.signing.internal.model.SignatureScheme;

/**
 * A key that a service holds. What opens it is the PIN, and where the service wants one, a blank and a one-time password behind
 * it. The service is asked with each signature; the PIN stands in memory until the session is closed.
 */
public final class RemoteSource implements SignatureSource {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteSource.class);

    private final CscClient client;
    private final String credentialId;

    public RemoteSource(CscClient client, String credentialId) {
        this.client = client;
        this.credentialId = credentialId;
    }

    @Override
    public String name() {
        return "CSC";
    }

    @Override
    public KeySession open(char[] pin) throws KeyTrouble {
        CscClient.Credential credential = away(() -> client.credential(credentialId));
        if (!credential.enabled()) {
            throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE);
        }
        return new Session(credential, pin.clone());
    }

    /** What is asked of the service. */
    private interface Call<T> {
        T run() throws KeyTrouble;
    }

    private static <T> T away(Call<T> call) throws KeyTrouble {
        try {
            return call.run();
        } catch (RemoteFailure e) {
            LOG.warn("The remote signing service failed: {} {}", e.code(), e.detail());
            throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE, e);
        }
    }

    private final class Session implements KeySession {

        private final CscClient.Credential credential;
        private final char[] entered;
        private boolean closed;

        Session(CscClient.Credential credential, char[] entered) {
            this.credential = credential;
            this.entered = entered;
        }

        @Override
        public List<X509Certificate> certificates() {
            return List.of(credential.certificate());
        }

        @Override
        public synchronized byte[] sign(X509Certificate certificate, byte[] data, SignatureScheme scheme)
                throws KeyTrouble {
            if (closed) {
                throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE);
            }
            if (!certificate.equals(credential.certificate())) {
                throw new KeyTrouble(KeyTrouble.Kind.OTHER_KEY);
            }
            int blank = credential.otp() ? new String(entered).lastIndexOf(' ') : -1;
            char[] pin = blank < 0 ? entered.clone() : Arrays.copyOf(entered, blank);
            String otp = blank < 0 ? "" : new String(entered, blank + 1, entered.length - blank - 1);
            try {
                byte[] value = away(() -> client.sign(credential, pin, otp, List.of(sha256(data)), scheme))
                        .get(0);
                if (!scheme.verifies(data, certificate.getPublicKey(), value)) {
                    throw new KeyTrouble(KeyTrouble.Kind.OTHER_KEY);
                }
                return value;
            } finally {
                Arrays.fill(pin, '\0');
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            Arrays.fill(entered, '\0');
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
