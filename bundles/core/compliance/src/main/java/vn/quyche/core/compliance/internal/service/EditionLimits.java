package vn.quyche.core.compliance.internal.service;

import java.util.regex.Pattern;

/** How long and how many the pieces of a regulation may be, characters. */
final class EditionLimits {

    static final int TITLE = 300;
    static final int SHORT_TITLE = 80;
    static final int ARTICLES = 200;
    static final int KEY = 40;
    static final int NUMBER = 20;
    /** A longer article is a regulation of its own. */
    static final int TEXT = 20_000;

    static final int CLAUSES = 60;
    static final int LINES = 40;
    static final int LINE = 500;
    static final int CODE = 60;
    static final int PLACE = 100;
    static final int NAME = 200;
    static final int PERSON = 100;
    static final int VALUE = 2000;

    private static final Pattern CLAUSE = Pattern.compile("[A-Z]{2}(\\.[0-9A-Za-z]{1,8}){1,4}");
    private static final Pattern POINT = Pattern.compile("[0-9\\p{L}.]{0,10}");

    private EditionLimits() {}

    static boolean clause(String id) {
        return id != null && CLAUSE.matcher(id).matches();
    }

    static boolean point(String point) {
        return POINT.matcher(point).matches();
    }
}
