package vn.quyche.demo.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.DocumentKind;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.PaperUse;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.Requirement;
import vn.quyche.group.api.consultation.AnswerKind;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.consultation.NewConsultation;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.group.api.members.MessageKinds;
import vn.quyche.group.api.schedule.ScheduledIssues;

/** Meetings of the invented school: their documents in place of paper, what members are asked, and what is issued tomorrow. */
@Component(service = DemoMeetings.class)
public final class DemoMeetings {

    private static final int MOST = 200;
    private static final long LARGEST = 1L << 20;
    private static final int CHOICES = 3;
    private static final int ROUND = 7;
    /** So many of the school answer. */
    private static final int ANSWERING = 44;

    private final Directives directives;
    private final ScheduledIssues planned;
    private final MessageKinds kinds;
    private final Consultations consultations;
    private final Custody custody;
    private final Attachments attachments;
    private final Printer printer;
    private final Clock clock;

    @Activate
    public DemoMeetings(
            @Reference Directives directives,
            @Reference ScheduledIssues planned,
            @Reference MessageKinds kinds,
            @Reference Consultations consultations,
            @Reference Custody custody,
            @Reference Attachments attachments,
            @Reference Printer printer,
            @Reference Clock clock) {
        this.directives = directives;
        this.planned = planned;
        this.kinds = kinds;
        this.consultations = consultations;
        this.custody = custody;
        this.attachments = attachments;
        this.printer = printer;
        this.clock = clock;
    }

    /** Enters what happened before the present. */
    void plan(DemoCalendar calendar, DemoCast cast, LocalDate present) {
        LocalDate asked = DemoCalendar.workday(present.minusDays(26));
        calendar.on(asked, LocalTime.of(9, 20), () -> ask(calendar, cast, asked));
        LocalDate sent = DemoCalendar.workday(present.minusDays(12));
        calendar.on(sent, LocalTime.of(10, 15), () -> documents(calendar, cast, sent));
    }

    /** What runs now. */
    void now(DemoCast cast) {
        String open = consultations.open(
                cast.principal(),
                choice(
                        cast.groups().school(),
                        "Thời gian sinh hoạt chuyên môn liên trường học kỳ II",
                        "Cụm trường đề nghị thống nhất một buổi cố định mỗi tháng.",
                        List.of("Chiều thứ Tư tuần 2", "Chiều thứ Sáu tuần 2", "Sáng thứ Bảy tuần 3"),
                        Duration.ofDays(5)),
                "");
        for (int place = 2; place < ANSWERING / 2; place++) {
            consultations.answer(cast.people().get(place), open, choice(place), "");
        }
        LocalDate today = VietnamTime.today(clock);
        String draft = directives.draft(
                cast.vice(),
                new NewDirective(
                        cast.groups().school(),
                        "Lịch dự giờ, thăm lớp tuần tới",
                        "Tổ trưởng gửi danh sách tiết dạy đăng ký; giáo viên được dự chuẩn bị kế hoạch bài dạy.",
                        Requirement.ACKNOWLEDGE,
                        Optional.of(VietnamTime.endOf(today.plusDays(5))),
                        List.of(),
                        "",
                        List.of(),
                        Optional.empty()),
                "");
        kinds.mark(cast.vice(), draft, MessageKind.PROFESSION);
        planned.schedule(
                cast.vice(),
                draft,
                directives.get(cast.vice(), draft).version(),
                at(today.plusDays(1), LocalTime.of(7, 30)),
                "");
    }

    private void ask(DemoCalendar calendar, DemoCast cast, LocalDate day) {
        String id = consultations.open(
                cast.principal(),
                choice(
                        cast.groups().school(),
                        "Chọn hình thức hội giảng cấp trường",
                        "Mỗi người chọn một hình thức; ban giám hiệu công bố kết quả tại buổi họp hội đồng.",
                        List.of("Dự giờ trực tiếp tại lớp", "Tiết dạy ghi hình", "Bài trình bày theo chủ đề"),
                        Duration.ofDays(7)),
                "");
        for (int place = 2; place < ANSWERING; place++) {
            int choice = choice(place);
            Caller caller = cast.people().get(place);
            calendar.on(
                    day.plusDays(place % 4),
                    LocalTime.of(11, 0).plusMinutes(place * 5L),
                    () -> consultations.answer(caller, id, choice, ""));
        }
        calendar.on(
                day.plusDays(5),
                LocalTime.of(16, 30),
                () -> consultations.close(cast.principal(), id, "Các tổ đã có đủ ý kiến"));
    }

