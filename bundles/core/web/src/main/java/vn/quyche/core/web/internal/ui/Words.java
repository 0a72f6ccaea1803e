package vn.quyche.core.web.internal.ui;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import vn.quyche.core.api.VietnamTime;

/** Times, dates and numbers as people say and write them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter FIELD_MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    /** From here on the day says more than the distance. */
    private static final Duration FAR = Duration.ofDays(30);

    private final Rendering rendering;
    private final Clock clock;

    Words(Rendering rendering) {
        this.rendering = rendering;
        this.clock = rendering.clock();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant instant) {
        return DAY.format(VietnamTime.at(instant));
    }

    static String time(Instant instant) {
        return TIME.format(VietnamTime.at(instant));
    }

    static String moment(Instant instant) {
        return MOMENT.format(VietnamTime.at(instant));
    }

    static String fieldMoment(Instant instant) {
        return FIELD_MOMENT.format(VietnamTime.at(instant));
    }

    /** "3 phút trước", "còn 2 ngày"; the date when it is far. */
    String relative(Instant instant) {
        Duration distance = Duration.between(clock.instant(), instant);
        Duration size = distance.abs();
        if (size.compareTo(FAR) > 0) {
            return day(instant);
        }
        if (size.compareTo(Duration.ofMinutes(1)) < 0) {
            return rendering.t("core.time.now");
        }
        return rendering.t(distance.isNegative() ? "core.time.ago" : "core.time.in", size(size, instant));
    }

    /** "hôm nay", "hôm qua", "ngày mai", else the date. */
    String relative(LocalDate day) {
        long days = ChronoUnit.DAYS.between(VietnamTime.today(clock), day);
        if (days == 0) {
            return rendering.t("core.time.today");
        }
        if (days == 1) {
            return rendering.t("core.time.tomorrow");
        }
        return days == -1 ? rendering.t("core.time.yesterday") : day(day);
    }

    /** "2 ngày", "3 giờ", "5 phút"; days are counted on the calendar. */
    private String size(Duration size, Instant instant) {
        if (size.compareTo(Duration.ofHours(24)) >= 0) {
            long days = Math.abs(ChronoUnit.DAYS.between(
                    VietnamTime.today(clock), VietnamTime.at(instant).toLocalDate()));
            return rendering.t("core.time.days", Math.max(1, days));
        }
        return size.toHours() >= 1
                ? rendering.t("core.time.hours", size.toHours())
                : rendering.t("core.time.minutes", Math.max(1, size.toMinutes()));
    }

    /** How a due time stands. */
    Deadline deadline(Instant due, Instant done) {
        if (done != null) {
            return done.isAfter(due)
                    ? new Deadline("late", rendering.t("core.deadline.done-late", distance(due, done)))
                    : new Deadline("ok", rendering.t("core.deadline.kept"));
        }
        Instant now = clock.instant();
        Duration left = Duration.between(now, due);
        if (left.isNegative()) {
            return new Deadline("late", rendering.t("core.deadline.late", size(left.abs(), due)));
        }
        String kind = left.compareTo(Duration.ofHours(24)) < 0 ? "soon" : "open";
        return left.compareTo(FAR) > 0
                ? new Deadline(kind, day(due))
                : new Deadline(kind, rendering.t("core.deadline.left", size(left, due)));
    }

    private String distance(Instant from, Instant to) {
        Duration size = Duration.between(from, to);
        if (size.toDays() >= 1) {
            return rendering.t("core.time.days", size.toDays());
        }
        return size.toHours() >= 1
                ? rendering.t("core.time.hours", size.toHours())
                : rendering.t("core.time.minutes", Math.max(1, size.toMinutes()));
    }

    /** A value of a regulation: {@code PT4H} as "4 giờ", yes and no; anything else as it stands. */
    String plain(String value) {
        if (value.equals("true") || value.equals("false")) {
            return rendering.t(value.equals("true") ? "core.yes" : "core.no");
        }
        if (!value.startsWith("P")) {
            return value;
        }
        try {
            return Lasting.words(Duration.parse(value), rendering::t);
        } catch (DateTimeParseException noDuration) {
            return value;
        }
    }

    String number(Number number) {
        return NumberFormat.getNumberInstance(rendering.locale()).format(number);
    }

    String money(Number number) {
        return rendering.t("core.money", number(number));
    }

    String bytes(Number number) {
        double size = number.doubleValue();
        String[] units = {"B", "KB", "MB", "GB", "TB"};
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(rendering.locale());
        format.setMaximumFractionDigits(unit == 0 || size >= 10 ? 0 : 1);
        return format.format(size) + " " + units[unit];
    }

    /** Letters for an avatar: of the first and the last word. */
    static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = firstLetter(words[0]);
        return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
    }

    private static String firstLetter(String word) {
        return word.isEmpty() ? "" : new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT);
    }

    /**
     * A due time in words.
     *
     * @param kind late, soon, open or ok
     * @param text the words
     */
    record Deadline(String kind, String text) {}
}
