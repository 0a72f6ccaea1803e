package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** The life of a signing token at each door: registered, handed over, used, lost, replaced. */
@ExtendWith(SharedSchool.class)
class SigningTokensIT {

    private static final String BASE = "/api/signing/v1";
    private static final String NOBODY = "01J0000000000000000000NONE";
    private static final String HASH = "ab".repeat(32);

    private final SmallSchool school;
    private final SchoolClient principal;

    @TempDir
    Path folder;

    SigningTokensIT(SmallSchool school) {
        this.school = school;
        this.principal = school.principal;
    }

    @Test
    @Regulated({"MT.11.1", "MT.11.3", "MT.11.4", "MT.11.5", "MT.11.6"})
    void isRegisteredHandedOverUsedLostAndReplaced() throws Exception {
        String holder = school.person(principal, "Mai", "Lan", "VICE_PRINCIPAL");
        SchoolClient vice = school.account("mailan", "Mai Lan", holder, "VICE_PRINCIPAL");

        String token = registered(vice, holder);
        handedOver(vice, holder, token);
        used(vice, token);
        String lost = reported(vice, token);
        String other = principal.create(BASE + "/tokens", token("VN-0002", holder));
        closedOnThePage(lost, other);
        pages();
    }

    private String registered(SchoolClient vice, String holder) throws Exception {
        Map<String, Object> entered = token("VN-0001", holder);
        school.teacher.post(BASE + "/tokens", entered).expect(403);
        for (String bad : List.of("", "%%%", "AAAA")) {
            Map<String, Object> broken = new HashMap<>(entered);
            broken.put("certificate", bad);
            principal.post(BASE + "/tokens", broken).expect(400);
        }
        principal
                .raw("POST", BASE + "/tokens", "null".getBytes(StandardCharsets.UTF_8), "application/json")
                .expect(400);
        String id = principal
                .post(BASE + "/tokens", entered, "Idempotency-Key", "token-1")
                .expect(201)
                .id();
        assertThat(principal
                        .post(BASE + "/tokens", entered, "Idempotency-Key", "token-1")
                        .id())
                .isEqualTo(id);
        assertThat(principal.post(BASE + "/tokens", token("VN-0009", holder)).status())
                .as("one token for each leader")
                .isIn(409, 422);
        SchoolClient.Answer seen = vice.get(BASE + "/tokens/" + id).expect(200);
        assertThat(seen.json().path("state").asText()).isEqualTo("KEPT");
        school.teacher.get(BASE + "/tokens/" + id).expect(404);
        principal.get(BASE + "/tokens/" + NOBODY).expect(404);
        Map<String, Object> described =
                Map.of("provider", "Nhà cung cấp thử", "purpose", "Ký văn bản", "place", "Két sắt");
        principal.put(BASE + "/tokens/" + id, described).expect(400);
        String tag = seen.headers().firstValue("ETag").orElseThrow();
        principal.put(BASE + "/tokens/" + id, described, "If-Match", tag).expect(200);
        principal.put(BASE + "/tokens/" + id, described, "If-Match", tag).expect(409);
        assertThat(items(principal, "/tokens?q=0001")).hasSize(1);
        assertThat(items(school.teacher, "/tokens")).isEmpty();
        principal.get(BASE + "/tokens?after=%00").expect(400);
        assertThat(principal.get(BASE + "/tokens?state=NONSENSE").status()).isIn(400, 404);
        return id;
    }

    private void handedOver(SchoolClient vice, String holder, String token) {
        Map<String, Object> paper =
                Map.of("tokenId", token, "kind", "ISSUE", "receiverId", holder, "place", "Tủ", "reason", "Giao để ký");
        hidden(school.teacher.post(BASE + "/hand-overs", paper));
        String id = principal.create(BASE + "/hand-overs", paper);
        principal.post(BASE + "/hand-overs", paper).expect(409);
        principal.get(BASE + "/hand-overs/" + id + "/minutes.pdf").expect(409);
        school.teacher
                .post(BASE + "/hand-overs/" + id + "/confirmation", Map.of())
                .expect(404);
        assertThat(items(vice, "/hand-overs?waiting=true")).hasSize(1);
        JsonNode done = vice.post(BASE + "/hand-overs/" + id + "/confirmation", Map.of())
                .expect(200)
                .json();
        assertThat(done.path("state").asText()).isEqualTo("DONE");
        assertThat(done.path("number").asText()).isNotEmpty();
        assertThat(vice.get(BASE + "/hand-overs/" + id + "/minutes.pdf")
                        .expect(200)
                        .text())
                .startsWith("%PDF");
        assertThat(principal
                        .post(BASE + "/hand-overs/" + id + "/cancellation", Map.of("reason", "Thôi"))
                        .status())
                .isIn(409, 422);
    }

