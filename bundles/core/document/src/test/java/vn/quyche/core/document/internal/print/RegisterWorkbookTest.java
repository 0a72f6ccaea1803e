package vn.quyche.core.document.internal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.quyche.core.document.internal.model.RegisterForm;

class RegisterWorkbookTest {

    @Test
    void hasTheTenColumnsOfTheDecreeAndALineForEachDocument() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 1_200; i++) {
            rows.add(List.of(
                    i + "/QĐ-THTN",
                    "05/10/2026",
                    "Quyết định: =1+1",
                    "Lan",
                    "Các tổ",
                    "VT",
                    i == 1 ? "" : "3",
                    "",
                    "",
                    ""));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new RegisterWorkbook("Sổ đăng ký", RegisterForm.OUTGOING, 2026, rows).write(bytes);

        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            Sheet sheet = read.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Sổ đăng ký");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Năm 2026");
            assertThat(sheet.getRow(2).getLastCellNum()).isEqualTo((short) 10);
            assertThat(sheet.getRow(2).getCell(3).getStringCellValue()).isEqualTo("Người ký");
            assertThat(sheet.getLastRowNum()).isEqualTo(1_202);
            assertThat(sheet.getRow(3).getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("Quyết định: =1+1");
            assertThat(sheet.getRow(4).getCell(6).getNumericCellValue()).isEqualTo(3);
            assertThat(sheet.getRow(1_202).getCell(0).getStringCellValue()).isEqualTo("1200/QĐ-THTN");
        }
    }

    @Test
    void anEmptyRegisterIsAFileToo() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new RegisterWorkbook("Sổ", RegisterForm.INCOMING, 2026, List.of()).write(bytes);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(read.getSheetAt(0).getRow(2).getCell(1).getStringCellValue())
                    .isEqualTo("Số đến");
        }
    }
}
