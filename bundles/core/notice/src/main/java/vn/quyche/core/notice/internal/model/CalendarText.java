package vn.quyche.core.notice.internal.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.quyche.core.api.compliance.Duty;

/** Writes duties as an iCalendar (RFC 5545). */
public final class CalendarText {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAX_LINE_BYTES = 75;
    private static final String END = "\r\n";

    private final StringBuilder out = new StringBuilder();

    private CalendarText() {}

    /**
     * The calendar.
     *
     * @param name its name
     * @param base what stands before the links of the duties, without slash at the end
     * @param duties what it shows: each at the moment when it is due
     * @param now the time of this answer
     */
    public static String of(String name, String base, List<Duty> duties, Instant now) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Quyche//Duties//VI");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.line("X-WR-CALNAME", text(name));
        calendar.line("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        duties.forEach(duty -> calendar.event(base, duty, now));
        calendar.line("END", "VCALENDAR");
        return calendar.out.toString();
    }

    private void event(String base, Duty duty, Instant now) {
        boolean done = duty.state() == Duty.State.DONE;
        line("BEGIN", "VEVENT");
        line("UID", duty.id() + "@quyche");
        line("DTSTAMP", UTC.format(now));
        line("CREATED", UTC.format(duty.createdAt()));
        line("LAST-MODIFIED", UTC.format(duty.settledAt().orElse(duty.createdAt())));
        line("DTSTART", UTC.format(duty.dueAt()));
        line("DURATION", "PT0S");
        line("SUMMARY", text((done ? "Đã xong: " : "Hạn: ") + duty.title()));
        line("URL", base + duty.link());
        line("TRANSP", "TRANSPARENT");
        line("STATUS", "CONFIRMED");
        line("END", "VEVENT");
    }

    /** A content line, folded so that no line is longer than 75 octets and no character is cut. */
    private void line(String name, String value) {
        int used = 0;
        String line = name + ":" + value;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String piece = Character.toString(character);
            int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
            if (used + bytes > MAX_LINE_BYTES) {
                out.append(END).append(' ');
                used = 1;
            }
            out.append(piece);
            used += bytes;
            i += Character.charCount(character);
        }
        out.append(END);
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }
}
