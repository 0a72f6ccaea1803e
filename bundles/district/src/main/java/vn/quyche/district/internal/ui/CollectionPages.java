package vn.quyche.district.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.api.SchoolCollection;

/** Collections: how far they are, and what became of each school. */
final class CollectionPages {

    private static final String LIST = "/district/collections";

    private final ListCollections collections;
    private final Messages messages;

    CollectionPages(ListCollections collections, Messages messages) {
        this.collections = collections;
        this.messages = messages;
    }

    View list(UiRequest request) {
        return View.page("collections", Map.of("page", collections.runs(request.caller(), request.pageRequest())));
    }

    /** The collections with their figures, sorted as on the page. */
    View exportList(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "cac-lan-lay-danh-sach",
                List.of(
                        "core.time",
                        "core.person",
                        "core.state",
                        "district.column.done",
                        "district.column.failed",
                        "district.column.total"),
                Page.every(request.pageRequest(), page -> collections.runs(request.caller(), page))
                        .map(run -> List.of(
                                VietnamTime.moment(run.startedAt()),
                                run.startedBy().isEmpty()
                                        ? messages.text(locale, "district.by-itself")
                                        : run.startedBy(),
                                messages.text(locale, "district.run-state." + run.state()),
                                String.valueOf(run.done()),
                                String.valueOf(run.failed()),
                                String.valueOf(run.total()))));
    }

    View start(UiRequest request) {
        return View.redirect(
                LIST + "/" + collections.start(request.caller(), Optional.empty()), "district.collection-started");
    }

    View startOne(UiRequest request) {
        return View.redirect(
                LIST + "/" + collections.start(request.caller(), Optional.of(request.path("id"))),
                "district.collection-started");
    }

    View detail(UiRequest request) {
        CollectionRun run = collections.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("r", run);
        model.put(
                "states",
                Form.filters(
                        messages, request.caller().locale(), SchoolCollection.State.class, "district.item-state."));
        model.put("page", collections.outcomes(request.caller(), run.id(), state(request), request.pageRequest()));
        return View.page("collection", model);
    }

    View cancel(UiRequest request) {
        collections.cancel(request.caller(), request.path("id"));
        return View.redirect(LIST + "/" + request.path("id"), "district.collection-cancelled");
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        String id = collections.get(request.caller(), request.path("id")).id();
        return new View.Table(
                "ket-qua-lay-danh-sach",
                List.of(
                        "district.column.school-code",
                        "district.column.school",
                        "core.state",
                        "district.change.NEW",
                        "district.change.CHANGED",
                        "district.change.GONE",
                        "district.change.SAME",
                        "district.column.failure",
                        "core.details",
                        "core.time"),
                Page.every(
                                request.pageRequest(),
                                page -> collections.outcomes(request.caller(), id, state(request), page))
                        .map(row -> List.of(
                                row.schoolCode(),
                                row.schoolName(),
                                messages.text(locale, "district.item-state." + row.state()),
                                String.valueOf(row.taken().added()),
                                String.valueOf(row.taken().changed()),
                                String.valueOf(row.taken().gone()),
                                String.valueOf(row.taken().same()),
                                row.failure().isEmpty() ? "" : messages.text(locale, row.failure()),
                                row.detail(),
                                row.endedAt().map(VietnamTime::moment).orElse(""))));
    }

    private static Optional<SchoolCollection.State> state(UiRequest request) {
        return request.query("state").flatMap(name -> Form.constant(SchoolCollection.State.class, name));
    }
}
