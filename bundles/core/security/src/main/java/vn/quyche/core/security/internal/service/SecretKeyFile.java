package vn.quyche.core.security.internal.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The key of this installation, 256 random bits in {@code secrets.key} of the data folder as hexadecimal digits, readable
 * for its owner alone. Made when it is first asked for; it appears whole or not at all.
 */
final class SecretKeyFile {

    static final String NAME = "secrets.key";
    static final int BYTES = 32;

    private final Path file;

    SecretKeyFile(Path dataFolder) {
        this.file = dataFolder.resolve(NAME);
    }

    /** @throws IOException when it can neither be read nor made, or does not hold a key */
    byte[] read() throws IOException {
        if (Files.notExists(file)) {
            make();
        }
        try {
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length == BYTES) {
                return key;
            }
            throw new IOException(file + " holds a key of " + key.length + " bytes instead of " + BYTES);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " does not hold a key", e);
        }
    }

    private void make() throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        // Backups pass over what ends in .part.
        Path part = file.resolveSibling(NAME + "." + UUID.randomUUID() + ".part");
        createPrivate(part);
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((HexFormat.of().formatHex(key) + "\n").getBytes()));
                channel.force(true);
            }
            appear(part);
        } catch (FileAlreadyExistsException e) {
            // Another made it meanwhile: that one counts.
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A link, since a move takes the place of what another node made in the same moment. */
    private void appear(Path part) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(part, file);
        }
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
