package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads plain text in whatever encoding it is.
 *
 * <p>Where the encoding cannot be told for sure, the text is looked at in each that it may be: a marking is a marking in
 * whichever reading it appears.
 */
final class TextReader implements Reader {

    private static final int SAMPLE = 8 << 10;
    private static final int PIECE = 4 << 20;
    private static final Charset VIETNAMESE_WINDOWS = Charset.forName("windows-1258");
    private static final Charset WESTERN_WINDOWS = Charset.forName("windows-1252");

    private final Inspection inspection;

    TextReader(Inspection inspection) {
        this.inspection = inspection;
    }

    /** Whether a file looks like text: hardly any control characters at its start. */
    static boolean readable(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        if (mark(head) != null || wide(head) != null) {
            return true;
        }
        int odd = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                odd++;
            }
        }
        return odd * 100 <= head.length;
    }

    @Override
    public void read(Path file, String label, int depth) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = in.readNBytes(PIECE);
            Charset known = known(piece);
            while (piece.length > 0) {
                for (String reading : readings(piece, known)) {
                    inspection.text(label, reading);
                }
                piece = in.readNBytes(PIECE);
            }
        }
    }

    /** All texts that the bytes may be. */
    static List<String> readings(byte[] bytes) {
        return readings(bytes, known(bytes));
    }

    private static List<String> readings(byte[] bytes, Charset known) {
        if (known != null) {
            return List.of(new String(bytes, known));
        }
        List<String> readings = new ArrayList<>();
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            readings.add(utf8);
        } else {
            // A piece may end within a character, and a file may hold some bad bytes.
            readings.add(new String(bytes, StandardCharsets.UTF_8));
            readings.add(new String(bytes, VIETNAMESE_WINDOWS));
            readings.add(new String(bytes, WESTERN_WINDOWS));
        }
        return readings;
    }

    private static Charset known(byte[] bytes) {
        Charset marked = mark(bytes);
        return marked != null ? marked : wide(bytes);
    }

    private static Charset mark(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(bytes, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
    }

    /** UTF-16 without a mark: in most texts every other byte of the spaces, digits and plain letters is zero. */
    private static Charset wide(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (odd > length / 6 && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even > length / 6 && odd == 0 ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
