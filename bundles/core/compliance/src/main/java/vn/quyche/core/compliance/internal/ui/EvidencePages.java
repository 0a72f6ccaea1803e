package vn.quyche.core.compliance.internal.ui;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.service.EvidenceFiles;
import vn.quyche.core.compliance.internal.service.Standings;

/** Pages on which evidence is put together and taken away. */
final class EvidencePages {

    private static final String FILES = "/compliance/evidence";

    private final EvidenceFiles files;
    private final Standings standings;

    EvidencePages(EvidenceFiles files, Standings standings) {
        this.files = files;
        this.standings = standings;
    }

    View start(UiRequest request) {
        DaySpan days = standings.period(Optional.empty(), Form.day(request, "from"), Form.day(request, "to"));
        String id = files.start(request.caller(), request.form("key"), request.path("id"), days);
        return View.redirect(FILES + "/" + id);
    }

    View list(UiRequest request) {
        return View.page(
                "compliance/evidence-files", Map.of("page", files.list(request.caller(), request.pageRequest())));
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
