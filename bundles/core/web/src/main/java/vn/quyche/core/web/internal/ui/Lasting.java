package vn.quyche.core.web.internal.ui;

import java.time.Duration;
import java.util.function.BiFunction;

/** How long something takes, as people say it: in the largest unit in which it is a whole number. */
public final class Lasting {

    private Lasting() {}

    /**
     * In words.
     *
     * @param text the text of a key with a number in its place
     */
    public static String words(Duration time, BiFunction<String, Object, String> text) {
        if (time.toSeconds() % 60 != 0) {
            return text.apply("core.time.seconds", time.toSeconds());
        }
        if (time.toMinutes() % 60 != 0) {
            return text.apply("core.time.minutes", time.toMinutes());
        }
        return time.toHours() % 24 != 0
                ? text.apply("core.time.hours", time.toHours())
                : text.apply("core.time.days", time.toDays());
    }
}
