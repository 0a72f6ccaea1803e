package vn.quyche.core.compliance.internal.model;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
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
}
