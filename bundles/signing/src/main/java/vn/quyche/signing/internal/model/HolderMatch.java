package vn.quyche.signing.internal.model;

import java.util.List;
import vn.quyche.core.api.NameSkeleton;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;

/** Whether a certificate names who is to hold the token. Clause MT.11.1. */
@Regulated("MT.11.1")
public enum HolderMatch {
    /** The same name, but for case and diacritics: many certificates are written without. */
    SAME,
    /** A name that only looks the same, with foreign letters or digits in it: never an honest one. */
    LOOKS_ALIKE,
    OTHER;

    /**
     * Compares.
     *
     * @param names what the certificate calls its holder
     * @param wanted the name in the directory
     */
    public static HolderMatch of(List<String> names, String wanted) {
        String folded = VietnameseText.fold(wanted);
        if (names.stream().anyMatch(name -> VietnameseText.fold(name).equals(folded))) {
            return SAME;
        }
        String skeleton = NameSkeleton.of(wanted);
        return names.stream().anyMatch(name -> NameSkeleton.of(name).equals(skeleton)) ? LOOKS_ALIKE : OTHER;
    }
}
