package vn.quyche.core.web.internal.ui.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** Search, one line, refused attempts, verification and export. */
final class AuditPages {

    private final AuditTrail trail;

    AuditPages(AuditTrail trail) {
        this.trail = trail;
    }

    View list(UiRequest request) {
        return View.page("audit/lines", lines(request, outcome(request)));
    }

    View refused(UiRequest request) {
        return View.page("audit/refused", lines(request, Optional.of(AuditLine.Outcome.REFUSED)));
    }

    private Map<String, Object> lines(UiRequest request, Optional<AuditLine.Outcome> outcome) {
        Page<AuditLine> page = trail.list(request.caller(), query(request, outcome), request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("oneAction", request.query("action").filter(action -> !action.endsWith(".")));
        model.put("from", request.query("from"));
        model.put("to", request.query("to"));
        model.put("action", request.query("action"));
        model.put("person", request.query("person"));
        return model;
    }

    private static Optional<AuditLine.Outcome> outcome(UiRequest request) {
        return List.of(AuditLine.Outcome.values()).stream()
                .filter(o -> request.query("outcome").filter(o.name()::equals).isPresent())
                .findFirst();
    }

    private static AuditTrail.Query query(UiRequest request, Optional<AuditLine.Outcome> outcome) {
        Checks checks = new Checks();
        Optional<Instant> from = day(checks, request, "from").map(VietnamTime::startOf);
        Optional<Instant> to = day(checks, request, "to").map(VietnamTime::endOf);
        checks.orThrow();
        return new AuditTrail.Query(
                from,
                to,
                request.query("person"),
                request.query("action"),
                request.query("subjectType"),
                request.query("subjectId"),
                outcome);
    }

    private static Optional<LocalDate> day(Checks checks, UiRequest request, String name) {
        return request.query(name).flatMap(text -> Form.day(checks, name, text));
    }

    View detail(UiRequest request) {
        AuditLine line = trail.get(request.caller(), request.path("id"));
        return View.page("audit/line", Map.of("line", line, "changes", Changes.between(line.before(), line.after())));
    }

    View verification(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("last", trail.lastVerification(request.caller()));
        return View.page("audit/verify", model);
    }

    /** Shows what was found, line by line: it is kept nowhere but in its count. */
    View verify(UiRequest request) {
        AuditTrail.Verification found = trail.verify(request.caller());
        Map<String, Object> model = new HashMap<>();
        model.put("last", trail.lastVerification(request.caller()));
        model.put("found", found);
        return View.page("audit/verify", model);
    }

    View export(UiRequest request) {
        AuditTrail.Query query = query(request, outcome(request));
        return new View.Download(
                "nhat-ky.jsonl", "application/x-ndjson", false, out -> trail.export(request.caller(), query, out));
    }
}
