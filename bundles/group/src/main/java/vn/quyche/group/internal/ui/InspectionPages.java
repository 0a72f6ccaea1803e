package vn.quyche.group.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.InspectionReport;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.Line;
import vn.quyche.group.internal.service.InspectionPapers;
import vn.quyche.group.internal.service.InspectionWords;

/** Inspections: the list of reports, one report with its figures, its paper, and when groups come up next. */
final class InspectionPages {

    private final Inspections inspections;
    private final InspectionPapers papers;
    private final InspectionWords words;
    private final Printer printer;
    private final Messages messages;

    InspectionPages(
            Inspections inspections,
            InspectionPapers papers,
            InspectionWords words,
            Printer printer,
            Messages messages) {
        this.inspections = inspections;
        this.papers = papers;
        this.words = words;
        this.printer = printer;
        this.messages = messages;
    }

    /** A line as it is shown; {@code href} is empty when there is no page. */
    public record ShownLine(String subject, String result, Optional<java.time.Instant> at, String href) {}

    /** A section as it is shown. */
    public record ShownSection(Line.Section section, String title, List<ShownLine> lines) {}

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        Map<String, Object> model = new HashMap<>();
        model.put("page", inspections.list(request.caller(), query(request), request.pageRequest()));
        model.put("states", states(locale));
        model.put(
                "open",
                List.of(
                        Map.of("value", "", "label", messages.text(locale, "core.all")),
                        Map.of("value", "1", "label", messages.text(locale, "group.inspection.open-findings"))));
        return View.page("inspections", model);
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Inspections.Query query = query(request);
        return new View.Table(
                "kiem-tra-nhom",
                List.of(
                        "group.column.group",
                        "core.from",
                        "core.to",
                        "group.inspection.inspector",
                        "core.state",
                        "group.inspection.signed-at",
                        "group.inspection.conclusion",
                        "group.inspection.hash"),
                Page.every(request.pageRequest(), page -> inspections.list(caller, query, page))
                        .map(one -> List.of(
                                one.groupCode() + " " + one.groupName(),
                                VietnamTime.day(one.from()),
                                VietnamTime.day(one.to()),
                                one.inspectorName(),
                                messages.text(caller.locale(), "group.inspection-state." + one.state()),
                                one.signedAt().map(VietnamTime::moment).orElse(""),
                                one.conclusion(),
                                one.hash())));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        InspectionReport report = inspections.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("report", report);
        model.put("one", report.inspection());
        model.put("rights", inspections.rights(caller, report.inspection().id()));
        model.put("figures", figures(report, caller.locale()));
        model.put("sections", sections(report, caller.locale()));
        return View.page("inspection", model);
    }

    View paper(UiRequest request) {
        InspectionReport report = inspections.get(request.caller(), request.path("id"));
        PrintedDocument paper =
                papers.paper(request.caller(), report.inspection().id());
        return new View.Download(
                fileName(report.inspection()) + ".pdf",
                Printer.Format.PDF.contentType(),
                true,
                out -> printer.print(paper, Printer.Format.PDF, out));
    }

    /** Figures and lines of one report as a table. */
    View exportLines(UiRequest request) {
        Locale locale = request.caller().locale();
        InspectionReport report = inspections.get(request.caller(), request.path("id"));
        Stream<List<String>> counted = Stream.of(Figure.values())
                .map(figure -> List.of(
                        messages.text(locale, "group.inspection.figures"),
                        words.figure(figure, locale),
                        String.valueOf(report.figures().get(figure)),
                        ""));
        Stream<List<String>> lines = report.lines().stream()
                .map(line -> List.of(
                        words.section(line.section(), locale),
                        words.subject(line, locale),
                        words.result(line, locale),
                        line.at().map(VietnamTime::moment).orElse("")));
        return new View.Table(
                fileName(report.inspection()),
                List.of("group.inspection.section", "group.inspection.subject", "group.inspection.result", "core.time"),
                Stream.concat(counted, lines));
    }

    View plan(UiRequest request) {
        return View.page(
                "inspection-plan",
                Map.of("page", inspections.plan(request.caller(), late(request), request.pageRequest())));
    }

    View exportPlan(UiRequest request) {
        return new View.Table(
                "ke-hoach-kiem-tra-nhom",
                List.of(
                        "group.column.code",
                        "group.column.group",
                        "group.inspection.inspected-to",
                        "group.inspection.due"),
                Page.every(request.pageRequest(), page -> inspections.plan(request.caller(), late(request), page))
                        .map(one -> List.of(
                                one.code(),
                                one.name(),
                                one.inspectedTo().map(VietnamTime::day).orElse(""),
                                VietnamTime.day(one.dueOn()))));
    }

    private static boolean late(UiRequest request) {
        return request.query("late").filter("1"::equals).isPresent();
    }

    private List<Map<String, Object>> figures(InspectionReport report, Locale locale) {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            figures.add(Map.of(
                    "word",
                    words.figure(figure, locale),
                    "amount",
                    report.figures().get(figure)));
        }
        return figures;
    }

    private List<ShownSection> sections(InspectionReport report, Locale locale) {
        List<ShownSection> sections = new ArrayList<>();
        for (Line.Section section : Line.Section.values()) {
            List<ShownLine> lines = report.of(section).stream()
                    .map(line -> new ShownLine(
                            words.subject(line, locale), words.result(line, locale), line.at(), href(line)))
                    .toList();
            if (!lines.isEmpty()) {
                sections.add(new ShownSection(section, words.section(section, locale), lines));
            }
        }
        return sections;
    }

    private static String href(Line line) {
        return switch (line.section()) {
            case DIRECTIVE, PIN -> "/group/directives/" + line.subjectId();
            case VIOLATION -> "/group/conduct/" + line.subjectId();
            case DIFFERENCE, CHANGE, PERSON, VACANCY -> "";
        };
    }

    private List<Map<String, String>> states(Locale locale) {
        return Form.filters(messages, locale, Inspection.State.class, "group.inspection-state.");
    }

    private static Inspections.Query query(UiRequest request) {
        return new Inspections.Query(
                request.query("group").filter(id -> !id.isBlank()),
                request.query("state").flatMap(name -> Form.constant(Inspection.State.class, name)),
                request.query("q").filter(text -> !text.isBlank()),
                request.query("open").filter("1"::equals).isPresent());
    }

    private static String fileName(Inspection inspection) {
        return "kiem-tra-" + inspection.groupCode() + "-" + inspection.from() + "-" + inspection.to();
    }
}
