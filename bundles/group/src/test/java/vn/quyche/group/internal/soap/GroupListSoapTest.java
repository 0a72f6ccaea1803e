package vn.quyche.group.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.DutySummary;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.InspectedGroup;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.internal.service.DutyEngine;
import vn.quyche.group.internal.service.InspectedGroups;
import vn.quyche.group.internal.store.JpaInspectedStore;
import vn.quyche.group.internal.store.JpaInspectionStore;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeNotices;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

class GroupListSoapTest {

    private final TestClock clock = TestClock.at("2026-11-06T08:00:00+07:00");
    private final Caller district = TestCaller.machine("district");
    private final TestAccess access = TestAccess.nothing().grant(district, "group:collect", "duty:collect");
    private final FakeDirectory directory = new FakeDirectory()
            .person("lan", "Trần Thị Ngọc Lan", Post.TEACHER)
            .person("minh", "Phạm Văn Minh", Post.GUARD);
    private JpaInspectionStore store;
    private InspectedGroups inspected;
    private DutyEngine engine;
    private GroupListSoap soap;

    private void open(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "group");
        store = new JpaInspectionStore(unit.jpa());
        inspected = new InspectedGroups(access, new JpaInspectedStore(unit.jpa()));
        engine = new DutyEngine(db, access, directory, new FakeNotices(clock), clock);
        soap = new GroupListSoap(null, inspected, engine.summaries, directory, () -> district);
    }

    private void signed(String id, LocalDate last) {
        Optional<Instant> at = Optional.of(clock.instant());
        Inspection report = new Inspection(
                id,
                "g-" + id,
                "N" + id,
                "Nhóm " + id,
                last.withDayOfMonth(1),
                last,
                "lan",
                "Trần Thị Ngọc Lan",
                "Ngọc Lan nhắc Văn Minh",
                Inspection.State.SIGNED,
                clock.instant(),
                at,
                at,
                "Trần Thị Ngọc Lan",
                "",
                1);
        store.insert(report);
        store.sign(
                report,
                Map.of(
                        Figure.MISSING,
                        1,
                        Figure.SURPLUS,
                        2,
                        Figure.OVERDUE,
                        3,
                        Figure.LATE,
                        4,
                        Figure.VIOLATIONS,
                        6,
                        Figure.FOUND,
                        5),
                List.of());
    }

    private void duty(String key, String kind, String personId, String dueAt) {
        engine.duties.assign(List.of(new NewDuty(
                key,
                kind,
                "BC.6.3",
                "Việc",
                personId,
                "x",
                key,
                "/",
                Instant.parse(dueAt),
                List.of(),
                Optional.empty())));
    }

    private static ListInspections inspections(String from, String to, String after) {
        ListInspections request = new ListInspections();
        request.from = from;
        request.to = to;
        request.size = 2;
        request.after = after;
        return request;
    }

    private static CountDuties duties(String from, String to) {
        CountDuties request = new CountDuties();
        request.from = from;
        request.to = to;
        return request;
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void givesTheInspectionsThatRestGivesPageByPage(TestDatabase db) {
        open(db);
        signed("1", LocalDate.of(2026, 8, 31));
        signed("2", LocalDate.of(2026, 9, 30));
        signed("3", LocalDate.of(2026, 10, 31));
        signed("4", LocalDate.of(2026, 10, 31));

        InspectionListPage first = soap.listInspections(inspections("2026-09", "2026-11", null));
        InspectionListPage second = soap.listInspections(inspections("2026-09", "2026-11", first.next));

        assertThat(first.inspection).hasSize(2);
        assertThat(second.next).isNull();
        List<InspectionEntry> both = new ArrayList<>(first.inspection);
        both.addAll(second.inspection);
        assertThat(both.stream().map(GroupListSoapTest::report))
                .hasSize(3)
                .containsExactlyElementsOf(inspected
                        .collect(district, "2026-09", "2026-11", PageRequest.first())
                        .items());
    }

    private static InspectedGroup report(InspectionEntry entry) {
        return new InspectedGroup(
                entry.id,
                entry.groupId,
                entry.groupCode,
                entry.groupName,
                LocalDate.parse(entry.from),
                LocalDate.parse(entry.to),
                Instant.parse(entry.signedAt),
                entry.missing,
                entry.surplus,
                entry.overdue,
                entry.late,
                entry.violations,
                entry.found,
                entry.openFindings);
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void givesTheCountsOfDutiesThatRestGives(TestDatabase db) {
        open(db);
        duty("september", "group.reply", "lan", "2026-09-10T05:00:00Z");
        duty("missed", "group.reply", "lan", "2026-10-10T05:00:00Z");
        duty("guard", "group.reply", "minh", "2026-10-11T05:00:00Z");
        duty("document", "document.handle", "minh", "2026-10-12T05:00:00Z");
        duty("open", "group.reply", "lan", "2026-11-30T05:00:00Z");
        duty("december", "group.reply", "lan", "2026-12-01T05:00:00Z");

        List<DutyCountEntry> counts = soap.countDuties(duties("2026-10", "2026-11")).count;

        List<DutySummary> rest = engine.summaries.collect(district, "2026-10", "2026-11");
        assertThat(rest).extracting(DutySummary::month).containsExactly("2026-10", "2026-11");
        assertThat(rest.get(0).lines()).hasSize(3);
        assertThat(rest)
                .allSatisfy(month -> assertThat(counts.stream()
                                .filter(count -> count.month.equals(month.month()))
                                .map(GroupListSoapTest::line))
                        .containsExactlyElementsOf(month.lines()));
        assertThat(counts).hasSize(4);
    }

    private static DutySummary.Line line(DutyCountEntry entry) {
        return new DutySummary.Line(
                entry.domain, entry.role, entry.due, entry.done, entry.late, entry.missed, entry.excused, entry.open);
    }

    @OnEachDatabase
    void asksForThePermissionsOfRestAndForMonths(TestDatabase db) {
        open(db);
        invalid("core.bad-months", () -> soap.listInspections(inspections("2026-10", "2026-09", null)));
        invalid("core.bad-months", () -> soap.countDuties(duties("2024-01", "2026-01")));
        invalid("core.bad-month", () -> soap.countDuties(duties("2026-13", "2026-01")));
        invalid("core.bad-cursor", () -> soap.listInspections(inspections("2026-09", "2026-10", "' or 1=1")));
        access.revoke(district, "duty:collect");
        assertThatThrownBy(() -> soap.countDuties(duties("2026-10", "2026-10"))).isInstanceOf(Forbidden.class);
        assertThat(soap.listInspections(inspections("2026-10", "2026-10", null)).inspection)
                .isEmpty();
        access.revoke(district, "group:collect");
        assertThatThrownBy(() -> soap.listInspections(inspections("2026-10", "2026-10", null)))
                .isInstanceOf(Forbidden.class);
    }

    private static void invalid(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        wrong -> assertThat(wrong.fields().get(0).code()).isEqualTo(code));
    }
}
