package vn.quyche.core.directory.internal.model;

import java.text.Normalizer;
import java.util.Locale;
import vn.quyche.core.api.VietnameseText;

/**
 * Brings names to a form in which the same name is equal however it is typed: case, spaces, NFC or NFD, and the place of
 * the tone ({@code Hoà} and {@code Hòa}). Different tones stay different people.
 */
public final class NameKey {

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private NameKey() {}

    /** The key of a name. */
    public static String of(String name) {
        StringBuilder key = new StringBuilder();
        for (String word : VietnameseText.line(name).toLowerCase(Locale.ROOT).split(" ")) {
            String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
            StringBuilder tones = new StringBuilder();
            for (int i = 0; i < decomposed.length(); i++) {
                char c = decomposed.charAt(i);
                (TONES.indexOf(c) >= 0 ? tones : key).append(c);
            }
            key.append(tones).append(' ');
        }
        return Normalizer.normalize(key, Normalizer.Form.NFC).strip();
    }
}
