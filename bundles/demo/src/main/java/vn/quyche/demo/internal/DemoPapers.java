package vn.quyche.demo.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.NewOutgoing;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.demo.internal.DemoPaperTexts.Letter;
import vn.quyche.demo.internal.DemoPaperTexts.Paper;

/** The official documents of the invented school, in every state: what it issued and received, and what is on the desks now. */
@Component(service = DemoPapers.class)
public final class DemoPapers {

    private static final long LARGEST = 1L << 20;
    private static final int DAYS_TO_HANDLE = 6;
    private static final String COMMUNE = "UBND xã Suối Mơ";

    private final OutgoingDocuments outgoing;
    private final IncomingDocuments incoming;
    private final CaseFiles files;
    private final DocumentTemplates templates;
    private final Attachments attachments;
    private final Directory directory;
    private final Printer printer;
    private final Clock clock;

    @Activate
    public DemoPapers(
            @Reference OutgoingDocuments outgoing,
            @Reference IncomingDocuments incoming,
            @Reference CaseFiles files,
            @Reference DocumentTemplates templates,
            @Reference Attachments attachments,
            @Reference Directory directory,
            @Reference Printer printer,
            @Reference Clock clock) {
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.files = files;
        this.templates = templates;
        this.attachments = attachments;
        this.directory = directory;
        this.printer = printer;
        this.clock = clock;
    }

    /** Enters what happened before the present. */
    void plan(DemoCalendar calendar, DemoCast cast, LocalDate present) {
        for (Paper paper : DemoPaperTexts.ISSUED) {
            issue(calendar, cast, paper, DemoCalendar.workday(present.minusDays(paper.daysAgo())));
        }
        for (Letter letter : DemoPaperTexts.HANDLED) {
            handle(calendar, cast, letter, DemoCalendar.workday(present.minusDays(letter.daysAgo())));
        }
    }

    /** What is on the desks now. */
    void now(DemoCast cast) {
        List<Paper> open = DemoPaperTexts.OPEN;
        draft(cast, open.get(0));
        submitted(cast, open.get(1));
        String returned = submitted(cast, open.get(2));
        outgoing.comment(cast.principal(), returned, "Mục 2 cần nêu rõ thời gian và người chịu trách nhiệm.");
        outgoing.sendBack(cast.principal(), returned, "Bổ sung phân công ở mục 2 rồi trình lại.");
        approved(cast, open.get(3));
        numbered(cast, open.get(4));
        sign(cast, numbered(cast, open.get(5)), open.get(5));
        outgoing.discard(author(cast, open.get(6)), draft(cast, open.get(6)));

        fromTemplate(cast);
        circulated(cast);

        List<Letter> desk = DemoPaperTexts.ARRIVED;
        LocalDate due = VietnamTime.today(clock).plusDays(DAYS_TO_HANDLE);
        register(cast, desk.get(0));
        register(cast, desk.get(1));
        direct(
                cast,
                register(cast, desk.get(2)),
                new Routing("Văn thư trình lại sau cuộc họp giao ban.", Optional.empty(), List.of(), Optional.empty()));
        direct(cast, register(cast, desk.get(3)), to(cast, due, "Tổ Toán – Tin cử người, báo cáo trước hạn."));
        String begun = register(cast, desk.get(4));
        direct(cast, begun, to(cast, due, "Phối hợp thực hiện đúng nội dung."));
        incoming.start(cast.mathsHead(), begun);
        keep(cast);
    }

