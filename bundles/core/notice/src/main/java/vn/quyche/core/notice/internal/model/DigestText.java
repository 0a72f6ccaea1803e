package vn.quyche.core.notice.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.notice.Notice;

/**
 * The daily mail, in Vietnamese.
 *
 * @param subject its subject
 * @param body its text
 */
public record DigestText(String subject, String body) {

    /** How many lines of each kind are shown; the rest is counted. */
    public static final int MAX_LINES = 20;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT);

    /**
     * Writes the mail.
     *
     * @param day the day of the mail
     * @param duties open duties by due time, at most {@link #MAX_LINES}
     * @param open how many duties are open
     * @param late how many of them are late
     * @param notices unread notices, newest first, at most {@link #MAX_LINES}
     * @param unread how many notices are unread
     * @param base what stands before paths in links
     */
    public static DigestText of(
            LocalDate day,
            List<Duty> duties,
            int open,
            int late,
            List<Notice> notices,
            int unread,
            String base,
            Instant now) {
        String subject = "Việc cần làm ngày " + DAY.format(day) + ": " + open + " việc"
                + (late > 0 ? ", " + late + " việc quá hạn" : "");
        StringBuilder body = new StringBuilder();
        if (!duties.isEmpty()) {
            body.append("VIỆC CẦN LÀM\n");
            duties.forEach(duty -> body.append("- ")
                    .append(duty.late(now) ? "[QUÁ HẠN] " : "")
                    .append(duty.title())
                    .append(" (hạn ")
                    .append(AT.format(VietnamTime.at(duty.dueAt())))
                    .append(")\n")
                    .append(link(base, duty.link())));
            body.append(more(open - duties.size(), "việc"));
        }
        if (!notices.isEmpty()) {
            body.append(body.isEmpty() ? "" : "\n").append("THÔNG BÁO CHƯA ĐỌC\n");
            notices.forEach(notice ->
                    body.append("- ").append(notice.title()).append('\n').append(link(base, notice.link())));
            body.append(more(unread - notices.size(), "thông báo"));
        }
        body.append("\nThư này được gửi tự động vào mỗi ngày làm việc của trường.\n");
        return new DigestText(subject, body.toString());
    }

    private static String link(String base, String path) {
        return base.isEmpty() || path.isEmpty() ? "" : "  " + base + path + "\n";
    }

    private static String more(int count, String what) {
        return count > 0 ? "… và " + count + " " + what + " nữa\n" : "";
    }
}
