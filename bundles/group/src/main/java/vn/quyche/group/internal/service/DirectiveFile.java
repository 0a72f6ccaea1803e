package vn.quyche.group.internal.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.Reminders;
import vn.quyche.group.internal.model.CustodyArchive;
import vn.quyche.group.internal.store.JpaCustodyStore;

/** Gathers all that is known of a directive into one archive. */
@Component(service = DirectiveFile.class)
public final class DirectiveFile {

    private static final String GUIDE = """
            Hồ sơ của một chỉ đạo trong nhóm.
            chi-dao.json: chỉ đạo, số, giờ ban hành, mã băm và mã băm của chỉ đạo trước trong nhóm.
            xac-nhan.json, xac-nhan.pdf: từng người nhận đã nhận, xem, trả lời lúc nào; kèm mã niêm phong nhật ký.
            nhac-viec.json: ai đã được nhắc lúc nào.
            luu-giu.json: các lần giữ nguyên hiện trạng và các lần xuất hồ sơ trước.
            nhat-ky.jsonl: các dòng nhật ký về chỉ đạo, cũ trước; number và hash là chỗ và mã niêm phong trong chuỗi.
            tep/: tệp đính kèm, đúng như khi nhận.
            manifest.json: kích thước và SHA-256 của từng tệp; mã SHA-256 của chính tệp này ghi trong nhật ký của trường.
            Kiểm tra: tính SHA-256 của từng tệp rồi so với manifest.json; so SHA-256 của manifest.json với nhật ký.
            """;

    private final ReceiptSheets sheets;
    private final Reminders reminders;
    private final JpaCustodyStore custody;
    private final DirectiveIssuing issuing;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final Directory directory;
    private final Printer printer;
    private final Clock clock;

    @Activate
    public DirectiveFile(
            @Reference ReceiptSheets sheets,
            @Reference Reminders reminders,
            @Reference JpaCustodyStore custody,
            @Reference DirectiveIssuing issuing,
            @Reference Attachments attachments,
            @Reference AuditTrail audit,
            @Reference Directory directory,
            @Reference Printer printer,
            @Reference Clock clock) {
        this.sheets = sheets;
        this.reminders = reminders;
        this.custody = custody;
        this.issuing = issuing;
        this.attachments = attachments;
        this.audit = audit;
        this.directory = directory;
        this.printer = printer;
        this.clock = clock;
    }

    /** A closed archive and the hash of its manifest. */
    record Closed(CustodyArchive archive, String manifestHash) {}

    /**
     * Gathers the file of a directive.
     *
     * @param caller may see its receipts
     * @param exportId stands in the manifest
     */
    @Regulated({"BC.3.3", "BC.4.6"})
    Closed gather(Caller caller, MessagingGroup group, Directive directive, String exportId, String reason) {
        CustodyArchive archive = new CustodyArchive();
        archive.add("DOC.txt", GUIDE);
        archive.add("chi-dao.json", Json.of(directive));
        archive.add(
                "xac-nhan.json",
                Json.of(sheets.rows(caller, directive.id(), ReceiptFilter.all(), PageRequest.first())));
        archive.add("xac-nhan.pdf", paper(caller, directive));
        archive.add(
                "nhac-viec.json",
                Json.of(Page.every(page -> reminders.list(caller, directive.id(), page))
                        .toList()));
        archive.add(
                "luu-giu.json",
                Json.of(Map.of(
                        "holds",
                        Page.every(page -> custody.holds(Optional.of(directive.id()), Optional.empty(), page))
                                .toList(),
                        "exports",
                        Page.every(page -> custody.exports(directive.id(), page))
                                .toList())));
        List<AuditLine> lines = lines(directive);
        archive.add("nhat-ky.jsonl", lines.stream().map(Json::of).collect(Collectors.joining("\n", "", "\n")));
        files(archive, directive);
        String manifestHash = archive.close(about(caller, group, directive, exportId, reason, lines));
        return new Closed(archive, manifestHash);
    }

    private Map<String, Object> about(
            Caller caller,
            MessagingGroup group,
            Directive directive,
            String exportId,
            String reason,
            List<AuditLine> lines) {
        String seal = issuing.seal(directive);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("export", exportId);
        about.put("at", clock.instant());
        about.put("by", caller.name());
        about.put("reason", reason);
        about.put("school", directory.school().name());
        about.put("group", group.code() + " " + group.name());
        about.put("directive", directive.id());
        about.put("number", directive.number());
        issuing.kind(directive).ifPresent(kind -> about.put("kind", kind));
        about.put("seal", directive.standing().issuance().hash());
        about.put("previousSeal", directive.standing().issuance().previousHash());
        about.put("sealWhole", seal.equals(directive.standing().issuance().hash()));
        about.put("logLines", lines.size());
        about.put(
                "logLinesSealed",
                lines.stream().filter(line -> line.number().isPresent()).count());
        return about;
    }

    private byte[] paper(Caller caller, Directive directive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            printer.print(sheets.paper(caller, directive.id()), Printer.Format.PDF, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** In the order of the log. */
    private List<AuditLine> lines(Directive directive) {
        List<AuditLine> lines =
                new ArrayList<>(Page.every(page -> audit.history(DefaultDirectives.DIRECTIVE, directive.id(), page))
                        .toList());
        Collections.reverse(lines);
        return lines;
    }

    private void files(CustodyArchive archive, Directive directive) {
        List<String> ids = directive.content().attachmentIds();
        for (int place = 1; place <= ids.size(); place++) {
            Attachment file = attachments.get(ids.get(place - 1));
            archive.add(
                    new CustodyArchive.Entry(
                            String.format(Locale.ROOT, "tep/%02d-%s", place, file.fileName()),
                            file.size(),
                            file.sha256()),
                    () -> attachments.open(file));
        }
    }
}
