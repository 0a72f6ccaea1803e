package vn.quyche.core.screening.internal.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.core.screening.internal.service.Samples.utf8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.poi.hssf.usermodel.HSSFChildAnchor;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.screening.Verdict;
import vn.quyche.core.api.screening.Verdict.Finding;
import vn.quyche.core.screening.internal.model.Limits;
import vn.quyche.core.screening.internal.model.Strictness;
import vn.quyche.core.screening.internal.virus.VirusScanner;

@Regulated({"BC.3.2", "BC.4.2", "BC.4.4", "TA.4b", "TT.9", "MT.12.3"})
class ScreenerTest {

    private static final String SECRET = "screening.secrecy-marking";
    private static final Strictness STANDARD = Strictness.standard();

    @TempDir
    Path folder;

    private Screener screener;

    @BeforeEach
    void standard() {
        screener = screener(Limits.standard(), STANDARD, new NoScanner());
    }

    // --- what is fine

    @Test
    void letsOrdinaryFilesPassAndNamesTheirType() throws Exception {
        assertThat(screen("ke hoach.docx", Samples.docx("Kế hoạch bảo mật, đổi mật khẩu")))
                .satisfies(ScreenerTest::clean)
                .extracting(Verdict::mediaType)
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(screen("a.xlsx", Samples.xlsxWith("xl/sharedStrings.xml", "<sst><si><t>Mật ong</t></si></sst>")))
                .satisfies(ScreenerTest::clean);
        assertThat(screen("a.pptx", Samples.pptxWith("Mật độ dân số"))).satisfies(ScreenerTest::clean);
        assertThat(screen("a.odt", Samples.odt("styles.xml", "Bảo mật"))).satisfies(ScreenerTest::clean);
        assertThat(screen("a.pdf", Samples.pdf("Kế hoạch năm học", "Giữ bí mật mật khẩu thư điện tử")))
                .satisfies(ScreenerTest::clean)
                .extracting(Verdict::mediaType)
                .isEqualTo("application/pdf");
        assertThat(screen("a.xls", Samples.xls("Danh sách vắng mặt", "Trường"))).satisfies(ScreenerTest::clean);
        assertThat(screen("a.ppt", Samples.ppt("Bài giảng"))).satisfies(ScreenerTest::clean);
        assertThat(screen("a.txt", utf8("Đổi mật khẩu"))).satisfies(ScreenerTest::clean);
        assertThat(screen("a.gif", Samples.GIF))
                .satisfies(ScreenerTest::clean)
                .extracting(Verdict::mediaType)
                .isEqualTo("image/gif");
        assertThat(screen("a.zip", Samples.zip(Map.of("b.txt", utf8("Thư mời họp")))))
                .satisfies(ScreenerTest::clean);
    }

    @Test
    void saysTheSameEachTime() throws Exception {
        byte[] file = Samples.zip(new LinkedHashMap<>(
                Map.of("a.exe", utf8("MZ"), "b.txt", utf8("TUYỆT MẬT"), "c/mat.docx", Samples.docx("đồ ngu"))));
        assertThat(screen("x.zip", file)).isEqualTo(screen("x.zip", file));
    }

    // --- secrets wherever they stand

    @Test
    void findsMarkingsInEveryPartOfWordFiles() throws Exception {
        refused(SECRET, "a.docx", Samples.docx("TUYỆT MẬT"));
        refused(SECRET, "a.docx", Samples.docxWith("word/header1.xml", Samples.paragraph("hdr", "MẬT")));
        refused(SECRET, "a.docx", Samples.docxWith("word/header1.xml", Samples.paragraph("hdr", "T", "ỐI M", "ẬT")));
        refused(SECRET, "a.docx", Samples.docxWith("word/footer3.xml", Samples.paragraph("ftr", "Độ mật: Mật")));
        refused(SECRET, "a.docx", Samples.docxWith("word/comments.xml", Samples.paragraph("comments", "[MẬT]")));
        refused(SECRET, "a.docx", Samples.docxWith("word/footnotes.xml", Samples.paragraph("footnotes", "Tuyệt mật")));
        refused(SECRET, "a.docx", Samples.docxWith("word/header2.xml", Samples.watermark("TỐI MẬT")));
        refused(SECRET, "a.docx", Samples.docxWith("docProps/core.xml", "<c><subject>Tuyệt mật</subject></c>"));
        refused(SECRET, "a.docx", Samples.docxWith("docProps/custom.xml", "<c><p name=\"x\"><v>MẬT</v></p></c>"));
    }

