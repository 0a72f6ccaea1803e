package vn.quyche.core.compliance.internal.service;

import java.io.FilterOutputStream;
import java.io.IOException;
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

/** A ZIP whose last entry, {@code manifest.json}, holds the size and the SHA-256 of every other one. */
final class EvidenceArchive implements AutoCloseable {

    static final String MANIFEST = "manifest.json";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    /** A file in the archive. */
    record Entry(String path, long bytes, String sha256) {}

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    EvidenceArchive(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void add(String path, Content content) throws IOException {
        open(path);
        Counting counting = new Counting(zip);
        content.writeTo(counting);
        counting.flush();
        zip.closeEntry();
        entries.add(new Entry(path, counting.bytes, HexFormat.of().formatHex(counting.digest.digest())));
    }

    /** Writes the manifest and ends the archive. */
    void finish(Map<String, Object> about) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>(about);
        manifest.put("files", entries);
        open(MANIFEST);
        zip.write(Json.of(manifest).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void open(String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        // The same evidence gives the same bytes.
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** Counts and hashes; does not close the archive. */
    private static final class Counting extends FilterOutputStream {

        private final MessageDigest digest = sha256();
        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.update((byte) b);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            out.write(buffer, from, length);
            digest.update(buffer, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
