package vn.quyche.group.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.table.Tables;

class MemberListReaderTest {

    @Test
    void findsNameAndNumberUnderTheirHeadings() {
        assertThat(read(
                        List.of("DANH SÁCH THÀNH VIÊN NHÓM ZALO", ""),
                        List.of("STT", "Tên hiển thị", "Vai trò", "Số điện thoại"),
                        List.of("1", "Nguyễn Hải Đăng 9A", "Trưởng nhóm", "+84 912.345.601"),
                        List.of("2", "Đỗ Minh Ánh", "Thành viên", "912345602"),
                        List.of("3", "", "Thành viên", "")))
                .containsExactly(
                        new DeclaredRow(3, "Nguyễn Hải Đăng 9A", "0912345601"),
                        new DeclaredRow(4, "Đỗ Minh Ánh", "0912345602"));
    }

    @Test
    void findsThemWithoutHeadingsToo() {
        assertThat(read(
                        List.of("1. Nguyễn Hải Đăng - 0912 345 601"),
                        List.of("Lan 🌸 (84) 912345603"),
                        List.of("0912345604", "Cô Thu Hà", "Phó nhóm"),
                        List.of("Trần Ẩn Danh")))
                .containsExactly(
                        new DeclaredRow(1, "Nguyễn Hải Đăng", "0912345601"),
                        new DeclaredRow(2, "Lan 🌸", "0912345603"),
                        new DeclaredRow(3, "Cô Thu Hà", "0912345604"),
                        new DeclaredRow(4, "Trần Ẩn Danh", ""));
    }

    @Test
    void whoIsCalledByPicturesAloneIsNotOverlooked() {
        assertThat(read(List.of("1", "🌸🌸"), List.of("2", "=1+1"), List.of("3", " ")))
                .extracting(DeclaredRow::name)
                .containsExactly("🌸🌸", "=1+1");
    }

    @Test
    void aNameLongerThanAnyIsCutBetweenLetters() {
        String flowers = "🌸".repeat(150);
        DeclaredRow row = read(List.of("Lan" + flowers)).get(0);
        assertThat(row.name()).startsWith("Lan").hasSizeLessThanOrEqualTo(200);
        assertThat(Character.isHighSurrogate(row.name().charAt(row.name().length() - 1)))
                .isFalse();
    }

    @SafeVarargs
    private static List<DeclaredRow> read(List<String>... cells) {
        List<Tables.Row> rows = new ArrayList<>();
        for (List<String> row : cells) {
            rows.add(new Tables.Row(rows.size() + 1, row));
        }
        return MemberListReader.read(rows);
    }
}
