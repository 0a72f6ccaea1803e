package vn.quyche.signing.internal.model;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import vn.quyche.core.api.error.Checks;

/** How a key signs; always over SHA-256 (TT 15/2025/TT-BKHCN asks for RSASSA-PSS or ECDSA, and many devices know only the first). */
public enum SignatureScheme {
    RSA_PKCS1("RSA", "SHA256withRSA"),
    RSA_PSS("RSA", "RSASSA-PSS"),
    ECDSA("EC", "SHA256withECDSA");

    private static final int SALT = 32;

    private final String key;
    private final String algorithm;

    SignatureScheme(String key, String algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /** The scheme that somebody named; blank names none, and what is no scheme is an error of the field. */
    public static Optional<SignatureScheme> named(Checks checks, String entered) {
        String name = checks.text("scheme", entered, 0, 20);
        Optional<SignatureScheme> scheme =
                Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
        checks.that(name.isEmpty() || scheme.isPresent(), "scheme", "signing.no-scheme");
        return scheme;
    }

    /** Whether a key can sign so. */
    public boolean fits(PublicKey publicKey) {
        return key.equals(publicKey.getAlgorithm());
    }

    /** What every device can do with a key; empty for keys that sign nothing here. */
    public static Optional<SignatureScheme> plainest(PublicKey publicKey) {
        for (SignatureScheme scheme : values()) {
            if (scheme.fits(publicKey)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }

    /**
     * Signs data.
     *
     * @param provider the provider to which the key belongs; empty for keys in memory
     */
    public byte[] sign(byte[] data, PrivateKey privateKey, Optional<Provider> provider)
            throws GeneralSecurityException {
        Signature signature = provider.isPresent()
                ? Signature.getInstance(algorithm, provider.get())
                : Signature.getInstance(algorithm);
        if (this == RSA_PSS) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, 1));
        }
        signature.initSign(privateKey);
        signature.update(data);
        return signature.sign();
    }

    /** Whether a value is the signature of a key over data. */
    public boolean verifies(byte[] data, PublicKey publicKey, byte[] value) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            if (this == RSA_PSS) {
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, 1));
            }
            signature.initVerify(publicKey);
            signature.update(data);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
