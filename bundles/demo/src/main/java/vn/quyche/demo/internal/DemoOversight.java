package vn.quyche.demo.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.SchoolPeriod;
import vn.quyche.core.api.compliance.SchoolTrainings;
import vn.quyche.core.api.compliance.SchoolTrainings.NewTraining;
import vn.quyche.core.api.compliance.SchoolTrainings.Session;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.NewFinding;
import vn.quyche.group.api.inspection.NewInspection;

/** What leaders and office of the invented school inspect and teach. */
@Component(service = DemoOversight.class)
public final class DemoOversight {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.of(11, 15);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 30);
    private static final Set<Integer> MISSED_FIRST = Set.of(17, 29, 41);
    private static final Set<Integer> MISSED_SECOND = Set.of(11, 33);
    private static final int STILL_MISSING = 29;

    private final Inspections inspections;
    private final SchoolTrainings trainings;
    private final Duties duties;

    @Activate
    public DemoOversight(
            @Reference Inspections inspections, @Reference SchoolTrainings trainings, @Reference Duties duties) {
        this.inspections = inspections;
        this.trainings = trainings;
        this.duties = duties;
    }

    /** Enters what happened between two days. */
    void plan(DemoCalendar calendar, DemoCast cast, LocalDate first, LocalDate present) {
        for (int year = 0; year < 2; year++) {
            LocalDate start = first.plusYears(year);
            calendar.on(start.plusDays(3), AFTERNOON, () -> trainings(calendar, cast, start));
        }
        LocalDate signed = DemoCalendar.workday(present.minusDays(38));
        calendar.on(signed, AFTERNOON, () -> inspect(calendar, cast, signed));
        LocalDate begun = DemoCalendar.workday(present.minusDays(2));
        calendar.on(begun, AFTERNOON, () -> draft(cast, begun));
    }

    /** What is planned now, and what nobody can do yet: somebody still waits for a signing token. */
    void now(DemoCast cast, LocalDate today) {
        trainings.plan(
                cast.clerk(),
                training(
                        "BC.6.2",
                        "Tài khoản và bảo mật trên nhóm Zalo của trường",
                        "Đặt mật khẩu, xác minh tài khoản, nhận biết tin nhắn giả mạo.",
                        session(cast, DemoCalendar.workday(today.plusDays(16)), AFTERNOON)),
                "");
        Duties.Query late = new Duties.Query(
                Optional.empty(), Optional.of("signing."), Optional.empty(), true, Optional.empty(), Optional.empty());
        // whether there are any depends on when the job that lays them had its turns in the past
        if (!duties.list(cast.principal(), late, PageRequest.first(1)).items().isEmpty()) {
            duties.excuseAll(
                    cast.principal(),
                    late,
                    "Đã nộp hồ sơ xin cấp chứng thư số cho người còn thiếu, đang chờ nhà cung cấp giao USB ký số.");
        }
    }

    private void trainings(DemoCalendar calendar, DemoCast cast, LocalDate start) {
        Caller clerk = cast.clerk();
        LocalDate firstDay = DemoCalendar.workday(start.plusDays(11));
        LocalDate secondDay = DemoCalendar.workday(start.plusDays(45));
        String one = trainings.plan(
                clerk,
                training(
                        "BC.1.2",
                        "Quy chế nhóm Zalo, Viber của nhà trường",
                        "Thành viên, kê khai danh sách, xác nhận văn bản chỉ đạo đúng hạn.",
                        session(cast, firstDay, MORNING)),
                "");
        String two = trainings.plan(
                clerk,
                training(
                        "TA.12d",
                        "Thông tin báo cáo và phối hợp trong trường",
                        "Trách nhiệm báo cáo, thời hạn, biểu mẫu và cách phối hợp giữa các tổ.",
                        session(cast, secondDay, MORNING)),
                "");
        trainings.approve(
                cast.principal(),
                SchoolPeriod.year(start),
                "Toàn thể viên chức, người lao động nắm vững các quy chế của trường; ai vắng được tập huấn bù trong tháng.");
        calendar.on(firstDay, NOON, () -> {
            trainings.hold(clerk, one, cast.allBut(MISSED_FIRST), "Buổi tập huấn đầu năm học, có bài kiểm tra nhanh");
            LocalDate again = DemoCalendar.workday(firstDay.plusDays(9));
            calendar.on(firstDay.plusDays(1), AFTERNOON, () -> {
                String makeUp = trainings.makeUp(clerk, one, session(cast, again, MORNING), "");
                calendar.on(
                        again,
                        NOON,
                        () -> trainings.hold(clerk, makeUp, cast.only(MISSED_FIRST, STILL_MISSING), "Tập huấn bù"));
            });
        });
        calendar.on(secondDay, NOON, () -> trainings.hold(clerk, two, cast.allBut(MISSED_SECOND), ""));
    }

    private static NewTraining training(String clause, String title, String content, Session session) {
        return new NewTraining(clause, title, content, session);
    }

    private static Session session(DemoCast cast, LocalDate day, LocalTime hour) {
        return new Session(
                day.atTime(hour).atZone(VietnamTime.ZONE).toInstant(),
                cast.vice().name(),
                "Hội trường Khu A",
                DemoCast.id(cast.clerk()));
    }

    private void inspect(DemoCalendar calendar, DemoCast cast, LocalDate day) {
        Caller vice = cast.vice();
        String id = begin(vice, cast.groups().homeroom(), day.minusDays(61), day.minusDays(1));
        String remedied = inspections.find(
                vice,
                id,
                new NewFinding(
                        Finding.Kind.MEMBERSHIP,
                        "Hai người thuộc nhóm chưa có trong nhóm trên Zalo.",
                        "Mời đủ người vào nhóm và kê khai lại danh sách.",
                        day.plusDays(14)),
                "");
        inspections.find(
                vice,
                id,
                new NewFinding(
                        Finding.Kind.RECORDS,
                        "Việc kê khai danh sách thành viên chưa đều hằng tháng.",
                        "Kê khai đúng hạn trong hai tháng tới, báo cáo kết quả.",
                        day.plusDays(60)),
                "");
        conclude(vice, id, "Nhóm hoạt động đúng mục đích, chỉ đạo đến đủ người. Còn hai việc cần khắc phục.");
        inspections.sign(vice, id, version(vice, id));
        calendar.on(
                DemoCalendar.workday(day.plusDays(8)),
                AFTERNOON,
                () -> inspections.remedy(
                        cast.pioneerLeader(),
                        id,
                        remedied,
                        "Đã mời đủ người và kê khai lại danh sách, không còn ai thiếu."));
    }

    private void draft(DemoCast cast, LocalDate day) {
        Caller vice = cast.vice();
        String id = begin(vice, cast.groups().school(), day.minusDays(31), day.minusDays(1));
        inspections.find(
                vice,
                id,
                new NewFinding(
                        Finding.Kind.DIRECTIVES,
                        "Vài chỉ đạo có hạn xác nhận quá ngắn so với khối lượng việc.",
                        "Người đăng để hạn ít nhất ba ngày, trừ việc khẩn.",
                        day.plusDays(30)),
                "");
        conclude(vice, id, "Đang đối chiếu với sổ trực và sổ công văn.");
    }

    private String begin(Caller vice, String group, LocalDate from, LocalDate to) {
        return inspections.begin(vice, new NewInspection(group, "", from, to), "");
    }

    private void conclude(Caller vice, String id, String conclusion) {
        inspections.conclude(vice, id, version(vice, id), conclusion);
    }

    private long version(Caller vice, String id) {
        return inspections.get(vice, id).version();
    }
}
