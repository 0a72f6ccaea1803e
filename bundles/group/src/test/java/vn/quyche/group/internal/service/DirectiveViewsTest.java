package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

@Regulated({"BC.5.5", "BC.6.4"})
class DirectiveViewsTest {

    @OnEachDatabase
    void whoReceivedItHasReadItAndSeesTheFiguresOnly(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);

        DirectiveView view = school.views.open(school.teacher, id);

        assertThat(view.directive().id()).isEqualTo(id);
        assertThat(view.groupName()).isEqualTo("Hội đồng sư phạm");
        assertThat(view.author()).isFalse();
        assertThat(view.receipt().orElseThrow().readAt()).contains(school.clock.instant());
        DirectiveView.Issued issued = view.issued().orElseThrow();
        assertThat(issued.summary().recipients()).isEqualTo(4);
        assertThat(issued.summary().byStage()).isEqualTo(Map.of(ReceiptStage.READ, 1, ReceiptStage.PENDING, 3));
        assertThat(issued.receipts()).isEmpty();
        assertThat(issued.mayKeep()).isFalse();
        assertThat(issued.hold()).isEmpty();
    }

    @OnEachDatabase
    void whoWroteItSeesWhoDidWhatAndThatItIsKept(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);
        school.directives.acknowledge(school.teacher, id);
        school.custody.hold(school.clerk, id, "Thanh tra");

        DirectiveView view = school.views.open(school.principal, id);

        assertThat(view.author()).isTrue();
        assertThat(view.receipt()).isEmpty();
        assertThat(view.rights())
                .isEqualTo(
                        school.groups.rights(school.principal, view.directive().groupId()));
        DirectiveView.Issued issued = view.issued().orElseThrow();
        assertThat(issued.receipts().orElseThrow())
                .extracting(Receipt::personId)
                .containsExactlyInAnyOrderElementsOf(SchoolFixture.everybodyBut(SchoolFixture.PRINCIPAL));
        assertThat(issued.summary().fulfilled()).isEqualTo(1);
        assertThat(issued.hold().orElseThrow().reason()).isEqualTo("Thanh tra");
        assertThat(issued.mayKeep()).isTrue();
    }

    @OnEachDatabase
    void theOfficeSeesReceiptsToo(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);

        DirectiveView view = school.views.open(school.clerk, issued(school));

        assertThat(view.issued().orElseThrow().receipts().orElseThrow()).hasSize(4);
        assertThat(view.issued().orElseThrow().mayKeep()).isTrue();
    }

    @OnEachDatabase
    void aDraftIsForWhoWroteItAlone(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id =
                school.directives.draft(school.principal, school.newDirective(school.schoolGroup(), "Nộp báo cáo"), "");

        assertThat(school.views.open(school.principal, id).issued()).isEmpty();
        assertThatThrownBy(() -> school.views.open(school.teacher, id)).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void whoReceivedItAndLeftTheGroupSeesItWithoutTheGroup(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        school.directory.member(SchoolFixture.TEACHER, SchoolFixture.PARTY);
        String id = school.directives.issueNow(
                school.principal, school.newDirective(school.partyGroup(), "Họp chi bộ"), "");
        school.directory.notMember(SchoolFixture.TEACHER, SchoolFixture.PARTY);

        DirectiveView view = school.views.open(school.teacher, id);

        assertThat(view.groupName()).isEmpty();
        assertThat(view.rights()).isEqualTo(new Groups.Rights(false, false, false, false));
        assertThatThrownBy(() -> school.views.open(school.otherTeacher, id)).isInstanceOf(NotFound.class);
    }

    private static String issued(SchoolFixture school) {
        return school.directives.issueNow(
                school.principal, school.newDirective(school.schoolGroup(), "Nộp báo cáo"), "");
    }
}