    /** What the person at a place chooses; the first choice finds most. */
    private static int choice(int place) {
        return 1 + place % ROUND % CHOICES;
    }

    private NewConsultation choice(String group, String question, String text, List<String> choices, Duration within) {
        return new NewConsultation(
                group,
                question,
                text,
                AnswerKind.CHOICE,
                choices,
                Optional.empty(),
                Optional.of(clock.instant().plus(within)));
    }

    private void documents(DemoCalendar calendar, DemoCast cast, LocalDate day) {
        Caller vice = cast.vice();
        LocalDate meeting = DemoCalendar.workday(day.plusDays(5));
        String file = attachments
                .receive(
                        vice,
                        "tai-lieu-hop-giao-vien-chu-nhiem.pdf",
                        () -> new ByteArrayInputStream(paper(vice, meeting)),
                        LARGEST)
                .id();
        String id = directives.issueNow(
                vice,
                new NewDirective(
                        cast.groups().homeroom(),
                        "Tài liệu họp giáo viên chủ nhiệm",
                        "Đọc trước tài liệu kèm theo và xác nhận đã nhận. Không phát bản giấy tại cuộc họp.",
                        Requirement.ACKNOWLEDGE,
                        Optional.of(VietnamTime.endOf(meeting.minusDays(1))),
                        List.of(),
                        List.of(),
                        "",
                        List.of(file),
                        Optional.empty(),
                        Optional.of(new MeetingDocument(
                                DocumentKind.MEETING,
                                "Họp giáo viên chủ nhiệm giữa kỳ",
                                meeting,
                                "Phòng họp Khu A",
                                PaperUse.REPLACES))),
                "");
        List<Receipt> receipts = directives
                .receipts(vice, id, ReceiptFilter.all(), PageRequest.first(MOST))
                .items();
        // the last one never confirms
        for (int place = 0; place + 1 < receipts.size(); place++) {
            Caller reader = cast.of(receipts.get(place).personId());
            calendar.on(
                    day.plusDays(place % 3),
                    LocalTime.of(11, 30).plusMinutes(place * 9L),
                    () -> directives.acknowledge(reader, id));
        }
        calendar.on(
                meeting.plusDays(2),
                LocalTime.of(15, 0),
                () -> custody.hold(cast.clerk(), id, "Giữ nguyên hồ sơ cuộc họp để đối chiếu khi kiểm tra học kỳ I"));
    }

    private byte[] paper(Caller author, LocalDate meeting) {
        PrintedDocument document = PrintedDocument.of(
                "Tài liệu họp giáo viên chủ nhiệm",
                new Block.Letterhead(
                        "UBND xã Suối Mơ",
                        "Trường TH&THCS Hoa Sen",
                        "",
                        "",
                        DocumentWords.placeAndDate("Suối Mơ", VietnamTime.today(clock))),
                new Block.Title("TÀI LIỆU HỌP", "Họp giáo viên chủ nhiệm giữa kỳ", ""),
                Block.body("Thời gian, địa điểm:", DocumentWords.date(meeting) + ", Phòng họp Khu A."),
                Block.body("1.", "Nền nếp, chuyên cần của các lớp; học sinh cần quan tâm."),
                Block.body("2.", "Phối hợp với cha mẹ học sinh trước kỳ kiểm tra."),
                Block.body("3.", "Hoạt động tháng tới của Liên đội và phân công trực tuần."),
                new Block.Closing(
                        List.of("Giáo viên chủ nhiệm", "Lưu: VT"),
                        List.of(new Block.Signature(List.of("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), author.name()))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            printer.print(document, Printer.Format.PDF, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(VietnamTime.ZONE).toInstant();
    }
}
