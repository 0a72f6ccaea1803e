package vn.quyche.core.compliance.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.Decision;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.service.Desk;
import vn.quyche.testkit.Asked;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class FeedbackPagesTest {

    private static final Caller PRINCIPAL = TestCaller.person("principal");
    private static final Caller TEACHER = TestCaller.person("teacher");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    void anOpinionIsGivenChosenAnsweredAndExported(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access
                .grant(PRINCIPAL, "regulation:read", "regulation:draft", "regulation:edit", "regulation:feedback")
                .grant(TEACHER, "regulation:read");
        desk.directory
                .person("principal", "Trần Thị Hiệu", Post.PRINCIPAL)
                .person("teacher", "Nguyễn Thị Giáo", Post.TEACHER);
        FeedbackPages pages = new FeedbackPages(desk.feedbacks, desk.adopted, desk.access, new KeyMessages());
        Edition edition = decided(desk);
        String article = edition.content().articles().get(0).key();

        assertThat(model(pages.compose(Asked.of(TEACHER, "id", edition.id(), "article", article))))
                .containsEntry("chosen", article);
        View given = pages.give(
                Asked.of(TEACHER, "id", edition.id(), "article", article, "text", "Khó làm", "proposal", "Sửa lại"));
        String id = ((View.Redirect) given).path().substring("/compliance/feedback/".length());
        assertThat(model(pages.detail(Asked.of(TEACHER, "id", id)))).containsEntry("mayAnswer", false);
        assertThat(model(pages.detail(Asked.of(PRINCIPAL, "id", id)))).containsEntry("mayAnswer", true);
        assertThat(((View.Table) pages.exportMine(Asked.of(TEACHER))).rows()).hasSize(1);

        assertThatThrownBy(() -> pages.choose(Asked.of(PRINCIPAL))).isInstanceOf(Invalid.class);
        assertThat(pages.answerForm(Asked.of(PRINCIPAL))).isInstanceOf(View.Redirect.class);
        assertThatThrownBy(() -> pages.choose(Asked.of(PRINCIPAL, "id", "x&y=/")))
                .isInstanceOf(NotFound.class);
        assertThat(((View.Redirect) pages.choose(Asked.of(PRINCIPAL, "id", id))).path())
                .isEqualTo("/compliance/feedback/answer?ids=" + id);
        assertThat(model(pages.answerForm(Asked.of(PRINCIPAL, "ids", id)))).containsEntry("ids", id);
        assertThatThrownBy(() -> pages.answer(Asked.of(PRINCIPAL, "ids", id, "reason", "Vì hợp lý")))
                .isInstanceOf(Invalid.class);
        pages.answer(Asked.of(PRINCIPAL, "ids", id, "outcome", "ACCEPTED", "reason", "Vì hợp lý"));

        assertThat(model(pages.list(Asked.of(PRINCIPAL, "state", "OPEN", "article", article)))
                        .get("page"))
                .hasToString("Page[items=[], next=Optional.empty]");
        List<List<String>> rows = ((View.Table)
                        pages.export(Asked.of(PRINCIPAL, "state", "ACCEPTED", "q", "kho lam", "sort", "-due")))
                .rows()
                .map(List::copyOf)
                .toList();
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Nguyễn Thị Giáo", "Khó làm", "Sửa lại", "Vì hợp lý"));
    }

    private static Edition decided(Desk desk) {
        String draft = desk.adopted.start(PRINCIPAL, "", "BC", "");
        Edition edited = desk.adopted.edition(PRINCIPAL, draft);
        Decision old = edited.content().decision();
        Decision decision = new Decision(
                "1/QĐ-THTA",
                Optional.of(TODAY),
                "Thử Nghiệm",
                old.superior(),
                "Trường Thử",
                SigningCapacity.HEAD,
                "",
                "Người Ký Thử",
                old.recipients(),
                old.ends());
        Edition ready = desk.adopted.save(
                PRINCIPAL, draft, edited.version(), edited.content().withDecision(decision, Optional.of(TODAY)));
        return desk.adopted.decide(PRINCIPAL, draft, ready.version());
    }

    private static Map<String, Object> model(View view) {
        return ((View.Template) view).model();
    }
}
