package vn.quyche.core.compliance.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.quyche.core.api.VietnamTime;

/** What reminders say. Notices are stored as they are read, in Vietnamese. */
public final class ReminderText {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT);

    /** How many people are named; the page behind the notice shows all. */
    private static final int NAMED = 3;

    private ReminderText() {}

    /** Before it is due. */
    public static String soon(Instant dueAt, Instant now) {
        return "Hạn: " + at(dueAt) + " (còn " + span(Duration.between(now, dueAt)) + ").";
    }

    /** When it is late. */
    public static String late(Instant dueAt) {
        return "Đã quá hạn: " + at(dueAt) + ".";
    }

    /** To the one who is told that people are late. */
    public static String escalated(List<String> names, Instant dueAt) {
        String who = names.size() == 1
                ? names.get(0)
                : names.size() + " người (" + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                        + (names.size() > NAMED ? ", …" : "") + ")";
        return who + " chưa làm. Đã quá hạn: " + at(dueAt) + ".";
    }

    private static String at(Instant instant) {
        return AT.format(VietnamTime.at(instant));
    }

    private static String span(Duration left) {
        if (left.toDays() >= 1) {
            return left.toDays() + " ngày";
        }
        return left.toHours() >= 1 ? left.toHours() + " giờ" : Math.max(1, left.toMinutes()) + " phút";
    }
}
