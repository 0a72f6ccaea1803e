package vn.quyche.demo.internal;

import java.time.LocalDate;
import java.util.List;
import vn.quyche.group.api.Requirement;

/** What the invented school's leaders direct in the course of a school year. */
final class DemoTexts {

    static final List<Planned> YEAR = List.of(
            of(
                    0,
                    18,
                    true,
                    "Họp hội đồng sư phạm đầu năm học",
                    "Toàn thể viên chức, người lao động có mặt lúc 7 giờ 30 tại" + " hội trường Khu A.",
                    Requirement.ACKNOWLEDGE,
                    2),
            of(
                    0,
                    27,
                    false,
                    "Chuẩn bị khai giảng",
                    "Giáo viên chủ nhiệm tập trung học sinh, phân công trực nhật và tập nghi" + " thức chào cờ.",
                    Requirement.COMPLETE,
                    6),
            of(
                    1,
                    8,
                    true,
                    "Kế hoạch dạy học học kỳ I",
                    "Các tổ chuyên môn hoàn thành kế hoạch dạy học và nộp về văn phòng.",
                    Requirement.ACKNOWLEDGE,
                    5),
            of(
                    1,
                    22,
                    false,
                    "Họp cha mẹ học sinh đầu năm",
                    "Giáo viên chủ nhiệm gửi giấy mời và chuẩn bị nội dung họp theo" + " mẫu chung.",
                    Requirement.ACKNOWLEDGE,
                    4),
            of(
                    2,
                    6,
                    true,
                    "Tháng an toàn giao thông",
                    "Nhắc học sinh đội mũ bảo hiểm, không dừng xe trước cổng trường giờ" + " tan học.",
                    Requirement.READ,
                    3),
            of(
                    2,
                    20,
                    true,
                    "Hội giảng chào mừng 20/11",
                    "Mỗi tổ đăng ký ít nhất ba tiết dạy, phó hiệu trưởng lập lịch dự giờ.",
                    Requirement.REPLY,
                    7),
            of(
                    3,
                    10,
                    true,
                    "Mít tinh kỷ niệm Ngày Nhà giáo Việt Nam",
                    "Tập trung lúc 7 giờ tại sân Khu A, trang phục theo quy" + " định của nhà trường.",
                    Requirement.ACKNOWLEDGE,
                    5),
            of(
                    3,
                    24,
                    false,
                    "Rà soát học sinh có nguy cơ bỏ học",
                    "Giáo viên chủ nhiệm báo danh sách và biện pháp vận động" + " của từng lớp.",
                    Requirement.COMPLETE,
                    6),
            of(
                    4,
                    8,
                    true,
                    "Kiểm tra cuối học kỳ I",
                    "Coi thi đúng phân công, không mang điện thoại vào phòng thi.",
                    Requirement.ACKNOWLEDGE,
                    3),
            of(
                    4,
                    22,
                    true,
                    "Nhập điểm và xếp loại học kỳ I",
                    "Hoàn thành nhập điểm trước hạn, tổ trưởng kiểm tra chéo.",
                    Requirement.ACKNOWLEDGE,
                    6),
            of(
                    5,
                    8,
                    true,
                    "Sơ kết học kỳ I",
                    "Các tổ gửi số liệu sơ kết về văn phòng theo mẫu.",
                    Requirement.ACKNOWLEDGE,
                    4),
            of(
                    5,
                    20,
                    true,
                    "Trực và bảo vệ trường dịp Tết",
                    "Thực hiện lịch trực, báo ngay lãnh đạo khi có việc bất thường.",
                    Requirement.ACKNOWLEDGE,
                    5),
            of(
                    6,
                    24,
                    false,
                    "Ổn định nền nếp sau Tết",
                    "Báo sĩ số từng ngày trong tuần đầu, liên hệ gia đình học sinh vắng.",
                    Requirement.ACKNOWLEDGE,
                    4),
            of(
                    7,
                    5,
                    true,
                    "Kiểm tra nội bộ giữa học kỳ II",
                    "Các bộ phận chuẩn bị hồ sơ theo danh mục đã thông báo.",
                    Requirement.ACKNOWLEDGE,
                    6),
            of(
                    7,
                    19,
                    true,
                    "Phòng chống dịch bệnh giao mùa",
                    "Vệ sinh lớp học mỗi ngày, báo y tế trường khi có học sinh sốt.",
                    Requirement.READ,
                    3),
            of(
                    8,
                    7,
                    true,
                    "Kiểm kê thiết bị dạy học",
                    "Tổ trưởng phối hợp thiết bị, thư viện kiểm kê và ký biên bản.",
                    Requirement.ACKNOWLEDGE,
                    7),
            of(
                    8,
                    21,
                    true,
                    "Ôn tập và kiểm tra cuối năm",
                    "Lập kế hoạch ôn tập, không dạy trước chương trình.",
                    Requirement.ACKNOWLEDGE,
                    5),
            of(
                    9,
                    12,
                    false,
                    "Hoàn thành học bạ",
                    "Giáo viên chủ nhiệm hoàn thành học bạ, không tẩy xóa, ký đủ trang.",
                    Requirement.COMPLETE,
                    8),
            of(
                    9,
                    22,
                    true,
                    "Tổng kết năm học",
                    "Lễ tổng kết lúc 7 giờ 30, các lớp có mặt trước 15 phút.",
                    Requirement.ACKNOWLEDGE,
                    3),
            of(
                    10,
                    8,
                    true,
                    "Trực hè và bồi dưỡng thường xuyên",
                    "Thực hiện lịch trực hè; nộp kết quả bồi dưỡng trước 15/7.",
                    Requirement.ACKNOWLEDGE,
                    7));

    private DemoTexts() {}

    /**
     * A directive that comes each year.
     *
     * @param month months after August
     * @param dayOfMonth the day
     * @param wide to the whole school, otherwise to the homeroom teachers
     * @param title its title
     * @param text its text
     * @param requirement what is asked for
     * @param days until the deadline
     */
    record Planned(
            int month, int dayOfMonth, boolean wide, String title, String text, Requirement requirement, int days) {

        /** When it is issued in the school year that begins so. */
        LocalDate day(LocalDate start) {
            return start.plusMonths(month).withDayOfMonth(dayOfMonth);
        }
    }

    private static Planned of(
            int month, int day, boolean wide, String title, String text, Requirement requirement, int days) {
        return new Planned(month, day, wide, title, text, requirement, days);
    }
}
