package vn.quyche.core.security.internal.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Vault;
import vn.quyche.core.security.internal.model.SecretSeal;

/**
 * Seals secrets under the key of the installation, {@code ${quyche.data}/keys/secrets.key}, which is made at the first use
 * and readable by the platform's user alone. Nodes of one installation share the file.
 */
@Component
public final class KeyFileVault implements Vault {

    private static final int LONGEST = 4_000;

    private final Path file;
    private volatile SecretSeal seal;

    @Activate
    public KeyFileVault(BundleContext context) {
        this(Path.of(context.getProperty("quyche.data"), "keys", "secrets.key"));
    }

    KeyFileVault(Path file) {
        this.file = file;
    }

    @Override
    public String seal(String purpose, String secret) {
        if (secret.length() > LONGEST) {
            throw new IllegalArgumentException("a secret has at most " + LONGEST + " characters");
        }
        return seal().seal(purpose, secret);
    }

    @Override
    public String open(String purpose, String sealed) {
        return seal().open(purpose, sealed).orElseThrow(() -> new Unavailable("security.secret-unreadable"));
    }

    private SecretSeal seal() {
        SecretSeal known = seal;
        if (known == null) {
            synchronized (this) {
                known = seal == null ? new SecretSeal(key()) : seal;
                seal = known;
            }
        }
        return known;
    }

    private byte[] key() {
        try {
            if (Files.notExists(file)) {
                make();
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the installation cannot be read: " + file, e);
        }
    }

    /** Another node may make it at the same time: it is put in its place whole, and the first one counts. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        Path own = Files.createTempFile(file.getParent(), "key", ".part");
        try {
            Files.writeString(
                    own, HexFormat.of().formatHex(SecretSeal.newKey()) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
            if (Files.getFileStore(own).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-------"));
            }
            Files.createLink(file, own);
        } catch (FileAlreadyExistsException otherNode) {
            // theirs is the key
        } catch (UnsupportedOperationException noLinks) {
            Files.move(own, file);
        } finally {
            Files.deleteIfExists(own);
        }
    }
}
