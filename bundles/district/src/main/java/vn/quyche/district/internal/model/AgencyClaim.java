package vn.quyche.district.internal.model;

import java.util.List;
import java.util.regex.Pattern;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;

/**
 * Whether the name of a group speaks as if the group were an agency's, a school's or an organisation's in it. Who reads such a
 * name takes the group for official; when it is not on the list, that is said plainly.
 */
@Regulated("TB.2")
public final class AgencyClaim {

    private static final List<String> WORDS = List.of(
            "bo giao duc",
            "so giao duc",
            "so gd",
            "phong giao duc",
            "phong gd",
            "pgd",
            "gd&dt",
            "gd va dt",
            "gddt",
            "giao duc va dao tao",
            "ubnd",
            "uy ban nhan dan",
            "hdnd",
            "hoi dong nhan dan",
            "dang uy",
            "van hoa - xa hoi",
            "van hoa xa hoi",
            "truong mam non",
            "truong mau giao",
            "truong tieu hoc",
            "truong thcs",
            "truong trung hoc",
            "truong thpt",
            "truong mn",
            "truong th",
            "nha truong",
            "ban giam hieu",
            "bgh",
            "hieu truong",
            "hoi dong su pham",
            "hoi dong truong",
            "chi bo",
            "cong doan",
            "chi doan",
            "doan thanh nien",
            "lien doi",
            "doi thieu nien",
            "ban dai dien",
            "to chuyen mon",
            "to van phong",
            "chinh thuc",
            "chinh thong");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}&]+");

    private AgencyClaim() {}

    /** Whether a name claims to be official. */
    public static boolean in(String name) {
        String words = words(name);
        return WORDS.stream().map(AgencyClaim::words).anyMatch(words::contains);
    }

    /** The folded words of a text with a space before and behind each. */
    private static String words(String text) {
        return " " + NO_WORD.matcher(VietnameseText.fold(text)).replaceAll(" ").strip() + " ";
    }
}
