package vn.quyche.demo.internal;

import java.util.List;
import vn.quyche.core.api.document.DocumentKind;

/** What the official documents of the invented school say; every name and number is invented. */
final class DemoPaperTexts {

    /** What became of a document of the past. */
    enum End {
        ISSUED,
        RECALLED,
        CANCELLED
    }

    /**
     * A document of the school.
     *
     * @param daysAgo when it was made, for one of the past
     * @param byClerk whether the clerk drafted it; else the head of the maths group
     */
    record Paper(
            DocumentKind kind,
            String subject,
            List<String> recipients,
            int daysAgo,
            boolean byClerk,
            int copies,
            End end,
            List<String> body) {}

    /**
     * A letter that came.
     *
     * @param daysAgo when it came, for one of the past
     * @param opinion what the principal said
     * @param outcome what became of it
     */
    record Letter(
            String sender,
            String code,
            DocumentKind kind,
            String subject,
            boolean urgent,
            boolean paper,
            int daysAgo,
            String opinion,
            String outcome,
            List<String> body) {}

    private static final String COMMUNE = "UBND xã Suối Mơ";
    private static final String OFFICE = "Phòng Văn hóa – Xã hội xã Suối Mơ";
    private static final String DEPARTMENT = "Sở Giáo dục và Đào tạo Hoa Ban";
    private static final List<String> ALL = List.of("Các tổ chuyên môn", "Giáo viên, nhân viên", "Lưu: VT");

    static final List<Paper> ISSUED = List.of(
            issued(
                    DocumentKind.DECISION,
                    "Phân công nhiệm vụ giáo viên, nhân viên năm học",
                    96,
                    6,
                    "Phân công nhiệm vụ giảng dạy, chủ nhiệm và kiêm nhiệm theo danh sách kèm theo.",
                    "Tổ trưởng chuyên môn, giáo viên và nhân viên có tên chịu trách nhiệm thi hành."),
            issued(
                    DocumentKind.PLAN,
                    "Giáo dục của nhà trường",
                    88,
                    8,
                    "Thực hiện chương trình 35 tuần; tổ chức hai hội thi và một chuyên đề cấp trường.",
                    "Bồi dưỡng học sinh có năng khiếu và phụ đạo học sinh cần giúp đỡ vào chiều thứ Tư."),
            issued(
                    DocumentKind.NOTICE,
                    "Lịch họp cha mẹ học sinh đầu năm",
                    75,
                    20,
                    "Giáo viên chủ nhiệm chuẩn bị hồ sơ lớp, mời cha mẹ học sinh trước ba ngày."),
            issued(
                    DocumentKind.REPORT,
                    "Số liệu đầu năm học",
                    70,
                    3,
                    "Số lớp, số học sinh, số phòng học và thiết bị dạy học tính đến ngày khai giảng."),
            issued(
                    DocumentKind.OFFICIAL_LETTER,
                    "Về việc đề nghị hỗ trợ tu sửa mái nhà lớp học khu B",
                    52,
                    4,
                    "Mái hai phòng học khu B bị dột khi mưa lớn; nhà trường đề nghị hỗ trợ kinh phí tu sửa."),
            issued(
                    DocumentKind.DECISION,
                    "Thành lập tổ tư vấn tâm lý học đường",
                    41,
                    5,
                    "Tổ gồm năm thành viên, làm việc tại phòng truyền thống vào giờ ra chơi."),
            issued(
                    DocumentKind.SUBMISSION,
                    "Về việc mua bổ sung máy tính phòng tin học",
                    33,
                    3,
                    "Phòng tin học có 18 máy, trong đó 5 máy hỏng; đề nghị mua bổ sung 10 máy tính."),
            paper(
                    DocumentKind.INVITATION,
                    "Dự lễ kỷ niệm Ngày Nhà giáo",
                    26,
                    true,
                    30,
                    End.RECALLED,
                    "Trân trọng kính mời dự lễ kỷ niệm tại sân trường khu A."),
            issued(
                    DocumentKind.NOTICE,
                    "Lịch kiểm tra giữa học kỳ",
                    24,
                    12,
                    "Các lớp kiểm tra theo lịch chung; giáo viên bộ môn nộp ma trận đề trước năm ngày."),
            paper(
                    DocumentKind.NOTICE,
                    "Tổ chức tham quan học tập",
                    19,
                    true,
                    0,
                    End.CANCELLED,
                    "Tham quan làng nghề vào sáng thứ Bảy."),
            issued(
                    DocumentKind.PLAN,
                    "Phòng cháy và chữa cháy",
                    12,
                    6,
                    "Diễn tập thoát nạn mỗi học kỳ một lần; kiểm tra bình chữa cháy hằng tháng."),
            issued(
                    DocumentKind.REPORT,
                    "Sơ kết hoạt động của các câu lạc bộ",
                    6,
                    3,
                    "Bốn câu lạc bộ sinh hoạt đều; câu lạc bộ tin học có 26 học sinh tham gia."));

