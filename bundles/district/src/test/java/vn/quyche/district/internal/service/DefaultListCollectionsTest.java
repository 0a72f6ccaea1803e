package vn.quyche.district.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.district.internal.service.DistrictFixture.group;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.PushedList;
import vn.quyche.district.api.ReviewOutcome;
import vn.quyche.district.api.ReviewState;
import vn.quyche.district.api.Taken;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultListCollectionsTest {

    @OnEachDatabase
    @Regulated("TB.1")
    void takesAPushedListOverAndTheSameASecondTimeChangesNothing(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        assertThat(office.push(office.machineA, "A", group("1", "Hội đồng"), group("2", "Tổ Toán")))
                .isEqualTo(new Taken(2, 0, 0, 0));
        assertThat(office.push(office.machineA, "a", group("1", "Hội đồng"), group("2", "Tổ Toán")))
                .isEqualTo(new Taken(0, 0, 0, 2));
        assertThat(office.find("Tổ Toán").change()).isEqualTo(GroupChange.SAME);
        office.recognise("Tổ Toán");
        assertThat(office.push(office.machineA, "A", group("2", "Tổ Toán", "ZALO", "Lê Văn Năm"), group("3", "Tổ Văn")))
                .isEqualTo(new Taken(1, 1, 1, 0));
        assertThat(office.find("Tổ Toán").state()).isEqualTo(ReviewState.RECOGNISED);
        assertThat(office.find("Tổ Toán").change()).isEqualTo(GroupChange.CHANGED);
        assertThat(office.push(office.machineA, "A", group("2", "Tổ Toán Tin"), group("3", "Tổ Văn"))
                        .changed())
                .isEqualTo(1);
        assertThat(office.find("Tổ Toán Tin").state()).isEqualTo(ReviewState.PENDING);
        GroupReviews.Query gone = new GroupReviews.Query(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(GroupChange.GONE), false);
        assertThat(office.reviews.list(office.head, gone, PageRequest.first()).items())
                .singleElement()
                .satisfies(row -> assertThat(row.group().name()).isEqualTo("Hội đồng"));
    }

    @OnEachDatabase
    @Regulated("TB.3")
    void whatASchoolWasAskedToChangeAndHasWaitsForADecisionAgain(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.push(office.machineA, "A", group("1", "Hội đồng", "ZALO", ""));
        var asked = office.find("Hội đồng");
        office.reviews.decide(
                office.head, asked.id(), asked.version(), office.review(ReviewOutcome.ASK_CHANGE, "Thiếu trưởng nhóm"));
        assertThat(office.find("Hội đồng").state()).isEqualTo(ReviewState.CHANGE_ASKED);
        office.push(office.machineA, "A", group("1", "Hội đồng", "ZALO", "Trần Thị Ngọc Lan"));
        assertThat(office.find("Hội đồng").state()).isEqualTo(ReviewState.PENDING);
    }

    @OnEachDatabase
    @Regulated("TB.1")
    void refusesAnotherSchoolsListAnOlderOneAndABrokenOneWhole(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.pushing("B", "Trường Mầm non Bình Minh");
        assertThatThrownBy(() -> office.push(office.machineB, "A", group("1", "Hội đồng")))
                .isInstanceOfSatisfying(
                        Forbidden.class, e -> assertThat(e.code()).isEqualTo("district.not-your-school"));
        assertThatThrownBy(() -> office.push(office.machineB, "Z", group("1", "Hội đồng")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> office.push(office.head, "A", group("1", "Hội đồng")))
                .isInstanceOf(Forbidden.class);
        office.push(office.machineA, "A", group("1", "Hội đồng"));
        Instant earlier = office.clock.instant().minus(Duration.ofHours(1));
        assertThatThrownBy(() -> office.collections.push(
                        office.machineA, new PushedList("A", earlier, List.of(group("2", "Tổ Toán")))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("district.push-older"));
        assertThatThrownBy(() -> office.push(office.machineA, "A", group("2", "Tổ Toán"), group("3", "")))
                .isInstanceOf(Invalid.class);
        assertThat(office.reviews
                        .list(office.head, GroupReviews.Query.all(), PageRequest.first())
                        .items())
                .hasSize(1);
    }

    @OnEachDatabase
    void startsOnlyWhenThereIsSomebodyToAskAndNoOtherCollectionRuns(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        assertThatThrownBy(() -> office.collections.start(office.head, Optional.empty()))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("district.nobody-to-collect"));
        office.schools.register(
                office.head,
                office.newSchool(
                        "B",
                        "Trường Mầm non Bình Minh",
                        vn.quyche.district.api.CollectDoor.REST,
                        "https://mnbm.example"),
                "");
        String run = office.collections.start(office.head, Optional.empty());
        assertThatThrownBy(() -> office.collections.start(office.head, Optional.empty()))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("district.collection-running"));
        office.collections.cancel(office.head, run);
        assertThatThrownBy(() -> office.collections.cancel(office.head, run)).isInstanceOf(Conflict.class);
        assertThat(office.collections.get(office.reader, run).running()).isFalse();
    }
}
