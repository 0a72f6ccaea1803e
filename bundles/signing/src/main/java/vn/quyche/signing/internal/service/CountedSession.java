package vn.quyche.signing.internal.service;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import vn.quyche.signing.internal.key.KeySession;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.SignatureScheme;

/**
 * A session whose PIN is judged only when it signs, as with remote services: the PIN that was counted at opening stays counted
 * until the first signature tells.
 */
final class CountedSession implements KeySession {

    private final KeySession session;
    private final Consumer<Boolean> settle;
    private boolean settled;

    /** @param settle told once whether the PIN was right; false when it was not tried */
    CountedSession(KeySession session, Consumer<Boolean> settle) {
        this.session = session;
        this.settle = settle;
    }

    @Override
    public List<X509Certificate> certificates() {
        return session.certificates();
    }

    @Override
    public synchronized byte[] sign(X509Certificate certificate, byte[] data, SignatureScheme scheme)
            throws KeyTrouble {
        try {
            byte[] value = session.sign(certificate, data, scheme);
            once(true);
            return value;
        } catch (KeyTrouble e) {
            boolean refused = e.kind() == KeyTrouble.Kind.WRONG_PIN || e.kind() == KeyTrouble.Kind.LOCKED;
            if (refused) {
                // the same PIN is tried no second time
                settled = true;
                session.close();
            } else {
                once(false);
            }
            throw e;
        }
    }

    private void once(boolean right) {
        if (!settled) {
            settled = true;
            settle.accept(right);
        }
    }

    @Override
    public synchronized void close() {
        once(false);
        session.close();
    }
}
