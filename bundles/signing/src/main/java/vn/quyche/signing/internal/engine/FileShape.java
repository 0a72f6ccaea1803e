package vn.quyche.signing.internal.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import vn.quyche.signing.api.VerificationFinding;

/** What a file is by its first bytes, and whether it may be opened at all. */
enum FileShape {
    PDF,
    ZIP,
    XML,
    CMS,
    OTHER;

    private static final int RATIO = 100;
    private static final int SMALL = 1 << 20;

    static FileShape of(byte[] file) {
        if (starts(file, 0, "%PDF-")) {
            return PDF;
        }
        if (starts(file, 0, "PK\u0003\u0004")) {
            return ZIP;
        }
        int at = starts(file, 0, "\u00EF\u00BB\u00BF") ? 3 : 0;
        while (at < file.length && Character.isWhitespace(file[at])) {
            at++;
        }
        if (starts(file, at, "<")) {
            return XML;
        }
        boolean der = file.length > 2 && file[0] == 0x30 && (file[1] & 0x80) != 0;
        return der || starts(file, 0, "-----BEGIN") ? CMS : OTHER;
    }

    private static boolean starts(byte[] file, int from, String with) {
        byte[] bytes = with.getBytes(StandardCharsets.ISO_8859_1);
        if (file.length - from < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (file[from + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Why a container must not be opened: too many entries, too much in them, two of one name,
     * names that lead outside, or another list of them at its end.
     */
    static Optional<VerificationFinding> unsafeContainer(byte[] file, EngineLimits limits) {
        long total = 0;
        int entries = 0;
        java.util.Set<String> names = new java.util.HashSet<>();
        java.util.List<String> inOrder = new java.util.ArrayList<>();
        byte[] buffer = new byte[16 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                inOrder.add(name);
                if (++entries > limits.entries()) {
                    return Optional.of(VerificationFinding.missing("verify.too-many-entries", limits.entries()));
                }
                if (!names.add(name.toLowerCase(Locale.ROOT)) || name.contains("..") || name.startsWith("/")) {
                    return Optional.of(VerificationFinding.wrong("verify.bad-container"));
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > limits.expandedBytes() || total > SMALL && total / RATIO > file.length) {
                        return Optional.of(VerificationFinding.missing("verify.bomb"));
                    }
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            return Optional.of(VerificationFinding.missing("verify.unreadable"));
        } catch (IOException e) {
            return Optional.of(VerificationFinding.missing("verify.unreadable"));
        }
        if (!ZipDirectory.tells(file, inOrder)) {
            return Optional.of(VerificationFinding.wrong("verify.bad-container"));
        }
        return Optional.empty();
    }
}
