package vn.quyche.core.directory.internal.service.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.quyche.core.api.error.Invalid;

/** Opens files of tables by what is in them, whatever their name says. */
public final class TableFiles {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE2 = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final int LOOK_AT = 1 << 16;

    private TableFiles() {}

    /**
     * Opens a file.
     *
     * @throws Invalid at {@code file}: {@code directory.import-empty}, {@code -password}, {@code -old-excel},
     *     {@code -not-a-table}, {@code -broken}, {@code -bomb}, {@code -not-utf8}
     */
    public static TableFile open(Path file, TableLimits limits) throws IOException {
        return open(file, limits, TextCharset::marked);
    }

    /** Opens a file whose text, where it is no Unicode, is taken for that of Vietnamese Windows. */
    public static TableFile openAny(Path file, TableLimits limits) throws IOException {
        return open(file, limits, start -> TextCharset.guessed(file, start));
    }

    /** Tells in which letters a text is written. */
    @FunctionalInterface
    private interface Letters {
        Charset of(byte[] start) throws IOException;
    }

    private static TableFile open(Path file, TableLimits limits, Letters letters) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOK_AT);
        }
        if (start.length == 0) {
            throw invalid("directory.import-empty");
        }
        if (begins(start, ZIP)) {
            return XlsxFile.open(file, limits);
        }
        if (begins(start, OLE2)) {
            // A file with a password is an old-style container around the encrypted new one.
            throw invalid(
                    contains(start, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))
                            ? "directory.import-password"
                            : "directory.import-old-excel");
        }
        if (begins(start, EMPTY_ZIP) || looksLikeMarkup(start)) {
            throw invalid("directory.import-not-a-table");
        }
        return CsvFile.open(file, start, letters.of(start));
    }

    static Invalid invalid(String code, Object... args) {
        return new Invalid("file", code, args);
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static boolean looksLikeMarkup(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, 512), StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith("<")
                || text.startsWith("\u00ef\u00bb\u00bf<")
                || text.startsWith("%PDF")
                || text.startsWith("{\\rtf");
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
