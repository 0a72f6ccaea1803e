package vn.quyche.core.screening.internal.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lines written with the fonts of the nineties (TCVN3, VNI), which read as Unicode look like {@code tuyÖt mËt} and
 * {@code TUYEÄT MAÄT}.
 */
final class Legacy {

    private static final Pattern TCVN3_MARK = Pattern.compile("[mM][Ëë][tT]");
    private static final Pattern VNI_MARK = Pattern.compile("[mM][aA][äÄ][tT]");
    private static final Pattern UNICODE_VIETNAMESE = Pattern.compile("[\u1ea0-\u1ef9\u0111\u0110\u01a0-\u01b0]");

    /** TCVN3 has one character for each letter. */
    private static final Map<Character, String> TCVN3 =
            pairs("µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞị"
                    + "ßòãóáỏâõäọ«ôåồèốæổçỗéộ¬ơêờíớëởìỡîợïùóúñủòũôụ\u00adưõừøứöử÷ữùựúỳýýûỷüỹþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ");

    /** VNI writes the marks behind the vowel. */
    private static final Map<Character, String> VNI = Map.ofEntries(
            Map.entry('ù', "\u0301"),
            Map.entry('ø', "\u0300"),
            Map.entry('û', "\u0309"),
            Map.entry('õ', "\u0303"),
            Map.entry('ï', "\u0323"),
            Map.entry('â', "\u0302"),
            Map.entry('á', "\u0302\u0301"),
            Map.entry('à', "\u0302\u0300"),
            Map.entry('å', "\u0302\u0309"),
            Map.entry('ã', "\u0302\u0303"),
            Map.entry('ä', "\u0302\u0323"),
            Map.entry('ê', "\u0306"),
            Map.entry('é', "\u0306\u0301"),
            Map.entry('è', "\u0306\u0300"),
            Map.entry('ú', "\u0306\u0309"),
            Map.entry('ü', "\u0306\u0303"),
            Map.entry('ë', "\u0306\u0323"),
            Map.entry('ô', "ơ"),
            Map.entry('ö', "ư"),
            Map.entry('ñ', "đ"),
            Map.entry('æ', "ỉ"),
            Map.entry('ó', "ĩ"),
            Map.entry('ò', "ị"),
            Map.entry('î', "ỵ"));

    private Legacy() {}

    /** The line in Unicode when it holds a marking in one of the old encodings, else the line itself. */
    static String modern(String line) {
        if (UNICODE_VIETNAMESE.matcher(line).find()) {
            return line;
        }
        if (TCVN3_MARK.matcher(line).find()) {
            return decoded(line, TCVN3);
        }
        if (VNI_MARK.matcher(line).find()) {
            return decoded(line, VNI);
        }
        return line;
    }

    private static String decoded(String line, Map<Character, String> table) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            String letter = table.getOrDefault(c, table == VNI ? table.get(Character.toLowerCase(c)) : null);
            if (letter == null) {
                text.append(c);
            } else {
                // Capitals came from the font: the letter beside tells.
                boolean capital = capital(line, i - 1) || capital(line, i + 1);
                text.append(capital ? letter.toUpperCase(Locale.ROOT) : letter);
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean capital(String line, int i) {
        return i >= 0 && i < line.length() && line.charAt(i) >= 'A' && line.charAt(i) <= 'Z';
    }

    private static Map<Character, String> pairs(String pairs) {
        Map<Character, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length(); i += 2) {
            map.put(pairs.charAt(i), String.valueOf(pairs.charAt(i + 1)));
        }
        return Map.copyOf(map);
    }
}
