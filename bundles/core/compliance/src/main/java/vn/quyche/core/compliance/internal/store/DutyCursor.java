package vn.quyche.core.compliance.internal.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quyche.core.api.compliance.Duty;

/**
 * A place in a list of duties by due time.
 *
 * @param dueAt epoch milliseconds
 * @param id the id of the duty there
 */
public record DutyCursor(long dueAt, String id) {

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,18})_([0-9A-Za-z-]{1,26})");

    /** The place of a duty, as text. */
    public static String of(Duty duty) {
        return duty.dueAt().toEpochMilli() + "_" + duty.id();
    }

    /** The place that a text names; empty when it names none. */
    public static Optional<DutyCursor> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(Matcher::matches)
                .map(found -> new DutyCursor(Long.parseLong(found.group(1)), found.group(2)));
    }
}
