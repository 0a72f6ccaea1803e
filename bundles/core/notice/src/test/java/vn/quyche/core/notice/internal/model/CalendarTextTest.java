package vn.quyche.core.notice.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.compliance.Duty;

class CalendarTextTest {

    private static final Instant DUE = Instant.parse("2026-10-05T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void anotherProgramReadsIt() {
        String title = "Xác nhận; chỉ đạo, \"họp\" \\ Hội đồng\nngày 05/10 " + "ắễộ😀".repeat(40);
        ICalendar calendar = parse(duty("01A", title, Duty.State.OPEN), duty("01B", "Nộp báo cáo", Duty.State.DONE));

        assertThat(calendar.getEvents()).hasSize(2);
        VEvent first = calendar.getEvents().get(0);
        assertThat(first.getSummary().getValue()).isEqualTo("Hạn: " + title);
        assertThat(first.getUid().getValue()).isEqualTo("01A@quyche");
        assertThat(first.getDateStart().getValue().toInstant()).isEqualTo(DUE);
        assertThat(first.getUrl().getValue()).isEqualTo("https://quyche.example/group/directives/d1");
        assertThat(calendar.getEvents().get(1).getSummary().getValue()).isEqualTo("Đã xong: Nộp báo cáo");
    }

    @Test
    void foldsLinesAtSeventyFiveBytesBetweenCharacters() {
        String text = CalendarText.of(
                "Việc", "https://quyche.example", List.of(duty("01A", "ắ😀".repeat(100), Duty.State.OPEN)), NOW);

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                .noneMatch(line -> line.contains("\n") || line.contains("\ufffd"));
        assertThat(text.replace("\r\n ", "")).contains("ắ😀".repeat(100)).endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void aLineBreakInATitleStartsNoProperty() {
        ICalendar calendar = parse(duty("01A", "a\r\nATTENDEE:mailto:x@y\rEND:VEVENT\u2028z", Duty.State.OPEN));

        assertThat(calendar.getEvents()).hasSize(1);
        assertThat(calendar.getEvents().get(0).getAttendees()).isEmpty();
    }

    @Test
    void mayBeEmpty() {
        assertThat(parse().getEvents()).isEmpty();
    }

    private static ICalendar parse(Duty... duties) {
        return Biweekly.parse(CalendarText.of("Việc của tôi", "https://quyche.example", List.of(duties), NOW))
                .first();
    }

    public static Duty duty(String id, String title, Duty.State state) {
        return new Duty(
                id,
                "key-" + id,
                "group.acknowledge",
                "BC.6.3",
                title,
                "lan",
                "directive",
                "d1",
                "/group/directives/d1",
                NOW,
                DUE,
                state,
                Optional.empty(),
                "",
                Optional.empty(),
                "");
    }
}
