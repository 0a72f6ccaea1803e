package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.compliance.ParameterValues;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.core.compliance.internal.service.RegulationReader.Standing;

/** Pages of clauses and parameters. */
final class RegulationPages {

    private final RegulationReader reader;
    private final ParameterValues values;
    private final Clock clock;

    RegulationPages(RegulationReader reader, ParameterValues values, Clock clock) {
        this.reader = reader;
        this.values = values;
        this.clock = clock;
    }

    View clauses(UiRequest request) {
        return View.page(
                "compliance/clauses", Map.of("clauses", clausesAsked(request).toList()));
    }

    View exportClauses(UiRequest request) {
        return new View.Table(
                "dieu-khoan",
                List.of("compliance.citation", "compliance.id", "compliance.summary", "compliance.mechanism"),
                clausesAsked(request)
                        .map(one -> List.of(
                                one.clause().citation(),
                                one.clause().id(),
                                one.clause().summary(),
                                one.clause().mechanism())));
    }

    private Stream<Standing> clausesAsked(UiRequest request) {
        String wanted = VietnameseText.fold(request.query("q").orElse(""));
        String standing = request.query("standing").orElse("");
        return reader.clauses(request.caller()).stream()
                .filter(one -> standing.isEmpty() || one.installed() == standing.equals("present"))
                .filter(one -> matches(one, wanted));
    }

    View exportParameters(UiRequest request) {
        return new View.Table(
                "tham-so",
                List.of("compliance.parameter", "compliance.value", "compliance.unit", "compliance.default"),
                reader.parameters(request.caller(), null).stream()
                        .map(one -> List.of(one.title(), one.value(), one.unit(), one.defaultValue())));
    }

    View parameters(UiRequest request) {
        return View.page("compliance/parameters", Map.of("parameters", reader.parameters(request.caller(), null)));
    }

    View parameter(UiRequest request) {
        String key = request.path("key");
        return View.page(
                "compliance/parameter",
                Map.of(
                        "parameter", reader.parameter(request.caller(), key),
                        "values", values.history(request.caller(), key),
                        "today", VietnamTime.today(clock)));
    }

    View decide(UiRequest request) {
        String key = request.path("key");
        values.set(
                request.caller(),
                key,
                request.form("value"),
                Form.day(request, "validFrom").orElse(null),
                request.form("decision"));
        return View.redirect("/compliance/parameters/" + key, "compliance.parameter-set");
    }

    private static boolean matches(Standing standing, String wanted) {
        return wanted.isEmpty()
                || VietnameseText.fold(String.join(
                                " ",
                                standing.clause().id(),
                                standing.clause().citation(),
                                standing.clause().summary(),
                                standing.clause().mechanism()))
                        .contains(wanted);
    }
}