    /** Two that were made from templates: one waits for approval, one is being written. */
    private void fromTemplate(DemoCast cast) {
        String decision = made(
                cast.clerk(),
                cast,
                DocumentKind.DECISION,
                "Về việc thành lập Ban tổ chức Hội khỏe cấp trường",
                List.of(),
                Map.of(
                        "can-cu",
                        "Căn cứ Điều lệ trường học;\nCăn cứ Kế hoạch năm học của nhà trường;\nTheo đề nghị của tổ Văn phòng.",
                        "cac-dieu-cua-quyet-dinh",
                        "Điều 1. Thành lập Ban tổ chức Hội khỏe cấp trường gồm các ông, bà trong danh sách kèm theo.\n"
                                + "Điều 2. Ban tổ chức xây dựng kế hoạch, phân công và báo cáo Hiệu trưởng.\n"
                                + "Điều 3. Quyết định này có hiệu lực kể từ ngày ký./."));
        outgoing.submit(cast.clerk(), decision);
        made(
                cast.mathsHead(),
                cast,
                DocumentKind.INVITATION,
                "Về việc dự sinh hoạt chuyên môn cụm",
                List.of(),
                Map.of(
                        "nguoi-duoc-moi",
                        "Giáo viên Toán, Tin học các trường trong cụm",
                        "toi-du",
                        "Buổi sinh hoạt chuyên môn về dạy học dự án",
                        "chu-tri",
                        cast.mathsHead().name(),
                        "thoi-gian",
                        "08 giờ 00 thứ Bảy tuần này",
                        "dia-diem",
                        "Phòng họp số 1"));
    }

    /** An internal notice, issued to two people of the school. */
    private void circulated(DemoCast cast) {
        String id = made(
                cast.clerk(),
                cast,
                DocumentKind.NOTICE,
                "Về lịch trực và giao ban tuần",
                List.of(Assignee.person(DemoCast.id(cast.mathsHead())), Assignee.person(DemoCast.id(cast.clerk()))),
                Map.of(
                        "noi-dung",
                        "Giao ban vào 07 giờ 00 thứ Hai tại phòng họp số 1.\nCác tổ gửi nội dung cho văn thư trước 16 giờ thứ Sáu."));
        outgoing.submit(cast.clerk(), id);
        approve(cast, id);
        String code = outgoing.assignNumber(cast.clerk(), id).code();
        outgoing.signedByHand(
                cast.clerk(),
                id,
                receive(
                        cast.clerk(),
                        "ban-quet-da-ky.pdf",
                        printed(
                                COMMUNE,
                                directory.school().name(),
                                code,
                                DocumentKind.NOTICE,
                                "Về lịch trực và giao ban tuần",
                                List.of("Giao ban vào 07 giờ 00 thứ Hai tại phòng họp số 1."),
                                cast.principal().name())),
                VietnamTime.today(clock));
        outgoing.issue(cast.clerk(), id, 1, "");
    }

    private String made(
            Caller author,
            DemoCast cast,
            DocumentKind kind,
            String subject,
            List<Assignee> circulation,
            Map<String, String> texts) {
        String template = templates
                .list(
                        author,
                        new DocumentTemplates.Query(Optional.empty(), Optional.of(kind), Optional.of(true)),
                        PageRequest.first())
                .items()
                .get(0)
                .id();
        return templates.draft(
                author,
                "",
                template,
                new NewOutgoing(
                        kind,
                        subject,
                        "",
                        Urgency.NORMAL,
                        List.of("Như trên", "Lưu: VT"),
                        circulation,
                        "",
                        DemoCast.id(cast.principal()),
                        DemoCast.id(cast.principal()),
                        SigningCapacity.HEAD,
                        "",
                        ""),
                texts);
    }

    /** Case files: one that is being kept, one that waits for the archive. */
    private void keep(DemoCast cast) {
        List<String> issued = outgoing
                .list(cast.clerk(), OutgoingDocuments.Query.in(OutgoingState.ISSUED), PageRequest.first())
                .items()
                .stream()
                .map(OutgoingDocument::id)
                .toList();
        List<String> handled = incoming
                .list(cast.clerk(), IncomingDocuments.Query.in(IncomingState.COMPLETED), PageRequest.first())
                .items()
                .stream()
                .map(IncomingDocument::id)
                .toList();
        if (issued.isEmpty() || handled.isEmpty()) {
            return;
        }
        String open =
                files.open(cast.clerk(), "", new CaseFiles.NewFile("02.VT", "Kế hoạch và báo cáo của nhà trường", 20));
        files.put(cast.clerk(), open, issued);
        String closed =
                files.open(cast.clerk(), "", new CaseFiles.NewFile("05.VT", "Công văn của cấp trên đã giải quyết", 5));
        files.put(cast.clerk(), closed, handled);
        files.close(cast.clerk(), closed);
    }

