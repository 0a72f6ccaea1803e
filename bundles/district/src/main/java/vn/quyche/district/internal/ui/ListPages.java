package vn.quyche.district.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.NewPublication;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.PublishedVersion;
import vn.quyche.district.internal.model.CheckCode;
import vn.quyche.district.internal.service.ListSheets;

/** The list of any day, the published lists and what each changed. */
final class ListPages {

    private final PublishedLists lists;
    private final ListSheets sheets;
    private final Printer printer;
    private final Messages messages;
    private final Clock clock;

    ListPages(PublishedLists lists, ListSheets sheets, Printer printer, Messages messages, Clock clock) {
        this.lists = lists;
        this.sheets = sheets;
        this.printer = printer;
        this.messages = messages;
        this.clock = clock;
    }

    View ofDay(UiRequest request) {
        return View.page(
                "list",
                Map.of(
                        "day",
                        day(request),
                        "page",
                        lists.list(request.caller(), query(request), request.pageRequest())));
    }

    View exportOfDay(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "nhom-chinh-thong-" + day(request),
                List.of(
                        "district.column.school-code",
                        "district.column.school",
                        "district.column.name",
                        "district.column.platform",
                        "district.column.members",
                        "district.column.leader",
                        "district.column.administrator",
                        "district.column.number",
                        "district.column.from",
                        "district.column.check-code",
                        "district.column.remark"),
                Page.every(request.pageRequest(), page -> lists.list(request.caller(), query(request), page))
                        .map(entry -> cells(entry, locale)));
    }

    private List<String> cells(ListedEntry entry, Locale locale) {
        return List.of(
                entry.schoolCode(),
                entry.schoolName(),
                entry.group().name(),
                messages.text(locale, "district.platform." + entry.group().platform()),
                entry.group().members(),
                entry.group().leader(),
                entry.group().administrator(),
                entry.number(),
                VietnamTime.day(entry.officialFrom()),
                CheckCode.printed(entry.checkCode()),
                entry.group().remark());
    }

    View paper(UiRequest request) {
        LocalDate day = day(request);
        PrintedDocument sheet = sheets.of(request.caller(), day);
        return new View.Download(
                "nhom-chinh-thong-" + day + ".pdf",
                Printer.Format.PDF.contentType(),
                true,
                out -> printer.print(sheet, Printer.Format.PDF, out));
    }

    View versions(UiRequest request) {
        return View.page("lists", Map.of("page", lists.versions(request.caller(), request.pageRequest())));
    }

    View exportVersions(UiRequest request) {
        return new View.Table(
                "cac-lan-cong-bo",
                List.of(
                        "district.column.version",
                        "district.column.number",
                        "core.date",
                        "district.column.effective",
                        "district.column.groups",
                        "district.kind.ADDED",
                        "district.kind.CHANGED",
                        "district.kind.REMOVED",
                        "core.note"),
                Page.every(request.pageRequest(), page -> lists.versions(request.caller(), page))
                        .map(version -> List.of(
                                String.valueOf(version.version()),
                                version.number(),
                                VietnamTime.day(version.date()),
                                VietnamTime.day(version.effectiveOn()),
                                String.valueOf(version.groups()),
                                String.valueOf(version.added()),
                                String.valueOf(version.changed()),
                                String.valueOf(version.removed()),
                                version.note())));
    }

    View compose(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("preview", lists.preview(request.caller()));
        model.put("today", VietnamTime.today(clock));
        return View.page("publish", model);
    }

    View publish(UiRequest request) {
        Checks checks = new Checks();
        NewPublication publication = new NewPublication(
                request.form("number"),
                Form.day(checks, "date", request.form("date")).orElse(null),
                request.form("signer"),
                Form.day(checks, "effectiveOn", request.form("effectiveOn")).orElse(null),
                request.form("note"));
        checks.orThrow();
        PublishedVersion version = lists.publish(request.caller(), publication);
        return View.redirect("/district/lists", "district.published", version.version(), version.groups());
    }

    View changes(UiRequest request) {
        return View.page(
                "changes",
                Map.of("page", lists.changes(request.caller(), request.query("school"), request.pageRequest())));
    }

    View exportChanges(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "thay-doi-nhom-chinh-thong",
                List.of(
                        "district.column.version",
                        "district.column.kind",
                        "district.column.school",
                        "district.column.name",
                        "district.column.before",
                        "district.column.platform",
                        "district.column.effective",
                        "district.column.number"),
                Page.every(
                                request.pageRequest(),
                                page -> lists.changes(request.caller(), request.query("school"), page))
                        .map(change -> List.of(
                                String.valueOf(change.version()),
                                messages.text(locale, "district.kind." + change.kind()),
                                change.schoolName(),
                                change.name(),
                                change.nameBefore(),
                                messages.text(locale, "district.platform." + change.platform()),
                                VietnamTime.day(change.effectiveOn()),
                                change.number())));
    }

    private PublishedLists.Query query(UiRequest request) {
        return new PublishedLists.Query(day(request), request.query("q"), request.query("school"));
    }

    private LocalDate day(UiRequest request) {
        return Form.day(new Checks(), "day", request.query("day").orElse("")).orElseGet(() -> VietnamTime.today(clock));
    }
}
