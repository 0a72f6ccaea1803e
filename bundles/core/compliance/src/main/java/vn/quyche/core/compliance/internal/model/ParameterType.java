package vn.quyche.core.compliance.internal.model;

import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.quyche.core.api.compliance.spi.Schedule;

/** What a parameter may hold. */
public enum ParameterType {
    INT {
        @Override
        boolean accepts(String value) {
            try {
                Integer.parseInt(value);
                return true;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        boolean within(String value, String min, String max) {
            return inOrder(min, value, Integer::valueOf) && inOrder(value, max, Integer::valueOf);
        }
    },
    /** Numbers with commas between them, each within the limits. */
    NUMBERS {
        @Override
        boolean accepts(String value) {
            return value.length() <= MAX_TEXT
                    && Stream.of(value.split(",", -1)).map(String::strip).allMatch(INT::accepts);
        }

        @Override
        boolean within(String value, String min, String max) {
            return Stream.of(value.split(",", -1)).map(String::strip).allMatch(one -> INT.within(one, min, max));
        }
    },
    /** A day of each year, for example {@code 30/09}. */
    DAY {
        @Override
        boolean accepts(String value) {
            try {
                return MonthDay.parse(value, DAY_AND_MONTH) != null;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    },
    DURATION {
        @Override
        boolean accepts(String value) {
            try {
                return !Duration.parse(value).isNegative();
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        @Override
        boolean within(String value, String min, String max) {
            return inOrder(min, value, Duration::parse) && inOrder(value, max, Duration::parse);
        }
    },
    BOOL {
        @Override
        boolean accepts(String value) {
            return "true".equals(value) || "false".equals(value);
        }
    },
    TIME {
        @Override
        boolean accepts(String value) {
            try {
                return value.length() == 5 && LocalTime.parse(value) != null;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    },
    SCHEDULE {
        @Override
        boolean accepts(String value) {
            try {
                return value.length() <= MAX_SCHEDULE && Schedule.parse(value) != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    },
    TEXT {
        @Override
        boolean accepts(String value) {
            return value.length() <= MAX_TEXT;
        }
    };

    /** The longest text that a parameter may hold. */
    public static final int MAX_TEXT = 2000;

    private static final int MAX_SCHEDULE = 400;
    private static final DateTimeFormatter DAY_AND_MONTH =
            DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The type with the name that packs use. */
    public static Optional<ParameterType> named(String name) {
        for (ParameterType type : values()) {
            if (type.text().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The name that packs use. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract boolean accepts(String value);

    /** Whether a value that it accepts lies between two limits, both allowed; blank ones do not limit. */
    boolean within(String value, String min, String max) {
        return true;
    }

    private static <T extends Comparable<T>> boolean inOrder(String low, String high, Function<String, T> read) {
        return low.isBlank() || high.isBlank() || read.apply(low).compareTo(read.apply(high)) <= 0;
    }
}
