package vn.quyche.core.document.internal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.quyche.core.api.print.Block;
import vn.quyche.core.api.print.Block.Align;
import vn.quyche.core.api.print.Block.Column;
import vn.quyche.core.api.print.Block.Signature;
import vn.quyche.core.api.print.Block.Style;
import vn.quyche.core.api.print.DocumentWords;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.PrintedDocument.Part;
import vn.quyche.core.api.print.Printer.Format;
import vn.quyche.core.api.print.SigningCapacity;

class DocumentPrinterTest {

    private static final String VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";
    private static final List<Column> COLUMNS = List.of(
            new Column("STT", 1, Align.CENTER),
            new Column("Họ và tên", 5, Align.LEFT),
            new Column("Số", 2, Align.RIGHT));

    private final DocumentPrinter printer = new DocumentPrinter();

    @Test
    void setsADecisionAsTheDecreeAsks() throws IOException {
        byte[] bytes = print(decision(), Format.PDF);
        keep("decision.pdf", bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            PDPage page = pdf.getPage(0);
            assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(page.getMediaBox().getHeight()).isBetween(841f, 842f);
            assertThat(text(pdf, 1))
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
                    .contains("UBND PHƯỜNG THỬ NGHIỆM", "TRƯỜNG TIỂU HỌC MẪU", "Số: 24/QĐ-THM")
                    .contains("Mẫu, ngày 05 tháng 02 năm 2026", "QUYẾT ĐỊNH", "Căn cứ Luật Giao dịch điện tử")
                    .contains("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT.", "KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")
                    .doesNotContain("QUY CHẾ");
            assertThat(text(pdf, 2)).contains("QUY CHẾ", "Chương I", "Điều 1. Phạm vi điều chỉnh");
            for (PDPage one : pdf.getPages()) {
                for (var name : one.getResources().getFontNames()) {
                    PDFont font = one.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).contains("LiberationSerif");
                }
            }
        }
    }

    @Test
    void everyVietnameseLetterComesOutInEachFace() throws IOException {
        String letters = VOWELS + VOWELS.toUpperCase() + "“”‘’…–—§°×½≤≥•";
        List<Block> blocks = new ArrayList<>();
        for (Face face : Face.values()) {
            boolean bold = face == Face.BOLD || face == Face.BOLD_ITALIC;
            boolean italic = face == Face.ITALIC || face == Face.BOLD_ITALIC;
            blocks.add(new Block.Paragraph(Style.LEFT, List.of(new Block.Run(spaced(letters), bold, italic))));
            blocks.add(new Block.Paragraph(
                    Style.LEFT,
                    List.of(new Block.Run(Normalizer.normalize(spaced(letters), Normalizer.Form.NFD), bold, italic))));
        }
        try (PDDocument pdf = Loader.loadPDF(print(PrintedDocument.of("Chữ", blocks), Format.PDF))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            for (int i = 0; i < 8; i++) {
                assertThat(text.substring(i * letters.length(), (i + 1) * letters.length()))
                        .as("round %s", i)
                        .isEqualTo(letters);
            }
        }
    }

    @Test
    void wordsStayWholeAndSearchable() throws IOException {
        String prose = "Trường học số hoá hồ sơ, minh chứng; officials find fluffy affluent ligatures. "
                .repeat(35)
                .strip();
        try (PDDocument pdf = Loader.loadPDF(print(PrintedDocument.of("x", Block.body(prose)), Format.PDF))) {
            assertThat(new PDFTextStripper()
                            .getText(pdf)
                            .replaceAll("\\s+", " ")
                            .strip())
                    .isEqualTo(Normalizer.normalize(prose, Normalizer.Form.NFC));
        }
    }

    @Test
    void headingsOfATableComeAgainAndPagesAreCountedPerPart() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            rows.add(Block.row(String.valueOf(i), "Người thứ " + i, i * 1000 + ""));
        }
        PrintedDocument register = new PrintedDocument(
                "Sổ",
                List.of(
                        new Part(true, List.of(Block.table(COLUMNS, rows))),
                        new Part(false, List.of(Block.body("Phụ lục")))));
        byte[] bytes = print(register, Format.PDF);
        keep("register.pdf", bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            String all = "";
            for (int page = 1; page < pages; page++) {
                String text = text(pdf, page);
                assertThat(text).contains("Họ và tên");
                assertThat(text.strip().startsWith(page + "\n"))
                        .as("number of page %s", page)
                        .isEqualTo(page > 1);
                all += text;
            }
            for (int i = 1; i <= 200; i++) {
                assertThat(all).contains("Người thứ " + i + " ");
            }
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isGreaterThan(800);
            assertThat(text(pdf, pages).strip()).isEqualTo("Phụ lục");
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameDocumentGivesTheSameBytes(Format format) throws IOException {
        assertThat(print(decision(), format)).isEqualTo(print(decision(), format));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void takesHostileText(Format format) throws IOException {
        String hostile = "\u0000\u0007<w:p>&amp;]]>\ud800 \udc00\u202e 😀 漢字 \ufffe\uffff\r\nhai\rba\tbốn\u2028năm";
        String endless = "x".repeat(3000);
        byte[] bytes = print(
                new PrintedDocument(
                        hostile,
                        List.of(new Part(
                                false,
                                List.of(
                                        new Block.Letterhead(hostile, hostile, hostile, hostile, hostile),
                                        new Block.Title(hostile, hostile, ""),
                                        Block.body(hostile),
                                        Block.body(endless),
                                        Block.body(""),
                                        Block.table(COLUMNS, List.of(Block.row("", endless, hostile))),
                                        new Block.Closing(
                                                List.of(hostile, "", endless),
                                                List.of(new Signature(List.of(), ""))))))),
                format);
        assertThat(text(bytes, format)).contains("<w:p>&amp;]]>", "hai", "ba", "bốn", "năm");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void setsAMegabyteOfText(Format format) throws IOException {
        StringBuilder article = new StringBuilder();
        for (int i = 0; article.length() < 1_000_000; i++) {
            article.append("Điều khoản ").append(i * 7919L % 1_000_003).append(" được nêu rõ trong quy chế. ");
        }
        byte[] bytes = print(PrintedDocument.of("Dài", Block.body(article.toString()), Block.body("HẾT")), format);
        if (format == Format.PDF) {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                assertThat(pdf.getNumberOfPages()).isGreaterThan(300);
                assertThat(text(pdf, pdf.getNumberOfPages()).strip()).endsWith("HẾT");
            }
        } else {
            assertThat(text(bytes, format).strip()).endsWith("HẾT");
        }
    }

    @Test
    void aRowLongerThanAPageGoesOn() throws IOException {
        String cell = "Dòng\n".repeat(150) + "Cuối";
        try (PDDocument pdf = Loader.loadPDF(print(
                PrintedDocument.of("x", Block.table(COLUMNS, List.of(Block.row("1", cell, "2")))), Format.PDF))) {
            assertThat(pdf.getNumberOfPages()).isBetween(3, 5);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Cuối");
        }
    }

    @Test
    void wordOpensIt() throws IOException {
        byte[] bytes = print(decision(), Format.DOCX);
        keep("decision.docx", bytes);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            assertThat(word.getTables()).hasSize(2);
            XWPFTable head = word.getTables().get(0);
            assertThat(head.getText()).contains("TRƯỜNG TIỂU HỌC MẪU", "Số: 24/QĐ-THM", "Độc lập - Tự do - Hạnh phúc");
            assertThat(word.getTables().get(1).getText()).contains("Nơi nhận:", "- Lưu: VT.", "KT. HIỆU TRƯỞNG");
            assertThat(word.getParagraphs()).anyMatch(p -> p.getText().equals("Điều 1. Phạm vi điều chỉnh"));
            assertThat(word.getStyles().getDefaultRunStyle().getFontSizeAsDouble())
                    .isEqualTo(14.0);
            assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("Quyết định 24/QĐ-THM");
            assertThat(word.getHeaderList()).hasSize(1);
            var section = word.getDocument().getBody().getSectPr();
            assertThat(section.isSetTitlePg()).isTrue();
            assertThat(Integer.parseInt(section.getPgMar().getLeft().toString()))
                    .isBetween(1700, 1702);
        }
    }

    private static PrintedDocument decision() {
        Part decision = new Part(
                false,
                List.of(
                        new Block.Letterhead(
                                "UBND phường Thử Nghiệm",
                                "Trường Tiểu học Mẫu",
                                "24/QĐ-THM",
                                "",
                                DocumentWords.placeAndDate("Mẫu", LocalDate.of(2026, 2, 5))),
                        new Block.Title("Quyết định", "Về việc ban hành Quy chế sử dụng thư điện tử", ""),
                        Block.text(Style.CENTER, "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC MẪU"),
                        Block.text(Style.BASIS, "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15;"),
                        Block.text(Style.CENTER, "QUYẾT ĐỊNH:"),
                        Block.body(
                                "Điều 1.",
                                "Ban hành kèm theo Quyết định này Quy chế quản lý, vận hành, sử dụng thư điện tử."),
                        Block.body("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
                        Block.body(
                                "Điều 3.", "Cán bộ, giáo viên, nhân viên chịu trách nhiệm thi hành Quyết định này./."),
                        new Block.Closing(
                                List.of("Như Điều 3;", "Lưu: VT"),
                                List.of(new Signature(
                                        SigningCapacity.FOR_HEAD.lines("Hiệu trưởng", "Phó Hiệu trưởng"),
                                        "Người Ký Thử")))));
        Part regulation = new Part(
                false,
                List.of(
                        new Block.Title(
                                "Quy chế", "Sử dụng thư điện tử", "(Ban hành kèm theo Quyết định số 24/QĐ-THM)"),
                        Block.text(Style.CENTER, "Chương I\nNHỮNG QUY ĐỊNH CHUNG"),
                        Block.text(Style.HEADING, "Điều 1. Phạm vi điều chỉnh"),
                        Block.body("1. Quy chế này quy định việc quản lý, sử dụng thư điện tử trong nhà trường.")));
        return new PrintedDocument("Quyết định 24/QĐ-THM", List.of(decision, regulation));
    }

    private byte[] print(PrintedDocument document, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.print(document, format, out);
        return out.toByteArray();
    }

    private static String text(byte[] bytes, Format format) throws IOException {
        if (format == Format.PDF) {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes));
                var extractor = new org.apache.poi.xwpf.extractor.XWPFWordExtractor(word)) {
            return extractor.getText();
        }
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static String spaced(String letters) {
        return letters.replaceAll("(.{20})", "$1 ");
    }

    /** Kept beside the test reports, to be looked at. */
    private static void keep(String name, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/printed"));
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            out.write(bytes);
        }
    }
}
