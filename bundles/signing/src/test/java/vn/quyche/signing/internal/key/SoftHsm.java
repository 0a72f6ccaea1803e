package vn.quyche.signing.internal.key;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Devices without hardware: SoftHSM2 of Debian. Its library reads its folder once for the whole program, so that all devices are
 * made before the first is used. Where SoftHSM2 is not installed the tests that need it are skipped by name.
 */
public final class SoftHsm {

    /** The PIN of each device. */
    public static final String PIN = "24681357";

    private static final int DEVICES = 12;
    private static final List<Path> LIBRARIES = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/local/lib/softhsm/libsofthsm2.so")
            .map(Path::of)
            .toList();

    private static Deque<Integer> free;

    private SoftHsm() {}

    /** The library; skips the test where there is none. */
    public static Path library() {
        Path library = LIBRARIES.stream().filter(Files::isReadable).findFirst().orElse(null);
        assumeTrue(library != null, "SoftHSM2 (softhsm2) is not here");
        assumeTrue(System.getenv("SOFTHSM2_CONF") != null, "SOFTHSM2_CONF does not name a folder for SoftHSM2");
        return library;
    }

    /** A device that no other test has, with a key in it; gives its place in the list of slots. */
    public static synchronized int device(PrivateKey key, List<X509Certificate> chain) throws Exception {
        Path library = library();
        if (free == null) {
            free = new ArrayDeque<>();
            make();
        }
        int slot = free.remove();
        Provider provider = Security.getProvider("SunPKCS11")
                .configure("--name = filler\nlibrary = " + library + "\nslotListIndex = " + slot
                        + "\nattributes(*,CKO_PRIVATE_KEY,*) = {\nCKA_SIGN = true\n}\n");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        store.setKeyEntry("ky", key, null, chain.toArray(X509Certificate[]::new));
        ((AuthProvider) provider).logout();
        return slot;
    }

    private static void make() throws Exception {
        Path config = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = config.resolveSibling("tokens");
        delete(tokens);
        Files.createDirectories(tokens);
        Files.writeString(
                config, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        for (int i = 0; i < DEVICES; i++) {
            run(
                    "softhsm2-util",
                    "--init-token",
                    "--free",
                    "--label",
                    "quyche-" + i,
                    "--so-pin",
                    "12345678",
                    "--pin",
                    PIN);
        }
        for (int i = 0; i < DEVICES; i++) {
            free.add(i);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + said);
        }
    }
}
