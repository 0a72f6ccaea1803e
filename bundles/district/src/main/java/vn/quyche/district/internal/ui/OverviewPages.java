package vn.quyche.district.internal.ui;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.district.api.DutyCount;
import vn.quyche.district.api.MonthFigures;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.SchoolInspection;
import vn.quyche.district.api.SchoolMonth;
import vn.quyche.district.api.SchoolOverview;
import vn.quyche.district.api.TrendMonth;

/** How groups are inspected and duties done at the schools. */
final class OverviewPages {

    private static final int TREND = 12;

    private final Overviews overviews;
    private final Messages messages;
    private final Clock clock;

    OverviewPages(Overviews overviews, Messages messages, Clock clock) {
        this.overviews = overviews;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        Map<String, Object> model = months(request);
        model.put("page", overviews.list(request.caller(), query(request), request.pageRequest()));
        model.put(
                "parts",
                Stream.of(Overviews.Part.values())
                        .map(part -> Map.of(
                                "value",
                                part == Overviews.Part.ALL ? "" : part.name(),
                                "label",
                                messages.text(request.caller().locale(), "district.overview-part." + part)))
                        .toList());
        return View.page("overview", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "tinh-hinh-cac-truong-" + month(request),
                Stream.concat(
                                Stream.of("district.column.school-code", "district.column.school", "district.groups"),
                                Stream.concat(
                                        Figure.keys(),
                                        Stream.of("district.column.figures-taken", "district.column.failure")))
                        .toList(),
                Page.every(request.pageRequest(), page -> overviews.list(request.caller(), query(request), page))
                        .map(row -> cells(row, locale)));
    }

    private List<String> cells(SchoolOverview row, Locale locale) {
        return Stream.concat(
                        Stream.of(row.schoolCode(), row.schoolName(), String.valueOf(row.groups())),
                        Stream.concat(
                                Figure.values(row.figures()),
                                Stream.of(
                                        row.takenAt().map(VietnamTime::moment).orElse(""),
                                        row.failure().isEmpty() ? "" : messages.text(locale, row.failure()))))
                .toList();
    }

    View school(UiRequest request) {
        Map<String, Object> model = months(request);
        SchoolMonth month = overviews.month(request.caller(), request.path("id"), month(request));
        model.put("m", month);
        model.put("trend", trend(request));
        return View.page("overview-school", model);
    }

    View trendTable(UiRequest request) {
        return new View.Table(
                "xu-huong",
                Stream.concat(Stream.of("district.month"), Figure.keys()).toList(),
                trend(request).stream()
                        .map(row -> Stream.concat(Stream.of(row.month()), Figure.values(row.figures()))
                                .toList()));
    }

    View inspectionsTable(UiRequest request) {
        return new View.Table(
                "kiem-tra-nhom",
                List.of(
                        "district.column.code",
                        "district.column.name",
                        "core.from",
                        "core.to",
                        "district.signed-at",
                        "district.missing",
                        "district.surplus",
                        "district.overdue",
                        "district.late",
                        "district.violations",
                        "district.found",
                        "district.open-findings"),
                overviews.month(request.caller(), request.path("id"), month(request)).inspections().stream()
                        .map(OverviewPages::cells));
    }

    private static List<String> cells(SchoolInspection row) {
        return Stream.concat(
                        Stream.of(
                                row.groupCode(),
                                row.groupName(),
                                VietnamTime.day(row.from()),
                                VietnamTime.day(row.to()),
                                VietnamTime.moment(row.signedAt())),
                        Stream.of(
                                        row.missing(),
                                        row.surplus(),
                                        row.overdue(),
                                        row.late(),
                                        row.violations(),
                                        row.found(),
                                        row.openFindings())
                                .map(String::valueOf))
                .toList();
    }

    View dutiesTable(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "viec-phai-lam",
                List.of(
                        "district.duty-domain",
                        "district.duty-role",
                        "district.due",
                        "district.done",
                        "district.done-late",
                        "district.missed",
                        "district.excused",
                        "district.open"),
                overviews.month(request.caller(), request.path("id"), month(request)).duties().stream()
                        .map(row -> cells(row, locale)));
    }

    private List<String> cells(DutyCount row, Locale locale) {
        return Stream.concat(
                        Stream.of(word(locale, "module.", row.domain()), word(locale, "post.", row.role())),
                        Stream.of(row.due(), row.done(), row.late(), row.missed(), row.excused(), row.open())
                                .map(String::valueOf))
                .toList();
    }

    /** Domains and roles that this installation has no word for are shown as the school names them. */
    private String word(Locale locale, String prefix, String name) {
        String text = messages.text(locale, prefix + name);
        return text.equals(prefix + name) ? name : text;
    }

    private List<TrendMonth> trend(UiRequest request) {
        return overviews.trend(request.caller(), request.path("id"), month(request), TREND);
    }

    private Map<String, Object> months(UiRequest request) {
        YearMonth month = month(request);
        Map<String, Object> model = new HashMap<>();
        model.put("month", month.toString());
        model.put("first", month);
        model.put("before", month.minusMonths(1).toString());
        if (month.isBefore(YearMonth.from(VietnamTime.today(clock)))) {
            model.put("after", month.plusMonths(1).toString());
        }
        return model;
    }

    /** A month that cannot be read is this one, as with every filter of a page. */
    private YearMonth month(UiRequest request) {
        YearMonth now = YearMonth.from(VietnamTime.today(clock));
        try {
            return request.query("month")
                    .map(YearMonth::parse)
                    .filter(month -> month.getYear() >= 2000 && !month.isAfter(now))
                    .orElse(now);
        } catch (DateTimeException e) {
            return now;
        }
    }

    private Overviews.Query query(UiRequest request) {
        return new Overviews.Query(
                month(request),
                request.query("q"),
                request.query("part")
                        .flatMap(name -> Form.constant(Overviews.Part.class, name))
                        .orElse(Overviews.Part.ALL));
    }

    /** The figures of a month, in the order in which tables show them. */
    private enum Figure {
        REPORTS("reports", MonthFigures::reports),
        INSPECTED("inspected", MonthFigures::inspected),
        DIFFERENCES("differences", MonthFigures::differences),
        OVERDUE("overdue", MonthFigures::overdue),
        LATE("late", MonthFigures::late),
        VIOLATIONS("violations", MonthFigures::violations),
        FOUND("found", MonthFigures::found),
        OPEN_FINDINGS("open-findings", MonthFigures::openFindings),
        DUE("due", MonthFigures::due),
        DONE("done", MonthFigures::done),
        DONE_LATE("done-late", MonthFigures::doneLate),
        MISSED("missed", MonthFigures::missed),
        EXCUSED("excused", MonthFigures::excused),
        OPEN("open", MonthFigures::open);

        private final String word;
        private final ToIntFunction<MonthFigures> of;

        Figure(String word, ToIntFunction<MonthFigures> of) {
            this.word = word;
            this.of = of;
        }

        static Stream<String> keys() {
            return Stream.of(values()).map(figure -> "district." + figure.word);
        }

        static Stream<String> values(MonthFigures figures) {
            return Stream.of(values()).map(figure -> String.valueOf(figure.of.applyAsInt(figures)));
        }
    }
}
