package vn.quyche.core.directory.internal.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.quyche.core.api.directory.StaffImports;

/** Makes staff lists as people and databases make them, and worse ones. */
final class StaffFile {

    static final List<String> HEADINGS = List.of(
            "STT",
            "Mã định danh CBGV",
            "Họ và tên (*)",
            "Ngày sinh\n(dd/mm/yyyy)",
            "Giới tính",
            "Chức vụ",
            "Vị trí việc làm",
            "Tổ chuyên môn",
            "Điểm trường",
            "Chủ nhiệm lớp",
            "Số điện thoại",
            "Email",
            "Đảng viên",
            "Đoàn viên công đoàn",
            "Ngày vào trường");

    private final List<List<Object>> rows = new ArrayList<>();

    /** The ministry's export: titles above, headings in row 5. */
    static StaffFile official() {
        StaffFile file = new StaffFile();
        file.row("SỞ GIÁO DỤC VÀ ĐÀO TẠO");
        file.row("TRƯỜNG THCS THỬ NGHIỆM");
        file.row();
        file.row("DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN");
        return file.row(HEADINGS.toArray());
    }

    StaffFile row(Object... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    /** An Excel file with the rows in its only sheet. */
    byte[] xlsx() {
        return workbook(Map.of("Danh sách", rows));
    }

    /** An Excel file whose first sheet is something else. */
    byte[] xlsxBehindAnotherSheet() {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Hướng dẫn", List.of(List.of("Hướng dẫn nhập liệu"), List.of("Bước 1", "Tải tệp")));
        sheets.put("Danh sách", rows);
        return workbook(sheets);
    }

    /** A CSV file. */
    byte[] csv(char separator) {
        StringBuilder csv = new StringBuilder();
        for (List<Object> row : rows) {
            csv.append(String.join(
                            String.valueOf(separator),
                            row.stream()
                                    .map(cell -> cell == null
                                            ? ""
                                            : '"' + cell.toString().replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    static StaffImports.Source source(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    /** A zip with these parts. */
    static byte[] zip(Map<String, String> parts) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An Excel file whose sheet is this XML. */
    static byte[] withSheet(String sheetData) {
        return zip(Map.of(
                "xl/workbook.xml",
                "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                        + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/worksheets/sheet1.xml",
                sheetData));
    }

    /** A row of cells that carry their text themselves. */
    static String inlineRow(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (String cell : cells) {
            row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static byte[] workbook(Map<String, List<List<Object>>> sheets) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
                for (Map.Entry<String, List<List<Object>>> sheet : sheets.entrySet()) {
                    Worksheet worksheet = workbook.newWorksheet(sheet.getKey());
                    fill(worksheet, sheet.getValue());
                    worksheet.range(0, 0, 0, 5).merge();
                    worksheet.finish();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Worksheet sheet, List<List<Object>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            List<Object> row = rows.get(r);
            for (int c = 0; c < row.size(); c++) {
                Object cell = row.get(c);
                if (cell instanceof Number number) {
                    sheet.value(r, c, number);
                } else if (cell instanceof LocalDate date) {
                    sheet.value(r, c, date);
                } else if (cell != null) {
                    sheet.value(r, c, cell.toString());
                }
            }
        }
    }
}
