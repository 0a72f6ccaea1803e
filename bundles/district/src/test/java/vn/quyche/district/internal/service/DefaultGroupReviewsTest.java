package vn.quyche.district.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.district.internal.service.DistrictFixture.group;

import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.Refused;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.GroupReview;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.NewReview;
import vn.quyche.district.api.ReviewOutcome;
import vn.quyche.district.api.ReviewState;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultGroupReviewsTest {

    private static GroupReviews.Query alike() {
        return new GroupReviews.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    @OnEachDatabase
    @Regulated("TB.2")
    void flagsNamesThatLookLikeThoseOfAnotherSchoolAndWantsAReason(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.pushing("B", "Trường Mầm non Bình Minh");
        office.push(office.machineA, "A", group("1", "Hội đồng sư phạm THHA"), group("2", "Tổ Toán THHA"));
        office.push(office.machineB, "B", group("7", "Hội đổng  Sư phạm TH-HA"));
        assertThat(office.reviews
                        .list(office.head, alike(), PageRequest.first())
                        .items())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.alike()).isEqualTo(1));
        CollectedGroup fake = office.find("TH-HA");
        assertThat(office.reviews.lookAlikes(office.reader, fake.id()))
                .extracting(CollectedGroup::schoolCode)
                .containsExactly("A");
        NewReview plain = office.review(ReviewOutcome.RECOGNISE, "");
        assertThatThrownBy(() -> office.reviews.decide(office.head, fake.id(), fake.version(), plain))
                .isInstanceOfSatisfying(Refused.class, e -> {
                    assertThat(e.code()).isEqualTo("district.looks-alike");
                    assertThat(e.clause()).contains("TB.2");
                });
        NewReview reasoned = new NewReview(
                plain.outcome(), plain.number(), plain.date(), plain.signer(), "", "Hai trường khác cấp học");
        assertThat(office.reviews
                        .decide(office.head, fake.id(), fake.version(), reasoned)
                        .state())
                .isEqualTo(ReviewState.RECOGNISED);
        assertThat(office.find("Tổ Toán").alike()).isZero();
    }

    @OnEachDatabase
    @Regulated("TB.3")
    void keepsEachDecisionWithNumberDateAndReason(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.push(office.machineA, "A", group("1", "Hội đồng"));
        CollectedGroup recognised = office.recognise("Hội đồng");
        assertThat(recognised.checkCode()).hasSize(10);
        CollectedGroup refused = office.reviews.decide(
                office.head,
                recognised.id(),
                recognised.version(),
                office.review(ReviewOutcome.REFUSE, "Trường đã chuyển ứng dụng"));
        assertThat(refused.checkCode()).isEqualTo(recognised.checkCode());
        assertThat(office.reviews.reviews(office.reader, recognised.id()))
                .extracting(GroupReview::outcome)
                .containsExactly(ReviewOutcome.REFUSE, ReviewOutcome.RECOGNISE);
        assertThatThrownBy(() -> office.reviews.decide(
                        office.head, recognised.id(), recognised.version(), office.review(ReviewOutcome.REFUSE, "x")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> office.reviews.decide(
                        office.head, refused.id(), refused.version(), office.review(ReviewOutcome.REFUSE, "")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> office.reviews.decide(
                        office.reader, refused.id(), refused.version(), office.review(ReviewOutcome.REFUSE, "x")))
                .isInstanceOf(Forbidden.class);
        office.push(office.machineA, "A");
        CollectedGroup gone = office.reviews.get(office.head, refused.id());
        assertThatThrownBy(() -> office.reviews.decide(
                        office.head, gone.id(), gone.version(), office.review(ReviewOutcome.RECOGNISE, "")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("district.group-gone"));
    }

    @OnEachDatabase
    @Regulated("TB.3")
    void decidesOnManyByOneDocumentAllOrNone(TestDatabase db) {
        DistrictFixture office = new DistrictFixture(db);
        office.pushing("A", "Trường Tiểu học Hòa An");
        office.pushing("B", "Trường Mầm non Bình Minh");
        office.push(office.machineA, "A", group("1", "Tổ Toán"), group("2", "Tổ Văn"), group("3", "Chung"));
        office.push(office.machineB, "B", group("1", "Chung"));
        List<String> ids = List.of(
                office.find("Tổ Toán").id(),
                office.find("Tổ Văn").id(),
                office.find("Chung").id());
        NewReview recognise = office.review(ReviewOutcome.RECOGNISE, "");
        assertThatThrownBy(() -> office.reviews.decideAll(office.head, ids, recognise))
                .isInstanceOf(Refused.class);
        assertThat(office.find("Tổ Toán").state()).isEqualTo(ReviewState.PENDING);
        assertThat(office.reviews.decideAll(office.head, ids.subList(0, 2), recognise))
                .isEqualTo(2);
        assertThat(office.find("Tổ Văn").state()).isEqualTo(ReviewState.RECOGNISED);
        assertThatThrownBy(() -> office.reviews.decideAll(office.head, List.of(), recognise))
                .isInstanceOf(Invalid.class);
    }
}
