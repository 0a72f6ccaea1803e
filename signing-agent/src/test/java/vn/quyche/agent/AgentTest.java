package vn.quyche.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent with real keys: files, and devices of SoftHSM2. */
class AgentTest {

    private static final Words WORDS = new Words(Locale.ROOT);

    @TempDir
    static Path files;

    private static Path vice;
    private static Path other;

    @TempDir
    Path home;

    private final Pc.Person person = new Pc.Person();

    @BeforeAll
    static void keys() throws Exception {
        vice = Pc.keyFile(files, "Le Quang Vinh");
        other = Pc.keyFile(files, "Vo Thi Sen");
    }

    private Settings settings() {
        Settings settings = new Settings(home);
        settings.addFile("thu", vice);
        return settings;
    }

    private Agent agent(Settings settings) {
        return new Agent(settings, WORDS, System.out);
    }

    private static void trouble(Trouble.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Trouble.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static boolean verifies(X509Certificate certificate, byte[] data, byte[] value, boolean pss)
            throws Exception {
        Signature signature = Signature.getInstance(pss ? "RSASSA-PSS" : "SHA256withRSA");
        if (pss) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initVerify(certificate.getPublicKey());
        signature.update(data);
        return signature.verify(value);
    }

    @Test
    void signsWhatWasShownWithOnePinForAPairedPage() throws Exception {
        Settings settings = settings();
        try (Door door = agent(settings).open(person, 0)) {
            Pc.Page page = new Pc.Page(settings, door.port(), Pc.SCHOOL);
            assertThat(page.json("GET", "/status", null)).containsEntry("paired", false);
            assertThat(page.pair(person)).isEqualTo("PAIRED");
            assertThat(page.json("GET", "/status", null)).containsEntry("paired", true);
            List<Desk.Document> documents = Pc.documents(40);
            HttpResponse<String> answer = page.send("POST", "/sign", Pc.order(Pc.certificate(vice), documents));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(Pc.SCHOOL);
            List<?> signed = (List<?>) ((Map<?, ?>) Json.parse(answer.body())).get("signed");
            assertThat(signed).hasSize(40);
            for (int i = 0; i < 40; i++) {
                Map<?, ?> one = (Map<?, ?>) signed.get(i);
                assertThat(one.get("id")).isEqualTo("d" + i);
                byte[] value = Base64.getDecoder().decode((String) one.get("value"));
                assertThat(verifies(Pc.certificate(vice), documents.get(i).data(), value, false))
                        .isTrue();
            }
            // one question for all of it, with titles and hashes; the PIN is wiped
            assertThat(person.asked).hasSize(1);
            assertThat(person.asked.get(0).origin()).isEqualTo(Pc.SCHOOL);
            assertThat(person.asked.get(0).lines().get(7))
                    .isEqualTo(new Prompt.Line("Quyết định 7", "00".repeat(31) + "07"));
            assertThat(person.given.get(0)).containsOnly('\0');
            Map<String, Object> seen = page.json("POST", "/certificates", null);
            assertThat(String.valueOf(seen)).contains(Desk.fingerprint(Pc.certificate(vice)));
        }
        // paired for good, also after the agent was started anew
        try (Door door = agent(new Settings(home)).open(person, 0)) {
            Pc.Page page = new Pc.Page(settings, door.port(), Pc.SCHOOL);
            page.token = "x";
            assertThat(page.json("GET", "/status", null)).containsEntry("paired", false);
        }
        assertThat(Files.readString(home.resolve("agent.properties")))
                .doesNotContain(Pc.PIN)
                .contains("pairing.https");
    }

    @Test
    void answersOnlyPagesThatSomebodyHereHasLetIn() throws Exception {
        Settings settings = settings();
        try (Door door = agent(settings).open(person, 0)) {
            Map<String, Object> order = Pc.order(Pc.certificate(vice), Pc.documents(1));
            Pc.Page page = new Pc.Page(settings, door.port(), Pc.SCHOOL);
            assertThat(page.send("POST", "/sign", order).statusCode()).isEqualTo(403);
            page.pair(person);
            Pc.Page thief = new Pc.Page(settings, door.port(), "https://la.example");
            thief.token = page.token;
            assertThat(thief.send("POST", "/sign", order).statusCode()).isEqualTo(403);
            assertThat(thief.send("POST", "/certificates", null).statusCode()).isEqualTo(403);
            for (String origin : List.of("http://truong.example", "null", "https://a.example/x", "file://")) {
                assertThat(new Pc.Page(settings, door.port(), origin)
                                .send("GET", "/status", null)
                                .statusCode())
                        .as(origin)
                        .isEqualTo(403);
            }
            Pc.Page none = new Pc.Page(settings, door.port(), "");
            none.token = page.token;
            assertThat(none.send("POST", "/sign", order).statusCode()).isEqualTo(403);
            assertThat(none.send("GET", "/", null).body()).isEqualTo(WORDS.text("page"));

            person.allows = false;
            assertThat(thief.pair(person)).isEqualTo("REFUSED");
            assertThat(thief.token).isEmpty();
            // not asked again at once
            assertThat(thief.json("POST", "/pair", Map.of())).containsEntry("code", "declined");
            assertThat(person.codes).hasSize(2);
            assertThat(thief.send("GET", "/pair/abc", null).statusCode()).isEqualTo(403);
            assertThat(page.send("OPTIONS", "/sign", null).headers().firstValue("Access-Control-Allow-Private-Network"))
                    .contains("true");
            assertThat(person.asked).isEmpty();
            settings.unpair(Pc.SCHOOL);
            assertThat(page.send("POST", "/sign", order).statusCode()).isEqualTo(403);
            assertThatThrownBy(() -> new Socket("127.0.0.2", door.port()).close())
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void readsNothingThatIsNoRequest() throws Exception {
        Settings settings = settings();
        try (Door door = agent(settings).open(person, 0)) {
            Pc.Page page = new Pc.Page(settings, door.port(), Pc.SCHOOL);
            page.pair(person);
            for (Map<String, Object> body : List.<Map<String, Object>>of(
                    Map.of(),
                    Map.of("documents", "x"),
                    Map.of("documents", List.of("x")),
                    Map.of("certificate", "x", "scheme", "MD5", "documents", List.of()),
                    Map.of(
                            "certificate",
                            "x",
                            "scheme",
                            "RSA_PKCS1",
                            "documents",
                            List.of(Map.of("id", "1", "title", "t", "data", "%%%"))))) {
                assertThat(page.send("POST", "/sign", body).statusCode())
                        .as(body.toString())
                        .isEqualTo(400);
            }
            assertThat(page.send("POST", "/nowhere", Map.of()).statusCode()).isEqualTo(404);
            assertThat(person.asked).isEmpty();
        }
        for (String text : List.of("", "{", "[1,]", "{\"a\" 1}", "nul", "\"a", "[[[[[[[[[[1]]]]]]]]]]", "1 2")) {
            assertThatThrownBy(() -> Json.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        String text = "{\"a\":[1.0,true,null,\"x\\\"\\u000ay\"],\"b\":{}}";
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void signsNothingButSignatures() throws Exception {
        Desk desk = new Desk(settings(), person);
        byte[] good = Pc.attributes(1);
        List<byte[]> bad = new ArrayList<>(List.of(
                new byte[0],
                new byte[32],
                "GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x31, 0x00},
                new byte[] {0x31, (byte) 0x84, 0x7F, 0x7F, 0x7F, 0x7F}));
        for (int i = 0; i < good.length; i++) {
            bad.add(java.util.Arrays.copyOf(good, i));
        }
        // of no sort
        byte[] untyped = good.clone();
        untyped[12] = 9;
        bad.add(untyped);
        for (byte[] data : bad) {
            trouble(
                    Trouble.Kind.NOT_SIGNABLE,
                    () -> desk.sign(
                            Pc.SCHOOL,
                            Desk.fingerprint(Pc.certificate(vice)),
                            "RSA_PKCS1",
                            List.of(new Desk.Document("1", "Quyết định", data)),
                            1));
        }
        assertThat(person.asked).isEmpty();
        trouble(Trouble.Kind.BAD_REQUEST, () -> desk.sign(Pc.SCHOOL, "x", "RSA_PKCS1", Pc.documents(Desk.MOST + 1), 1));
        person.pin = "";
        trouble(
                Trouble.Kind.DECLINED,
                () -> desk.sign(Pc.SCHOOL, Desk.fingerprint(Pc.certificate(vice)), "RSA_PKCS1", Pc.documents(1), 1));
    }

    @Test
    void countsWrongPinsAndNeverTriesAThird() throws Exception {
        Settings settings = settings();
        String fingerprint = Desk.fingerprint(Pc.certificate(vice));
        ThrowingCallable sign =
                () -> new Desk(new Settings(home), person).sign(Pc.SCHOOL, fingerprint, "RSA_PSS", Pc.documents(1), 1);
        person.pin = "sai";
        trouble(Trouble.Kind.WRONG_PIN, sign);
        trouble(Trouble.Kind.WRONG_PIN, sign);
        person.pin = Pc.PIN;
        int asked = person.asked.size();
        trouble(Trouble.Kind.PIN_TRIES, sign);
        assertThat(person.asked).hasSize(asked);
        // added again: still counted
        settings.removeStore("thu");
        settings.addFile("thu", vice);
        trouble(Trouble.Kind.PIN_TRIES, sign);
        assertThat(agent(settings).setUp(List.of("allow", "thu"))).isZero();
        Desk.Result result = new Desk(settings, person).sign(Pc.SCHOOL, fingerprint, "RSA_PSS", Pc.documents(1), 1);
        assertThat(verifies(
                        Pc.certificate(vice),
                        Pc.attributes(0),
                        result.signed().get(0).value(),
                        true))
                .isTrue();
        assertThat(settings.wrongPins("thu")).isZero();
        assertThat(person.given).allSatisfy(pin -> assertThat(pin).containsOnly('\0'));
    }

    @Test
    void saysWhoseTokenIsIn() throws Exception {
        Settings settings = settings();
        Desk desk = new Desk(settings, person);
        assertThatThrownBy(() ->
                        desk.sign(Pc.SCHOOL, Desk.fingerprint(Pc.certificate(other)), "RSA_PKCS1", Pc.documents(1), 1))
                .isInstanceOfSatisfying(Trouble.class, e -> {
                    assertThat(e.kind()).isEqualTo(Trouble.Kind.OTHER_KEY);
                    assertThat(e.detail()).contains("Le Quang Vinh");
                });
        assertThat(settings.wrongPins("thu")).isZero();
        // of several, the one that has the certificate comes first
        settings.addFile("cua-hieu-pho", other);
        person.store = "cua-hieu-pho";
        desk.certificates(Pc.SCHOOL);
        person.store = "";
        desk.sign(Pc.SCHOOL, Desk.fingerprint(Pc.certificate(vice)), "RSA_PKCS1", Pc.documents(1), 1);
        desk.sign(Pc.SCHOOL, Desk.fingerprint(Pc.certificate(other)), "RSA_PKCS1", Pc.documents(1), 1);
        settings.addFile("mat", files.resolve("khong-co.p12"));
        settings.removeStore("thu");
        settings.removeStore("cua-hieu-pho");
        trouble(
                Trouble.Kind.NOT_THERE,
                () -> desk.sign(Pc.SCHOOL, Desk.fingerprint(Pc.certificate(vice)), "RSA_PKCS1", Pc.documents(1), 1));
        settings.removeStore("mat");
        trouble(Trouble.Kind.NO_STORE, () -> desk.certificates(Pc.SCHOOL));
    }

    @Test
    void signsTheOtherPartsOfWhatWasShownWithTheSamePin() throws Exception {
        Settings settings = settings();
        try (Door door = agent(settings).open(person, 0)) {
            Pc.Page page = new Pc.Page(settings, door.port(), Pc.SCHOOL);
            page.pair(person);
            Map<String, Object> order = new HashMap<>(Pc.order(Pc.certificate(vice), Pc.documents(3)));
            order.put("parts", 2);
            String key = (String) page.json("POST", "/sign", order).get("next");
            assertThat(person.asked).extracting(Prompt.Question::parts).containsExactly(2);
            // nothing else meanwhile, and nobody else goes on with it
            assertThat(page.send("POST", "/sign", order).statusCode()).isEqualTo(409);
            Pc.Page other = new Pc.Page(settings, door.port(), "https://hai.example");
            other.pair(person);
            Map<String, Object> two = Map.of(
                    "documents", Pc.order(Pc.certificate(vice), Pc.documents(2)).get("documents"));
            assertThat(other.json("POST", "/sign/" + key, two)).containsEntry("code", "too-late");
            assertThat(page.json("POST", "/sign/khac", two)).containsEntry("code", "too-late");
            Map<String, Object> told = page.json("POST", "/sign/" + key, two);
            List<?> signed = (List<?>) told.get("signed");
            assertThat(signed).hasSize(2);
            byte[] value = Base64.getDecoder().decode((String) ((Map<?, ?>) signed.get(1)).get("value"));
            assertThat(verifies(Pc.certificate(vice), Pc.attributes(1), value, false))
                    .isTrue();
            assertThat(told).doesNotContainKey("next");
            assertThat(person.asked).hasSize(1);
            assertThat(page.json("POST", "/sign/" + key, two)).containsEntry("code", "too-late");
            // what was not shown, and what is no signature, closes the key
            for (Object bad : List.of(
                    Pc.order(Pc.certificate(vice), Pc.documents(4)).get("documents"),
                    List.of(Map.of("id", "d0", "data", "AAAA")),
                    List.of())) {
                String next = (String) page.json("POST", "/sign", order).get("next");
                Map<String, Object> refused = page.json("POST", "/sign/" + next, Map.of("documents", bad));
                assertThat(refused.getOrDefault("signed", List.of())).isEqualTo(List.of());
                assertThat(page.json("POST", "/sign/" + next, two)).containsEntry("code", "too-late");
            }
            order.put("parts", 5);
            assertThat(page.send("POST", "/sign", order).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aKeyThatNobodyComesBackForIsClosed() throws Exception {
        Settings settings = settings();
        Desk desk = new Desk(settings, person, settings::stores, Duration.ofMillis(50));
        String fingerprint = Desk.fingerprint(Pc.certificate(vice));
        Desk.Result first = desk.sign(Pc.SCHOOL, fingerprint, "RSA_PKCS1", Pc.documents(1), 2);
        String key = first.next().orElseThrow();
        for (int tries = 0; ; tries++) {
            try {
                assertThat(desk.sign(Pc.SCHOOL, fingerprint, "RSA_PKCS1", Pc.documents(1), 1)
                                .signed())
                        .hasSize(1);
                break;
            } catch (Trouble e) {
                assertThat(e.kind()).isEqualTo(Trouble.Kind.BUSY);
                assertThat(tries).isLessThan(200);
                Thread.sleep(50);
            }
        }
        trouble(Trouble.Kind.TOO_LATE, () -> desk.next(Pc.SCHOOL, key, Pc.documents(1)));
    }

    @Test
    void asksOneThingAtATime() throws Exception {
        Settings settings = settings();
        Desk desk = new Desk(settings, person);
        List<Trouble.Kind> second = new ArrayList<>();
        person.meanwhile = () -> {
            try {
                desk.certificates("https://hai.example");
            } catch (Trouble e) {
                second.add(e.kind());
            }
        };
        desk.sign(Pc.SCHOOL, Desk.fingerprint(Pc.certificate(vice)), "RSA_PKCS1", Pc.documents(1), 1);
        assertThat(second).containsExactly(Trouble.Kind.BUSY);
    }

    /** Devices are made once in a program, so everything with them is in one test. */
    @Test
    void signsWithADeviceUntilItIsPulledOut() throws Exception {
        Path library = Pc.library();
        Pc.devices(List.of(vice, other));
        Settings settings = new Settings(home);
        settings.addDevice("usb", library, slotOf(library, vice));
        String fingerprint = Desk.fingerprint(Pc.certificate(vice));
        Desk desk = new Desk(settings, person);
        for (String scheme : List.of("RSA_PKCS1", "RSA_PSS")) {
            Desk.Result result = desk.sign(Pc.SCHOOL, fingerprint, scheme, Pc.documents(20), 1);
            assertThat(result.trouble()).isEmpty();
            assertThat(verifies(
                            Pc.certificate(vice),
                            Pc.attributes(19),
                            result.signed().get(19).value(),
                            scheme.equals("RSA_PSS")))
                    .isTrue();
        }
        person.pin = "00000000";
        trouble(Trouble.Kind.WRONG_PIN, () -> desk.sign(Pc.SCHOOL, fingerprint, "RSA_PKCS1", Pc.documents(1), 1));
        assertThat(settings.wrongPins("usb")).isEqualTo(1);
        person.pin = Pc.PIN;
        // the token of another
        Settings changed = new Settings(home);
        changed.addDevice("usb", library, slotOf(library, other));
        assertThatThrownBy(() -> desk.sign(Pc.SCHOOL, fingerprint, "RSA_PKCS1", Pc.documents(1), 1))
                .isInstanceOfSatisfying(Trouble.class, e -> {
                    assertThat(e.kind()).isEqualTo(Trouble.Kind.OTHER_KEY);
                    assertThat(e.detail()).contains("Vo Thi Sen");
                });
        assertThat(settings.wrongPins("usb")).isZero();
        changed.addDevice("usb", library, slotOf(library, vice));
        // pulled out after three of ten: those are told, the rest can be signed later
        Store real = settings.stores().get(0);
        Desk pulled = new Desk(settings, person, () -> List.of(new Pulled(real, 3)), Duration.ofMinutes(1));
        Desk.Result half = pulled.sign(Pc.SCHOOL, fingerprint, "RSA_PKCS1", Pc.documents(10), 1);
        assertThat(half.signed()).hasSize(3);
        assertThat(half.trouble().map(Trouble::kind)).contains(Trouble.Kind.NOT_THERE);
        assertThat(desk.sign(Pc.SCHOOL, fingerprint, "RSA_PKCS1", Pc.documents(7), 1)
                        .signed())
                .hasSize(7);
        settings.addDevice("usb", library, 50);
        trouble(Trouble.Kind.NOT_THERE, () -> desk.sign(Pc.SCHOOL, fingerprint, "RSA_PKCS1", Pc.documents(1), 1));
        settings.addDevice("usb", Path.of("/not/there.so"), 0);
        trouble(Trouble.Kind.NOT_THERE, () -> desk.sign(Pc.SCHOOL, fingerprint, "RSA_PKCS1", Pc.documents(1), 1));
        assertThat(settings.wrongPins("usb")).isZero();
    }

    /** The list of slots is in the library's own order. */
    private static int slotOf(Path library, Path file) throws Exception {
        for (int slot = 0; slot < 2; slot++) {
            try (Keys keys = new Store.Device("x", library, slot).open(Pc.PIN.toCharArray())) {
                if (keys.certificates().contains(Pc.certificate(file))) {
                    return slot;
                }
            }
        }
        throw new IllegalStateException("no device has the key of " + file);
    }

    /** A device that goes away after some signatures. */
    private record Pulled(Store store, int after) implements Store {

        @Override
        public String name() {
            return store.name();
        }

        @Override
        public Keys open(char[] pin) throws Trouble {
            Keys keys = store.open(pin);
            int[] left = {after};
            return new Keys() {
                @Override
                public List<X509Certificate> certificates() {
                    return keys.certificates();
                }

                @Override
                public byte[] sign(X509Certificate certificate, byte[] data, String scheme) throws Trouble {
                    if (left[0]-- == 0) {
                        keys.close();
                    }
                    return keys.sign(certificate, data, scheme);
                }

                @Override
                public void close() {
                    keys.close();
                }
            };
        }
    }

    @Test
    void asksOnTheTerminalWhereThereIsNoScreen() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ConsolePrompt prompt = new ConsolePrompt(
                new BufferedReader(new StringReader("c\nk\n2\n1234\n9\n\n")),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                WORDS);
        assertThat(prompt.pair(Pc.SCHOOL, "Trường Thử", "123456")).isTrue();
        assertThat(prompt.pair(Pc.SCHOOL, "Trường Thử", "654321")).isFalse();
        Prompt.Question question = new Prompt.Question(
                Pc.SCHOOL, List.of(new Prompt.Line("24/QĐ-THT", "ab")), 2, List.of("a", "b"), List.of(2, 1));
        Optional<Prompt.Answer> answer = prompt.pin(question);
        assertThat(answer.orElseThrow().store()).isEqualTo("b");
        assertThat(answer.orElseThrow().pin()).containsExactly('1', '2', '3', '4');
        assertThat(prompt.pin(question)).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("123456", "24/QĐ-THT", Pc.SCHOOL, WORDS.text("parts", 2))
                .doesNotContain("1234\n");
    }

    @Test
    void isSetUpOnTheCommandLine() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Settings settings = new Settings(home);
        Agent agent = new Agent(settings, WORDS, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(agent.setUp(List.of("add-device", "usb", "/lib/x.so", "1"))).isZero();
        assertThat(agent.setUp(List.of("add-file", "thu", vice.toString()))).isZero();
        assertThat(agent.setUp(List.of("port", "40000"))).isZero();
        assertThat(settings.port()).isEqualTo(40_000);
        assertThat(settings.stores()).extracting(Store::name).containsExactly("thu", "usb");
        assertThat(agent.setUp(List.of("list"))).isZero();
        assertThat(agent.setUp(List.of("certificate"))).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("/lib/x.so #1", "BEGIN CERTIFICATE");
        assertThat(agent.setUp(List.of("remove", "usb"))).isZero();
        for (List<String> wrong : List.of(
                List.of("port", "9"),
                List.of("port", "99999"),
                List.of("allow", "khong-co"),
                List.of("remove", "usb"),
                List.of("add-device", "a.b", "/x"),
                List.of("add-device", "a", "/x", "mot"),
                List.of("gi-do"))) {
            assertThat(agent.setUp(wrong)).as(wrong.toString()).isEqualTo(2);
        }
    }

    @Test
    void itsCertificateIsForThisPcAloneAndRenewed() throws Exception {
        Settings settings = new Settings(home);
        Clock now = Clock.fixed(Instant.parse("2026-10-05T01:00:00Z"), ZoneOffset.UTC);
        X509Certificate first = new OwnCertificate(settings, now).certificate();
        assertThat(new OwnCertificate(settings, now).certificate()).isEqualTo(first);
        assertThat(first.getBasicConstraints()).isEqualTo(-1);
        assertThat(first.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(7, "127.0.0.1"), List.of(2, "localhost"));
        first.verify(first.getPublicKey());
        Clock later = Clock.offset(now, Duration.ofDays(780));
        X509Certificate next = new OwnCertificate(settings, later).certificate();
        assertThat(next).isNotEqualTo(first);
        next.checkValidity(java.util.Date.from(later.instant()));
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        java.util.ResourceBundle vietnamese = java.util.ResourceBundle.getBundle("vn.quyche.agent.words", Locale.ROOT);
        java.util.ResourceBundle english = java.util.ResourceBundle.getBundle("vn.quyche.agent.words", Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
        assertThat(new Words(Locale.ENGLISH).text("deny")).isEqualTo("No");
    }
}
