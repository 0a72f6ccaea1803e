package vn.quyche.itests.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What people bring with them: files, and days as fields of a form take them. */
final class Things {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private Things() {}

    /** A list of staff as the ministry's database gives it out: title lines first, then the table. */
    static Path staffList() {
        Path file = temporary(".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "staff", "1.0")) {
            Worksheet sheet = book.newWorksheet("Cán bộ, giáo viên");
            row(sheet, 0, "DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN");
            row(sheet, 2, "STT", "Mã định danh", "Họ và tên", "Ngày sinh", "Giới tính", "Vị trí việc làm", "Ghi chú");
            row(sheet, 3, "1", "0199000001", "Lò Thị Xuân Mai", "04/03/1991", "Nữ", "Giáo viên", "");
            row(sheet, 4, "2", "0199000002", "Quàng Văn Thắng", "15/11/1987", "Nam", "Giáo viên", "");
            row(sheet, 5, "3", "0199000003", "Cà Văn Ín", "31/02/1990", "Nam", "Giáo viên", "ngày sinh sai");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    /** A photograph. */
    static Path picture() {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(15, 95, 92));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.WHITE);
        pen.fillOval(200, 120, 240, 240);
        pen.dispose();
        Path file = temporary(".jpg");
        try {
            ImageIO.write(image, "jpg", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static Path temporary(String ending) {
        try {
            Path file = Files.createTempFile("quyche-browser", ending);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A day from today, as a date field takes it. */
    static String day(int from) {
        return LocalDate.now(VIETNAM).plusDays(from).toString();
    }

    /** A time from now, as a field with date and time takes it. */
    static String time(int days) {
        return LocalDateTime.now(VIETNAM).plusDays(days).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
    }
}
