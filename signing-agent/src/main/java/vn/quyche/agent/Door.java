package vn.quyche.agent;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Answers pages on this PC: TLS on the loopback address alone. Only paired origins are answered, each with its own secret; a new
 * one is let in by who sits here, who compares a code. Nothing of a PIN ever passes here.
 */
public final class Door implements AutoCloseable {

    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int THREADS = 4;
    private static final String NEXT = "POST /sign/";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 409;
    private static final int REFUSED = 422;
    private static final Duration PAIRING = Duration.ofMinutes(3);
    private static final Pattern ORIGIN =
            Pattern.compile("https://[A-Za-z0-9.-]+(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");

    private final Settings settings;
    private final Prompt prompt;
    private final Desk desk;
    private final Words words;
    private final Clock clock;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Door::thread);
    private final ExecutorService asking = Executors.newSingleThreadExecutor(Door::thread);
    private final Map<String, Pairing> pairings = new ConcurrentHashMap<>();

    /** A pairing that is asked for; told to its page alone. */
    private static final class Pairing {
        private final String origin;
        private final String code = Tokens.code();
        private final Instant until;
        private volatile String state = "WAITING";
        private volatile String token = "";

        Pairing(String origin, Instant until) {
            this.origin = origin;
            this.until = until;
        }
    }

    Door(Settings settings, Prompt prompt, Desk desk, Words words, Clock clock, int port)
            throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.prompt = prompt;
        this.desk = desk;
        this.words = words;
        this.clock = clock;
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(new OwnCertificate(settings, clock).context()));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "agent");
        thread.setDaemon(true);
        return thread;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        asking.shutdownNow();
    }

    /** An answer of the agent. */
    private record Answer(int status, Map<String, Object> body) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!addressed(exchange)) {
                exchange.sendResponseHeaders(FORBIDDEN, -1);
                return;
            }
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            if (origin == null) {
                own(exchange);
                return;
            }
            if (!ORIGIN.matcher(origin).matches()) {
                exchange.sendResponseHeaders(FORBIDDEN, -1);
                return;
            }
            Headers headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type");
            headers.set("Access-Control-Allow-Methods", "GET, POST");
            headers.set("Access-Control-Allow-Private-Network", "true");
            headers.set("Access-Control-Max-Age", "600");
            headers.set("Vary", "Origin");
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                exchange.sendResponseHeaders(NO_CONTENT, -1);
                return;
            }
            write(exchange, told(exchange, origin));
        }
    }

    /** A name that leads here from elsewhere (DNS rebinding) is not ours. */
    private boolean addressed(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && (host.equals("127.0.0.1:" + port()) || host.equals("localhost:" + port()));
    }

    /** Opened in the browser by hand, so that its certificate can be accepted. */
    private void own(HttpExchange exchange) throws IOException {
        boolean page = exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getPath().equals("/");
        byte[] text = words.text("page").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(page ? OK : FORBIDDEN, page ? text.length : -1);
        if (page) {
            exchange.getResponseBody().write(text);
        }
    }

    private Answer told(HttpExchange exchange, String origin) throws IOException {
        try {
            return route(exchange, origin);
        } catch (Trouble e) {
            return new Answer(status(e), trouble(e));
        } catch (IllegalArgumentException | ClassCastException e) {
            return new Answer(BAD_REQUEST, trouble(new Trouble(Trouble.Kind.BAD_REQUEST, "", e)));
        }
    }

    private static int status(Trouble trouble) {
        return switch (trouble.kind()) {
            case NOT_PAIRED -> FORBIDDEN;
            case BAD_REQUEST -> BAD_REQUEST;
            case BUSY -> BUSY;
            default -> REFUSED;
        };
    }

    private static Map<String, Object> trouble(Trouble trouble) {
        return Map.of("code", trouble.kind().code(), "detail", trouble.detail());
    }

    private Answer route(HttpExchange exchange, String origin) throws IOException, Trouble {
        String what =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        if (what.equals("GET /status")) {
            return new Answer(OK, Map.of("agent", "quyche", "paired", paired(exchange, origin)));
        }
        if (what.equals("POST /pair")) {
            return pair(origin, body(exchange));
        }
        if (what.startsWith("GET /pair/")) {
            return pairing(origin, what.substring("GET /pair/".length()));
        }
        if (!paired(exchange, origin)) {
            throw new Trouble(Trouble.Kind.NOT_PAIRED);
        }
        return switch (what) {
            case "POST /certificates" -> certificates(origin);
            case "POST /sign" -> sign(origin, body(exchange));
            default -> {
                if (what.startsWith(NEXT)) {
                    yield next(origin, what.substring(NEXT.length()), body(exchange));
                }
                yield new Answer(NOT_FOUND, Map.of("code", "not-found", "detail", ""));
            }
        };
    }

    // ---- pairing

    private boolean paired(HttpExchange exchange, String origin) {
        String hash = settings.pairings().get(origin);
        String said = exchange.getRequestHeaders().getFirst("Authorization");
        return hash != null && said != null && said.startsWith("Bearer ") && Tokens.is(said.substring(7), hash);
    }

    /** One question at a time, and none again for a while to who was refused: no page buries the screen in windows. */
    private synchronized Answer pair(String origin, Map<String, Object> body) throws Trouble {
        pairings.values().removeIf(one -> !one.until.isAfter(clock.instant()));
        if (pairings.values().stream().anyMatch(one -> one.state.equals("WAITING"))) {
            throw new Trouble(Trouble.Kind.BUSY);
        }
        if (pairings.values().stream().anyMatch(one -> one.origin.equals(origin) && one.state.equals("REFUSED"))) {
            throw new Trouble(Trouble.Kind.DECLINED);
        }
        String school = String.valueOf(body.getOrDefault("school", "")).replaceAll("\\p{Cntrl}", " ");
        Pairing pairing = new Pairing(origin, clock.instant().plus(PAIRING));
        String id = Tokens.random();
        pairings.put(id, pairing);
        asking.execute(() -> ask(pairing, school.substring(0, Math.min(school.length(), 200))));
        return new Answer(OK, Map.of("id", id, "code", pairing.code));
    }

    private void ask(Pairing pairing, String school) {
        if (prompt.pair(pairing.origin, school, pairing.code)) {
            String token = Tokens.random();
            settings.pair(pairing.origin, Tokens.hash(token.getBytes(StandardCharsets.UTF_8)));
            pairing.token = token;
            pairing.state = "PAIRED";
        } else {
            pairing.state = "REFUSED";
        }
    }

    /** The secret is told once, to the page that asked. */
    private Answer pairing(String origin, String id) throws Trouble {
        Pairing pairing = Optional.ofNullable(pairings.get(id))
                .filter(one -> one.origin.equals(origin))
                .orElseThrow(() -> new Trouble(Trouble.Kind.NOT_PAIRED));
        if (pairing.state.equals("PAIRED")) {
            pairings.remove(id);
        }
        return new Answer(OK, Map.of("state", pairing.state, "token", pairing.token));
    }

    // ---- what the desk does

    private Answer certificates(String origin) throws Trouble {
        List<Object> list = new ArrayList<>();
        for (X509Certificate certificate : desk.certificates(origin)) {
            try {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("fingerprint", Desk.fingerprint(certificate));
                one.put("subject", certificate.getSubjectX500Principal().getName());
                one.put("certificate", Base64.getEncoder().encodeToString(certificate.getEncoded()));
                list.add(one);
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return new Answer(OK, Map.of("certificates", list));
    }

    private Answer sign(String origin, Map<String, Object> body) throws Trouble {
        int parts = ((Number) body.getOrDefault("parts", 1)).intValue();
        return told(desk.sign(
                origin,
                String.valueOf(body.get("certificate")),
                String.valueOf(body.get("scheme")),
                documents(body),
                parts));
    }

    private Answer next(String origin, String key, Map<String, Object> body) throws Trouble {
        return told(desk.next(origin, key, documents(body)));
    }

    private static List<Desk.Document> documents(Map<String, Object> body) throws Trouble {
        List<Desk.Document> documents = new ArrayList<>();
        for (Object entry : (List<?>) body.getOrDefault("documents", List.of())) {
            Map<?, ?> one = (Map<?, ?>) entry;
            documents.add(new Desk.Document(
                    String.valueOf(one.get("id")), String.valueOf(one.get("title")), Desk.base64(one.get("data"))));
        }
        return documents;
    }

    private static Answer told(Desk.Result result) {
        List<Object> signed = new ArrayList<>();
        for (Desk.Signed one : result.signed()) {
            signed.add(Map.of("id", one.id(), "value", Base64.getEncoder().encodeToString(one.value())));
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("signed", signed);
        result.next().ifPresent(key -> told.put("next", key));
        result.trouble().ifPresent(trouble -> told.putAll(trouble(trouble)));
        return new Answer(OK, told);
    }

    // ---- reading and writing

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(HttpExchange exchange) throws IOException, Trouble {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Trouble(Trouble.Kind.BAD_REQUEST);
        }
        return (Map<String, Object>) Json.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = Json.write(answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
