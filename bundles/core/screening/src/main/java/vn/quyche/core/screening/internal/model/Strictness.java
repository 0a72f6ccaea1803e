package vn.quyche.core.screening.internal.model;

/**
 * What is refused and what is only warned of.
 *
 * @param macros whether programs within documents refuse
 * @param unreadable whether files refuse that should have text but cannot be read
 * @param unscanned whether files refuse that no virus scanner saw
 */
public record Strictness(boolean macros, boolean unreadable, boolean unscanned) {

    /** What holds when nothing is configured. */
    public static Strictness standard() {
        return new Strictness(false, true, false);
    }
}
