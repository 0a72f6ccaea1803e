package vn.quyche.signing.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.quyche.core.api.error.Invalid;

/** Reads files of the server that a command names. */
final class ServerFile {

    private ServerFile() {}

    /** @throws Invalid {@code verify.not-received} when it cannot be read */
    static byte[] read(String file, int most) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new Invalid("file", "verify.not-received");
        }
    }
}
