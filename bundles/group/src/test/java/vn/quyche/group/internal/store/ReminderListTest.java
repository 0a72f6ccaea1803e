package vn.quyche.group.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.Reminder;
import vn.quyche.group.internal.store.JpaReminderStore.Told;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** Who was reminded of a directive, the latest first: by the moment, then by the event that told it, then by the place in it. */
class ReminderListTest {

    private static final Instant MORNING = Instant.parse("2026-10-06T01:00:00Z");
    private static final Instant NOON = Instant.parse("2026-10-06T05:00:00Z");

    private static final Told FIRST = told("e9", 0, MORNING, "p-9");
    private static final Told SECOND = told("e1", 0, NOON, "p-3");
    private static final Told THIRD = told("e1", 2, NOON, "p-1");
    private static final Told FOURTH = told("e1", 10, NOON, "p-2");
    private static final Told FIFTH = told("e2", 1, NOON, "p-0");

    private static Told told(String event, int place, Instant at, String personId) {
        return new Told(event, place, at, Reminder.Kind.BEFORE, personId, 1);
    }

    @OnEachDatabase
    @Regulated("BC.6.3")
    void givesTheLatestFirstAndTurnedRoundPageByPage(TestDatabase db) {
        JpaReminderStore store = new JpaReminderStore(TestUnit.of(db, "group").jpa());
        store.insert("d", List.of(FOURTH, SECOND, THIRD));
        store.insert("d", List.of(FIRST));
        store.insert("other", List.of(told("e3", 0, NOON, "p-5"), told("e0", 0, MORNING, "p-6")));
        store.insert("d", List.of(FIFTH));

        assertThat(Pages.read("told", page -> store.list("d", page)))
                .containsExactly(FIRST, SECOND, THIRD, FOURTH, FIFTH);
        assertThat(Pages.read("-told", page -> store.list("d", page)))
                .containsExactly(FIFTH, FOURTH, THIRD, SECOND, FIRST);
        assertThat(store.list("d", PageRequest.first()).items())
                .as("when no order is asked for")
                .containsExactly(FIFTH, FOURTH, THIRD, SECOND, FIRST);
        assertThat(Page.every(page -> store.list("other", page)).map(Told::personId))
                .containsExactly("p-5", "p-6");
        Pages.refusesNonsense("told", page -> store.list("d", page));
    }
}