    static final List<Letter> HANDLED = List.of(
            letter(
                    DEPARTMENT,
                    "1187/SGDĐT-GDPT",
                    "Hướng dẫn thực hiện nhiệm vụ năm học",
                    false,
                    92,
                    "Các tổ nghiên cứu, đưa vào kế hoạch.",
                    "Đã đưa vào kế hoạch giáo dục của nhà trường.",
                    "Hướng dẫn thực hiện chương trình, kiểm tra đánh giá và bồi dưỡng giáo viên."),
            letter(
                    COMMUNE,
                    "205/UBND-VX",
                    "Rà soát trẻ trong độ tuổi đến trường",
                    false,
                    81,
                    "Giáo viên chủ nhiệm phối hợp với thôn rà soát.",
                    "Đã gửi danh sách 412 trẻ cho UBND xã.",
                    "Rà soát số trẻ từ 6 đến 14 tuổi trên địa bàn xã, lập danh sách theo thôn."),
            letter(
                    OFFICE,
                    "57/VHXH",
                    "Tổ chức tuần lễ hưởng ứng học tập suốt đời",
                    false,
                    58,
                    "Tổ Toán – Tin phối hợp thư viện.",
                    "Đã tổ chức, có báo cáo kèm ảnh.",
                    "Tổ chức ngày đọc sách và trưng bày sách tại thư viện."),
            letter(
                    DEPARTMENT,
                    "1496/SGDĐT-CNTT",
                    "Bồi dưỡng sử dụng trí tuệ nhân tạo trong dạy học",
                    false,
                    37,
                    "Cử hai người tham dự.",
                    "Đã cử hai giáo viên tham dự, có danh sách.",
                    "Mỗi trường cử hai giáo viên tham dự lớp bồi dưỡng trực tuyến ba buổi."),
            letter(
                    COMMUNE,
                    "251/UBND-CA",
                    "Tăng cường an toàn giao thông cổng trường",
                    true,
                    17,
                    "Đội cờ đỏ và bảo vệ thực hiện ngay.",
                    "Đã phân luồng giờ tan trường, dán biển báo.",
                    "Không để xe của cha mẹ học sinh dừng trên lòng đường giờ tan trường."));

    static final List<Letter> ARRIVED = List.of(
            letter(
                    DEPARTMENT,
                    "1618/SGDĐT-QLCL",
                    "Khảo sát chất lượng học kỳ I",
                    true,
                    0,
                    "",
                    "",
                    "Khảo sát môn Toán và Tiếng Việt lớp 5, Toán và Ngữ văn lớp 9."),
            letter(
                    COMMUNE,
                    "279/UBND-VX",
                    "Đăng ký nhu cầu sửa chữa trường lớp năm sau",
                    false,
                    0,
                    "",
                    "",
                    "Các trường lập danh mục công trình, gửi dự toán sơ bộ."),
            letter(
                    OFFICE,
                    "83/VHXH",
                    "Mời tham gia hội diễn văn nghệ cấp xã",
                    false,
                    0,
                    "",
                    "",
                    "Mỗi trường một chương trình không quá 25 phút."),
            letter(
                    DEPARTMENT,
                    "1622/SGDĐT-CNTT",
                    "Cập nhật dữ liệu ngành giữa học kỳ",
                    false,
                    0,
                    "",
                    "",
                    "Cập nhật hồ sơ học sinh, giáo viên và cơ sở vật chất trên cơ sở dữ liệu ngành."),
            letter(
                    COMMUNE,
                    "281/UBND-YT",
                    "Phối hợp khám sức khỏe học sinh",
                    false,
                    0,
                    "",
                    "",
                    "Trạm y tế khám theo lịch từng khối lớp; nhà trường bố trí phòng và danh sách."));

    /** In the order of the states in which they stay: draft, submitted, returned, approved, numbered, signed, discarded. */
    static final List<Paper> OPEN = List.of(
            open(
                    DocumentKind.PLAN,
                    "Ôn tập và kiểm tra học kỳ I",
                    "Ôn tập trong hai tuần; đề kiểm tra do tổ chuyên môn ra và nhà trường duyệt."),
            open(
                    DocumentKind.SUBMISSION,
                    "Về việc thanh lý thiết bị hỏng phòng tin học",
                    "Năm máy tính và hai máy in hỏng, chi phí sửa chữa vượt giá trị còn lại."),
            open(
                    DocumentKind.PLAN,
                    "Tổ chức ngày hội toán học",
                    "Ngày hội gồm ba trạm trò chơi và một cuộc thi giải toán nhanh."),
            open(
                    DocumentKind.REPORT,
                    "Kết quả dự giờ tháng",
                    "Đã dự 14 tiết; các tiết dạy bảo đảm chuẩn kiến thức, có đổi mới phương pháp."),
            paper(
                    DocumentKind.DECISION,
                    "Công nhận giáo viên dạy giỏi cấp trường",
                    0,
                    true,
                    5,
                    End.ISSUED,
                    "Công nhận chín giáo viên đạt danh hiệu giáo viên dạy giỏi cấp trường."),
            paper(
                    DocumentKind.OFFICIAL_LETTER,
                    "Về việc phối hợp bảo đảm an ninh trật tự khu vực cổng trường",
                    0,
                    true,
                    2,
                    End.ISSUED,
                    "Đề nghị Công an xã bố trí lực lượng vào giờ tan trường các ngày trong tuần."),
            open(DocumentKind.NOTICE, "Đổi lịch sinh hoạt tổ", "Lịch sinh hoạt tổ chuyển sang chiều thứ Năm."));

