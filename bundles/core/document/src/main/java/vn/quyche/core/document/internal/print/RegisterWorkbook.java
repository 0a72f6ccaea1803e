package vn.quyche.core.document.internal.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.quyche.core.document.internal.model.RegisterForm;

/**
 * The register of a year as an Excel file: its name and year, the headings of NĐ 30/2020/NĐ-CP, a line for each document.
 *
 * <p>All cells are texts, so that Excel changes no number and symbol into a date and reckons no formula; only the columns
 * that count are numbers. What is written is not kept in memory.
 */
public final class RegisterWorkbook {

    /** The type of the file. */
    public static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String FONT = "Times New Roman";
    private static final int TITLE_SIZE = 14;
    private static final int HEADINGS = 3;
    private static final int AT_ONCE = 500;
    /** Columns on the sheet are as wide as on paper, in letters. */
    private static final int LETTERS_PER_SHARE = 4;

    private final String title;
    private final RegisterForm form;
    private final int year;
    private final List<List<String>> rows;

    /** @param rows the lines, as {@link vn.quyche.core.document.internal.model.RegisterSheet} makes them */
    public RegisterWorkbook(String title, RegisterForm form, int year, List<List<String>> rows) {
        this.title = title;
        this.form = form;
        this.year = year;
        this.rows = rows;
    }

    /** Writes the file. */
    public void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Quyche", "1.0")) {
            workbook.setGlobalDefaultFont(FONT, TITLE_SIZE - 2d);
            Worksheet sheet = workbook.newWorksheet(String.valueOf(year));
            sheet.pageOrientation("landscape");
            sheet.paperSize(PaperSize.A4_PAPER);
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
            sheet.repeatRows(HEADINGS - 1);
            sheet.freezePane(0, HEADINGS);
            sheet.value(0, 0, title);
            sheet.style(0, 0).bold().fontSize(TITLE_SIZE).set();
            sheet.value(1, 0, "Năm " + year);
            heading(sheet);
            int row = HEADINGS;
            for (List<String> line : rows) {
                line(sheet, row, line);
                row++;
                if (row % AT_ONCE == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private void heading(Worksheet sheet) {
        for (int column = 0; column < form.columns().size(); column++) {
            sheet.value(HEADINGS - 1, column, form.columns().get(column).heading());
            sheet.style(HEADINGS - 1, column)
                    .bold()
                    .wrapText(true)
                    .borderStyle("thin")
                    .set();
            sheet.width(
                    column,
                    (double) LETTERS_PER_SHARE * form.columns().get(column).weight());
        }
    }

    private void line(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (column == form.countedColumn() && !cell.isEmpty()) {
                sheet.value(row, column, Integer.valueOf(cell));
            } else {
                sheet.value(row, column, cell);
            }
            sheet.style(row, column)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle("thin")
                    .set();
        }
    }
}
