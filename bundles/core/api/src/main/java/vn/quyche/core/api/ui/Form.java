package vn.quyche.core.api.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;

/**
 * Reads the fields of a posted form. What cannot be read is {@link Invalid} at its field; pages that collect what is wrong
 * give their {@link Checks} and get an empty value.
 */
public final class Form {

    /** As browsers send a day, and as people write it where the browser shows no calendar. */
    private static final List<DateTimeFormatter> DAYS = List.of(strict("uuuu-MM-dd"), strict("d/M/uuuu"));

    private static final List<DateTimeFormatter> MINUTES =
            List.of(strict("uuuu-MM-dd'T'HH:mm"), strict("uuuu-MM-dd'T'HH:mm:ss"), strict("d/M/uuuu H:mm"));

    /** Longer is no day, no time and no number. */
    private static final int LONGEST = 30;

    private Form() {}

    /** A text or id; empty when the field is blank. */
    public static Optional<String> text(UiRequest request, String field) {
        return Optional.of(request.form(field)).filter(text -> !text.isBlank());
    }

    /** The values of a field that may stand several times, without blank ones. */
    public static List<String> texts(UiRequest request, String field) {
        return request.formAll(field).stream().filter(text -> !text.isBlank()).toList();
    }

    /** A day; empty when the field is blank. */
    public static Optional<LocalDate> day(UiRequest request, String field) {
        String text = request.form(field);
        Optional<LocalDate> day = read(text, DAYS).map(LocalDate::from);
        if (day.isEmpty() && !text.isBlank()) {
            throw new Invalid(field, "core.bad-date");
        }
        return day;
    }

    /** A day that must be there. */
    public static LocalDate requiredDay(UiRequest request, String field) {
        return day(request, field).orElseThrow(() -> new Invalid(field, "core.required"));
    }

    /** A day; empty when the text is blank or, with {@code core.bad-date} among the checks, when it is no day. */
    public static Optional<LocalDate> day(Checks checks, String field, String text) {
        Optional<LocalDate> day = read(text, DAYS).map(LocalDate::from);
        checks.that(day.isPresent() || text.isBlank(), field, "core.bad-date");
        return day;
    }

    /** A time of Vietnam to the minute; empty when the field is blank. */
    public static Optional<Instant> time(UiRequest request, String field) {
        String text = request.form(field);
        Optional<Instant> time = read(text, MINUTES)
                .map(LocalDateTime::from)
                .map(at -> at.atZone(VietnamTime.ZONE).toInstant());
        if (time.isEmpty() && !text.isBlank()) {
            throw new Invalid(field, "core.bad-time");
        }
        return time;
    }

    /** A whole number between two bounds, both allowed; empty when the field is blank. */
    public static Optional<Integer> number(UiRequest request, String field, int min, int max) {
        String text = request.form(field).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(text)
                .filter(digits -> digits.matches("-?[0-9]{1,10}"))
                .map(Long::valueOf)
                .filter(number -> number >= min && number <= max)
                .map(Long::intValue)
                .or(() -> {
                    throw new Invalid(field, "core.bad-number", min, max);
                });
    }

    /**
     * The version that the form was made from.
     *
     * @throws Invalid {@code core.changed-meanwhile} when it is missing or no version
     */
    public static long version(UiRequest request) {
        String text = request.form("version");
        if (!text.matches("[0-9]{1,18}")) {
            throw new Invalid("version", "core.changed-meanwhile");
        }
        return Long.parseLong(text);
    }

    /** The constant with the name; empty for any other text. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst();
    }

    /** The constants of an enum in their order; the word of each is the message {@code prefix + name}. */
    public static <E extends Enum<E>> Map<String, String> choices(
            Messages messages, Locale locale, Class<E> type, String prefix) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            choices.put(value.name(), messages.text(locale, prefix + value.name()));
        }
        return choices;
    }

    /** What a list may be narrowed to by an enum: all of it, and each constant with its word as in {@link #choices}. */
    public static <E extends Enum<E>> List<Map<String, String>> filters(
            Messages messages, Locale locale, Class<E> type, String prefix) {
        List<Map<String, String>> filters = new ArrayList<>();
        filters.add(Map.of("value", "", "label", messages.text(locale, "core.all")));
        choices(messages, locale, type, prefix)
                .forEach((value, label) -> filters.add(Map.of("value", value, "label", label)));
        return filters;
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<TemporalAccessor> read(String text, List<DateTimeFormatter> formats) {
        String plain = text.strip();
        return plain.length() > LONGEST || !plain.matches("[0-9].*")
                ? Optional.empty()
                : formats.stream()
                        .flatMap(format -> read(plain, format).stream())
                        .findFirst();
    }

    /** Other years than these are slips of the finger, and some are more than a database can hold. */
    private static Optional<TemporalAccessor> read(String plain, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(plain))
                    .filter(time -> time.get(ChronoField.YEAR) >= 1900 && time.get(ChronoField.YEAR) <= 2999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
