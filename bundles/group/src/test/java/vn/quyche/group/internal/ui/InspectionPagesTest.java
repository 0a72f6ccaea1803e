package vn.quyche.group.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.InspectionReport;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.Line;
import vn.quyche.group.api.inspection.NewFinding;
import vn.quyche.group.api.inspection.NewInspection;
import vn.quyche.group.api.inspection.PlannedInspection;
import vn.quyche.group.internal.service.InspectionPapers;
import vn.quyche.group.internal.service.InspectionWords;
import vn.quyche.testkit.Asked;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakePrinter;
import vn.quyche.testkit.FakeRegulations;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;

class InspectionPagesTest {

    private static final Caller CLERK = TestCaller.person("clerk");

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private final KeyMessages messages = new KeyMessages();
    private final Told told = new Told();
    private final FakePrinter printer = new FakePrinter();
    private final InspectionWords words = new InspectionWords(messages, new FakeRegulations());
    private final InspectionPages pages = new InspectionPages(
            told, new InspectionPapers(told, words, new FakeDirectory(), clock), words, printer, messages);
    private final InspectionFormPages forms = new InspectionFormPages(told, noGroups(), messages, clock);

    @Test
    void theListFollowsFiltersAndOrder() {
        pages.list(Asked.of(CLERK, "group", "g1", "state", "DRAFT", "q", "tổ", "open", "1", "sort", "-group"));
        assertThat(told.asked)
                .isEqualTo(new Inspections.Query(
                        Optional.of("g1"), Optional.of(Inspection.State.DRAFT), Optional.of("tổ"), true));
        pages.list(Asked.of(CLERK, "state", "no such state"));
        assertThat(told.asked).isEqualTo(Inspections.Query.ALL);
        assertThat(rows(pages.export(Asked.of(CLERK))))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("N01 Hội đồng", "01/09/2026", "30/09/2026"));
        assertThat(rows(pages.exportPlan(Asked.of(CLERK, "late", "1")))).hasSize(1);
        assertThat(rows(pages.exportPlan(Asked.of(CLERK)))).hasSize(2);
    }

    @Test
    void aReportIsShownWithWordsLinksAndPaper() throws Exception {
        Map<String, Object> model = model(pages.detail(Asked.of(CLERK, "id", "i1")));
        assertThat(model.get("sections").toString())
                .contains("/group/directives/d1", "/group/conduct/c1", "BC.6.8", "group.role.ADMIN", "post.IT_OFFICER");
        assertThat(rows(pages.exportLines(Asked.of(CLERK, "id", "i1"))))
                .hasSize(Figure.values().length + Line.Section.values().length);
        ((View.Download) pages.paper(Asked.of(CLERK, "id", "i1"))).content().writeTo(new ByteArrayOutputStream());
        assertThat(printer.printed()).hasSize(1);
    }

    @Test
    void formsGiveWhatWasTyped() {
        assertThat(((Map<?, ?>) model(forms.compose(Asked.of(CLERK))).get("periods")).keySet())
                .asString()
                .contains("2026-09", "2026-Q3", "2025-2026-2", "2025-2026");
        forms.begin(Asked.of(CLERK, "groupId", "g1", "from", "2026-09-01", "to", "30/9/2026"));
        assertThat(told.done)
                .contains(new NewInspection("g1", "", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)));
        assertThatThrownBy(() -> forms.begin(Asked.of(CLERK, "groupId", "g1", "from", "hôm qua")))
                .isInstanceOf(Invalid.class);
        forms.find(Asked.of(
                CLERK, "id", "i1", "kind", "PINS", "text", "Thừa", "remedy", "Bỏ ghim", "dueOn", "2026-10-10"));
        assertThat(told.done)
                .contains(new NewFinding(Finding.Kind.PINS, "Thừa", "Bỏ ghim", LocalDate.of(2026, 10, 10)));
        assertThat(path(forms.conclude(Asked.of(CLERK, "id", "i1", "version", "1", "conclusion", "Tốt"))))
                .isEqualTo("/group/inspections/i1");
        assertThat(path(forms.sign(Asked.of(CLERK, "id", "i1", "version", "2"))))
                .isEqualTo("/group/inspections/i1");
        assertThatThrownBy(() -> forms.sign(Asked.of(CLERK, "id", "i1"))).isInstanceOf(Invalid.class);
        assertThat(model(forms.remedyForm(Asked.of(CLERK, "id", "i1", "finding", "f1"))))
                .containsKey("finding");
        assertThatThrownBy(() -> forms.remedyForm(Asked.of(CLERK, "id", "i1", "finding", "none")))
                .isInstanceOf(NotFound.class);
        assertThat(path(forms.discard(Asked.of(CLERK, "id", "i1")))).isEqualTo("/group/inspections");
        assertThat(told.done).contains("Tốt", "signed 2", "discarded");
    }

    private static Groups noGroups() {
        return (Groups) Proxy.newProxyInstance(
                Groups.class.getClassLoader(),
                new Class<?>[] {Groups.class},
                (proxy, method, args) -> new Page<>(List.of(), Optional.empty()));
    }

    private static List<List<String>> rows(View view) {
        return ((View.Table) view).rows().map(List::copyOf).toList();
    }

    private static Map<String, Object> model(View view) {
        return ((View.Template) view).model();
    }

    private static String path(View view) {
        return ((View.Redirect) view).path();
    }

    /** Keeps what it is told, and knows one report. */
    private static final class Told implements Inspections {

        private final List<Object> done = new ArrayList<>();
        private Query asked;

        @Override
        public Page<Inspection> list(Caller caller, Query query, PageRequest page) {
            asked = query;
            return new Page<>(List.of(draft()), Optional.empty());
        }

        @Override
        public InspectionReport get(Caller caller, String id) {
            Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                figures.put(figure, 1);
            }
            Finding finding = new Finding(
                    "f1",
                    "i1",
                    Finding.Kind.PINS,
                    "Thừa",
                    "Bỏ ghim",
                    LocalDate.of(2026, 10, 10),
                    Optional.empty(),
                    "",
                    "");
            List<Line> lines = List.of(
                    line(Line.Section.DIFFERENCE, "p1", "Lan", "MISSING"),
                    line(Line.Section.CHANGE, "p1", "Lan", "JOINED"),
                    line(Line.Section.DIRECTIVE, "d1", "01/2026", "WITHDRAWN"),
                    line(Line.Section.PERSON, "p1", "Lan", ""),
                    line(Line.Section.PIN, "d1", "01/2026", "PINNED"),
                    line(Line.Section.VIOLATION, "c1", "BC.6.8", "FOUND"),
                    line(Line.Section.VACANCY, "IT_OFFICER", "", "ADMIN"));
            return new InspectionReport(draft(), Instant.EPOCH, figures, lines, List.of(finding), true, 1);
        }

        @Override
        public Rights rights(Caller caller, String id) {
            return new Rights(true, false);
        }

        @Override
        public String begin(Caller caller, NewInspection entered, String key) {
            done.add(entered);
            return "i1";
        }

        @Override
        public Inspection conclude(Caller caller, String id, long version, String conclusion) {
            done.add(conclusion);
            return draft();
        }

        @Override
        public String find(Caller caller, String id, NewFinding entered, String key) {
            done.add(entered);
            return "f1";
        }

        @Override
        public void drop(Caller caller, String id, String findingId) {
            done.add("dropped");
        }

        @Override
        public void discard(Caller caller, String id) {
            done.add("discarded");
        }

        @Override
        public Inspection sign(Caller caller, String id, long version) {
            done.add("signed " + version);
            return draft();
        }

        @Override
        public Finding remedy(Caller caller, String id, String findingId, String remark) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<PlannedInspection> plan(Caller caller, boolean lateOnly, PageRequest page) {
            LocalDate day = LocalDate.of(2026, 10, 1);
            return new Page<>(
                    List.of(
                                    new PlannedInspection("g1", "N01", "Hội đồng", Optional.of(day), day, true),
                                    new PlannedInspection("g2", "N02", "Tổ Toán", Optional.empty(), day, false))
                            .stream()
                            .filter(one -> !lateOnly || one.late())
                            .toList(),
                    Optional.empty());
        }

        private static Line line(Line.Section section, String subject, String title, String word) {
            return new Line(section, subject, title, word, Optional.empty(), 2, 1);
        }

        private static Inspection draft() {
            return new Inspection(
                    "i1",
                    "g1",
                    "N01",
                    "Hội đồng",
                    LocalDate.of(2026, 9, 1),
                    LocalDate.of(2026, 9, 30),
                    "clerk",
                    "Thư",
                    "",
                    Inspection.State.DRAFT,
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    "",
                    1);
        }
    }
}
