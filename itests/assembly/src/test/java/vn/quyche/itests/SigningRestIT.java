package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** A document from its draft to its digital signature, in the whole system, with certificates that OpenSSL makes. */
@ExtendWith(SharedSchool.class)
class SigningRestIT {

    private static final String SIGNING = "/api/signing/v1";
    private static final String DOCUMENT = "/api/document/v1";
    private static final String PASSWORD = "mat-khau-tep";

    private final SmallSchool school;

    @TempDir
    Path folder;

    SigningRestIT(SmallSchool school) {
        this.school = school;
    }

    @Test
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "TA.10.1", "TT.7.2"})
    void signsDocumentsOneByOneAndMany() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not here");
        certificates();
        believe();
        named();
        JsonNode clerkPerson = school.principal
                .get("/api/directory/v1/people?q=Giang")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        SchoolClient clerk =
                school.account("giang", "Trần Giang", clerkPerson.path("id").asText(), "RECORDS_CLERK");
        String token = token(clerk);
        Answer key = school.admin.post(
                SIGNING + "/keys",
                Map.of(
                        "serial",
                        "IT-0001",
                        "kind",
                        "FILE",
                        "file",
                        base64("signer.p12"),
                        "password",
                        PASSWORD,
                        "scheme",
                        "RSA_PSS"));
        assertThat(key.expect(200).text()).doesNotContain(PASSWORD);

        Map<String, Object> one = document(clerk, 1);
        Map<String, Object> order = Map.of(
                "documentId",
                one.get("documentId"),
                "sha256",
                one.get("sha256"),
                "tokenId",
                token,
                "kind",
                "PERSONAL",
                "pin",
                "sai");
        assertThat(school.principal
                        .post(SIGNING + "/signatures", order)
                        .expect(422)
                        .code())
                .isEqualTo("signing.wrong-pin");
        seenOnThePage(clerk, one);
        Map<String, Object> right = new HashMap<>(order);
        right.put("pin", PASSWORD);
        JsonNode made = school.principal
                .post(SIGNING + "/signatures", right)
                .expect(200)
                .json();
        assertThat(made.path("signer").asText()).isEqualTo("Nguyễn Hạnh");
        JsonNode signed = school.principal
                .get(DOCUMENT + "/outgoing/" + one.get("documentId"))
                .expect(200)
                .json();
        assertThat(signed.path("state").asText()).isEqualTo("SIGNED");
        assertThat(signed.path("form").asText()).isEqualTo("DIGITAL");
        assertThat(signed.path("signedSha256").asText())
                .isEqualTo(made.path("sha256").asText());
        assertThat(school.principal
                        .post(SIGNING + "/signatures", right)
                        .expect(422)
                        .code())
                .isEqualTo("signing.not-approved");
        assertThat(school.teacher.post(SIGNING + "/signatures", right).status()).isIn(403, 404);
        assertThat(school.principal
                        .get(SIGNING + "/signatures?after=%20hong;")
                        .expect(400)
                        .code())
                .isEqualTo("core.bad-cursor");

        many(clerk, token);
        twoSteps(clerk, token);
    }

    /** The key is not on the server: OpenSSL has it, and makes the value between the two steps. */
    private void twoSteps(SchoolClient clerk, String token) throws Exception {
        Map<String, Object> order = new HashMap<>(document(clerk, 7));
        pages(String.valueOf(order.get("documentId")));
        order.put("tokenId", token);
        order.put("kind", "PERSONAL");
        JsonNode prepared = school.principal
                .post(SIGNING + "/preparations", order)
                .expect(200)
                .json();
        assertThat(prepared.path("state").asText()).isEqualTo("OPEN");
        Files.write(
                folder.resolve("data.bin"),
                Base64.getDecoder().decode(prepared.path("data").asText()));
        openssl("dgst", "-sha256", "-sign", "signer.key", "-out", "value.bin", "data.bin");
        String path = SIGNING + "/preparations/" + prepared.path("id").asText();
        assertThat(clerk.post(path + "/value", Map.of("value", base64("value.bin")))
                        .status())
                .isIn(403, 404);
        JsonNode made = school.principal
                .post(path + "/value", Map.of("value", base64("value.bin")))
                .expect(200)
                .json();
        assertThat(made.path("signer").asText()).isEqualTo("Nguyễn Hạnh");
        assertThat(school.principal
                        .post(path + "/value", Map.of("value", base64("value.bin")))
                        .expect(409)
                        .code())
                .isEqualTo("signing.preparation-ended");
        assertThat(school.principal
                        .get(SIGNING + "/preparations?after=%20hong;")
                        .expect(400)
                        .code())
                .isEqualTo("core.bad-cursor");
        assertThat(school.principal.get(SIGNING + "/preparations/nicht").status())
                .isEqualTo(404);
    }

    /** The picture of the principal's signature, and where it will be: by REST and on the pages. */
    private void seenOnThePage(SchoolClient clerk, Map<String, Object> document) throws Exception {
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(20, 40, 170));
        graphics.drawOval(30, 30, 300, 120);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        Map<String, Object> picture = Map.of(
                "kind",
                "SIGNATURE",
                "personId",
                school.principalId,
                "width",
                40,
                "reason",
                "Hiệu trưởng đồng ý",
                "file",
                Base64.getEncoder().encodeToString(png.toByteArray()));
        assertThat(school.teacher.post(SIGNING + "/pictures", picture).status()).isEqualTo(403);
        JsonNode added = clerk.post(SIGNING + "/pictures", picture).expect(200).json();
        assertThat(school.principal
                        .get(SIGNING + "/pictures?after=%20hong;")
                        .expect(400)
                        .code())
                .isEqualTo("core.bad-cursor");
        school.principal.get(SIGNING + "/pictures/không-có").expect(404);
        assertThat(school.principal
                        .get(SIGNING + "/copies?after=%20hong;")
                        .expect(400)
                        .code())
                .isEqualTo("core.bad-cursor");
        school.principal.get(SIGNING + "/copies/không-có").expect(404);
        school.principal.post(SIGNING + "/copies", Map.of()).expect(400);
        String stamps = SIGNING + "/stamps/" + document.get("documentId");
        String about = "?kind=PERSONAL&sha256=" + document.get("sha256");
        JsonNode seen = school.principal.get(stamps + about).expect(200).json();
        assertThat(seen.path("parts").get(0).path("part").asText()).isEqualTo("SIGNATURE");
        assertThat(school.principal
                        .get(stamps + "/page.png" + about + "&page=1")
                        .expect(200)
                        .headers()
                        .firstValue("Content-Type"))
                .contains("image/png");
        school.principal.get(stamps + "/page.png" + about + "&page=9").expect(404);
        Map<String, Object> places = Map.of(
                "sha256",
                document.get("sha256"),
                "kind",
                "PERSONAL",
                "places",
                Map.of("SIGNATURE", Map.of("shown", true, "page", 1, "x", 110.5, "y", 200, "width", 45)));
        assertThat(school.principal
                        .post(stamps, places)
                        .expect(200)
                        .json()
                        .path("parts")
                        .get(0)
                        .path("origin")
                        .asText())
                .isEqualTo("DOCUMENT");
        SchoolClient signedIn = SchoolClient.anonymous(school.process).signIn("hanh", SchoolClient.PASSWORD);
        String page = "/signing/sign/" + document.get("documentId");
        assertThat(signedIn.get(page).expect(200).text()).contains(page + "/stamped.png?page=1");
        assertThat(signedIn.get(page + "/stamps").expect(200).text()).contains("110,5", "data-part=\"SIGNATURE\"");
        for (String path : List.of(
                page + "/page.png?page=1",
                page + "/stamped.png?page=1",
                page + "/part.png?part=SIGNATURE",
                "/signing/copies",
                "/signing/copies.csv",
                "/signing/copies/new",
                "/signing/copies/new?document=" + document.get("documentId"),
                "/signing/pictures",
                "/signing/pictures.csv",
                "/signing/pictures/new",
                "/signing/pictures/" + added.path("id").asText(),
                "/signing/pictures/" + added.path("id").asText() + "/picture.png",
                "/signing/pictures/" + added.path("id").asText() + "/end")) {
            signedIn.get(path).expect(200);
        }
        signedIn.form(
                page + "/stamps",
                Map.of(
                        "sha256",
                        document.get("sha256").toString(),
                        "SIGNATURE.shown",
                        "true",
                        "SIGNATURE.page",
                        "1",
                        "SIGNATURE.x",
                        "120,5",
                        "SIGNATURE.y",
                        "210",
                        "SIGNATURE.width",
                        "40"));
        assertThat(school.principal.get(stamps + about).expect(200).text()).contains("120.5");
    }

    private void many(SchoolClient clerk, String token) throws Exception {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (int i = 2; i < 5; i++) {
            documents.add(document(clerk, i));
        }
        String batch = school.principal
                .post(
                        SIGNING + "/batches",
                        Map.of("documents", documents, "tokenId", token, "kind", "PERSONAL", "pin", PASSWORD))
                .expect(201)
                .id();
        JsonNode state = null;
        for (int i = 0; i < 100; i++) {
            state = school.principal
                    .get(SIGNING + "/batches/" + batch)
                    .expect(200)
                    .json();
            if (!state.path("state").asText().equals("RUNNING")) {
                break;
            }
            Thread.sleep(200);
        }
        assertThat(state.path("state").asText()).as(state.toString()).isEqualTo("DONE");
        assertThat(state.path("done").asInt()).isEqualTo(3);
        assertThat(school.principal
                        .get(SIGNING + "/batches/" + batch + "/documents")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(3);
    }

    /** The page that signs, and it alone, may talk with the agent on the PC; its script comes from the bundle. */
    private void pages(String documentId) {
        SchoolClient signedIn = SchoolClient.anonymous(school.process).signIn("hanh", SchoolClient.PASSWORD);
        Answer page = signedIn.get("/signing/sign/" + documentId).expect(200);
        assertThat(page.text()).contains("data-agent=\"https://127.0.0.1:37643\"", "src=\"/signing/agent.js\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("connect-src 'self' https://127.0.0.1:37643");
        Answer script = signedIn.get("/signing/agent.js").expect(200);
        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        Answer list = signedIn.get("/signing/preparations").expect(200);
        assertThat(list.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("127.0.0.1");
        signedIn.get("/signing/preparations.csv").expect(200);
        signedIn.get("/signing/remote").expect(403);
        SchoolClient.anonymous(school.process)
                .signIn("admin", SchoolClient.PASSWORD)
                .get("/signing/remote")
                .expect(200);
    }

    // ---- what is there before

    /** Documents are numbered with the abbreviation of the school. */
    private void named() {
        Answer seen = school.principal.get("/api/directory/v1/school").expect(200);
        school.principal
                .put(
                        "/api/directory/v1/school",
                        Map.of(
                                "name", "Trường Tiểu học Thử",
                                "code", "79000999",
                                "abbreviation", "THT",
                                "place", "Thử",
                                "address", "Thôn Đông"),
                        "If-Match",
                        seen.headers().firstValue("ETag").orElseThrow())
                .expect(200);
    }

    private void certificates() throws Exception {
        Files.writeString(folder.resolve("ca.cnf"), """
                [req]
                distinguished_name = names
                string_mask = utf8only
                [names]
                [ca]
                default_ca = own
                [own]
                database = index.txt
                default_md = sha256
                default_crl_days = 6
                [root]
                basicConstraints = critical,CA:true
                keyUsage = critical,keyCertSign,cRLSign
                subjectKeyIdentifier = hash
                [signer]
                basicConstraints = critical,CA:false
                keyUsage = critical,digitalSignature,nonRepudiation
                subjectKeyIdentifier = hash
                authorityKeyIdentifier = keyid
                """);
        Files.writeString(folder.resolve("index.txt"), "");
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "root.key",
                "-out",
                "root.pem",
                "-days",
                "30",
                "-subj",
                "/CN=Root thu nghiem/C=VN",
                "-config",
                "ca.cnf",
                "-extensions",
                "root",
                "-utf8");
        openssl(
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "signer.key",
                "-out",
                "signer.csr",
                "-subj",
                "/CN=Nguyễn Hạnh/C=VN",
                "-config",
                "ca.cnf",
                "-utf8");
        openssl(
                "x509",
                "-req",
                "-in",
                "signer.csr",
                "-CA",
                "root.pem",
                "-CAkey",
                "root.key",
                "-CAcreateserial",
                "-days",
                "20",
                "-extfile",
                "ca.cnf",
                "-extensions",
                "signer",
                "-out",
                "signer.pem");
        openssl("ca", "-gencrl", "-config", "ca.cnf", "-keyfile", "root.key", "-cert", "root.pem", "-out", "crl.pem");
        openssl("crl", "-in", "crl.pem", "-outform", "DER", "-out", "root.crl");
        openssl(
                "pkcs12",
                "-export",
                "-inkey",
                "signer.key",
                "-in",
                "signer.pem",
                "-out",
                "signer.p12",
                "-passout",
                "pass:" + PASSWORD);
        openssl("x509", "-in", "root.pem", "-outform", "DER", "-out", "root.cer");
    }

    private void openssl(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("openssl"));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(all + said).isZero();
    }

    private void believe() throws Exception {
        byte[] root = Files.readAllBytes(folder.resolve("root.cer"));
        String fingerprint =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(root));
        school.admin
                .raw(
                        "POST",
                        SIGNING + "/trust?track=OFFICIAL&fingerprint=" + fingerprint,
                        root,
                        "application/octet-stream")
                .expect(201);
        Answer crl = school.admin.raw(
                "POST",
                SIGNING + "/trust/crls",
                Files.readAllBytes(folder.resolve("root.crl")),
                "application/octet-stream");
        assertThat(crl.status()).as(crl.text()).isBetween(200, 201);
    }

    private String base64(String file) throws Exception {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve(file)));
    }

    /** The principal's token in her hands, for decisions. */
    private String token(SchoolClient clerk) throws Exception {
        String id = clerk.create(
                SIGNING + "/tokens",
                Map.of(
                        "serial", "IT-0001",
                        "kind", "PERSONAL",
                        "provider", "Nhà cung cấp thử",
                        "purpose", "Ký văn bản",
                        "holderId", school.principalId,
                        "place", "Két sắt",
                        "remark", "",
                        "certificate", base64("signer.pem")));
        String paper = clerk.create(
                SIGNING + "/hand-overs",
                Map.of(
                        "tokenId", id,
                        "kind", "ISSUE",
                        "receiverId", school.principalId,
                        "place", "Phòng hiệu trưởng",
                        "reason", "Giao để ký",
                        "condition", ""));
        school.principal
                .post(SIGNING + "/hand-overs/" + paper + "/confirmation", Map.of())
                .expect(200);
        LocalDate today = LocalDate.now(VietnamTime.ZONE);
        school.principal.create(
                SIGNING + "/tokens/" + id + "/scopes",
                Map.of(
                        "kinds",
                        List.of("QĐ"),
                        "from",
                        today.toString(),
                        "to",
                        today.plusDays(10).toString(),
                        "most",
                        0,
                        "delegationId",
                        "",
                        "basis",
                        "Hiệu trưởng"));
        return id;
    }

    /** An approved and numbered decision of the principal. */
    private Map<String, Object> document(SchoolClient clerk, int number) {
        byte[] pdf = pdf("Quyet dinh " + number);
        String file = clerk.raw("POST", DOCUMENT + "/uploads?fileName=quyet-dinh.pdf", pdf, "application/pdf")
                .expect(201)
                .json()
                .path("id")
                .asText();
        String id = clerk.create(
                DOCUMENT + "/outgoing",
                Map.of(
                        "kind",
                        "DECISION",
                        "subject",
                        "Về việc thử " + number,
                        "unitCode",
                        "",
                        "urgency",
                        "NORMAL",
                        "recipients",
                        List.of("Lưu: VT"),
                        "approverId",
                        school.principalId,
                        "signerId",
                        school.principalId,
                        "capacity",
                        "HEAD",
                        "fileId",
                        file,
                        "versionNote",
                        ""));
        String one = DOCUMENT + "/outgoing/" + id;
        String sha256 = clerk.post(one + "/submission", Map.of())
                .expect(200)
                .json()
                .path("sha256")
                .asText();
        school.principal.post(one + "/approval", Map.of("sha256", sha256)).expect(200);
        clerk.post(one + "/number", Map.of()).expect(200);
        return Map.of("documentId", id, "sha256", sha256);
    }

    /** A page with a line of text. */
    private static byte[] pdf(String text) {
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + "/Resources<</Font<</F1 5 0 R>>>>>>",
                stream("BT /F1 14 Tf 72 760 Td (" + text + ") Tj ET"),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.7\n"));
        List<Integer> places = new ArrayList<>();
        for (String object : objects) {
            places.add(out.size());
            out.writeBytes(ascii(places.size() + " 0 obj\n" + object + "\nendobj\n"));
        }
        int table = out.size();
        StringBuilder end = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        places.forEach(place -> end.append(String.format("%010d 00000 n \n", place)));
        end.append("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
        out.writeBytes(ascii(end.toString()));
        return out.toByteArray();
    }

    private static String stream(String content) {
        return "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
