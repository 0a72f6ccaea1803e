package vn.quyche.core.api.compliance;

/**
 * A number or text of a regulation that a guard or a duty uses.
 *
 * @param key {@code <domain>.<name>}, for example {@code group.max-images-per-event}
 * @param clause the clause that it belongs to
 * @param type {@code int}, {@code numbers} (with commas), {@code day} ({@code dd/MM}), {@code duration} (ISO 8601),
 *     {@code bool}, {@code time} ({@code HH:mm}), {@code schedule} or {@code text}
 * @param value its value on the day asked for
 * @param defaultValue the value of the pack
 * @param unit what it counts, for people, for example {@code ảnh}
 * @param title what it is, in Vietnamese
 * @param min the least that may be decided, blank for no limit
 * @param max the most, blank for no limit
 */
public record Parameter(
        String key,
        String clause,
        String type,
        String value,
        String defaultValue,
        String unit,
        String title,
        String min,
        String max) {

    /** A parameter without limits. */
    public Parameter(
            String key, String clause, String type, String value, String defaultValue, String unit, String title) {
        this(key, clause, type, value, defaultValue, unit, title, "", "");
    }
}
