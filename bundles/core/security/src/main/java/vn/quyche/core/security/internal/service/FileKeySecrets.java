package vn.quyche.core.security.internal.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Secrets;

/**
 * AES-256-GCM with the key of {@link SecretKeyFile}. A sealed text is {@code s1.}, eight digits that tell keys apart, a dot
 * and nonce, text and tag in Base64. The key is read once it is needed, so that an installation without secrets has none.
 */
@Component
public final class FileKeySecrets implements Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(FileKeySecrets.class);
    private static final Pattern SEALED = Pattern.compile("s1\\.([0-9a-f]{8})\\.([A-Za-z0-9_-]+)");
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeyFile file;
    private final SecureRandom random = new SecureRandom();
    private Key key;

    @Activate
    public FileKeySecrets(BundleContext context) {
        this(Path.of(Optional.ofNullable(context.getProperty("quyche.data"))
                .orElseGet(() -> context.getProperty("karaf.data"))));
    }

    FileKeySecrets(Path dataFolder) {
        this.file = new SecretKeyFile(dataFolder);
    }

    @Override
    public String seal(String plain) {
        Key with = key();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, with, nonce).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(nonce.length + text.length)
                    .put(nonce)
                    .put(text)
                    .array();
            return "s1." + with.id() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work", e);
        }
    }

    @Override
    public String open(String sealed) {
        Key with = key();
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches() || !parts.group(1).equals(with.id())) {
            throw new Unavailable("security.secret-unreadable");
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(parts.group(2));
            if (all.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                throw new Unavailable("security.secret-unreadable");
            }
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, with, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unavailable("security.secret-unreadable", e);
        }
    }

    /** The id is part of what is guarded, too. */
    private static Cipher cipher(int mode, Key key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(key.id().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private synchronized Key key() {
        if (key == null) {
            try {
                key = Key.of(file.read());
            } catch (IOException e) {
                LOG.error("The key of the stored secrets cannot be read", e);
                throw new Unavailable("security.no-secret-key", e, SecretKeyFile.NAME);
            }
        }
        return key;
    }

    private record Key(String id, SecretKeySpec secret) {

        static Key of(byte[] bytes) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Key(HexFormat.of().formatHex(hash, 0, 4), new SecretKeySpec(bytes, "AES"));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
