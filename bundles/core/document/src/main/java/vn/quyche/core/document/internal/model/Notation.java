package vn.quyche.core.document.internal.model;

import java.util.Locale;
import vn.quyche.core.api.document.DocumentKind;

/** Number and symbol of a document (NĐ 30/2020/NĐ-CP, Phụ lục I): {@code 24/QĐ-THTA}, {@code 12/THTA-VP}. */
public final class Notation {

    /** Internal documents have numbers of their own: their symbols must not meet those that leave the school. */
    private static final String INTERNAL = "-NB";

    private Notation() {}

    /**
     * Number and symbol.
     *
     * @param number from 1; below 10 with a zero before it
     * @param issuer the abbreviation of the school
     * @param unit the abbreviation of the unit that drafts an official letter, empty for none; other kinds have none
     * @param internal whether it stays within the school
     */
    public static String code(int number, DocumentKind kind, String issuer, String unit, boolean internal) {
        return String.format(Locale.ROOT, "%02d", number) + symbol(kind, issuer, unit, internal);
    }

    /** The symbol behind the number, with its slash. */
    public static String symbol(DocumentKind kind, String issuer, String unit, boolean internal) {
        return "/" + (kind.code().isEmpty() ? issuer + (unit.isEmpty() ? "" : "-" + unit) : kind.code() + "-" + issuer)
                + (internal ? INTERNAL : "");
    }
}
