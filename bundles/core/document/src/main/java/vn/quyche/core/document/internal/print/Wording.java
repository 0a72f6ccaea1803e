package vn.quyche.core.document.internal.print;

import java.text.Normalizer;
import java.util.Locale;
import vn.quyche.core.api.print.Block.Letterhead;

/** Text as both printers set it. */
public final class Wording {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String ROOM_FOR_A_NUMBER = "\u00a0".repeat(8);

    private Wording() {}

    /** NFC, one kind of line break, no control characters and no halves of characters: what XML and fonts can take. */
    public static String clean(String text) {
        String nfc = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(nfc.length());
        for (int i = 0; i < nfc.length(); ) {
            int c = nfc.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                if (i >= nfc.length() || nfc.charAt(i) != '\n') {
                    clean.append('\n');
                }
            } else if (c == '\n' || c == '\u2028' || c == '\u2029') {
                clean.append('\n');
            } else if (c == '\t') {
                clean.append(' ');
            } else if (printable(c)) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }

    public static String upper(String text) {
        return clean(text).toUpperCase(VIETNAMESE);
    }

    /** The line with number and notation; empty when the document has none. */
    public static String code(Letterhead head) {
        String code = clean(head.code());
        return code.isEmpty() ? "" : "Số: " + (code.startsWith("/") ? ROOM_FOR_A_NUMBER : "") + code;
    }

    /** A line of Nơi nhận: with a dash, and a semicolon or, at the end, a full stop. */
    public static String recipient(String text, boolean last) {
        String line = clean(text).strip();
        while (!line.isEmpty() && ".;,".indexOf(line.charAt(line.length() - 1)) >= 0) {
            line = line.substring(0, line.length() - 1).strip();
        }
        return "- " + line + (last ? "." : ";");
    }

    private static boolean printable(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.SURROGATE
                && type != Character.FORMAT
                && c != 0xfffe
                && c != 0xffff;
    }
}
