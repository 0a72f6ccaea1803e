package vn.quyche.core.directory.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.table.Tables;

class FileTablesTest {

    private static final String LIST = "Tên hiển thị;Số điện thoại\nNguyễn Hải Đăng 🌸;+84 912 345 601\n";

    private final FileTables tables = new FileTables();

    @Test
    void readsTheSameListInEveryEncoding() throws IOException {
        // windows-1258 has tones as letters of their own, and no flowers
        String plain = LIST.replace(" 🌸", "");
        for (byte[] file : List.of(
                plain.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + plain).getBytes(StandardCharsets.UTF_8),
                Normalizer.normalize(plain, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + plain).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + plain).getBytes(StandardCharsets.UTF_16BE),
                plain.getBytes(StandardCharsets.UTF_16LE),
                plain.getBytes(StandardCharsets.UTF_16BE),
                windows1258(plain))) {
            assertThat(read(file))
                    .extracting(Tables.Row::cells)
                    .containsExactly(
                            List.of("Tên hiển thị", "Số điện thoại"), List.of("Nguyễn Hải Đăng", "+84 912 345 601"));
        }
    }

    @Test
    void readsEverySeparatorAndLineEnding() throws IOException {
        for (char separator : new char[] {',', ';', '\t'}) {
            String text = "a;b\r\n\"x;y\";2\r".replace(';', separator);
            assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                    .extracting(Tables.Row::cells)
                    .containsExactly(List.of("a", "b"), List.of(("x" + separator + "y").replace('\t', ' '), "2"));
        }
        assertThat(read("Lê An\n\nĐỗ Bình\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(Tables.Row::number)
                .containsExactly(1, 3);
    }

    @Test
    void aFormulaIsTextThatNobodyComputes() throws IOException {
        assertThat(read("=CMD|'/C calc'!A0;0912345601\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(row -> row.cells().get(0))
                .containsExactly("=CMD|'/C calc'!A0");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertRefused(new byte[0], "directory.import-empty");
        assertRefused("\n \n".getBytes(StandardCharsets.UTF_8), "directory.import-empty");
        assertRefused(new byte[] {1, 0, 2, 0, 0, 3, 7, 0, 0, 0}, "directory.import-not-a-table");
        assertRefused("<html></html>".getBytes(StandardCharsets.UTF_8), "directory.import-not-a-table");
        assertRefused("a\nb\nc\nd\n".getBytes(StandardCharsets.UTF_8), "directory.import-too-many-rows");
        assertRefused(StaffFile.zip(Map.of("xl/workbook.xml", " ".repeat(40 << 20))), "directory.import-bomb");
    }

    private List<Tables.Row> read(byte[] file) throws IOException {
        return tables.read(() -> new ByteArrayInputStream(file), 3);
    }

    private void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(FieldError::code)
                                .containsExactly(code));
    }

    /** Vowels with their hats as one byte, the tone as another behind them. */
    private static byte[] windows1258(String text) {
        StringBuilder apart = new StringBuilder();
        for (char c : text.toCharArray()) {
            String marks = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            String tones = marks.chars()
                    .filter(mark -> "\u0300\u0301\u0303\u0309\u0323".indexOf(mark) >= 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String base = marks.chars()
                    .filter(mark -> tones.indexOf(mark) < 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            apart.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tones);
        }
        return apart.toString().getBytes(Charset.forName("windows-1258"));
    }
}
