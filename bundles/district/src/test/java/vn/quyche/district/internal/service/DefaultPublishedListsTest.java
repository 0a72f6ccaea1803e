package vn.quyche.district.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.district.internal.service.DistrictFixture.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.district.api.CheckAnswer;
import vn.quyche.district.api.CheckAnswer.Standing;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.ListChange;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.ReviewOutcome;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultPublishedListsTest {

    private static final Caller VISITOR =
            Caller.visitor(Door.UI, "203.0.113.7", "check", java.util.Locale.forLanguageTag("vi"));

    private static List<String> official(DistrictFixture office, String day) {
        return office
                .lists
                .list(
                        office.reader,
                        new PublishedLists.Query(LocalDate.parse(day), Optional.empty(), Optional.empty()),
                        PageRequest.first())
                .items()
                .stream()
                .map(entry -> entry.group().name())
                .toList();
    }

    @OnEachDatabase
    @Regulated({"TB.1", "TB.4"})
    void publishesListsAnswersForAnyDayAndTellsWhatEachChanged(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.push(office.machineA, "A", group("1", "Hội đồng"), group("2", "Tổ Toán"), group("3", "Tổ Văn"));
        office.recognise("Hội đồng");
        office.recognise("Tổ Toán");
        assertThat(office.lists.preview(office.head)).isEqualTo(new PublishedLists.Preview(2, 2, 0, 0));
        assertThat(office.publish("1/TB", "2026-11-02").groups()).isEqualTo(2);
        assertThatThrownBy(() -> office.publish("2/TB", "2026-11-02"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("district.nothing-to-publish"));
        office.clock.set(LocalDate.parse("2026-12-01"));
        office.push(office.machineA, "A", group("1", "Hội đồng", "ZALO", "Lê Thị Mười"), group("3", "Tổ Văn"));
        office.recognise("Tổ Văn");
        office.publish("3/TB", "2026-12-01");
        assertThat(official(office, "2026-11-01")).isEmpty();
        assertThat(official(office, "2026-11-02")).containsExactly("Hội đồng", "Tổ Toán");
        assertThat(official(office, "2026-11-30")).containsExactly("Hội đồng", "Tổ Toán");
        assertThat(official(office, "2026-12-01")).containsExactly("Hội đồng", "Tổ Văn");

        Page<ListChange> first = office.lists.changes(office.machineA, Optional.of("a"), PageRequest.first(2));
        assertThat(first.items()).extracting(ListChange::kind).containsOnly(ListChange.Kind.ADDED);
        String seen = office.lists.cursor(PageRequest.first(), first.items().get(1));
        assertThat(office.lists
                        .changes(office.machineA, Optional.of("A"), new PageRequest(10, Optional.of(seen)))
                        .items())
                .extracting(change -> change.kind() + " " + change.name())
                .containsExactly("ADDED Tổ Văn", "CHANGED Hội đồng", "REMOVED Tổ Toán");
        assertThat(office.lists
                        .changes(office.machineA, Optional.of("Z"), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @OnEachDatabase
    @Regulated("TB.3")
    void aListedGroupStaysAsItIsListedUntilItsNewNameIsDecidedOn(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.push(office.machineA, "A", group("1", "Hội đồng"), group("2", "Tổ Toán"));
        office.recognise("Hội đồng");
        office.recognise("Tổ Toán");
        office.publish("1/TB", "2026-11-02");
        office.push(office.machineA, "A", group("1", "Hội đồng sư phạm"), group("2", "Tổ Toán"));
        CollectedGroup refused = office.find("Tổ Toán");
        office.reviews.decide(
                office.head, refused.id(), refused.version(), office.review(ReviewOutcome.REFUSE, "Trùng nhóm"));
        assertThat(office.lists.preview(office.head)).isEqualTo(new PublishedLists.Preview(1, 0, 0, 1));
        office.publish("2/TB", "2026-11-02");
        assertThat(official(office, "2026-11-02")).containsExactly("Hội đồng");
        office.recognise("Hội đồng sư phạm");
        office.publish("3/TB", "2026-11-02");
        assertThat(official(office, "2026-11-02")).containsExactly("Hội đồng sư phạm");
        List<ListChange> changes = office.lists
                .changes(office.reader, Optional.empty(), PageRequest.first())
                .items();
        assertThat(changes.get(changes.size() - 1)).satisfies(change -> {
            assertThat(change.nameBefore()).isEqualTo("Hội đồng");
            assertThat(change.name()).isEqualTo("Hội đồng sư phạm");
        });
    }

    @OnEachDatabase
    void refusesAListInTheFutureOrBeforeTheLastAndWhoMayNot(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.push(office.machineA, "A", group("1", "Hội đồng"));
        office.recognise("Hội đồng");
        assertThatThrownBy(() -> office.publish("1/TB", "2026-11-03")).isInstanceOf(Invalid.class);
        office.publish("1/TB", "2026-11-02");
        office.push(office.machineA, "A");
        assertThatThrownBy(() -> office.publish("2/TB", "2026-11-01")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> office.lists.preview(office.reader)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.lists.versions(office.machineB, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThat(office.lists.versions(office.reader, PageRequest.first()).items())
                .hasSize(1);
    }

    @OnEachDatabase
    @Regulated("TB.2")
    void anyoneChecksAGroupByItsWholeNameOrItsCodeAndLearnsNothingAboutPeople(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.push(office.machineA, "A", group("1", "Hội đồng sư phạm THHA"), group("2", "Tổ Toán THHA"));
        String code = office.recognise("Hội đồng").checkCode();
        office.recognise("Tổ Toán");
        office.publish("1/TB", "2026-11-02");
        for (String asked : List.of("hoi dong su pham thha", "HỘI ĐỒNG  SƯ PHẠM THHA", code.toLowerCase())) {
            CheckAnswer answer = office.lists.check(VISITOR, asked);
            assertThat(answer.standing()).as(asked).isEqualTo(Standing.OFFICIAL);
            assertThat(Json.of(answer))
                    .contains("Trường Tiểu học Hòa An")
                    .doesNotContain("Lan", "Phạm Thu Hà", "cán bộ");
        }
        for (String part :
                List.of("hoi dong", "Hội đồng sư phạm", "%", code.substring(0, 8), "Hội đồng sư phạm THHA 2")) {
            assertThat(office.lists.check(VISITOR, part).standing()).as(part).isEqualTo(Standing.UNKNOWN);
        }
        assertThat(office.lists.check(VISITOR, "Hội đồng sư phạm"))
                .satisfies(answer -> assertThat(answer.claimsAgency()).isTrue());
        assertThat(office.lists.check(VISITOR, "Hội đồng sư phạm TH-HA")).satisfies(answer -> {
            assertThat(answer.looksAlike()).isTrue();
            assertThat(answer.matches()).isEmpty();
        });
        assertThat(office.lists.check(VISITOR, "Hội mua chung rau sạch").claimsAgency())
                .isFalse();
        assertThatThrownBy(() -> office.lists.check(VISITOR, " ")).isInstanceOf(Invalid.class);

        office.clock.set(LocalDate.parse("2026-11-20"));
        office.push(office.machineA, "A", group("2", "Tổ Toán THHA"));
        office.publish("2/TB", "2026-11-20");
        assertThat(office.lists.check(VISITOR, code)).satisfies(answer -> {
            assertThat(answer.standing()).isEqualTo(Standing.ENDED);
            assertThat(answer.matches().get(0).until()).contains(LocalDate.of(2026, 11, 20));
        });
    }

    @OnEachDatabase
    @Regulated("TB.2")
    void aNameThatManySchoolsBearGivesOnlyTheirNumber(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        for (int i = 0; i < 5; i++) {
            String code = "A" + i;
            office.pushing(code, "Trường số " + i);
            var machine = vn.quyche.testkit.TestCaller.machine("acc-a" + i);
            office.access.grant(machine, "district:push");
            office.push(machine, code, group("1", "Chi bộ"));
        }
        office.reviews
                .list(office.head, vn.quyche.district.api.GroupReviews.Query.all(), PageRequest.first())
                .items()
                .forEach(row -> office.reviews.decide(
                        office.head,
                        row.id(),
                        row.version(),
                        new vn.quyche.district.api.NewReview(
                                ReviewOutcome.RECOGNISE,
                                "1/QĐ",
                                Optional.of(LocalDate.of(2026, 11, 1)),
                                "Vinh",
                                "",
                                "Mỗi trường một chi bộ")));
        office.publish("1/TB", "2026-11-02");
        CheckAnswer answer = office.lists.check(VISITOR, "chi bo");
        assertThat(answer.count()).isEqualTo(5);
        assertThat(answer.matches()).isEmpty();
        List<ListedEntry> first = office.lists
                .list(
                        office.reader,
                        new PublishedLists.Query(LocalDate.of(2026, 11, 2), Optional.of("chi"), Optional.of("A3")),
                        PageRequest.first())
                .items();
        assertThat(first)
                .singleElement()
                .satisfies(entry -> assertThat(entry.schoolName()).isEqualTo("Trường số 3"));
    }
}
