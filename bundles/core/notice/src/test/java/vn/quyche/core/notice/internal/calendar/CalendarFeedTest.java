package vn.quyche.core.notice.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.notice.internal.service.Office;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class CalendarFeedTest {

    private static final Caller LAN = TestCaller.person("lan");
    private static final String BASE = "https://quyche.example";

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private final FakeDuties duties = new FakeDuties(clock);
    private final FakeDirectory directory = new FakeDirectory().person("lan", "Lê Thị Lan", Post.TEACHER);

    @OnEachDatabase
    void showsTheDutiesOfItsOwner(TestDatabase db) {
        Office office = Office.of(db, clock);
        duties.assign(List.of(duty("a", "lan", 1), duty("b", "minh", 1), duty("c", "lan", 24 * 400)));
        duties.assign(List.of(duty("d", "lan", 2)));
        duties.withdraw("directive", "d", "");
        String key = office.notices.calendarKey(LAN);

        String calendar = feed(office).open(key, BASE).orElseThrow();
        assertThat(Biweekly.parse(calendar).first().getEvents())
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("Hạn: a");
    }

    @OnEachDatabase
    void opensToTheRightKeyOnly(TestDatabase db) {
        Office office = Office.of(db, clock);
        String key = office.notices.calendarKey(LAN);
        String other = office.notices.calendarKey(TestCaller.person("minh"));
        String mixed = key.substring(0, 26) + other.substring(26);
        String renewed = office.notices.renewCalendarKey(LAN);

        for (String wrong : List.of(
                key,
                mixed,
                "",
                "-",
                renewed.substring(1),
                renewed + "0",
                renewed.toUpperCase(java.util.Locale.ROOT),
                "0".repeat(26) + "-" + "0".repeat(40),
                "'; drop table",
                "😀".repeat(33))) {
            assertThat(feed(office).open(wrong, BASE)).as(wrong).isEmpty();
        }
        assertThat(feed(office).open(renewed, BASE)).isPresent();
    }

    @OnEachDatabase
    void closesWhenItsOwnerHasLeft(TestDatabase db) {
        Office office = Office.of(db, clock);
        String key = office.notices.calendarKey(LAN);
        directory.left("lan", LocalDate.of(2026, 10, 5));

        assertThat(feed(office).open(key, BASE)).as("the last day").isPresent();
        clock.advance(Duration.ofDays(1));
        assertThat(feed(office).open(key, BASE)).isEmpty();
    }

    private CalendarFeed feed(Office office) {
        return new CalendarFeed(office.calendars, duties, directory, clock);
    }

    private NewDuty duty(String key, String person, int hours) {
        return new NewDuty(
                key,
                "group.acknowledge",
                "BC.6.3",
                key,
                person,
                "directive",
                key,
                "/group/directives/d1",
                clock.instant().plus(Duration.ofHours(hours)),
                List.of(),
                Optional.empty());
    }
}
