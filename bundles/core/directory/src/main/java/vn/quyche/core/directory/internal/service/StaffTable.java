package vn.quyche.core.directory.internal.service;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import vn.quyche.core.api.directory.Gender;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.directory.internal.model.PersonFile;
import vn.quyche.core.directory.internal.model.PostWords;

/** The staff list as a table, under headings that the import reads back. */
final class StaffTable {

    static final List<String> HEADINGS = List.of(
            "Mã định danh CBGV",
            "Họ và tên",
            "Ngày sinh",
            "Giới tính",
            "Chức vụ",
            "Tổ, lớp",
            "Nơi làm việc",
            "Số điện thoại",
            "Email",
            "Ngày vào trường");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private StaffTable() {}

    static List<String> row(People.Row row, PersonFile file) {
        People.Data data = file.person().data();
        return List.of(
                row.staffCode(),
                row.fullName(),
                data.birthDate().map(DAY::format).orElse(""),
                data.gender()
                        .map(gender -> gender == Gender.MALE ? "Nam" : "Nữ")
                        .orElse(""),
                row.posts().stream().sorted().map(PostWords::word).collect(Collectors.joining("; ")),
                String.join("; ", row.units()),
                String.join("; ", row.campuses()),
                row.phone(),
                row.email(),
                firstDay(file).format(DAY));
    }

    private static LocalDate firstDay(PersonFile file) {
        return file.employments().get(file.employments().size() - 1).span().from();
    }
}
