package vn.quyche.core.screening.internal.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Makes files of all kinds with a text at a place. */
final class Samples {

    static final byte[] GIF = "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1);
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private Samples() {}

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> docxParts(String body) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", utf8(XML + "<Types/>"));
        parts.put(
                "word/document.xml",
                utf8(XML + "<w:document " + W + "><w:body><w:p><w:r><w:t>" + body
                        + "</w:t></w:r></w:p></w:body></w:document>"));
        return parts;
    }

    static byte[] docx(String body) throws IOException {
        return zip(docxParts(body));
    }

    /** A Word file with one more part; {@code %s} is where paragraphs go. */
    static byte[] docxWith(String part, String content) throws IOException {
        Map<String, byte[]> parts = docxParts("Kính gửi các tổ");
        parts.put(part, utf8(XML + content));
        return zip(parts);
    }

    static String paragraph(String root, String... runs) {
        StringBuilder text = new StringBuilder("<w:" + root + " " + W + "><w:p>");
        for (String run : runs) {
            text.append("<w:r><w:t xml:space=\"preserve\">").append(run).append("</w:t></w:r>");
        }
        return text + "</w:p></w:" + root + ">";
    }

    static String watermark(String text) {
        return "<w:hdr " + W + " xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:p><w:r><w:pict><v:shape>"
                + "<v:textpath style=\"font-size:1pt\" string=\"" + text
                + "\"/></v:shape></w:pict></w:r></w:p></w:hdr>";
    }

    static byte[] xlsxWith(String part, String content) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", utf8(XML + "<Types/>"));
        parts.put("xl/workbook.xml", utf8(XML + "<workbook><sheets><sheet name=\"Trang 1\"/></sheets></workbook>"));
        parts.put(part, utf8(XML + content));
        return zip(parts);
    }

    static byte[] pptxWith(String text) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", utf8(XML + "<Types/>"));
        parts.put(
                "ppt/slides/slide1.xml",
                utf8(XML + "<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><p:sp><p:txBody><a:p><a:r><a:t>" + text
                        + "</a:t></a:r></a:p></p:txBody></p:sp></p:sld>"));
        return zip(parts);
    }

    static byte[] odt(String part, String paragraph) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put("content.xml", utf8(XML + "<o xmlns:text=\"t\"><text:p>Nội dung</text:p></o>"));
        parts.put(part, utf8(XML + "<o xmlns:text=\"t\"><text:p>" + paragraph + "</text:p></o>"));
        return zip(parts);
    }

    static byte[] pdf(String... lines) throws IOException {
        try (PDDocument pdf = pdfDocument(lines)) {
            return saved(pdf);
        }
    }

    static byte[] lockedPdf(String password, String... lines) throws IOException {
        try (PDDocument pdf = pdfDocument(lines)) {
            pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return saved(pdf);
        }
    }

    static PDDocument pdfDocument(String... lines) throws IOException {
        PDDocument pdf = new PDDocument();
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (InputStream font =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            PDType0Font loaded = PDType0Font.load(pdf, font);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(loaded, 12);
                content.setLeading(16);
                content.newLineAtOffset(50, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
        return pdf;
    }

    static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    static byte[] xls(String cell, String header) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("Trang 1");
            sheet.createRow(0).createCell(0).setCellValue(cell);
            sheet.getHeader().setCenter(header);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] lockedXls(String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return xls("Nội dung", "");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    static byte[] ppt(String text) throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            HSLFSlide slide = show.createSlide();
            HSLFTextBox box = slide.createTextBox();
            box.setText(text);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] lockedDocx(String password) throws Exception {
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(ole)) {
                out.write(docx("Nội dung"));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ole.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    /** An OLE2 file with one stream in a folder. */
    static byte[] ole2(String folder, String stream, byte[] content) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            ole.getRoot().createDirectory(folder).createDocument(stream, new ByteArrayInputStream(content));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ole.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    static Path write(Path folder, byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "sample", ""), content);
    }
}
