package vn.quyche.core.api.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.error.Invalid;

/**
 * Where a page of a sorted list ends: the list and the keys of its last row, as one text that clients carry and do not read.
 *
 * <p>Lists that go by the id alone need none: see {@link vn.quyche.core.api.PageRequest#afterId}.
 */
public final class Cursor {

    private static final int LONGEST = 2_000;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    /** Stands between the parts; no key has it, for texts with control characters are refused where they enter. */
    private static final char BETWEEN = '\u001f';

    /** Begins every cursor; no id has it, so that a cursor is never taken for the id that other lists go by. */
    private static final String MARK = "_";

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    /**
     * The cursor behind a row.
     *
     * @param list the list, for example {@code group.receipts}, so that the cursor of another is known as such
     * @param keys what the list is sorted by, and the id last; a day is written as {@link #day} reads it
     */
    public static String of(String list, Object... keys) {
        String plain = Stream.concat(Stream.of(list), Arrays.stream(keys).map(Cursor::text))
                .collect(Collectors.joining(String.valueOf(BETWEEN)));
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @param keys how many keys the list has
     * @throws Invalid {@code core.bad-cursor} at {@code after} for a text that is no cursor of this list
     */
    public static Cursor parse(String list, int keys, String text) {
        if (text.length() > LONGEST || !text.startsWith(MARK)) {
            throw bad();
        }
        String plain = decoded(text.substring(MARK.length()));
        List<String> parts = List.of(plain.split(String.valueOf(BETWEEN), -1));
        if (parts.size() != keys + 1
                || !parts.get(0).equals(list)
                || plain.chars().anyMatch(c -> c != BETWEEN && Character.isISOControl(c))) {
            throw bad();
        }
        return new Cursor(parts.subList(1, parts.size()));
    }

    /** A key that is a text. */
    public String text(int place) {
        return keys.get(place);
    }

    /** A key that is a number. */
    public long number(int place) {
        try {
            return Long.parseLong(keys.get(place));
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    /** A key that is an {@code int}; of a number beyond those the nearest, behind which the same rows lie. */
    public int integer(int place) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number(place)));
    }

    /** A key that is a day, as {@link LocalDate#toEpochDay} counts it, of the years that a database can hold. */
    public LocalDate day(int place) {
        long day = number(place);
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw bad();
        }
        return LocalDate.ofEpochDay(day);
    }

    /** A key that is a constant of an enum. */
    public <E extends Enum<E>> E constant(int place, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(keys.get(place)))
                .findFirst()
                .orElseThrow(Cursor::bad);
    }

    /** A key of a type that lists are sorted by: a text, a number, a day or a constant. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Comparable<?> key(int place, Class<?> type) {
        if (type == LocalDate.class) {
            return day(place);
        }
        if (type == Integer.class) {
            return integer(place);
        }
        if (type.isEnum()) {
            return constant(place, (Class) type);
        }
        return type == Long.class ? (Comparable<?>) number(place) : text(place);
    }

    private static String text(Object key) {
        if (key instanceof LocalDate day) {
            return String.valueOf(day.toEpochDay());
        }
        return key instanceof Enum<?> constant ? constant.name() : key.toString();
    }

    private static String decoded(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw bad();
        }
    }

    private static Invalid bad() {
        return new Invalid("after", "core.bad-cursor");
    }
}
