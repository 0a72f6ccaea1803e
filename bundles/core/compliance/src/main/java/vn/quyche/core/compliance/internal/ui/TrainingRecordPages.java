package vn.quyche.core.compliance.internal.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.TrainingRecord;
import vn.quyche.core.compliance.internal.model.TrainingRecordQuery;
import vn.quyche.core.compliance.internal.model.Untrained;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.TrainingPlans;
import vn.quyche.core.compliance.internal.service.TrainingRecords;

/** Who came to which training, by person and regulation, and who never did. */
final class TrainingRecordPages {

    private static final List<String> HEADINGS = List.of(
            "core.person",
            "compliance.training.about",
            "compliance.training.title",
            "compliance.training.date",
            "compliance.training.year",
            "compliance.training.present");

    private final TrainingRecords records;
    private final TrainingPlans plans;
    private final AdoptedRegulations adopted;
    private final Messages messages;

    TrainingRecordPages(TrainingRecords records, TrainingPlans plans, AdoptedRegulations adopted, Messages messages) {
        this.records = records;
        this.plans = plans;
        this.adopted = adopted;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Caller caller = request.caller();
        TrainingRecordQuery query = query(request);
        Map<String, Object> model = model(request);
        Page<TrainingRecord> page = records.list(caller, query, request.pageRequest());
        model.put("page", page);
        model.put("years", years(caller));
        query.personId()
                .ifPresent(id -> model.put(
                        "personChosen",
                        page.items().stream()
                                .map(TrainingRecord::name)
                                .findFirst()
                                .orElse(id)));
        return View.page("compliance/training-records", model);
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        TrainingRecordQuery query = query(request);
        return new View.Table(
                "ho-so-tap-huan",
                HEADINGS,
                Page.every(request.pageRequest(), page -> records.list(caller, query, page))
                        .map(one -> row(caller.locale(), one)));
    }

    View mine(UiRequest request) {
        return View.page(
                "compliance/training-mine",
                Map.of("page", records.mine(request.caller(), query(request), request.pageRequest())));
    }

    View exportMine(UiRequest request) {
        Caller caller = request.caller();
        TrainingRecordQuery query = query(request);
        return new View.Table(
                "tap-huan-cua-toi",
                HEADINGS,
                Page.every(request.pageRequest(), page -> records.mine(caller, query, page))
                        .map(one -> row(caller.locale(), one)));
    }

    View untrained(UiRequest request) {
        Map<String, Object> model = model(request);
        model.put("page", records.untrained(request.caller(), regulation(request), request.pageRequest()));
        return View.page("compliance/training-untrained", model);
    }

    View exportUntrained(UiRequest request) {
        Caller caller = request.caller();
        Optional<String> regulation = regulation(request);
        return new View.Table(
                "chua-tap-huan",
                List.of("core.person", "compliance.regulation"),
                Page.every(request.pageRequest(), page -> records.untrained(caller, regulation, page))
                        .map((Untrained one) -> List.of(one.name(), one.regulation())));
    }

    private Map<String, Object> model(UiRequest request) {
        Map<String, String> regulations = new LinkedHashMap<>();
        regulations.put("", messages.text(request.caller().locale(), "core.all"));
        adopted.list(request.caller()).forEach(one -> regulations.put(one.id(), one.title()));
        Map<String, Object> model = new HashMap<>();
        model.put(
                "regulations",
                regulations.entrySet().stream()
                        .map(one -> Map.of("value", one.getKey(), "label", one.getValue()))
                        .toList());
        return model;
    }

    private List<Map<String, String>> years(Caller caller) {
        List<Map<String, String>> years = new java.util.ArrayList<>();
        years.add(Map.of("value", "", "label", messages.text(caller.locale(), "core.all")));
        plans.years(caller).forEach(year -> years.add(Map.of("value", year, "label", year)));
        return years;
    }

    private List<String> row(Locale locale, TrainingRecord one) {
        return List.of(
                one.name(),
                one.about(),
                one.title(),
                VietnamTime.moment(one.startsAt()),
                one.schoolYear(),
                messages.text(locale, one.present() ? "core.yes" : "core.no"));
    }

    private static Optional<String> regulation(UiRequest request) {
        return request.query("regulation").filter(id -> !id.isBlank());
    }

    private static TrainingRecordQuery query(UiRequest request) {
        return new TrainingRecordQuery(
                request.query("person").filter(id -> !id.isBlank()),
                regulation(request),
                request.query("year").filter(year -> !year.isBlank()),
                request.query("present").flatMap(TrainingRecordPages::flag));
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "1" -> Optional.of(true);
            case "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
