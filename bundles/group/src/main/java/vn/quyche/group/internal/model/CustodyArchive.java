package vn.quyche.group.internal.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.Regulated;

/**
 * A ZIP whose last entry, {@code manifest.json}, holds the size and the SHA-256 of every other one. All hashes are known before
 * the first byte is written, so that the log can hold the hash of the manifest. The same parts give the same bytes.
 */
@Regulated("BC.4.6")
public final class CustodyArchive {

    /** The name of the last entry. */
    public static final String MANIFEST = "manifest.json";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** A file of the archive, as the manifest tells it. */
    public record Entry(String path, long bytes, String sha256) {}

    /** Opens the content of a part. */
    @FunctionalInterface
    public interface Content {
        /** The bytes; read once. */
        InputStream open() throws IOException;
    }

    private record Part(Entry entry, Content content) {}

    private final List<Part> parts = new ArrayList<>();
    private byte[] manifest = new byte[0];

    /** Adds a text. */
    public CustodyArchive add(String path, String text) {
        return add(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public CustodyArchive add(String path, byte[] bytes) {
        return add(new Entry(path, bytes.length, sha256(bytes)), () -> new java.io.ByteArrayInputStream(bytes));
    }

    /** Adds a file whose size and hash are known. */
    public CustodyArchive add(Entry entry, Content content) {
        parts.add(new Part(entry, content));
        return this;
    }

    /**
     * Ends the archive with its manifest.
     *
     * @param about what the manifest says besides the files
     * @return the hex SHA-256 of the manifest
     */
    public String close(Map<String, Object> about) {
        Map<String, Object> all = new LinkedHashMap<>(about);
        all.put("files", parts.stream().map(Part::entry).toList());
        manifest = Json.of(all).getBytes(StandardCharsets.UTF_8);
        return sha256(manifest);
    }

    /**
     * Writes the closed archive; leaves the stream open.
     *
     * @throws IOException also when a file is not what the manifest says
     */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Part part : parts) {
            open(zip, part.entry().path());
            copy(part, zip);
            zip.closeEntry();
        }
        open(zip, MANIFEST);
        zip.write(manifest);
        zip.closeEntry();
        zip.finish();
    }

    private static void copy(Part part, ZipOutputStream zip) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[16_384];
        try (InputStream in = part.content().open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                zip.write(buffer, 0, read);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.entry().sha256())) {
            throw new IOException("not what was received: " + part.entry().path());
        }
    }

    private static void open(ZipOutputStream zip, String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
