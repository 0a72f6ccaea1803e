package vn.quyche.core.api.persistence;

/**
 * Patterns for SQL and JPQL {@code like … escape '!'}, in which what people typed means itself. The exclamation mark
 * escapes because databases disagree about the backslash.
 */
public final class Like {

    private Like() {}

    /** Matches what has the text in it. */
    public static String containing(String text) {
        return "%" + escaped(text) + "%";
    }

    /** Matches what starts with the text. */
    public static String starting(String text) {
        return escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
