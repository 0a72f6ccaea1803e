package vn.quyche.core.document.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates.TemplateField;
import vn.quyche.core.document.internal.model.NotPrintable;
import vn.quyche.core.document.internal.print.DocumentPrinter;
import vn.quyche.core.document.internal.print.WordPrinter;

class WordTemplateTest {

    private final ShippedTemplates shipped = new ShippedTemplates(new DocumentPrinter());

    @ParameterizedTest
    @EnumSource(
            value = DocumentKind.class,
            names = {"DECISION", "NOTICE", "PLAN", "REPORT", "SUBMISSION", "MINUTES", "OFFICIAL_LETTER", "INVITATION"})
    void thoseOfTheProductComeOutInTheFormOfTheDecree(DocumentKind kind) throws IOException {
        byte[] content = shipped.of(kind);
        assertThat(shipped.of(kind)).isEqualTo(content);
        WordTemplate template = WordTemplate.open(content);
        assertThat(template.asked()).isNotEmpty();

        byte[] word = template.fill(TemplateSamples.known(kind), TemplateSamples.texts(template));
        byte[] pdf = new WordPrinter().print(WordReader.read(word), "Thử");
        keep(kind.name().toLowerCase() + ".pdf", pdf);
        keep(kind.name().toLowerCase() + ".docx", word);

        assertThat(textOf(word)).doesNotContain("{{", "}}");
        String text = textOfPdf(pdf);
        assertThat(text)
                .contains("UBND XÃ THỬ NGHIỆM", "TRƯỜNG THCS THỬ NGHIỆM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Thử Nghiệm, ngày", "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.")
                .contains(
                        kind == DocumentKind.OFFICIAL_LETTER
                                ? "V/v"
                                : kind.title().toUpperCase());
        template.asked()
                .forEach(field -> assertThat(text.replaceAll("\\s+", " ")).contains(field.label()));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
        }
    }

    @Test
    void typedTextIsTextAndKeepsTheLookOfItsField() throws IOException {
        byte[] content = made(word -> {
            XWPFParagraph paragraph = word.createParagraph();
            // As Word leaves them: a field torn into several runs.
            run(paragraph, "Tại {").setBold(true);
            run(paragraph, "{nhập: Địa").setItalic(true);
            run(paragraph, " điểm}} và {{NGƯỜI KÝ}}.");
            run(word.createParagraph(), "{{soạn: Nội dung}}").setItalic(true);
            run(word.createParagraph(), "{{soạn: Phụ lục?}}");
            run(word.createParagraph(), "{{Cơ quan chủ quản}}");
        });
        WordTemplate template = WordTemplate.open(content);
        assertThat(template.asked())
                .containsExactly(
                        new TemplateField("dia-diem", "Địa điểm", false, true),
                        new TemplateField("noi-dung", "Nội dung", true, true),
                        new TemplateField("phu-luc", "Phụ lục", true, false));
        assertThat(template.known()).containsExactly("Người ký", "Cơ quan chủ quản");

        byte[] filled = template.fill(
                TemplateSamples.known(DocumentKind.NOTICE),
                Map.of("dia-diem", "{{nhập: Khác}} & <phòng>", "noi-dung", "Điều 1. Một.\r\n\r\n  Hai  \n"));
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(filled))) {
            assertThat(read.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly(
                            "Tại {{nhập: Khác}} & <phòng> và TRẦN THỊ THỬ.",
                            "Điều 1. Một.",
                            "Hai",
                            "UBND xã Thử Nghiệm");
            List<XWPFRun> article = read.getParagraphs().get(1).getRuns();
            assertThat(article.get(0).text()).isEqualTo("Điều 1.");
            assertThat(article.get(0).isBold()).isTrue();
            assertThat(article).allMatch(XWPFRun::isItalic);
            assertThat(article.get(1).isBold()).isFalse();
        }
    }

    @Test
    void whatWordSaysOfTheLookIsPrinted() throws IOException {
        byte[] content = made(word -> {
            XWPFParagraph paragraph = word.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.BOTH);
            paragraph.setIndentationHanging(360);
            paragraph.setIndentationLeft(720);
            run(paragraph, "Gạch chân   ba cách").setUnderline(UnderlinePatterns.SINGLE);
            run(paragraph, "sau").addTab();
            XWPFRun next = run(paragraph, "trang hai");
            next.addBreak(BreakType.PAGE);
            run(paragraph, "{{Trích yếu}}");
            XWPFTable table = table(word, 2, 2);
            table.getRow(0).setRepeatHeader(true);
            run(table.getRow(0).getCell(0).getParagraphs().get(0), "Cột");
            run(table.getRow(1).getCell(1).getParagraphs().get(0), "{{nhập: Ô?}}");
            word.createParagraph();
        });
        byte[] filled = WordTemplate.open(content).fill(TemplateSamples.known(DocumentKind.NOTICE), Map.of("o", "Ô 4"));
        byte[] pdf = new WordPrinter().print(WordReader.read(filled), "Thử");
        keep("look.pdf", pdf);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            assertThat(stripper.getText(read)).contains("2\n", "Về việc thử mẫu", "Cột", "Ô 4");
        }
    }

    @Test
    void namesEverythingThatWouldBePrintedWrong() {
        assertRefused(
                made(word -> {
                    XWPFParagraph paragraph = word.createParagraph();
                    XWPFRun run = run(paragraph, "{{Trích yếu}}");
                    run.setFontFamily("Arial");
                    run.setColor("FF0000");
                    run.setStrikeThrough(true);
                    run.setCharacterSpacing(20);
                    paragraph.setNumID(BigInteger.ONE);
                    paragraph.getCTP().addNewIns();
                    paragraph.getCTP().addNewFldSimple().setInstr("DATE");
                    XWPFTable table = table(word, 1, 1);
                    table.getRow(0).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
                    word.createFooter(HeaderFooterType.DEFAULT)
                            .createParagraph()
                            .createRun()
                            .setText("Mật khẩu: 123");
                }),
                "document.template.numbering",
                "document.template.font",
                "document.template.colour",
                "document.template.effects",
                "document.template.letter-spacing",
                "document.template.tracked",
                "document.template.field-code",
                "document.template.merged",
                "document.template.footer-text");
        assertRefused(
                made(word -> {
                    XWPFRun run = run(word.createParagraph(), "{{Trích yếu}}");
                    picture(run);
                    CTSectPr section = word.getDocument().getBody().getSectPr();
                    section.getPgMar().setLeft(BigInteger.valueOf(500));
                    section.getPgSz().setW(BigInteger.valueOf(9000));
                }),
                "document.template.drawing",
                "document.template.paper",
                "document.template.margins");
    }

    @Test
    void namesFieldsThatCannotBeFilled() {
        assertRefused(
                made(word -> {
                    run(word.createParagraph(), "{{Trích yéu}} {{soạn: Một}} thêm");
                    run(word.createParagraph(), "{{Tên loại");
                    run(word.createParagraph(), "{{nhập: Hai}}");
                    run(word.createParagraph(), "{{soạn: hai}}");
                    run(word.createParagraph(), "{{nhập: " + "x".repeat(70) + "}}");
                }),
                "document.template.field-alone",
                "document.template.open-braces",
                "document.template.field-twice",
                "document.template.long-label");
        assertRefused(made(word -> run(word.createParagraph(), "{{gì đó}}")), "document.template.unknown-field");
        assertRefused(made(word -> run(word.createParagraph(), "Không có trường")), "document.template.no-fields");
    }

    @Test
    void refusesWhatReachesOutRunsOrIsNoWordFile() throws IOException {
        byte[] good = made(word -> run(word.createParagraph(), "{{Trích yếu}}"));
        assertRefused("không phải tệp Word".getBytes(StandardCharsets.UTF_8), "document.template.broken");
        assertRefused(new byte[0], "document.template.broken");
        byte[] half = Arrays.copyOf(good, good.length / 2);
        assertRefused(half, "document.template.broken");
        assertRefused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3}, "document.template.old-word");
        assertRefused(new byte[WordFile.LARGEST + 1], "document.template.too-large");
        assertRefused(
                changed(
                        good,
                        "word/_rels/document.xml.rels",
                        xml -> xml.replace(
                                "</Relationships>",
                                "<Relationship Id=\"rX\" Type=\"x\" Target=\"https://example.org/a\" TargetMode=\"External\"/></Relationships>")),
                "document.template.external-link");
        assertRefused(
                changed(good, "[Content_Types].xml", xml -> xml.replace("document.main", "macroEnabled.main")),
                "document.template.macros");
        assertRefused(
                changed(
                        good,
                        "word/document.xml",
                        xml -> xml.replaceFirst(
                                "<w:document", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document")),
                "document.template.broken");
        assertRefused(bomb(), "document.template.too-large");
    }

    private static void assertRefused(byte[] content, String... codes) {
        assertThatThrownBy(() -> WordTemplate.open(content))
                .isInstanceOfSatisfying(
                        NotPrintable.class,
                        refused -> assertThat(refused.at("fileId").fields())
                                .extracting(field -> field.code())
                                .contains(codes));
    }

    private static byte[] made(Consumer<XWPFDocument> content) {
        try (XWPFDocument word = new XWPFDocument()) {
            CTSectPr section = word.getDocument().getBody().addNewSectPr();
            section.addNewPgSz().setW(BigInteger.valueOf(11906));
            section.getPgSz().setH(BigInteger.valueOf(16838));
            CTPageMar margins = section.addNewPgMar();
            margins.setTop(BigInteger.valueOf(1134));
            margins.setBottom(BigInteger.valueOf(1134));
            margins.setLeft(BigInteger.valueOf(1701));
            margins.setRight(BigInteger.valueOf(1134));
            content.accept(word);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(14);
        return run;
    }

    private static XWPFTable table(XWPFDocument word, int rows, int columns) {
        XWPFTable table = word.createTable(rows, columns);
        var grid = table.getCTTbl().addNewTblGrid();
        for (int i = 0; i < columns; i++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(4000));
        }
        return table;
    }

    private static void picture(XWPFRun run) {
        byte[] pixel = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        try {
            run.addPicture(new ByteArrayInputStream(pixel), PictureType.PNG, "a.png", Units.toEMU(1), Units.toEMU(1));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Change {
        String of(String xml);
    }

    private static byte[] changed(byte[] file, String part, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                zip.write(
                        entry.getName().equals(part)
                                ? change.of(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }

    /** Thirty megabytes of nothing in a few kilobytes. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 30; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        return out.toByteArray();
    }

    private static String textOf(byte[] word) throws IOException {
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor extractor = new XWPFWordExtractor(read)) {
            return extractor.getText();
        }
    }

    private static String textOfPdf(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    /** Kept beside the test reports, to be looked at. */
    private static void keep(String name, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/printed"));
        Files.write(folder.resolve(name), bytes);
    }
}
