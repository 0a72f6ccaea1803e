package vn.quyche.core.document.internal.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.Block.Style;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;

/**
 * The templates that come with the product, for the kinds that schools write most, in the form of NĐ 30/2020/NĐ-CP, Phụ lục
 * I and III. They are set by the printer, which alone knows the measures of the decree; a school takes one as a Word file,
 * changes it and brings it back as its own.
 */
public final class ShippedTemplates {

    private static final String BODY = "{{soạn: Nội dung}}";

    private final Printer printer;

    public ShippedTemplates(Printer printer) {
        this.printer = printer;
    }

    /** The Word file for a kind. */
    public byte[] of(DocumentKind kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            printer.print(PrintedDocument.of("Mẫu " + kind.title(), blocks(kind)), Printer.Format.DOCX, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<Block> blocks(DocumentKind kind) {
        return switch (kind) {
            case DECISION -> decision();
            case NOTICE -> titled(kind, Block.body(BODY));
            case PLAN ->
                titled(
                        kind,
                        Block.text(Style.BASIS, "{{soạn: Căn cứ?}}"),
                        Block.text(Style.HEADING, "I. MỤC ĐÍCH, YÊU CẦU"),
                        Block.body("{{soạn: Mục đích, yêu cầu}}"),
                        Block.text(Style.HEADING, "II. NỘI DUNG"),
                        Block.body(BODY),
                        Block.text(Style.HEADING, "III. TỔ CHỨC THỰC HIỆN"),
                        Block.body("{{soạn: Tổ chức thực hiện}}"));
            case REPORT ->
                titled(
                        kind,
                        Block.body("{{soạn: Mở đầu?}}"),
                        Block.text(Style.HEADING, "I. KẾT QUẢ THỰC HIỆN"),
                        Block.body("{{soạn: Kết quả thực hiện}}"),
                        Block.text(Style.HEADING, "II. TỒN TẠI, HẠN CHẾ"),
                        Block.body("{{soạn: Tồn tại, hạn chế}}"),
                        Block.text(Style.HEADING, "III. PHƯƠNG HƯỚNG, KIẾN NGHỊ"),
                        Block.body("{{soạn: Phương hướng, kiến nghị}}"));
            case SUBMISSION -> titled(kind, Block.text(Style.MIDDLE, "Kính gửi: {{nhập: Kính gửi}}"), Block.body(BODY));
            case MINUTES -> minutes();
            case OFFICIAL_LETTER -> letter();
            case INVITATION ->
                titled(
                        kind,
                        Block.body("{{Tên trường}} trân trọng kính mời: {{nhập: Người được mời}}"),
                        Block.body("Tới dự: {{nhập: Tới dự}}"),
                        Block.body("Chủ trì: {{nhập: Chủ trì}}"),
                        Block.body("Thời gian: {{nhập: Thời gian}}"),
                        Block.body("Địa điểm: {{nhập: Địa điểm}}"),
                        Block.body("{{soạn: Ghi chú?}}"));
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static List<Block> decision() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(head(""));
        blocks.add(title(DocumentKind.DECISION));
        blocks.add(Block.text(Style.CENTER, "HIỆU TRƯỞNG {{TÊN TRƯỜNG}}"));
        blocks.add(Block.text(Style.BASIS, "{{soạn: Căn cứ}}"));
        blocks.add(Block.text(Style.CENTER, "QUYẾT ĐỊNH:"));
        blocks.add(Block.body("{{soạn: Các điều của quyết định}}"));
        blocks.add(closing());
        return blocks;
    }

    private static List<Block> letter() {
        return List.of(
                head("V/v {{Trích yếu}}"),
                Block.text(Style.MIDDLE, "Kính gửi: {{nhập: Kính gửi}}"),
                Block.body(BODY),
                closing());
    }

    private static List<Block> minutes() {
        return List.of(
                head(""),
                title(DocumentKind.MINUTES),
                Block.body("Thời gian bắt đầu: {{nhập: Thời gian bắt đầu}}"),
                Block.body("Địa điểm: {{nhập: Địa điểm}}"),
                Block.body("Thành phần tham dự: {{nhập: Thành phần tham dự}}"),
                Block.body("Chủ trì: {{nhập: Chủ trì}}"),
                Block.body("Thư ký: {{nhập: Thư ký}}"),
                Block.text(Style.HEADING, "Nội dung:"),
                Block.body(BODY),
                Block.body("Cuộc họp kết thúc vào {{nhập: Thời gian kết thúc}}./."),
                new Block.Closing(
                        List.of("{{Nơi nhận}}"),
                        List.of(
                                new Signature(List.of("THƯ KÝ"), "{{nhập: Thư ký}}"),
                                new Signature(List.of("CHỦ TRÌ"), "{{nhập: Chủ trì}}"))));
    }

    private static List<Block> titled(DocumentKind kind, Block... blocks) {
        List<Block> all = new ArrayList<>(List.of(head(""), title(kind)));
        all.addAll(Arrays.asList(blocks));
        all.add(closing());
        return all;
    }

    private static Block head(String subject) {
        return new Block.Letterhead(
                "{{Cơ quan chủ quản}}", "{{Tên trường}}", "{{Số, ký hiệu}}", subject, "{{Địa danh, ngày tháng}}");
    }

    private static Block title(DocumentKind kind) {
        return new Block.Title(kind.title(), "{{Trích yếu}}", "");
    }

    private static Block closing() {
        return new Block.Closing(
                List.of("{{Nơi nhận}}"), List.of(new Signature(List.of("{{Quyền hạn ký}}"), "{{Người ký}}")));
    }
}
