package vn.quyche.group.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.custody.LegalHold;

/** Legal holds, and exports with their chain of custody. */
final class CustodyPages {

    private static final int SHOWN_EXPORTS = 50;

    private final Custody custody;
    private final Directives directives;
    private final Messages messages;

    CustodyPages(Custody custody, Directives directives, Messages messages) {
        this.custody = custody;
        this.directives = directives;
        this.messages = messages;
    }

    View list(UiRequest request) {
        return View.page(
                "holds", Map.of("page", custody.holds(request.caller(), standing(request), request.pageRequest())));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        Locale locale = caller.locale();
        return new View.Table(
                "giu-nguyen",
                Stream.of("number", "title", "reason", "laid-by", "laid-at", "lifted-by", "lifted-at", "lift-reason")
                        .map(column -> messages.text(locale, "group.column." + column))
                        .toList(),
                Page.every(request.pageRequest(), page -> custody.holds(caller, standing(request), page))
                        .map(CustodyPages::cells));
    }

    View detail(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("directive", directive);
        custody.standing(caller, directive.id()).ifPresent(hold -> model.put("hold", hold));
        model.put("mayKeep", custody.mayKeep(caller, directive.id()));
        if (custody.mayKeep(caller, directive.id())) {
            model.put("page", custody.holdsOf(caller, directive.id(), request.pageRequest()));
            model.put(
                    "exports",
                    custody.exports(caller, directive.id(), PageRequest.first(SHOWN_EXPORTS))
                            .items());
        }
        return View.page("custody", model);
    }

    View hold(UiRequest request) {
        LegalHold laid = custody.hold(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect(back(request), "group.hold-laid", laid.number());
    }

    View lift(UiRequest request) {
        LegalHold lifted = custody.lift(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect(back(request), "group.hold-gone", lifted.number());
    }

    View exportForm(UiRequest request) {
        Caller caller = request.caller();
        Directive directive = directives.get(caller, request.path("id"));
        return View.page(
                "custody-export", Map.of("directive", directive, "mayKeep", custody.mayKeep(caller, directive.id())));
    }

    /** The recorded export is the answer itself: it is written once. */
    View take(UiRequest request) {
        Directive directive = directives.get(request.caller(), request.path("id"));
        Custody.Export export = custody.export(request.caller(), directive.id(), request.form("reason"));
        return new View.Download(
                "ho-so-" + directive.number().replace('/', '-') + ".zip", "application/zip", false, export::writeTo);
    }

    private static List<String> cells(LegalHold hold) {
        return List.of(
                hold.number(),
                hold.title(),
                hold.reason(),
                hold.laidByName(),
                VietnamTime.moment(hold.laidAt()),
                hold.liftedByName(),
                hold.liftedAt().map(VietnamTime::moment).orElse(""),
                hold.liftReason());
    }

    private static Optional<Boolean> standing(UiRequest request) {
        return request.query("state").map("standing"::equals);
    }

    private static String back(UiRequest request) {
        return "/group/directives/" + request.path("id") + "/custody";
    }
}
