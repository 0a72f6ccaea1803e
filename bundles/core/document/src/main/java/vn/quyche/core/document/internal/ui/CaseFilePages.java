package vn.quyche.core.document.internal.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.CaseFile;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.document.CaseFiles.NewFile;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** Case files: their list, what is in one, and their way to the archive. */
final class CaseFilePages {

    private static final String LIST = "/document/files";
    private static final int OFFERED = 200;
    private static final int LONGEST_RETENTION = 100;

    private final CaseFiles files;
    private final Printer printer;
    private final Messages messages;
    private final Clock clock;

    CaseFilePages(CaseFiles files, Printer printer, Messages messages, Clock clock) {
        this.files = files;
        this.printer = printer;
        this.messages = messages;
        this.clock = clock;
    }

    View list(UiRequest request) {
        return View.page(
                "files",
                Map.of(
                        "page",
                        files.list(request.caller(), query(request), request.pageRequest()),
                        "states",
                        Form.filters(
                                messages, request.caller().locale(), CaseFile.State.class, "document.file-state.")));
    }

    View export(UiRequest request) {
        Caller caller = request.caller();
        return new View.Table(
                "ho-so",
                List.of(
                        "document.file-code",
                        "document.file-title",
                        "document.year",
                        "document.keeper",
                        "document.retention",
                        "document.file-documents",
                        "core.state"),
                Page.every(page -> files.list(caller, query(request), page))
                        .map(file -> List.of(
                                file.code(),
                                file.title(),
                                String.valueOf(file.year()),
                                file.keeperName(),
                                file.retention(),
                                String.valueOf(file.documents()),
                                messages.text(caller.locale(), "document.file-state." + file.state()))));
    }

    View transferList(UiRequest request) {
        int year = request.query("year")
                .filter(text -> text.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .orElse(VietnamTime.today(clock).getYear());
        return paper("muc-luc-ho-so-nop-luu-" + year, files.transferList(request.caller(), year));
    }

    View transfer(UiRequest request) {
        files.transfer(request.caller(), Form.texts(request, "id"), request.form("receiver"));
        return View.redirect(LIST, "document.files-transferred");
    }

    View compose(UiRequest request) {
        return View.page("file-form", Map.of());
    }

    View open(UiRequest request) {
        String id = files.open(request.caller(), request.form("key"), entered(request));
        return View.redirect(LIST + "/" + id, "document.file-opened");
    }

    View edit(UiRequest request) {
        return View.page("file-form", Map.of("file", files.get(request.caller(), request.path("id"))));
    }

    View change(UiRequest request) {
        files.change(request.caller(), request.path("id"), Form.version(request), entered(request));
        return back(request, "document.file-changed");
    }

    View detail(UiRequest request) {
        CaseFile file = files.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("file", file);
        model.put("items", files.items(request.caller(), file.id()));
        model.put("mayChange", files.mayChange(request.caller(), file));
        return View.page("file", model);
    }

    View contents(UiRequest request) {
        return paper("muc-luc-ho-so", files.contents(request.caller(), request.path("id")));
    }

    View close(UiRequest request) {
        files.close(request.caller(), request.path("id"));
        return back(request, "document.file-closed");
    }

    View take(UiRequest request) {
        files.take(request.caller(), request.path("id"), request.form("document"));
        return back(request, "document.file-taken");
    }

    /** Puts the document of a page into the chosen file, and goes there. */
    View put(UiRequest request) {
        String chosen = request.form("file");
        if (chosen.isBlank()) {
            throw new Invalid("file", "core.choose-one");
        }
        files.put(request.caller(), chosen, List.of(request.path("id")));
        return View.redirect(LIST + "/" + chosen, "document.file-put");
    }

    /** The open files into which the caller may put a document. */
    Map<String, String> offered(Caller caller) {
        Map<String, String> offered = new LinkedHashMap<>();
        files
                .list(
                        caller,
                        new CaseFiles.Query(Optional.empty(), Optional.of(CaseFile.State.OPEN), Optional.empty()),
                        PageRequest.first(OFFERED))
                .items()
                .stream()
                .filter(file -> files.mayChange(caller, file))
                .forEach(file -> offered.put(file.id(), file.code() + " – " + file.title()));
        return offered;
    }

    private View paper(String name, PrintedDocument sheet) {
        return new View.Download(
                name + ".pdf",
                Printer.Format.PDF.contentType(),
                true,
                out -> printer.print(sheet, Printer.Format.PDF, out));
    }

    private static View back(UiRequest request, String message) {
        return View.redirect(LIST + "/" + request.path("id"), message);
    }

    private static NewFile entered(UiRequest request) {
        return new NewFile(
                request.form("code"),
                request.form("title"),
                Form.number(request, "retentionYears", 0, LONGEST_RETENTION)
                        .orElseThrow(() -> new Invalid("retentionYears", "core.required")));
    }

    private static CaseFiles.Query query(UiRequest request) {
        return new CaseFiles.Query(
                request.query("q"),
                request.query("state").flatMap(name -> Form.constant(CaseFile.State.class, name)),
                request.query("year").filter(year -> year.matches("[0-9]{4}")).map(Integer::valueOf));
    }
}
