package vn.quyche.core.directory.internal.model;

import java.util.regex.Pattern;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.UnitType;

/**
 * A unit as a list names it.
 *
 * @param type its kind
 * @param name its name as it would be entered
 * @param schoolYear the school year of a class, empty otherwise
 * @param key equal for names that mean the same: {@code Toán – Tin}, {@code Tổ Toán - Tin}
 */
public record UnitRef(UnitType type, String name, String schoolYear, String key) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern GROUP_WORD = Pattern.compile("^to (?:chuyen mon |bo mon )?");
    private static final Pattern CLASS_WORD = Pattern.compile("^lop ");

    /** The unit that the column of subject groups names. */
    public static UnitRef group(String name) {
        String folded = words(name);
        if (folded.contains("van phong") || folded.contains("hanh chinh")) {
            return of(UnitType.OFFICE, name, "");
        }
        if (folded.contains("bao ve")) {
            return of(UnitType.GUARD_OFFICE, name, "");
        }
        return of(UnitType.SUBJECT_GROUP, folded.startsWith("to ") ? name : "Tổ " + name, "");
    }

    /** A class of a school year. */
    public static UnitRef schoolClass(String name, String schoolYear) {
        String bare = words(name).startsWith("lop ")
                ? name.substring(name.indexOf(' ') + 1).strip()
                : name;
        return of(UnitType.SCHOOL_CLASS, bare, schoolYear);
    }

    static UnitRef of(UnitType type, String name, String schoolYear) {
        String folded = words(name);
        String key = type == UnitType.SCHOOL_CLASS
                ? CLASS_WORD.matcher(folded).replaceFirst("")
                : GROUP_WORD.matcher(folded).replaceFirst("");
        return new UnitRef(type, name, schoolYear, key);
    }

    /** The Party cell of the school; there is one for lists. */
    public static UnitRef party() {
        return new UnitRef(UnitType.PARTY_CELL, "Chi bộ", "", "");
    }

    /** The trade union of the school. */
    public static UnitRef union() {
        return new UnitRef(UnitType.TRADE_UNION, "Công đoàn", "", "");
    }

    /** The grade that the name of a class begins with; 0 when it begins with none, as in preschools. */
    public int grade() {
        String digits = key.replaceFirst("[^0-9].*", "");
        int grade = digits.isEmpty() || digits.length() > 2 ? 0 : Integer.parseInt(digits);
        return type == UnitType.SCHOOL_CLASS && grade <= 12 ? grade : 0;
    }

    private static String words(String name) {
        return NO_WORD.matcher(VietnameseText.fold(name)).replaceAll(" ").strip();
    }
}