    private void issue(DemoCalendar calendar, DemoCast cast, Paper paper, LocalDate day) {
        AtomicReference<String> id = new AtomicReference<>();
        calendar.on(day, LocalTime.of(8, 5), () -> id.set(submitted(cast, paper)));
        calendar.on(day, LocalTime.of(9, 30), () -> approve(cast, id.get()));
        calendar.on(day, LocalTime.of(10, 10), () -> outgoing.assignNumber(cast.clerk(), id.get()));
        if (paper.end() == DemoPaperTexts.End.CANCELLED) {
            calendar.on(
                    day,
                    LocalTime.of(15, 0),
                    () -> outgoing.cancel(cast.principal(), id.get(), "Cấp trên hoãn nội dung này"));
            return;
        }
        calendar.on(day, LocalTime.of(14, 0), () -> sign(cast, id.get(), paper));
        calendar.on(day, LocalTime.of(15, 20), () -> outgoing.issue(cast.clerk(), id.get(), paper.copies(), ""));
        if (paper.end() == DemoPaperTexts.End.RECALLED) {
            calendar.on(
                    day.plusDays(2),
                    LocalTime.of(8, 30),
                    () -> outgoing.recall(cast.principal(), id.get(), "Nhầm ngày họp; thay bằng giấy mời khác"));
        }
    }

    private void handle(DemoCalendar calendar, DemoCast cast, Letter letter, LocalDate day) {
        AtomicReference<String> id = new AtomicReference<>();
        calendar.on(day, LocalTime.of(7, 50), () -> id.set(register(cast, letter)));
        calendar.on(
                day,
                LocalTime.of(9, 5),
                () -> direct(
                        cast, id.get(), to(cast, VietnamTime.today(clock).plusDays(DAYS_TO_HANDLE), letter.opinion())));
        calendar.on(day.plusDays(1), LocalTime.of(10, 0), () -> incoming.start(cast.mathsHead(), id.get()));
        calendar.on(
                day.plusDays(3),
                LocalTime.of(16, 0),
                () -> incoming.complete(cast.mathsHead(), id.get(), letter.outcome()));
    }

    private static Routing to(DemoCast cast, LocalDate due, String opinion) {
        return new Routing(
                opinion,
                Optional.of(Assignee.person(DemoCast.id(cast.mathsHead()))),
                List.of(Assignee.person(DemoCast.id(cast.clerk()))),
                Optional.of(due));
    }

    private void direct(DemoCast cast, String id, Routing routing) {
        incoming.direct(cast.principal(), List.of(id), routing);
    }

    private String register(DemoCast cast, Letter letter) {
        LocalDate today = VietnamTime.today(clock);
        String file = receive(cast.clerk(), "van-ban-den.pdf", letter(letter));
        return incoming.register(
                cast.clerk(),
                "",
                new NewIncoming(
                        "",
                        Optional.of(today),
                        letter.sender(),
                        letter.code(),
                        Optional.of(today.minusDays(2)),
                        letter.kind(),
                        letter.subject(),
                        letter.urgent() ? Urgency.URGENT : Urgency.NORMAL,
                        letter.paper(),
                        "",
                        false,
                        List.of(file)));
    }

    private static Caller author(DemoCast cast, Paper paper) {
        return paper.byClerk() ? cast.clerk() : cast.mathsHead();
    }

    private String draft(DemoCast cast, Paper paper) {
        return draft(cast, paper, own(cast, paper, ""));
    }

    private String draft(DemoCast cast, Paper paper, byte[] content) {
        Caller author = author(cast, paper);
        return outgoing.draft(
                author,
                "",
                new NewOutgoing(
                        paper.kind(),
                        paper.subject(),
                        "",
                        Urgency.NORMAL,
                        paper.recipients(),
                        List.of(),
                        "",
                        DemoCast.id(cast.principal()),
                        DemoCast.id(cast.principal()),
                        SigningCapacity.HEAD,
                        receive(author, "du-thao.pdf", content),
                        ""));
    }

