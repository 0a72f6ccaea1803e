package vn.quyche.core.api.compliance;

/**
 * A number or text of a regulation that a guard or a duty uses.
 *
 * @param key {@code <domain>.<name>}, for example {@code group.max-images-per-event}
 * @param clause the clause that it belongs to
 * @param type {@code int}, {@code duration} (ISO 8601), {@code bool}, {@code time} ({@code HH:mm}) or {@code text}
 * @param value its value on the day asked for
 * @param defaultValue the value of the pack
 * @param unit what it counts, for people, for example {@code ảnh}
 * @param title what it is, in Vietnamese
 */
public record Parameter(
        String key, String clause, String type, String value, String defaultValue, String unit, String title) {}
