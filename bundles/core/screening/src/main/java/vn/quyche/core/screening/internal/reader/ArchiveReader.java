package vn.quyche.core.screening.internal.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Looks into archives, entry by entry, as far as the limits allow. */
final class ArchiveReader implements Reader {

    private static final String ZIP = "application/zip";
    private static final String TAR = "application/x-tar";
    private static final String SEVEN_Z = "application/x-7z-compressed";
    private static final int MEMORY_KB = 128 << 10;

    /** Types of one packed file, with the name that the library knows them by. */
    private static final Map<String, String> PACKED = Map.of(
            "application/gzip", CompressorStreamFactory.GZIP,
            "application/x-bzip2", CompressorStreamFactory.BZIP2,
            "application/x-xz", CompressorStreamFactory.XZ);

    static final Set<String> TYPES =
            Set.of(ZIP, TAR, SEVEN_Z, "application/gzip", "application/x-bzip2", "application/x-xz");

    private final Inspection inspection;
    private final FileLook look;
    private final String type;

    ArchiveReader(Inspection inspection, FileLook look, String type) {
        this.inspection = inspection;
        this.look = look;
        this.type = type;
    }

    @Override
    public void read(Path file, String label, int depth) throws IOException {
        switch (type) {
            case ZIP -> zip(file, label, depth);
            case TAR -> tar(file, label, depth);
            case SEVEN_Z -> sevenZ(file, label, depth);
            default -> packed(file, label, depth);
        }
    }

    private void zip(Path file, String label, int depth) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                String own = inspection.entry(label, entry.getName());
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new Encrypted();
                }
                if (entry.isDirectory()) {
                    continue;
                }
                if (!zip.canReadEntryData(entry)) {
                    inspection.notRead(own);
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    look.entry(entry.getName(), in, own, depth + 1);
                }
            }
        }
    }

    private void tar(Path file, String label, int depth) throws IOException {
        try (ArchiveInputStream<?> tar =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String own = inspection.entry(label, entry.getName());
                if (!entry.isDirectory()) {
                    look.entry(entry.getName(), tar, own, depth + 1);
                }
            }
        }
    }

    private void sevenZ(Path file, String label, int depth) throws IOException {
        try (SevenZFile archive = SevenZFile.builder()
                .setPath(file)
                .setMaxMemoryLimitKiB(MEMORY_KB)
                .get()) {
            for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String own = inspection.entry(label, entry.getName() == null ? "" : entry.getName());
                if (!entry.isDirectory() && entry.hasStream()) {
                    try (InputStream in = archive.getInputStream(entry)) {
                        look.entry(entry.getName(), in, own, depth + 1);
                    }
                }
            }
        } catch (PasswordRequiredException e) {
            throw new Encrypted();
        }
    }

    private void packed(Path file, String label, int depth) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                InputStream unpacked = new CompressorStreamFactory(true, MEMORY_KB)
                        .createCompressorInputStream(PACKED.get(type), in)) {
            inspection.entry(label, "");
            look.entry("", unpacked, label, depth + 1);
        } catch (CompressorException e) {
            throw new IOException(e);
        }
    }
}
