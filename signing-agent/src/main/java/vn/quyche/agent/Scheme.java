package vn.quyche.agent;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/** How a key signs, always over SHA-256; the names are those of the server. */
enum Scheme {
    RSA_PKCS1("SHA256withRSA"),
    RSA_PSS("RSASSA-PSS"),
    ECDSA("SHA256withECDSA");

    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final String algorithm;

    Scheme(String algorithm) {
        this.algorithm = algorithm;
    }

    /** @param provider the one that the key belongs to; empty for keys in memory */
    byte[] sign(byte[] data, PrivateKey key, Optional<Provider> provider) throws GeneralSecurityException {
        Signature signature = provider.isEmpty()
                ? Signature.getInstance(algorithm)
                : Signature.getInstance(algorithm, provider.get());
        if (this == RSA_PSS) {
            signature.setParameter(PSS);
        }
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }
}
