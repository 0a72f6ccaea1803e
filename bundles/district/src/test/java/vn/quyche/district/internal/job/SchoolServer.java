package vn.quyche.district.internal.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import vn.quyche.core.api.Json;
import vn.quyche.district.api.SchoolGroup;

/** A school's machine that answers as it should, or as it should not. */
final class SchoolServer implements AutoCloseable {

    /** Answers one request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile Behaviour behaviour;
    /** What was asked of inspections and duties, and what is answered: as a school of before they were given. */
    final List<String> figuresAsked = new CopyOnWriteArrayList<>();

    volatile Behaviour figures = status(404);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    SchoolServer() {
        this(Optional.empty());
    }

    private SchoolServer(Optional<SSLContext> tls) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls.isPresent()) {
                HttpsServer secure = HttpsServer.create(free, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
                server = secure;
            } else {
                server = HttpServer.create(free, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.setStreams(new ByteArrayInputStream(body), null);
            String operation = operation(new String(body, StandardCharsets.UTF_8));
            boolean ofFigures = path.equals("/api/group/v1/inspected")
                    || path.startsWith("/api/duty/")
                    || operation.startsWith("listInspections ")
                    || operation.startsWith("countDuties ");
            (ofFigures ? figuresAsked : asked)
                    .add(
                            operation.isEmpty()
                                    ? exchange.getRequestURI() + " "
                                            + exchange.getRequestHeaders().getFirst("Authorization")
                                    : operation);
            try (exchange) {
                (ofFigures ? figures : behaviour).answer(exchange);
            }
        });
        server.start();
    }

    /** What a SOAP message asks for: its operation, its parts, and the token; empty when it is none. */
    private static String operation(String message) {
        Matcher found = Pattern.compile("<wsse:Password[^>]*>([^<]*)<.*<soap:Body><g:(\\w+)[^>]*>(.*)</g:\\2>")
                .matcher(message);
        return found.find()
                ? found.group(2) + " "
                        + found.group(3).replaceAll("</[^>]*>", " ").replaceAll("<g:(\\w+)>", "$1=") + found.group(1)
                : "";
    }

    /** A machine whose certificate nobody vouches for. */
    static SchoolServer withOwnCertificate(Path folder) throws Exception {
        Path store = folder.resolve("own.p12");
        String[] make = {
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "own",
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit"
        };
        if (new ProcessBuilder(make).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("no certificate");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new SchoolServer(Optional.of(context));
    }

    String address() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static void json(HttpExchange exchange, String body) throws IOException {
        send(exchange, 200, "application/json", body);
    }

    static Behaviour status(int status) {
        return exchange -> send(exchange, status, "text/plain", "x");
    }

    /** The list in pages of two, as a school's REST door gives it. */
    static Behaviour pages(SchoolGroup... groups) {
        return exchange -> {
            String query = exchange.getRequestURI().getQuery();
            int from = query.contains("&after=p") ? Integer.parseInt(query.replaceAll(".*&after=p", "")) : 0;
            json(exchange, page(from, groups));
        };
    }

    static String page(int from, SchoolGroup... groups) {
        List<String> items = new ArrayList<>();
        for (int i = from; i < Math.min(groups.length, from + 2); i++) {
            items.add(Json.of(groups[i]));
        }
        String next = from + 2 < groups.length ? ",\"next\":\"p" + (from + 2) + "\"" : "";
        return "{\"items\":[" + String.join(",", items) + "]" + next + "}";
    }

    /** The list in one page, as a school's SOAP door gives it. */
    static String soap(String schoolCode, SchoolGroup... groups) {
        return envelope("<groupList xmlns=\"urn:vn:quyche:group:v1\"><schoolCode>" + schoolCode
                + "</schoolCode><schoolName>x</schoolName>"
                + List.of(groups).stream()
                        .map(group -> "<group><id>" + group.id() + "</id><code>" + group.code() + "</code><name>"
                                + group.name() + "</name><kind>" + group.kind() + "</kind><platform>"
                                + group.platform() + "</platform><members>" + group.members() + "</members><leader>"
                                + group.leader() + "</leader><administrator>" + group.administrator()
                                + "</administrator><decisionNumber>" + group.decisionNumber()
                                + "</decisionNumber><decisionDate>2026-09-01</decisionDate><status>ACTIVE</status><remark>"
                                + group.remark() + "</remark></group>")
                        .collect(Collectors.joining())
                + "</groupList>");
    }

    static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>";
    }

    /** A refusal at a school's SOAP door: always with status 500. */
    static Behaviour fault(String code, int status) {
        return exchange -> send(
                exchange,
                500,
                "text/xml",
                envelope("<soap:Fault><faultcode>soap:Client</faultcode><faultstring>Lỗi</faultstring><detail>"
                        + "<p:problem xmlns:p=\"urn:vn:quyche:problem\"><p:code>" + code + "</p:code><p:status>"
                        + status
                        + "</p:status></p:problem></detail></soap:Fault>"));
    }

    /** Figures as a school's SOAP door gives them. */
    static Behaviour soapFigures(String inspections, String duties) {
        return exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String name = body.contains("g:countDuties") ? "dutyCounts" : "inspectionList";
            send(
                    exchange,
                    200,
                    "text/xml",
                    envelope("<" + name + " xmlns=\"urn:vn:quyche:group:v1\">"
                            + (name.equals("dutyCounts") ? duties : inspections) + "</" + name + ">"));
        };
    }
}