    /**
     * Documents that are signed digitally, in the order of what becomes of them: signed and sealed, signed by the principal, three
     * signed at once, and those that still wait.
     */
    static final List<Paper> TO_SIGN = List.of(
            toSign(
                    DocumentKind.DECISION,
                    "Thành lập đội tuyển học sinh giỏi cấp trường",
                    "Thành lập đội tuyển gồm 18 học sinh theo danh sách kèm theo.",
                    "Tổ trưởng chuyên môn phân công giáo viên bồi dưỡng và báo cáo kết quả hằng tháng."),
            toSign(
                    DocumentKind.OFFICIAL_LETTER,
                    "Về việc đề nghị cấp bổ sung sách giáo khoa thư viện",
                    "Thư viện còn thiếu 120 bản sách giáo khoa dùng chung; nhà trường đề nghị được cấp bổ sung."),
            toSign(
                    DocumentKind.NOTICE,
                    "Lịch tiêm chủng tại trường",
                    "Trạm y tế tiêm nhắc lại cho học sinh lớp 1 và lớp 6 tại phòng y tế."),
            toSign(
                    DocumentKind.PLAN,
                    "Phòng chống cháy nổ quý tới",
                    "Kiểm tra bình chữa cháy, lối thoát nạn; diễn tập một buổi cho toàn trường."),
            toSign(
                    DocumentKind.REPORT,
                    "Kết quả phong trào đọc sách",
                    "Các lớp đã mượn 1.460 lượt sách; 32 học sinh được khen."),
            toSign(
                    DocumentKind.DECISION,
                    "Khen thưởng học sinh có thành tích tháng",
                    "Khen thưởng 24 học sinh theo danh sách của các lớp.",
                    "Mức thưởng theo quy chế chi tiêu nội bộ."),
            toSign(
                    DocumentKind.NOTICE,
                    "Kế hoạch nghỉ học kỳ",
                    "Học sinh nghỉ học kỳ một tuần; giáo viên chủ nhiệm thông báo đến cha mẹ học sinh."),
            toSign(
                    DocumentKind.PLAN,
                    "Kiểm tra nội bộ tháng",
                    "Kiểm tra hồ sơ chuyên môn hai tổ và việc bảo quản thiết bị dạy học."),
            toSign(
                    DocumentKind.OFFICIAL_LETTER,
                    "Về việc mời báo cáo viên tập huấn chuyển đổi số",
                    "Nhà trường trân trọng đề nghị cử một báo cáo viên cho buổi tập huấn của giáo viên."));

    static final Paper ATTACHMENT = toSign(
            DocumentKind.DECISION,
            "Danh sách học sinh đội tuyển",
            "Môn Toán: 6 học sinh lớp 9A, 9B.",
            "Môn Ngữ văn: 6 học sinh lớp 9A, 9C.",
            "Môn Tiếng Anh: 6 học sinh lớp 8A, 9B.");

    /** A letter of which the school has made a certified copy. */
    static final Letter COPIED = letter(
            DEPARTMENT,
            "418/SGDĐT-GDTrH",
            "Hướng dẫn tổ chức hoạt động trải nghiệm",
            false,
            0,
            "",
            "",
            "Các trường tổ chức hoạt động trải nghiệm gắn với địa phương, bảo đảm an toàn cho học sinh.");

    private DemoPaperTexts() {}

    private static Paper toSign(DocumentKind kind, String subject, String... body) {
        return paper(kind, subject, 0, true, 2, End.ISSUED, body);
    }

    private static Paper issued(DocumentKind kind, String subject, int daysAgo, int copies, String... body) {
        return paper(kind, subject, daysAgo, true, copies, End.ISSUED, body);
    }

    private static Paper open(DocumentKind kind, String subject, String... body) {
        return paper(kind, subject, 0, false, 1, End.ISSUED, body);
    }

    private static Paper paper(
            DocumentKind kind, String subject, int daysAgo, boolean byClerk, int copies, End end, String... body) {
        return new Paper(kind, subject, ALL, daysAgo, byClerk, copies, end, List.of(body));
    }

    private static Letter letter(
            String sender,
            String code,
            String subject,
            boolean urgent,
            int daysAgo,
            String opinion,
            String outcome,
            String body) {
        return new Letter(
                sender,
                code,
                DocumentKind.OFFICIAL_LETTER,
                subject,
                urgent,
                daysAgo % 2 == 0,
                daysAgo,
                opinion,
                outcome,
                List.of(body));
    }
}
