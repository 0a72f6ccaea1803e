package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.InspectedGroup;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.internal.store.JpaInspectedStore;
import vn.quyche.group.internal.store.JpaInspectionStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

class InspectedGroupsTest {

    private final Caller district = TestCaller.machine("district");
    private final TestAccess access = TestAccess.nothing().grant(district, "group:collect");
    private JpaInspectionStore store;
    private InspectedGroups inspected;

    private void open(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "group");
        store = new JpaInspectionStore(unit.jpa());
        inspected = new InspectedGroups(access, new JpaInspectedStore(unit.jpa()));
    }

    private void report(String id, String to, Inspection.State state) {
        LocalDate last = LocalDate.parse(to);
        Instant signed = Instant.parse("2026-11-05T02:00:00Z");
        boolean draft = state == Inspection.State.DRAFT;
        Inspection report = new Inspection(
                id,
                "g-" + id,
                "N" + id,
                "Nhóm " + id,
                last.withDayOfMonth(1),
                last,
                "p",
                "Lê Thu Hà",
                "Lê Thu Hà nhắc Trần Thị Ngọc Lan",
                state,
                signed,
                draft ? Optional.empty() : Optional.of(signed),
                draft ? Optional.empty() : Optional.of(signed),
                draft ? "" : "Lê Thu Hà",
                "",
                1);
        store.insert(report);
        store.sign(
                report,
                Map.of(
                        Figure.MEMBERS,
                        40,
                        Figure.MISSING,
                        3,
                        Figure.SURPLUS,
                        1,
                        Figure.OVERDUE,
                        7,
                        Figure.LATE,
                        2,
                        Figure.VIOLATIONS,
                        2,
                        Figure.FOUND,
                        1),
                List.of());
    }

    private void finding(String id, String report, boolean open) {
        store.insert(
                new Finding(
                        id,
                        report,
                        Finding.Kind.MEMBERSHIP,
                        "Ba người chưa vào nhóm",
                        "Mời vào nhóm",
                        LocalDate.of(2026, 11, 20),
                        open ? Optional.empty() : Optional.of(Instant.parse("2026-11-10T02:00:00Z")),
                        open ? "" : "Lê Thu Hà",
                        ""),
                "g-" + report);
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void theSuperiorAuthoritySeesTheCountsOfSignedReportsAndNobodysName(TestDatabase db) {
        open(db);
        report("1", "2026-09-30", Inspection.State.SIGNED);
        report("2", "2026-10-31", Inspection.State.SIGNED);
        report("3", "2026-10-31", Inspection.State.SIGNED);
        report("4", "2026-10-31", Inspection.State.DRAFT);
        report("5", "2026-11-01", Inspection.State.SIGNED);
        finding("a", "2", true);
        finding("b", "2", false);

        List<InspectedGroup> october = inspected
                .collect(district, "2026-10", "2026-10", PageRequest.first())
                .items();

        assertThat(october).extracting(InspectedGroup::id).containsExactly("3", "2");
        assertThat(october.get(1))
                .isEqualTo(new InspectedGroup(
                        "2",
                        "g-2",
                        "N2",
                        "Nhóm 2",
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 31),
                        Instant.parse("2026-11-05T02:00:00Z"),
                        3,
                        1,
                        7,
                        2,
                        2,
                        1,
                        1));
        assertThat(october.toString()).doesNotContain("Hà", "Lan", "nhắc");
        assertThat(vn.quyche.core.api.Page.every(page ->
                                inspected.collect(district, "2026-09", "2026-11", new PageRequest(1, page.after())))
                        .map(InspectedGroup::id))
                .containsExactly("5", "3", "2", "1");
        assertThat(Pages.read("period", page -> inspected.collect(district, "2026-09", "2026-11", page)))
                .extracting(InspectedGroup::id)
                .containsExactly("1", "2", "3", "5");
        Pages.refusesNonsense("period", page -> inspected.collect(district, "2026-09", "2026-11", page));
    }

    @OnEachDatabase
    void asksForThePermissionForMonthsAndForItsOwnCursor(TestDatabase db) {
        open(db);
        assertThatThrownBy(() -> inspected.collect(TestCaller.person("lan"), "2026-10", "2026-10", PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> inspected.collect(district, "tháng 10", "2026-10", PageRequest.first()))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        inspected.collect(district, "2026-10", "2026-10", new PageRequest(10, Optional.of("' or 1=1"))))
                .isInstanceOf(Invalid.class);
    }
}
