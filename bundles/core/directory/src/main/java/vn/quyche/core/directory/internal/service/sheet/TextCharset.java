package vn.quyche.core.directory.internal.service.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells in which encoding a text is written. */
final class TextCharset {

    private static final Charset VIETNAMESE_WINDOWS = Charset.forName("windows-1258");
    /** One zero in so many bytes makes a text UTF-16: spaces, digits and plain letters have one each. */
    private static final int ZEROS = 6;

    private TextCharset() {}

    /** By the mark at its start; UTF-8 without one. */
    static Charset marked(byte[] start) {
        if (begins(start, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(start, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /** By the mark, else by what the bytes can be: UTF-16 by its zeros, UTF-8 when all of it is, else windows-1258. */
    static Charset guessed(Path file, byte[] start) throws IOException {
        Charset marked = marked(start);
        if (marked != StandardCharsets.UTF_8) {
            return marked;
        }
        Charset wide = wide(start);
        if (wide != StandardCharsets.UTF_8) {
            return wide;
        }
        return utf8(file) ? StandardCharsets.UTF_8 : VIETNAMESE_WINDOWS;
    }

    private static Charset wide(byte[] start) {
        int length = start.length & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }
        if (odd > length / ZEROS && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even > length / ZEROS && odd == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean utf8(Path file) throws IOException {
        char[] buffer = new char[8192];
        try (Reader in = new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            while (in.read(buffer) >= 0) {
                // only whether all of it can be read
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