    @Test
    void findsMarkingsInExcelPowerPointAndOpenDocument() throws Exception {
        refused(SECRET, "a.xlsx", Samples.xlsxWith("xl/sharedStrings.xml", "<sst><si><t>Tối mật</t></si></sst>"));
        refused(
                SECRET,
                "a.xlsx",
                Samples.xlsxWith(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><headerFooter><oddHeader>&amp;C&amp;\"Arial\"&amp;14MẬT</oddHeader></headerFooter></worksheet>"));
        refused(
                SECRET,
                "a.xlsx",
                Samples.xlsxWith(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><c t=\"inlineStr\"><is><t>Tuyệt mật</t></is></c></worksheet>"));
        refused(SECRET, "a.xlsx", Samples.xlsxWith("xl/other.xml", "<w><sheet name=\"TỐI MẬT\"/></w>"));
        refused(SECRET, "a.xlsx", Samples.xlsxWith("xl/drawings/d.xml", "<x><p><t>MẬT</t></p></x>"));
        refused(SECRET, "a.pptx", Samples.pptxWith("TUYỆT MẬT"));
        refused(SECRET, "a.odt", Samples.odt("content.xml", "TUYỆT MẬT"));
        refused(SECRET, "a.odt", Samples.odt("styles.xml", "TỐI MẬT"));
        refused(SECRET, "a.odt", Samples.odt("meta.xml", "Mật"));
        refused(SECRET, "a.xls", Samples.xls("Tối mật", ""));
        refused(SECRET, "a.xls", Samples.xls("Danh sách", "MẬT"));
        refused(SECRET, "a.ppt", Samples.ppt("TUYỆT MẬT"));
    }

