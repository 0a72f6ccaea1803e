package vn.quyche.core.compliance.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.View;
import vn.quyche.testkit.Asked;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;

class DutyPagesTest {

    private static final Caller LAN = TestCaller.person("lan");

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private final FakeDuties duties = new FakeDuties(clock);
    private final DutyPages pages = new DutyPages(duties, new FakeDirectory(), new KeyMessages(), clock);

    @BeforeEach
    void layDuties() {
        duties.assign(List.of(
                duty("soon", "lan", 3), duty("late", "lan", -30), duty("done", "lan", 5), duty("other", "minh", 1)));
        duties.done("done", "biên nhận");
    }

    @Test
    void theCardShowsWhatIsOverdueFirst() {
        Map<String, Object> model = model(pages.card(Asked.of(LAN)));

        assertThat(model.get("items"))
                .asInstanceOf(LIST)
                .map(one -> ((Duty) one).key())
                .containsExactly("late", "soon");
        assertThat(model).containsEntry("count", 2);
    }

    @Test
    void theCardOfATechnicalAccountIsEmpty() {
        assertThat(model(pages.card(Asked.of(TestCaller.machine("m"))))).containsEntry("items", List.of());
    }

    @ParameterizedTest
    @CsvSource({"'', late soon", "LATE, late", "DONE, done", "ALL, late soon done", "EXCUSED, ''"})
    void theListFollowsTheChips(String state, String expected) {
        Asked request = state.isEmpty() ? Asked.of(LAN) : Asked.of(LAN, "state", state);
        Page<?> page = (Page<?>) model(pages.mine(request)).get("page");

        assertThat(page.items().stream().map(one -> ((Duty) one).key()).toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void exportsTheOwnDutiesAsTheListShowsThem() {
        View.Table table = (View.Table) pages.exportMine(Asked.of(LAN, "state", "ALL"));
        assertThat(table.rows().map(row -> row.get(0))).containsExactly("Việc late", "Việc soon", "Việc done");
        assertThat(((View.Table) pages.exportMine(Asked.of(TestCaller.machine("m")))).rows())
                .isEmpty();
    }

    @Test
    void theMonthShowsEachDutyOnItsDay() {
        Map<String, Object> model = model(pages.month(Asked.of(LAN, "month", "2026-10")));

        assertThat(model).containsEntry("month", YearMonth.of(2026, 10));
        Map<?, ?> days = (Map<?, ?>) model.get("days");
        assertThat(days.get(LocalDate.of(2026, 10, 4)))
                .asInstanceOf(LIST)
                .containsExactly(Map.of("label", "Việc late", "href", "/group/directives/late", "kind", "late"));
        assertThat(days.get(LocalDate.of(2026, 10, 5))).asInstanceOf(LIST).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "x", "+999999999-01", "1000-01", "\ud800"})
    void aMonthThatIsNoneIsThisMonth(String month) {
        assertThat(model(pages.month(Asked.of(LAN, "month", month)))).containsEntry("month", YearMonth.of(2026, 10));
    }

    @Test
    void excusesAndGoesBackToTheDuty() {
        String id = duties.byKey("soon").orElseThrow().id();
        View view = pages.excuse(Asked.of(TestCaller.person("head"), "id", id, "reason", "Nghỉ ốm"));

        assertThat(view).isEqualTo(View.redirect("/duty/duties/" + id, "duty.excused", "Việc soon"));
        assertThat(duties.byKey("soon").orElseThrow().reason()).isEqualTo("Nghỉ ốm");
    }

    @Test
    void excusesTheTickedOrWhatIsFiltered() {
        Caller head = TestCaller.person("head");
        String id = duties.byKey("soon").orElseThrow().id();
        assertThat(pages.excuseMany(Asked.of(head, "id", id, "reason", "Nghỉ ốm")))
                .isEqualTo(View.redirect("/duty/all", "duty.excused-many", 1));
        assertThat(duties.byKey("late").orElseThrow().state()).isEqualTo(Duty.State.OPEN);

        assertThat(pages.excuseMany(Asked.of(head, "person", "lan", "state", "LATE", "reason", "Nghỉ ốm")))
                .isEqualTo(View.redirect("/duty/all", "duty.excused-many", 1));
        assertThat(duties.byKey("late").orElseThrow().state()).isEqualTo(Duty.State.EXCUSED);
        assertThat(duties.byKey("other").orElseThrow().state()).isEqualTo(Duty.State.OPEN);
    }

    private static Map<String, Object> model(View view) {
        return ((View.Template) view).model();
    }

    private NewDuty duty(String key, String person, int hours) {
        return new NewDuty(
                key,
                "group.acknowledge",
                "BC.6.3",
                "Việc " + key,
                person,
                "directive",
                key,
                "/group/directives/" + key,
                clock.instant().plus(Duration.ofHours(hours)),
                List.of(),
                Optional.empty());
    }

    @Test
    void theExportHasEveryDutyAsked() {
        View.Table table = (View.Table) pages.exportAll(Asked.of(LAN, "state", "ALL"));

        assertThat(table.rows().map(row -> row.get(3)))
                .containsExactlyInAnyOrder("duty.state.OPEN", "duty.state.OPEN", "duty.state.DONE", "duty.state.OPEN");
    }
}
