package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** Bad input that comes in from outside, through the doors of the real school: a clear refusal, and nothing of it is kept. */
@ExtendWith(SharedSchool.class)
class BadInputIT {

    private static final String UPLOADS = "/api/document/v1/uploads";

    private final SmallSchool school;

    BadInputIT(SmallSchool school) {
        this.school = school;
    }

    @Test
    void aProgramThatCallsItselfAPictureIsRefusedAndNotKept() throws IOException {
        byte[] program = new byte[4096];
        new Random(1).nextBytes(program);
        byte[] head = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, 0, 0};
        System.arraycopy(head, 0, program, 0, head.length);
        program[0x3C] = 0x40;
        System.arraycopy("PE\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, program, 0x40, 4);
        long before = contents();

        Answer refused = upload("anh-khai-giang.jpg", program);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.code()).startsWith("screening.");
        assertThat(refused.json().path("clause").asText()).isNotBlank();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aMarkingInTheHeaderOfAWordFileIsFoundAndItsTextKeptNowhere() throws IOException {
        String secret = "Kế hoạch phòng thủ " + System.nanoTime();
        byte[] file = word("TỐI MẬT", secret);
        long before = contents();

        Answer refused = upload("ke-hoach.docx", file);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("clause").asText()).isNotBlank();
        assertThat(refused.text()).doesNotContain(secret);
        assertThat(contents()).isEqualTo(before);
        assertThat(school.process.log()).doesNotContain(secret);
        assertThat(school.admin
                        .get("/api/audit/v1/lines?outcome=REFUSED&size=100")
                        .expect(200)
                        .text())
                .doesNotContain(secret);
        // The same file without the marking is taken.
        assertThat(upload("ke-hoach.docx", word("Trường Tiểu học", "Kế hoạch tuần"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aHundredMegabytesStopAtEachDoorAndTheSchoolGoesOn() {
        byte[] big = new byte[100 << 20];
        for (String path : new String[] {
            "/api/directory/v1/people", "/api/group/v1/directives", "/soap/group/v1", UPLOADS + "?fileName=to.bin"
        }) {
            Answer answer = school.principal.raw(
                    "POST", path, big, path.startsWith("/soap") ? "text/xml" : type(path), "SOAPAction", "\"\"");
            assertThat(answer.status()).as(path + " " + answer.text()).isIn(400, 413, 500);
            assertThat(answer.text())
                    .as(path)
                    .doesNotContain("Exception")
                    .containsAnyOf("too-large", "too-big", "size");
        }
        school.principal.get("/api/directory/v1/people?size=1").expect(200);
    }

    @Test
    void brokenLettersAreRefusedInAddressesToo() {
        for (String path : new String[] {
            "/api/directory/v1/people?q=%C3%28", "/api/directory/v1/people?q=%FF", "/api/directory/v1/people/%C3%28"
        }) {
            assertThat(school.principal.get(path).status()).as(path).isIn(200, 400, 404);
        }
    }

    private static String type(String path) {
        return path.startsWith(UPLOADS) ? "application/octet-stream" : "application/json";
    }

    private Answer upload(String name, byte[] content) {
        return school.principal.raw("POST", UPLOADS + "?fileName=" + name, content, "application/octet-stream");
    }

    /** How many contents the school keeps. */
    private long contents() throws IOException {
        Path blobs = school.process.data().resolve("blobs");
        if (Files.notExists(blobs)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(blobs)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] word(String header, String text) throws IOException {
        String ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/word/document.xml\" ContentType=\"" + word + "document.main+xml\"/><Override"
                        + " PartName=\"/word/header1.xml\" ContentType=\"" + word + "header+xml\"/></Types>");
        parts.put("_rels/.rels", relations("rId1", relation + "officeDocument", "word/document.xml"));
        parts.put("word/_rels/document.xml.rels", relations("rId1", relation + "header", "header1.xml"));
        parts.put(
                "word/document.xml",
                "<w:document " + ns + "><w:body>" + paragraph(text) + "<w:sectPr><w:headerReference w:type=\"default\""
                        + " r:id=\"rId1\"/></w:sectPr></w:body></w:document>");
        parts.put("word/header1.xml", "<w:hdr " + ns + ">" + paragraph(header) + "</w:hdr>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part.getValue())
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String relations(String id, String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\""
                + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }
}