    @Test
    void findsMarkingsInTextBoxesOfOldExcelFiles() throws Exception {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFPatriarch drawings = book.createSheet().createDrawingPatriarch();
            drawings.createPicture(new HSSFClientAnchor(), book.addPicture(Samples.GIF, Workbook.PICTURE_TYPE_PNG));
            drawings.createSimpleShape(new HSSFClientAnchor());
            assertThat(screen("a.xls", written(book))).satisfies(ScreenerTest::clean);
            drawings.createGroup(new HSSFClientAnchor())
                    .createTextbox(new HSSFChildAnchor(0, 0, 1, 1))
                    .setString(new HSSFRichTextString("TUYỆT MẬT"));
            refused(SECRET, "a.xls", written(book));
        }
    }

    @Test
    void findsMarkingsInPdfFiles() throws Exception {
        refused(SECRET, "a.pdf", Samples.pdf("ỦY BAN NHÂN DÂN", "TUYỆT MẬT", "Số: 12"));
        refused(SECRET, "a.pdf", Samples.lockedPdf("", "MẬT"));
        try (PDDocument pdf = Samples.pdfDocument("Kế hoạch")) {
            pdf.getDocumentInformation().setSubject("Tuyệt mật");
            refused(SECRET, "a.pdf", Samples.saved(pdf));
        }
        try (PDDocument pdf = Samples.pdfDocument("Kế hoạch")) {
            PDAnnotationText stamp = new PDAnnotationText();
            stamp.setContents("TỐI MẬT");
            pdf.getPage(0).getAnnotations().add(stamp);
            refused(SECRET, "a.pdf", Samples.saved(pdf));
        }
    }

    @Test
    void findsMarkingsInTextOfAnyEncoding() throws Exception {
        refused(SECRET, "a.txt", utf8("Số 12\nMẬT\n"));
        refused(SECRET, "a.txt", utf8("\ufeffTUYỆT MẬT"));
        refused(SECRET, "a.txt", "Số 12\r\nTỐI MẬT\r\n".getBytes(UTF_16LE));
        refused(SECRET, "a.csv", "Độ mật;Mật".replace(';', ':').getBytes(Charset.forName("UTF-16")));
        refused(SECRET, "a.txt", windows1258("TUYỆT MẬT"));
        refused(SECRET, "a.txt", "tèi mËt".getBytes(Charset.forName("windows-1252")));
        refused(SECRET, "a.txt", "TUYEÄT MAÄT".getBytes(Charset.forName("windows-1252")));
        refused(SECRET, "a.csv", utf8("STT,Tên\n1,a\nĐộ mật: Mật\n"));
    }

    @Test
    void findsMarkingsInRtfAndHtml() throws Exception {
        refused(SECRET, "a.rtf", utf8("{\\rtf1\\ansi\\uc1 {\\header M\\u7852?T\\par}N\\u7897?i dung\\par}"));
        refused(SECRET, "a.rtf", utf8("{\\rtf1\\ansi Tuy\\u7879?t {\\b m}\\u7853?t\\par}"));
        refused(SECRET, "a.rtf", utf8("{\\rtf1\\ansi\\ansicpg1252 m\\'cbt\\par}"));
        refused(SECRET, "a.doc", utf8("{\\rtf1\\ansi TOI MAT\\par}"));
        refused(SECRET, "a.html", utf8("<html><body><p><b>TUYỆT</b> <i>M&#7852;T</i></p></body></html>"));
        refused(SECRET, "a.html", utf8("<html><body><table><tr><td>Độ mật:</td><td>T&#7889;i mật</td></tr></table>"));
        refused(SECRET, "a.svg", utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>MẬT</text></svg>"));
        assertThat(screen("b.rtf", utf8("{\\rtf1\\ansi{\\fonttbl{\\f0 MAT;}}{\\*\\generator MAT;}Ch\\u224?o\\par}")))
                .satisfies(ScreenerTest::clean);
    }

    @Test
    void findsMarkingsDeepInArchives() throws Exception {
        byte[] inner = Samples.zip(Map.of("thu muc/a.docx", Samples.docx("TUYỆT MẬT")));
        Verdict verdict = screen("a.zip", Samples.zip(Map.of("b.zip", inner)));
        assertThat(verdict.refusal()).map(Finding::code).contains(SECRET);
        assertThat(verdict.refusal()).map(Finding::where).contains("thu muc/a.docx");
        refused(SECRET, "a.tar.gz", gzip(tar("x.txt", utf8("MẬT"))));
        refused(SECRET, "a.7z", sevenZ("x.txt", utf8("MẬT")));
        refused("screening.secrecy-in-name", "a.zip", Samples.zip(Map.of("TUYET MAT/a.txt", utf8("x"))));
        refused(
                SECRET,
                "a.docx",
                Samples.zip(with(
                        Samples.docxParts("Kính gửi"),
                        "word/embeddings/bang.xlsx",
                        Samples.xlsxWith("xl/sharedStrings.xml", "<sst><si><t>Tối mật</t></si></sst>"))));
    }

    @Test
    void findsMarkingsInFileNamesAndDoesNotRepeatThem() throws Exception {
        Verdict verdict = screen("TUYET_MAT_phuong_an.txt", utf8("Nội dung"));
        assertThat(verdict.refusal()).contains(new Finding("BC.3.2", "screening.secrecy-in-name", "•••.txt", true));
        assertThat(screen("mat_khau.txt", utf8("Nội dung"))).satisfies(ScreenerTest::clean);
    }

    @Test
    void neverRepeatsWhatItFound() throws Exception {
        String secret = "Phương án bảo vệ mục tiêu số bảy";
        for (Map.Entry<String, byte[]> file : Map.of(
                        "a.txt", utf8("TUYỆT MẬT\n" + secret),
                        "a.docx", Samples.docx("MẬT: " + secret),
                        "a.pdf", Samples.pdf("TUYỆT MẬT", secret),
                        "a.zip", Samples.zip(Map.of("TUYỆT MẬT " + secret + ".txt", utf8("x"))))
                .entrySet()) {
            Verdict verdict = screen(file.getKey(), file.getValue());
            assertThat(verdict.allowed()).isFalse();
            assertThat(verdict.toString()).doesNotContain(secret).doesNotContainIgnoringCase("mật");
        }
    }

    // --- words

    @Test
    void refusesHarmfulWordsAndWarnsOfDoubtfulOnes() throws Exception {
        refused("screening.forbidden-words", "a.txt", utf8("Xem phim khiêu dâm tại đây"));
        Verdict insult = screen("a.txt", utf8("Đúng là đồ ngu"));
        assertThat(insult.allowed()).isTrue();
        assertThat(insult.findings())
                .containsExactly(new Finding("MT.12.3", "screening.doubtful-words", "a.txt", false));
        assertThat(screen("a.txt", utf8("Đố ngu công dời núi")).findings()).isEmpty();
    }

    // --- types

    @Test
    void refusesProgramsWhateverTheirName() throws Exception {
        byte[] exe = new byte[512];
        exe[0] = 'M';
        exe[1] = 'Z';
        exe[0x3c] = (byte) 0x80;
        exe[0x80] = 'P';
        exe[0x81] = 'E';
        refused("screening.executable", "anh.jpg", exe);
        refused("screening.executable", "cai dat.exe", utf8("x"));
        refused("screening.executable", "bao cao.pdf.exe", utf8("x"));
        refused("screening.executable", "a.js", utf8("alert(1)"));
        refused("screening.executable", "a.BAT ", utf8("del *"));
        refused("screening.executable", "a.lnk", utf8("x"));
        refused("screening.executable", "a.txt", utf8("#!/bin/sh\nrm -rf /\n"));
        refused("screening.executable", "a.png", ("\177ELF\2\1\1" + "\0".repeat(60)).getBytes(ISO_8859_1));
        refused("screening.executable", "a.zip", Samples.zip(Map.of("b/chay.exe", utf8("x"))));
        refused(
                "screening.executable",
                "a.zip",
                Samples.zip(Map.of("META-INF/MANIFEST.MF", utf8("x"), "A.class", utf8("x"))));
    }

    @Test
    void refusesContentThatIsNotWhatItsNameSays() throws Exception {
        refused("screening.type-mismatch", "a.pdf", utf8("<html><body>Xin chào</body></html>"));
        refused("screening.type-mismatch", "a.jpg", utf8("<html><script>x</script></html>"));
        refused("screening.type-mismatch", "a.jpg", Samples.pdf("Xin chào"));
        refused("screening.type-mismatch", "a.docx", Samples.pdf("Xin chào"));
        refused("screening.type-mismatch", "a.docx", Samples.zip(Map.of("a.txt", utf8("x"))));
        refused("screening.type-mismatch", "a.png", utf8("chỉ là chữ thôi"));
        assertThat(screen("a.png", Samples.GIF)).satisfies(ScreenerTest::clean);
        Verdict table = screen("diem.xls", utf8("<html><table><tr><td>Điểm</td></tr></table></html>"));
        assertThat(table.allowed()).isTrue();
        assertThat(table.findings()).extracting(Finding::code).containsExactly("screening.type-unusual");
    }

    @Test
    void refusesFilesThatAreTwoTypesAtOnce() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(Samples.GIF);
        both.write(Samples.zip(Map.of("A.class", utf8("x"))));
        refused("screening.two-types", "a.gif", both.toByteArray());
        refused("screening.two-types", "a.gif", "GIF89a=1;<script>alert(1)</script>".getBytes(ISO_8859_1));
        both.reset();
        both.write(Samples.pdf("Xin chào"));
        both.write(Samples.zip(Map.of("a.txt", utf8("x"))));
        refused("screening.two-types", "a.pdf", both.toByteArray());
    }

    @Test
    void refusesNamesThatHideTheirEnding() throws Exception {
        refused("screening.deceptive-name", "anh\u202egpj.txt", utf8("x"));
        refused("screening.deceptive-name", "bao cao" + " ".repeat(60) + ".txt", utf8("x"));
    }

    // --- locked, broken, active

    @Test
    void refusesLockedFilesWithAClearWord() throws Exception {
        refused("screening.encrypted", "a.pdf", Samples.lockedPdf("khoa", "Xin chào"));
        refused("screening.encrypted", "a.xls", Samples.lockedXls("khoa"));
        refused("screening.encrypted", "a.docx", Samples.lockedDocx("khoa"));
        refused(
                "screening.encrypted",
                "a.odt",
                Samples.odt("META-INF/manifest.xml", "</text:p><encryption-data/><text:p>"));
        refused("screening.encrypted", "a.zip", locked(Samples.zip(Map.of("a.txt", utf8("Xin chào")))));
    }

    @Test
    void refusesWhatItCannotReadUnlessToldToWarn() throws Exception {
        byte[] broken = Samples.docx("Xin chào");
        byte[] half = Arrays.copyOf(broken, broken.length / 2);
        assertThat(screen("a.docx", half).allowed()).isFalse();
        byte[] badXml = Samples.zip(with(Samples.docxParts("x"), "word/header1.xml", utf8("<a><b></a>")));
        refused("screening.not-read", "a.docx", badXml);
        refused("screening.not-read", "a.pdf", utf8("%PDF-1.7\nhỏng"));
        refused("screening.not-read", "a.doc", withStream("WordDocument"));
        Screener lenient = screener(Limits.standard(), new Strictness(false, false, false), new NoScanner());
        Verdict verdict = lenient.file("a.docx", Samples.write(folder, badXml));
        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.findings()).extracting(Finding::code).contains("screening.not-read");
    }

    @Test
    void doesNotFollowEntitiesOrOutsideReferences() throws Exception {
        Path secret = Files.writeString(folder.resolve("outside.txt"), "TUYỆT MẬT");
        String doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>";
        Verdict verdict = screen("a.docx", Samples.docxWith("word/header1.xml", doctype));
        assertThat(verdict.findings()).extracting(Finding::code).doesNotContain(SECRET);
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha ha ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        refused("screening.not-read", "a.docx", Samples.docxWith("word/header1.xml", laughs + "]><a>&l11;</a>"));
    }

    @Test
    void tellsOfProgramsWithinDocuments() throws Exception {
        byte[] docm = Samples.zip(with(Samples.docxParts("x"), "word/vbaProject.bin", utf8("x")));
        Verdict verdict = screen("a.docm", docm);
        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.findings()).extracting(Finding::code).containsExactly("screening.macros");
        assertThat(screener(Limits.standard(), new Strictness(true, true, false), new NoScanner())
                        .file("a.docm", Samples.write(folder, docm))
                        .allowed())
                .isFalse();
        try (PDDocument pdf = Samples.pdfDocument("Kế hoạch năm học")) {
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            assertThat(screen("a.pdf", Samples.saved(pdf)).findings())
                    .extracting(Finding::code)
                    .containsExactly("screening.macros");
        }
        assertThat(screen("a.rtf", utf8("{\\rtf1 x{\\object{\\*\\objdata 0105}}}"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("screening.macros");
        assertThat(screen("a.bin", Samples.ole2("Macros", "x", utf8("y"))).findings())
                .extracting(Finding::code)
                .contains("screening.macros");
    }

    @Test
    void saysWhenAPdfHoldsPicturesOnly() throws Exception {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            var image = LosslessFactory.createFromImage(pdf, new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(image, 0, 0);
            }
            Verdict verdict = screen("quet.pdf", Samples.saved(pdf));
            assertThat(verdict.allowed()).isTrue();
            assertThat(verdict.findings()).extracting(Finding::code).containsExactly("screening.not-looked-inside");
        }
    }

    // --- limits

    @Test
    void refusesBombs() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        refused("screening.archive-too-big", "a.zip", bomb.toByteArray());
        refused(
                "screening.archive-too-big",
                "a.docx",
                Samples.zip(with(Samples.docxParts("x"), "word/header1.xml", new byte[30 << 20])));
        byte[] nested = utf8("x");
        for (int i = 0; i < 8; i++) {
            nested = Samples.zip(Map.of("a.zip", nested));
        }
        refused("screening.archive-too-deep", "a.zip", nested);
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= Limits.standard().entries(); i++) {
            many.put("a" + i + ".txt", new byte[0]);
        }
        refused("screening.archive-too-many", "a.zip", Samples.zip(many));
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        Limits small = new Limits(10, 1000, 10, 1000, 10, 2, Duration.ofSeconds(5));
        Verdict verdict = screener(small, STANDARD, new NoScanner()).file("a.txt", Samples.write(folder, new byte[11]));
        assertThat(verdict.refusal()).map(Finding::code).contains("screening.too-large");
    }

    @Test
    void stopsAtTheEndOfItsTime() throws Exception {
        Limits hurried = new Limits(1 << 30, 1 << 30, 10, 1 << 30, 1000, 2, Duration.ofMillis(1));
        byte[] lengthy = utf8("không MẬT a ".repeat(200_000));
        Verdict verdict = screener(hurried, STANDARD, new NoScanner()).file("a.txt", Samples.write(folder, lengthy));
        assertThat(verdict.refusal()).map(Finding::code).contains("screening.not-read");
    }

    @Test
    void isBusyWhenEveryPlaceIsTaken() throws Exception {
        Workers one = new Workers(1);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first = new Thread(() -> {
            try {
                one.run(Duration.ofSeconds(20), () -> {
                    running.countDown();
                    end.await();
                    return null;
                });
            } catch (TimeoutException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
        first.start();
        running.await();
        assertThat(one.full()).isTrue();
        assertThatThrownBy(() -> one.run(Duration.ofMillis(20), () -> null))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("screening.busy"));
        end.countDown();
        first.join();
        assertThat(one.run(Duration.ofSeconds(5), () -> "ran")).isEqualTo("ran");
    }

    @Test
    void leavesNothingBehind() throws Exception {
        screen("a.zip", Samples.zip(Map.of("b.txt", utf8("TUYỆT MẬT"))));
        try (Stream<Path> left = Files.list(folder.resolve("work"))) {
            assertThat(left).isEmpty();
        }
        Files.createDirectories(folder.resolve("work/look-killed/x"));
        standard();
        assertThat(folder.resolve("work")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "/", "\ud800", "\u0000", "a\nb.txt", "con", "é.txt", "a.", "…"})
    void survivesAnyName(String name) throws Exception {
        assertThat(screen(name, utf8("Xin chào")).mediaType()).isEqualTo("text/plain");
    }

    @Test
    void survivesBrokenFilesOfAllKinds() throws Exception {
        List<byte[]> whole = List.of(
                Samples.docx("Xin chào"),
                Samples.pdf("Xin chào"),
                Samples.xls("Xin chào", "x"),
                Samples.ppt("Xin chào"),
                Samples.zip(Map.of("a.txt", utf8("x"))),
                utf8("{\\rtf1\\ansi\\u7852?\\'"),
                Samples.GIF,
                sevenZ("a", utf8("b")),
                gzip(tar("a", utf8("b"))));
        Random random = new Random(7);
        for (byte[] file : whole) {
            for (int i = 0; i < 40; i++) {
                byte[] broken = file.clone();
                for (int j = 0; j < 1 + i / 4; j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                byte[] cut = Arrays.copyOf(broken, random.nextInt(broken.length) + 1);
                assertThat(screen("a.bin", broken)).isNotNull();
                assertThat(screen("a.docx", cut)).isNotNull();
            }
        }
    }

    // --- viruses

    @Test
    void refusesWhatTheScannerFinds() throws Exception {
        VirusScanner finds = scanner(VirusScanner.Answer.INFECTED);
        Verdict verdict = screener(Limits.standard(), STANDARD, finds).file("a.txt", Samples.write(folder, utf8("x")));
        assertThat(verdict.refusal()).contains(new Finding("BC.4.4", "screening.virus", "a.txt", true));
        assertThat(verdict.virusScanned()).isTrue();
    }

    @Test
    void saysWhetherAFileWasScanned() throws Exception {
        assertThat(screen("a.txt", utf8("x")).virusScanned()).isFalse();
        assertThat(screener(Limits.standard(), STANDARD, scanner(VirusScanner.Answer.CLEAN))
                        .file("a.txt", Samples.write(folder, utf8("x")))
                        .virusScanned())
                .isTrue();
        Verdict strict = screener(Limits.standard(), new Strictness(false, true, true), new NoScanner())
                .file("a.txt", Samples.write(folder, utf8("x")));
        assertThat(strict.refusal()).map(Finding::code).contains("screening.not-scanned");
    }

    // --- small things

    @Test
    void readsTheTextOfFilesForSearching() throws Exception {
        Map<String, byte[]> files = Map.of(
                "a.pdf", Samples.pdf("Bao cao quy mot"),
                "a.docx", Samples.docx("Kế hoạch năm học"),
                "a.xls", Samples.xls("Danh sách lớp", "Đầu trang"),
                "a.odt", Samples.odt("styles.xml", "Chân trang"),
                "a.txt", utf8("Giấy mời họp"),
                "a.zip", Samples.zip(Map.of("trong.txt", utf8("Tờ trình"))));
        Map<String, String> words = Map.of(
                "a.pdf", "Bao cao quy mot",
                "a.docx", "Kế hoạch năm học",
                "a.xls", "Danh sách lớp",
                "a.odt", "Nội dung",
                "a.txt", "Giấy mời họp",
                "a.zip", "Tờ trình");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path written = Samples.write(folder, file.getValue());
            assertThat(screener.textOf(file.getKey(), written, 1000)).contains(words.get(file.getKey()));
            assertThat(screener.textOf(file.getKey(), written, 5)).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(screener.textOf("b.pdf", Samples.write(folder, utf8("%PDF-1.7 cut off")), 1000))
                .isEmpty();
        assertThat(screener.textOf("b.gif", Samples.write(folder, Samples.GIF), 1000))
                .isEmpty();
    }

    private Verdict screen(String name, byte[] content) throws IOException {
        return screener.file(name, Samples.write(folder, content));
    }

    private void refused(String code, String name, byte[] content) throws IOException {
        Verdict verdict = screen(name, content);
        assertThat(verdict.findings())
                .as("%s (%s)", name, verdict.mediaType())
                .filteredOn(Finding::refuses)
                .extracting(Finding::code)
                .contains(code);
        assertThat(verdict.findings())
                .allSatisfy(finding -> assertThat(finding.clause()).isNotBlank());
    }

    private static void clean(Verdict verdict) {
        assertThat(verdict.findings()).as(verdict.mediaType()).isEmpty();
    }

    private Screener screener(Limits limits, Strictness strictness, VirusScanner scanner) {
        WordLists words = new WordLists(folder.resolve("words"));
        return new Screener(words, limits, strictness, scanner, new Workers(4), folder.resolve("work"));
    }

    private static VirusScanner scanner(VirusScanner.Answer answer) {
        return new NoScanner() {
            @Override
            public Answer scan(Path file) {
                return answer;
            }
        };
    }

    private static class NoScanner implements VirusScanner {

        @Override
        public Answer scan(Path file) throws IOException {
            return Answer.NOT_SCANNED;
        }

        @Override
        public boolean configured() {
            return false;
        }

        @Override
        public String version() {
            return "none";
        }
    }

    private static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] content) {
        parts.put(name, content);
        return parts;
    }

    private static byte[] written(HSSFWorkbook book) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] withStream(String name) throws IOException {
        try (var ole = new POIFSFileSystem()) {
            ole.getRoot().createDocument(name, new ByteArrayInputStream(new byte[5000]));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ole.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    /** Windows writes the tones behind the letter. */
    private static byte[] windows1258(String text) {
        String apart = text.replace("Ệ", "Ê\u0323").replace("Ậ", "Â\u0323");
        return apart.getBytes(Charset.forName("windows-1258"));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private byte[] sevenZ(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "seven", ".7z");
        try (SevenZOutputFile archive = new SevenZOutputFile(file.toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName(name);
            archive.putArchiveEntry(entry);
            archive.write(content);
            archive.closeArchiveEntry();
        }
        return Files.readAllBytes(file);
    }

    /** Sets the flag "encrypted" of the first entry, in both of its headers. */
    private static byte[] locked(byte[] zip) {
        byte[] locked = zip.clone();
        for (int i = 0; i + 10 < locked.length; i++) {
            if (locked[i] == 'P' && locked[i + 1] == 'K') {
                if (locked[i + 2] == 3 && locked[i + 3] == 4) {
                    locked[i + 6] |= 1;
                } else if (locked[i + 2] == 1 && locked[i + 3] == 2) {
                    locked[i + 8] |= 1;
                }
            }
        }
        return locked;
    }
}