    private String submitted(DemoCast cast, Paper paper) {
        String id = draft(cast, paper);
        outgoing.submit(author(cast, paper), id);
        return id;
    }

    private void approve(DemoCast cast, String id) {
        outgoing.approve(
                cast.principal(), id, outgoing.get(cast.principal(), id).sha256());
    }

    private String approved(DemoCast cast, Paper paper) {
        String id = submitted(cast, paper);
        approve(cast, id);
        return id;
    }

    private String numbered(DemoCast cast, Paper paper) {
        String id = approved(cast, paper);
        outgoing.assignNumber(cast.clerk(), id);
        return id;
    }

    /** A numbered document that waits for its digital signature; number and day are blank on it, as the seal brings them. */
    String toSign(DemoCast cast, Paper paper) {
        String id = draft(cast, paper, blank(cast, paper));
        outgoing.submit(author(cast, paper), id);
        approve(cast, id);
        outgoing.assignNumber(cast.clerk(), id);
        return id;
    }

    private byte[] blank(DemoCast cast, Paper paper) {
        School school = directory.school();
        return printed(
                paper.kind(),
                paper.subject(),
                paper.body(),
                cast.principal().name(),
                new Block.Letterhead(
                        COMMUNE,
                        school.name(),
                        "/"
                                + (paper.kind() == DocumentKind.OFFICIAL_LETTER
                                        ? ""
                                        : paper.kind().code() + "-")
                                + school.abbreviation(),
                        "",
                        // what is printed closes up blanks
                        DocumentWords.placeAndDate(school.place(), null).replace("  ", "\u00a0\u00a0")));
    }

    /** A list that belongs to a document and lies in a file of its own. */
    byte[] attachment(Paper paper) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title("PHỤ LỤC", paper.subject(), ""));
        paper.body().forEach(line -> blocks.add(Block.body(line)));
        return pdf(paper.subject(), blocks);
    }

    /** A letter that came. */
    byte[] letter(Letter letter) {
        return printed(letter.sender(), "", letter.code(), letter.kind(), letter.subject(), letter.body(), "");
    }

    private void sign(DemoCast cast, String id, Paper paper) {
        String code = outgoing.get(cast.clerk(), id).code();
        outgoing.signedByHand(
                cast.clerk(),
                id,
                receive(cast.clerk(), "ban-quet-da-ky.pdf", own(cast, paper, code)),
                VietnamTime.today(clock));
    }

    private byte[] own(DemoCast cast, Paper paper, String code) {
        return printed(
                COMMUNE,
                directory.school().name(),
                code,
                paper.kind(),
                paper.subject(),
                paper.body(),
                cast.principal().name());
    }

    private String receive(Caller caller, String name, byte[] content) {
        return attachments
                .receive(caller, name, () -> new ByteArrayInputStream(content), LARGEST)
                .id();
    }

    private byte[] printed(
            String superior,
            String issuer,
            String code,
            DocumentKind kind,
            String subject,
            List<String> body,
            String signer) {
        School school = directory.school();
        return printed(
                kind,
                subject,
                body,
                signer,
                new Block.Letterhead(
                        issuer.isEmpty() ? "" : superior,
                        issuer.isEmpty() ? superior : issuer,
                        code,
                        "",
                        DocumentWords.placeAndDate(school.place(), VietnamTime.today(clock))));
    }

    private byte[] printed(
            DocumentKind kind, String subject, List<String> body, String signer, Block.Letterhead letterhead) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(letterhead);
        blocks.add(new Block.Title(kind.title().toUpperCase(Locale.ROOT), subject, ""));
        body.forEach(line -> blocks.add(Block.body(line)));
        blocks.add(new Block.Closing(
                List.of("Như trên", "Lưu: VT"), List.of(new Block.Signature(List.of("HIỆU TRƯỞNG"), signer))));
        return pdf(subject, blocks);
    }

    private byte[] pdf(String subject, List<Block> blocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            printer.print(PrintedDocument.of(subject, blocks.toArray(Block[]::new)), Printer.Format.PDF, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
