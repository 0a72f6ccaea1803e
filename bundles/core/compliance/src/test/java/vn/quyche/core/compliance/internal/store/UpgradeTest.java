package vn.quyche.core.compliance.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.PastReleases;
import vn.quyche.testkit.TestDatabase;

/** Schools of each earlier version, with duties and days in their tables. */
class UpgradeTest {

    private static final String OPEN = "01J70000000000000000000DA1";
    private static final Instant LATER = Instant.parse("2026-01-05T00:00:00Z");

    @OnEachDatabase
    void dutiesAndDaysOfEachEarlierVersionAreReadAsTheyWere(TestDatabase db) throws Exception {
        PastReleases.upgradeEach(db, "compliance", (version, unit) -> {
            JpaDutyStore duties = new JpaDutyStore(unit.jpa());
            assertThat(duties.about("group.directive", List.of("01J7A")))
                    .as("from " + version)
                    .extracting(Duty::state)
                    .containsExactlyInAnyOrder(Duty.State.OPEN, Duty.State.DONE, Duty.State.EXCUSED);
            assertThat(duties.dueReminders(LATER, 10))
                    .as("from " + version)
                    .singleElement()
                    .satisfies(reminder -> {
                        assertThat(reminder.duty().id()).isEqualTo(OPEN);
                        assertThat(reminder.before()).containsExactly(Duration.ofDays(1), Duration.ofHours(1));
                        // Whoever was told that it is late is told after the upgrade too.
                        assertThat(reminder.escalations())
                                .containsExactly(new Escalation(
                                        Duration.ZERO, new Escalation.To.Someone("01J70000000000000000000PE9")));
                    });
            assertThat(new JpaCalendarStore(unit.jpa()).days())
                    .containsEntry(
                            LocalDate.of(2025, 9, 2),
                            new CalendarDay(LocalDate.of(2025, 9, 2), "Quốc khánh", false, ""))
                    .containsKey(LocalDate.of(2025, 11, 20));
        });
    }
}
