package vn.quyche.group.internal.store;

/** Patterns of SQL {@code like} with {@code !} as the escape character. */
final class Like {

    private Like() {}

    /** The text with the characters that mean something in a pattern escaped. */
    static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
