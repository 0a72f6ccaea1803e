package vn.quyche.signing.internal.key;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.quyche.signing.internal.model.SignatureScheme;

/** An open source: signs until it is closed. One device has one session at a time. */
public interface KeySession extends AutoCloseable {

    /** The certificates whose keys are in it. */
    List<X509Certificate> certificates();

    /**
     * Signs data, hashed with SHA-256: the signed attributes of a signature, a few hundred bytes.
     *
     * @param certificate whose key signs; one of {@link #certificates}
     */
    byte[] sign(X509Certificate certificate, byte[] data, SignatureScheme scheme) throws KeyTrouble;

    /** Signs out of the device and lets others have it. */
    @Override
    void close();
}
