package vn.quyche.core.compliance.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.service.Desk;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.testkit.Asked;
import vn.quyche.testkit.FakePrinter;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class TrainingPagesTest {

    private static final Caller CLERK = TestCaller.person("clerk");
    private static final Caller TEACHER = TestCaller.person("teacher");

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    void aTrainingIsEnteredHeldAndExported(TestDatabase db) throws Exception {
        Desk desk = Desk.of(db, clock);
        desk.access
                .grant(
                        CLERK,
                        "regulation:read",
                        "regulation:training",
                        "regulation:training-approve",
                        "regulation:training-records")
                .grant(TEACHER, "regulation:read");
        desk.directory
                .person("clerk", "Lê Văn Thư", Post.RECORDS_CLERK)
                .person("teacher", "Nguyễn Thị Giáo", Post.TEACHER);
        FakePrinter printer = new FakePrinter();
        KeyMessages messages = new KeyMessages();
        TrainingPages pages = new TrainingPages(
                desk.trainings, desk.trainingPlans, desk.adopted, desk.attachments, desk.access, printer, messages);
        TrainingFormPages forms = new TrainingFormPages(
                desk.trainings,
                desk.trainingPlans,
                desk.adopted,
                new RegulationReader(desk.regulations, desk.access, clock),
                desk.attachments,
                desk.directory,
                messages,
                clock);
        TrainingRecordPages records =
                new TrainingRecordPages(desk.trainingRecords, desk.trainingPlans, desk.adopted, messages);

        assertThat(model(forms.compose(Asked.of(CLERK)))).containsKeys("clauses", "posts", "audience");
        assertThatThrownBy(() -> forms.plan(Asked.of(CLERK, "startsAt", "hôm nào")))
                .isInstanceOf(Invalid.class);
        View planned = forms.plan(Asked.of(
                CLERK,
                "title",
                "Dùng hộp thư",
                "clause",
                "TA.12d",
                "trainer",
                "Chuyên viên Thử",
                "place",
                "Phòng họp",
                "responsibleId",
                "teacher",
                "allStaff",
                "true",
                "startsAt",
                "2026-10-05T07:00"));
        String id = ((View.Redirect) planned).path().substring("/compliance/training/".length());

        assertThat(model(pages.list(Asked.of(CLERK))))
                .containsEntry("year", "2026-2027")
                .containsEntry("mayApprove", true);
        forms.writePlan(Asked.of(CLERK, "year", "2026-2027", "version", "0", "aims", "Ai cũng biết"));
        forms.approve(Asked.of(CLERK, "year", "2026-2027", "version", "1"));
        assertThat(model(pages.list(Asked.of(CLERK)))).containsEntry("mayApprove", false);
        assertThat(model(forms.holdForm(Asked.of(TEACHER, "id", id))).get("people"))
                .isEqualTo(Map.of("clerk", "Lê Văn Thư", "teacher", "Nguyễn Thị Giáo"));
        assertThat(model(forms.edit(Asked.of(CLERK, "id", id)))).containsEntry("responsible", List.of("teacher"));
        forms.hold(Asked.of(TEACHER, "id", id, "version", "1", "present", "teacher"));

        assertThat(model(pages.detail(Asked.of(CLERK, "id", id)))).containsEntry("missing", 1L);
        assertThat(model(forms.makeUpForm(Asked.of(CLERK, "id", id)))).containsEntry("missing", List.of("Lê Văn Thư"));
        forms.makeUp(Asked.of(
                CLERK,
                "id",
                id,
                "startsAt",
                "2026-10-09T07:00",
                "trainer",
                "Chuyên viên Thử",
                "place",
                "Phòng họp",
                "responsibleId",
                "clerk"));
        assertThat(rows(pages.export(Asked.of(CLERK, "state", "HELD"))))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Dùng hộp thư", "TA.12d", "2", "1"));
        assertThatThrownBy(() -> pages.export(Asked.of(CLERK, "year", "x".repeat(4000))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.fields().get(0).code()).isEqualTo("compliance.training-bad-year"));
        assertThat(rows(pages.exportPeople(Asked.of(CLERK, "id", id)))).hasSize(2);
        ((View.Download) pages.sheet(Asked.of(CLERK, "id", id))).content().writeTo(new java.io.ByteArrayOutputStream());
        assertThat(printer.printed()).hasSize(1);
        assertThat(rows(records.export(Asked.of(CLERK, "present", "0")))).hasSize(1);
        assertThat(rows(records.exportMine(Asked.of(TEACHER)))).hasSize(1);
        assertThat(rows(records.exportUntrained(Asked.of(CLERK)))).isEmpty();
        assertThat(model(records.list(Asked.of(CLERK, "person", "teacher"))))
                .containsEntry("personChosen", "Nguyễn Thị Giáo");
    }

    private static List<List<String>> rows(View view) {
        return ((View.Table) view).rows().map(List::copyOf).toList();
    }

    private static Map<String, Object> model(View view) {
        return ((View.Template) view).model();
    }
}
