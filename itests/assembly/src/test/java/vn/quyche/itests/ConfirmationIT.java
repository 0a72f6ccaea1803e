package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SmallSchool;
import vn.quyche.testkit.signing.StubCsc;

/** Signatures that are confirmed in an app on the phone, in the whole system: by REST, by the shell, and through a power cut. */
class ConfirmationIT {

    private static final String CONFIRMATIONS = SigningDesk.SIGNING + "/remote/confirmations";
    private static final String SERVICES = SigningDesk.SIGNING + "/remote-services/hai";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "TA.10.1"})
    void signsWhatItsUserConfirmsInTheApp() throws Exception {
        assumeTrue(OpenSslPki.possible(), "openssl is not here");
        OpenSslPki pki = new OpenSslPki(folder);
        try (StubCsc service = StubCsc.start();
                AssemblyProcess process = AssemblyProcess.named("confirmations")
                        .empty()
                        .configured(
                                "vn.quyche.signing.outside.cfg", "remote.services = hai=" + service.address(2) + "\n")
                        .start()) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            char[] password = OpenSslPki.PASSWORD.toCharArray();
            keys.load(new ByteArrayInputStream(pki.bytes("signer.p12")), password);
            String alias = keys.aliases().nextElement();
            service.app("k-1", (PrivateKey) keys.getKey(alias, password), (X509Certificate) keys.getCertificate(alias));
            SmallSchool school = SmallSchool.in(process);
            SigningDesk desk = new SigningDesk(school, pki);
            school.admin
                    .put(SERVICES, Map.of("version", 2, "user", StubCsc.USER, "secret", StubCsc.SECRET))
                    .expect(200);
            JsonNode key = school.admin
                    .post(SERVICES + "/keys", Map.of("credentialId", "k-1"))
                    .expect(200)
                    .json();
            assertThat(key.path("confirmed").asBoolean()).isTrue();

            confirmed(school, desk, service);
            declined(school, desk, service);
            throughAPowerCut(school, desk, service);
        }
    }

    private static void confirmed(SmallSchool school, SigningDesk desk, StubCsc service) throws Exception {
        Map<String, Object> order = order(desk, 1);
        Map<String, Object> withPin = new HashMap<>(order);
        withPin.put("pin", OpenSslPki.PASSWORD);
        assertThat(school.principal
                        .post(SigningDesk.SIGNING + "/signatures", withPin)
                        .expect(422)
                        .code())
                .isEqualTo("signing.confirmed-in-app");
        service.user = StubCsc.User.NOTHING;
        JsonNode asked = school.principal.post(CONFIRMATIONS, order).expect(200).json();
        assertThat(asked.path("preparation").path("state").asText()).isEqualTo("OPEN");
        assertThat(service.shown()).hasSize(1);
        String id = asked.path("preparation").path("id").asText();
        assertThat(school.teacher.get(CONFIRMATIONS + "/" + id).status()).isIn(403, 404);
        // the shell is for administrators, and it is not theirs
        assertThat(school.process.shell("admin", SchoolClient.PASSWORD, "signing:confirm-collect " + id))
                .contains("signing.preparation-not-found")
                .doesNotContain("Command not found");
        service.user = StubCsc.User.CONFIRMS;
        signed(school, id);
    }

    private static void declined(SmallSchool school, SigningDesk desk, StubCsc service) throws Exception {
        service.user = StubCsc.User.DECLINES;
        String id = ask(school, desk, 2);
        JsonNode after = await(school, id, "REFUSED");
        assertThat(after.path("code").asText()).isEqualTo("signing.confirm-declined");
    }

    private static void throughAPowerCut(SmallSchool school, SigningDesk desk, StubCsc service) throws Exception {
        service.user = StubCsc.User.NOTHING;
        String id = ask(school, desk, 3);
        int shown = service.shown().size();

        school.process.kill();
        school.process.start();

        service.user = StubCsc.User.CONFIRMS;
        signed(school, id);
        assertThat(service.shown()).as("the phone shows it once").hasSize(shown);
    }

    private static Map<String, Object> order(SigningDesk desk, int number) {
        Map<String, Object> order = new HashMap<>(desk.decision(number));
        order.put("tokenId", desk.token);
        order.put("kind", "PERSONAL");
        return order;
    }

    private static String ask(SmallSchool school, SigningDesk desk, int number) {
        return school.principal
                .post(CONFIRMATIONS, order(desk, number))
                .expect(200)
                .json()
                .path("preparation")
                .path("id")
                .asText();
    }

    private static void signed(SmallSchool school, String id) throws Exception {
        JsonNode preparation = await(school, id, "SIGNED");
        JsonNode made = school.principal
                .get(SigningDesk.SIGNING + "/signatures/"
                        + preparation.path("signatureId").asText())
                .expect(200)
                .json();
        JsonNode document = school.principal
                .get(SigningDesk.DOCUMENT + "/outgoing/"
                        + made.path("documentId").asText())
                .expect(200)
                .json();
        assertThat(document.path("state").asText()).isEqualTo("SIGNED");
        assertThat(document.path("signedSha256").asText())
                .isEqualTo(made.path("sha256").asText());
    }

    private static JsonNode await(SmallSchool school, String id, String state) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        for (; ; ) {
            JsonNode now = school.principal
                    .get(CONFIRMATIONS + "/" + id)
                    .expect(200)
                    .json()
                    .path("preparation");
            if (now.path("state").asText().equals(state)) {
                return now;
            }
            assertThat(Instant.now()).as(now.toString()).isBefore(end);
            Thread.sleep(300);
        }
    }
}
