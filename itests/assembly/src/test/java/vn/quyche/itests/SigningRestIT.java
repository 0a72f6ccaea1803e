package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** A document from its draft to its digital signature, in the whole system, with certificates that OpenSSL makes. */
@ExtendWith(SharedSchool.class)
class SigningRestIT {

    private static final String SIGNING = SigningDesk.SIGNING;
    private static final String DOCUMENT = SigningDesk.DOCUMENT;
    private static final String PASSWORD = OpenSslPki.PASSWORD;

    private final SmallSchool school;

    @TempDir
    Path folder;

    SigningRestIT(SmallSchool school) {
        this.school = school;
    }

    @Test
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "TA.10.1", "TT.7.2"})
    void signsDocumentsOneByOneAndMany() throws Exception {
        assumeTrue(OpenSslPki.possible(), "openssl is not here");
        OpenSslPki pki = new OpenSslPki(folder);
        SigningDesk desk = new SigningDesk(school, pki);
        SchoolClient clerk = desk.clerk;
        String token = desk.token;
        assertThat(desk.key.text()).doesNotContain(PASSWORD);

        Map<String, Object> one = desk.decision(1);
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

        many(desk);
        twoSteps(desk, pki);
    }

    /** The key is not on the server: OpenSSL has it, and makes the value between the two steps. */
    private void twoSteps(SigningDesk desk, OpenSslPki pki) throws Exception {
        Map<String, Object> order = new HashMap<>(desk.decision(7));
        pages(String.valueOf(order.get("documentId")));
        order.put("tokenId", desk.token);
        order.put("kind", "PERSONAL");
        JsonNode prepared = school.principal
                .post(SIGNING + "/preparations", order)
                .expect(200)
                .json();
        assertThat(prepared.path("state").asText()).isEqualTo("OPEN");
        String value = Base64.getEncoder()
                .encodeToString(pki.signed(
                        Base64.getDecoder().decode(prepared.path("data").asText())));
        String path = SIGNING + "/preparations/" + prepared.path("id").asText();
        assertThat(desk.clerk.post(path + "/value", Map.of("value", value)).status())
                .isIn(403, 404);
        JsonNode made = school.principal
                .post(path + "/value", Map.of("value", value))
                .expect(200)
                .json();
        assertThat(made.path("signer").asText()).isEqualTo("Nguyễn Hạnh");
        assertThat(school.principal
                        .post(path + "/value", Map.of("value", value))
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

    private void many(SigningDesk desk) throws Exception {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (int i = 2; i < 5; i++) {
            documents.add(desk.decision(i));
        }
        String batch = school.principal
                .post(
                        SIGNING + "/batches",
                        Map.of("documents", documents, "tokenId", desk.token, "kind", "PERSONAL", "pin", PASSWORD))
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
}
