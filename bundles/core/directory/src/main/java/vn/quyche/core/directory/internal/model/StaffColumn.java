package vn.quyche.core.directory.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.quyche.core.api.VietnameseText;

/** What the columns of a staff list may hold, and the headings under which the ministry's database and schools put it. */
public enum StaffColumn {
    STAFF_CODE(
            "ma dinh danh cbgv",
            "ma dinh danh",
            "ma can bo",
            "ma cbgv",
            "ma gv",
            "ma giao vien",
            "ma nhan su",
            "ma so can bo",
            "ma dinh danh bo gd dt",
            "ma moet"),
    FULL_NAME("ho va ten", "ho ten", "ho va ten khai sinh", "ten can bo", "ten giao vien", "ho ten cbgvnv"),
    FAMILY_NAME("ho", "ho dem", "ho va dem", "ho va ten dem", "ho lot", "ho va chu lot"),
    GIVEN_NAME("ten"),
    BIRTH_DATE("ngay sinh", "ngay thang nam sinh", "sinh ngay", "ngay thang nam"),
    GENDER("gioi tinh", "phai"),
    POSITION("chuc vu", "chuc danh", "chuc vu kiem nhiem"),
    JOB("vi tri viec lam", "vi tri", "nhom chuc vu", "loai can bo", "viec lam"),
    UNIT("to chuyen mon", "to bo mon", "to cong tac", "to"),
    CAMPUS("diem truong", "co so", "khu"),
    HOMEROOM("chu nhiem lop", "lop chu nhiem", "gvcn lop", "chu nhiem"),
    PHONE("so dien thoai", "dien thoai", "sdt", "di dong", "so di dong", "dtdd", "dien thoai di dong"),
    EMAIL("email", "e mail", "thu dien tu", "dia chi email", "dia chi thu dien tu", "mail"),
    PARTY("dang vien", "la dang vien", "dang vien dang csvn"),
    UNION("doan vien cong doan", "cong doan vien", "cong doan", "la doan vien cong doan"),
    JOINED("ngay vao truong", "ngay ve truong", "ngay vao lam", "ngay vao lam viec", "ngay den truong");

    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[][^)\\]]*[)\\]]");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    /** A heading that goes on with one of these is about something else: "Chức vụ Đảng", "Chức vụ Đoàn". */
    private static final List<String> TURNS = List.of("dang", "doan", "cong", "cu", "nuoc", "vo", "chong", "me", "cha");

    private final List<String> headings;

    StaffColumn(String... headings) {
        this.headings = List.of(headings);
    }

    /** The heading as the ministry's database writes it, for messages. */
    public String heading() {
        return switch (this) {
            case STAFF_CODE -> "Mã định danh CBGV";
            case FULL_NAME -> "Họ và tên";
            case FAMILY_NAME -> "Họ đệm";
            case GIVEN_NAME -> "Tên";
            case BIRTH_DATE -> "Ngày sinh";
            case GENDER -> "Giới tính";
            case POSITION -> "Chức vụ";
            case JOB -> "Vị trí việc làm";
            case UNIT -> "Tổ chuyên môn";
            case CAMPUS -> "Điểm trường";
            case HOMEROOM -> "Chủ nhiệm lớp";
            case PHONE -> "Số điện thoại";
            case EMAIL -> "Email";
            case PARTY -> "Đảng viên";
            case UNION -> "Đoàn viên công đoàn";
            case JOINED -> "Ngày vào trường";
        };
    }

    /** Whether it tells of the Party or the trade union. */
    public boolean sensitive() {
        return this == PARTY || this == UNION;
    }

    /** How well a heading names the column. */
    enum Fit {
        EXACT,
        BEGINS,
        NONE
    }

    Fit fit(String heading) {
        String words = words(heading);
        if (words.isEmpty()) {
            return Fit.NONE;
        }
        if (headings.contains(words)) {
            return Fit.EXACT;
        }
        boolean begins = headings.stream()
                .filter(known -> known.indexOf(' ') > 0)
                .filter(known -> words.startsWith(known + ' '))
                .anyMatch(known -> TURNS.stream()
                        .noneMatch(turn -> List.of(
                                        words.substring(known.length() + 1).split(" "))
                                .contains(turn)));
        return begins ? Fit.BEGINS : Fit.NONE;
    }

    /** The column that a heading names exactly. */
    static Optional<StaffColumn> exactly(String heading) {
        for (StaffColumn column : values()) {
            if (column.fit(heading) == Fit.EXACT) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Folded words of a heading, without what stands in brackets. */
    private static String words(String heading) {
        String bare = IN_BRACKETS.matcher(VietnameseText.fold(heading)).replaceAll(" ");
        return NO_WORD.matcher(bare).replaceAll(" ").strip();
    }
}
