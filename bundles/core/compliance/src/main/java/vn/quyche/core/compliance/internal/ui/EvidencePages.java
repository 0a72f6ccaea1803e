package vn.quyche.core.compliance.internal.ui;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.model.EvidenceFile;
import vn.quyche.core.compliance.internal.model.EvidenceFileQuery;
import vn.quyche.core.compliance.internal.service.EvidenceFiles;
import vn.quyche.core.compliance.internal.service.Standings;

/** Pages on which evidence is put together and taken away. */
final class EvidencePages {

    private static final String FILES = "/compliance/evidence";

    private final EvidenceFiles files;
    private final Standings standings;
    private final Messages messages;

    EvidencePages(EvidenceFiles files, Standings standings, Messages messages) {
        this.files = files;
        this.standings = standings;
        this.messages = messages;
    }

    View start(UiRequest request) {
        DaySpan days = standings.period(Optional.empty(), Form.day(request, "from"), Form.day(request, "to"));
        String id = files.start(request.caller(), request.form("key"), request.path("id"), days);
        return View.redirect(FILES + "/" + id);
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        EvidenceFileQuery query = query(request);
        Map<String, Object> model = new HashMap<>();
        model.put("page", files.list(request.caller(), query, request.pageRequest()));
        model.put("states", Form.filters(messages, locale, EvidenceFile.State.class, "compliance.evidence-file."));
        query.regulation().ifPresent(regulation -> model.put("regulationChosen", regulation));
        return View.page("compliance/evidence-files", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        EvidenceFileQuery query = query(request);
        return new View.Table(
                "ho-so-minh-chung",
                List.of(
                        "compliance.regulation",
                        "compliance.period",
                        "core.state",
                        "compliance.evidence-file.asked",
                        "core.date",
                        "compliance.evidence-file.name",
                        "compliance.evidence-file.hash"),
                Page.every(request.pageRequest(), page -> files.list(request.caller(), query, page))
                        .map(EvidenceFiles.Progress::file)
                        .map(one -> List.of(
                                one.title(),
                                VietnamTime.day(one.days().from()) + " – "
                                        + VietnamTime.day(one.days().to()),
                                messages.text(locale, "compliance.evidence-file." + one.state()),
                                one.requestedName(),
                                VietnamTime.moment(one.requestedAt()),
                                one.fileName(),
                                one.sha256())));
    }

    private static EvidenceFileQuery query(UiRequest request) {
        return new EvidenceFileQuery(
                request.query("state").flatMap(name -> Form.constant(EvidenceFile.State.class, name)),
                request.query("regulation").filter(text -> !text.isBlank()));
    }

    View detail(UiRequest request) {
        return View.page("compliance/evidence-file", Map.of("f", files.get(request.caller(), request.path("id"))));
    }

    View content(UiRequest request) {
        Attachment file = files.open(request.caller(), request.path("id"));
        return new View.Download(file.fileName(), file.mediaType(), false, out -> {
            try (InputStream in = files.read(file)) {
                in.transferTo(out);
            }
        });
    }

    View cancel(UiRequest request) {
        files.cancel(request.caller(), request.path("id"));
        return View.redirect(FILES + "/" + request.path("id"), "compliance.evidence-file.cancelled");
    }
}
