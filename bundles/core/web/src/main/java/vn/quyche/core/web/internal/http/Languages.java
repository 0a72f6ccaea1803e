package vn.quyche.core.web.internal.http;

import java.util.List;
import java.util.Locale;

/** Chooses the language of an answer: Vietnamese unless English is asked for. */
public final class Languages {

    /** Vietnamese, the language of the product. */
    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final int LONGEST_HEADER = 200;
    private static final List<Locale> SPOKEN = List.of(VIETNAMESE, Locale.ENGLISH);

    private Languages() {}

    /** The language for a header {@code Accept-Language}, which may be missing or nonsense. */
    public static Locale of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return VIETNAMESE;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return found == null ? VIETNAMESE : found;
        } catch (IllegalArgumentException malformed) {
            return VIETNAMESE;
        }
    }
}
