package vn.quyche.group.internal.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.quyche.core.api.VietnameseText;

/**
 * A name as people show themselves on a platform, without what decorates it: pictures and signs, fancy letters, the class or the
 * subject behind it, the address before it.
 */
public final class DisplayName {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{IsLatin}\\p{M}\\p{Nd}]+");
    /** 9A, 6A1, 12C10 and numbers behind a name. */
    private static final Pattern CLASS = Pattern.compile("\\d{1,4}[a-z]{0,2}\\d{0,2}|[a-z]\\d{1,2}");

    private static final Set<String> ADDRESSES = Set.of(
            "co", "thay", "gv", "gvcn", "gvbm", "chi", "anh", "em", "ba", "ong", "chu", "bac", "c", "t", "ms", "mr",
            "mrs");
    private static final Set<String> BEHIND = Set.of(
            "lop", "gv", "gvcn", "toan", "van", "anh", "ly", "hoa", "sinh", "su", "dia", "tin", "gdcd", "td", "nhac",
            "my", "cn", "tpt", "ht", "pht", "vt", "kt", "thcs", "th", "mn");

    private DisplayName() {}

    /**
     * The folded words of a name, in the ways in which it can be read: as it stands, without the class, without the address
     * before it, without what else stands behind it. Each at most once; none for a name without letters.
     */
    public static List<List<String>> readings(String name) {
        List<String> words = words(name);
        List<String> bare =
                words.stream().filter(word -> !CLASS.matcher(word).matches()).toList();
        List<String> unaddressed = bare;
        while (unaddressed.size() > 1 && ADDRESSES.contains(unaddressed.get(0))) {
            unaddressed = unaddressed.subList(1, unaddressed.size());
        }
        List<String> core = unaddressed;
        while (core.size() > 1 && BEHIND.contains(core.get(core.size() - 1))) {
            core = core.subList(0, core.size() - 1);
        }
        List<List<String>> readings = new ArrayList<>();
        for (List<String> reading : List.of(words, bare, unaddressed, core)) {
            if (!reading.isEmpty() && !readings.contains(reading)) {
                readings.add(List.copyOf(reading));
            }
        }
        return readings;
    }

    /** The folded words of a name as it stands. */
    public static List<String> words(String name) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("");
        String letters = SIGNS.matcher(plain).replaceAll(" ").strip();
        return letters.isEmpty()
                ? List.of()
                : Arrays.stream(VietnameseText.fold(letters).split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** The name with its tones, for people whose names differ in nothing else. */
    static String toned(String name) {
        return VietnameseText.line(SIGNS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                        .replaceAll(" "))
                .toLowerCase(Locale.ROOT);
    }
}