    private void used(SchoolClient vice, String token) {
        Map<String, Object> ask = Map.of(
                "serial", "VN-0001", "documentKind", "QĐ", "documentId", "doc-1", "sha256", HASH, "fingerprint", "");
        vice.post(BASE + "/token-uses", ask).expect(422);
        Map<String, Object> scope = Map.of(
                "kinds", List.of("QĐ"),
                "from", LocalDate.now().toString(),
                "to", LocalDate.now().plusDays(30).toString(),
                "delegationId", "",
                "basis", "Giấy ủy quyền 03/GUQ");
        vice.post(BASE + "/tokens/" + token + "/scopes", scope).expect(403);
        principal.create(BASE + "/tokens/" + token + "/scopes", scope);
        assertThat(vice.get(BASE + "/tokens/" + token + "/scopes").expect(200).json())
                .hasSize(1);
        String use = vice.post(BASE + "/token-uses", ask).expect(201).id();
        hidden(school.teacher.post(BASE + "/token-uses/" + use + "/signed", Map.of()));
        assertThat(vice.post(BASE + "/token-uses/" + use + "/signed", Map.of())
                        .expect(200)
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("SIGNED");
        assertThat(items(principal, "/token-uses?token=" + token + "&outcome=REFUSED"))
                .hasSize(1);
        assertThat(items(principal, "/token-uses?token=" + token)).hasSize(2);
    }

    private String reported(SchoolClient vice, String token) {
        Map<String, Object> loss = Map.of("tokenId", token, "kind", "LOSS", "text", "Rơi trên đường đi họp");
        hidden(school.teacher.post(BASE + "/token-cases", loss));
        String id = vice.post(BASE + "/token-cases", loss, "Idempotency-Key", "loss-1")
                .expect(201)
                .id();
        assertThat(vice.get(BASE + "/tokens/" + token).json().path("state").asText())
                .isEqualTo("LOST");
        principal
                .post(
                        BASE + "/token-cases/" + id + "/closing",
                        Map.of("outcome", "REVOKED", "replacementId", "", "text", "Đã thu hồi"))
                .expect(422);
        principal
                .post(
                        BASE + "/token-cases/" + id + "/steps",
                        Map.of("kind", "PROVIDER_TOLD", "text", "Đã gọi nhà cung cấp"))
                .expect(200);
        principal
                .post(
                        BASE + "/token-cases/" + id + "/closing",
                        Map.of("outcome", "REVOKED", "replacementId", NOBODY, "text", "Đã thu hồi"))
                .expect(400);
        principal.get(BASE + "/token-cases/" + id + "/signed-since").expect(200);
        assertThat(items(principal, "/token-cases?open=true&token=" + token)).hasSize(1);
        return id;
    }

    private void closedOnThePage(String id, String other) {
        SchoolClient signedIn = SchoolClient.anonymous(school.process).signIn("hanh", SchoolClient.PASSWORD);
        assertThat(signedIn.get("/signing/token-cases/" + id + "/close").text()).contains("VN-0002");
        signedIn.form(
                "/signing/token-cases/" + id + "/close",
                Map.of("outcome", "REVOKED", "replacementId", other, "text", "Chứng thư đã bị thu hồi"));
        JsonNode closed = principal.get(BASE + "/token-cases/" + id).expect(200).json();
        assertThat(closed.path("outcome").asText()).isEqualTo("REVOKED");
        assertThat(closed.path("replacementId").asText()).isEqualTo(other);
    }

    private void pages() {
        SchoolClient signedIn = SchoolClient.anonymous(school.process).signIn("hanh", SchoolClient.PASSWORD);
        for (String path : List.of("/signing/tokens", "/signing/tokens?sort=expiry")) {
            assertThat(signedIn.get(path).expect(200).text()).as(path).contains("VN-000");
        }
    }

    /** Who has no part in it is refused, or learns not even that it is there. */
    private static void hidden(SchoolClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(403, 404, 422);
    }

    private static JsonNode items(SchoolClient who, String path) {
        return who.get(BASE + path).expect(200).json().path("items");
    }

    private Map<String, Object> token(String serial, String holder) throws IOException, InterruptedException {
        return Map.of(
                "serial",
                serial,
                "kind",
                "PERSONAL",
                "provider",
                "Nhà cung cấp thử",
                "purpose",
                "Ký văn bản của trường",
                "holderId",
                holder,
                "place",
                "Két sắt văn phòng",
                "remark",
                "",
                "certificate",
                Base64.getEncoder().encodeToString(certificate()));
    }

    /** As a provider gives it out; made by the tool that comes with every JDK. */
    private byte[] certificate() throws IOException, InterruptedException {
        Path store = folder.resolve("store.p12");
        Path file = folder.resolve("certificate.cer");
        Files.deleteIfExists(store);
        keytool(
                store,
                "-genkeypair",
                "-dname",
                "CN=Mai Lan",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "365",
                "-ext",
                "KeyUsage=digitalSignature,nonRepudiation");
        keytool(store, "-exportcert", "-file", file.toString());
        return Files.readAllBytes(file);
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                arguments[0],
                "-alias",
                "a",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit"));
        command.addAll(List.of(arguments).subList(1, arguments.length));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
