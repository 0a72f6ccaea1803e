package vn.quyche.agent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What the tests have of a PC: keys, a device without hardware, a page that calls. */
final class Pc {

    static final String PIN = "24681357";
    static final String SCHOOL = "https://truong.example";

    private Pc() {}

    /** A key file, made by the JDK's own tool. */
    static Path keyFile(Path folder, String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "ky",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=" + name + ",C=VN",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PIN);
        return file;
    }

    static KeyStore opened(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PIN.toCharArray());
        }
        return store;
    }

    static X509Certificate certificate(Path file) throws Exception {
        return (X509Certificate) opened(file).getCertificate("ky");
    }

    /** The library of SoftHSM2; skips the test where there is none. */
    static Path library() {
        Path library = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
        assumeTrue(library != null, "SoftHSM2 (softhsm2) is not here");
        assumeTrue(System.getenv("SOFTHSM2_CONF") != null, "SOFTHSM2_CONF does not name a folder for SoftHSM2");
        return library;
    }

    /** Makes devices with the keys of files in them, at the places 0, 1, …; once in a program, as the library reads once. */
    static void devices(List<Path> files) throws Exception {
        Path library = library();
        Path config = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = config.resolveSibling("tokens-" + ProcessHandle.current().pid());
        Files.createDirectories(tokens);
        Files.writeString(
                config, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        for (Path file : files) {
            run(
                    "softhsm2-util",
                    "--init-token",
                    "--free",
                    "--label",
                    file.getFileName().toString(),
                    "--so-pin",
                    "1234",
                    "--pin",
                    PIN);
        }
        for (int slot = 0; slot < files.size(); slot++) {
            Provider provider = Security.getProvider("SunPKCS11")
                    .configure("--name = filler\nlibrary = " + library + "\nslotListIndex = " + slot
                            + "\nattributes(*,CKO_PRIVATE_KEY,*) = {\nCKA_SIGN = true\n}\n");
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, PIN.toCharArray());
            KeyStore from = opened(files.get(slot));
            PrivateKey key = (PrivateKey) from.getKey("ky", PIN.toCharArray());
            store.setKeyEntry("ky", key, null, new Certificate[] {from.getCertificate("ky")});
            ((AuthProvider) provider).logout();
        }
    }

    private static void run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + said);
        }
    }

    /** The signed attributes of a signature over something. */
    static byte[] attributes(int number) {
        byte[] hash = new byte[32];
        hash[31] = (byte) number;
        byte[] type = HexFormat.of().parseHex("301806092a864886f70d010903310b06092a864886f70d010701");
        byte[] digest = HexFormat.of().parseHex("302f06092a864886f70d01090431220420");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x31);
        out.write(type.length + digest.length + hash.length);
        out.writeBytes(type);
        out.writeBytes(digest);
        out.writeBytes(hash);
        return out.toByteArray();
    }

    static List<Desk.Document> documents(int count) {
        List<Desk.Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(new Desk.Document("d" + i, "Quyết định " + i, attributes(i)));
        }
        return documents;
    }

    /** Somebody in front of the screen, who says what the test says. */
    static final class Person implements Prompt {
        String pin = PIN;
        boolean allows = true;
        String store = "";
        Runnable meanwhile = () -> {};
        final List<Question> asked = new ArrayList<>();
        final List<char[]> given = new ArrayList<>();
        final List<String> codes = new ArrayList<>();

        @Override
        public boolean pair(String origin, String school, String code) {
            codes.add(code);
            return allows;
        }

        @Override
        public Optional<Answer> pin(Question question) {
            asked.add(question);
            meanwhile.run();
            if (pin.isEmpty()) {
                return Optional.empty();
            }
            given.add(pin.toCharArray());
            return Optional.of(
                    new Answer(store.isEmpty() ? question.stores().get(0) : store, given.get(given.size() - 1)));
        }
    }

    /** A page of a school in a browser that trusts the agent's certificate and nothing else. */
    static final class Page {
        private final HttpClient client;
        private final int port;
        private final String origin;
        String token = "";

        Page(Settings settings, int port, String origin) throws Exception {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("a", new OwnCertificate(settings, Clock.systemUTC()).certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            this.client = HttpClient.newBuilder().sslContext(context).build();
            this.port = port;
            this.origin = origin;
        }

        HttpResponse<String> send(String method, String path, Map<String, Object> body) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(Json.write(body)));
            if (!origin.isEmpty()) {
                request.header("Origin", origin);
            }
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> json(String method, String path, Map<String, Object> body) throws Exception {
            return (Map<String, Object>) Json.parse(send(method, path, body).body());
        }

        /** Pairs as the page does; gives the state. */
        String pair(Person person) throws Exception {
            Map<String, Object> asked = json("POST", "/pair", Map.of("school", "Trường THCS Thử"));
            Map<String, Object> state = Map.of("state", "WAITING");
            for (int i = 0; i < 200 && state.get("state").equals("WAITING"); i++) {
                Thread.sleep(10);
                state = json("GET", "/pair/" + asked.get("id"), null);
            }
            if (!person.codes.get(person.codes.size() - 1).equals(asked.get("code"))) {
                throw new IllegalStateException("the codes differ");
            }
            token = (String) state.get("token");
            return (String) state.get("state");
        }
    }

    static Map<String, Object> order(X509Certificate certificate, List<Desk.Document> documents) {
        return Map.of(
                "certificate",
                Desk.fingerprint(certificate),
                "scheme",
                "RSA_PKCS1",
                "documents",
                documents.stream()
                        .map(one -> Map.of(
                                "id", one.id(),
                                "title", one.title(),
                                "data", Base64.getEncoder().encodeToString(one.data())))
                        .toList());
    }
}
