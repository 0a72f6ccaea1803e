package vn.quyche.itests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks REST to a school as one account, or as nobody; with cookies it signs in as a browser does. */
public final class SchoolClient {

    /** The password that everybody takes at the first sign-in: without spaces, since Karaf's client splits it. */
    public static final String PASSWORD = "Mua-thu-2026";

    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI base;
    private final String authorization;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private SchoolClient(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /**
     * What came back.
     *
     * @param json the body; missing when it is no JSON
     */
    public record Answer(int status, JsonNode json, String text, HttpHeaders headers) {

        /** Fails with the body when the status is another. */
        public Answer expect(int wanted) {
            assertThat(status).as(text).isEqualTo(wanted);
            return this;
        }

        public String id() {
            return json.path("id").asText();
        }

        public String code() {
            return json.path("code").asText();
        }
    }

    public static SchoolClient anonymous(AssemblyProcess school) {
        return new SchoolClient(school.uri("/"), "");
    }

    public static SchoolClient basic(AssemblyProcess school, String account, String password) {
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new SchoolClient(school.uri("/"), "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static SchoolClient bearer(AssemblyProcess school, String token) {
        return new SchoolClient(school.uri("/"), "Bearer " + token);
    }

    /** Signs in through the page with the initial password, sets {@link #PASSWORD}, and goes on by Basic. */
    public static SchoolClient firstSignIn(AssemblyProcess school, String account, String initial) {
        SchoolClient browser = anonymous(school);
        browser.signIn(account, initial);
        String changed = browser.form(
                "/password", Map.of("currentPassword", initial, "newPassword", PASSWORD, "again", PASSWORD));
        assertThat(changed)
                .as("the page after the first password of " + account)
                .doesNotContain("newPassword");
        return basic(school, account, PASSWORD);
    }

    /** Signs in through the page; the session is in the cookies from then on. */
    public SchoolClient signIn(String account, String password) {
        form("/sign-in", Map.of("userName", account, "password", password));
        return this;
    }

    /** The value of a cookie that the school has set. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Fills in the form of a page and gives the page that follows. */
    public String form(String path, Map<String, String> values) {
        Matcher csrf = CSRF.matcher(call("GET", path, null).text());
        assertThat(csrf.find()).as("a form at " + path).isTrue();
        Map<String, String> fields = new LinkedHashMap<>(values);
        fields.put("_csrf", csrf.group(1));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                        "POST",
                        path,
                        HttpRequest.BodyPublishers.ofString(body),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .text();
    }

    /** Reads a stream of events line by line until {@code ended}; one that ends is asked for again, as a page does. */
    public void follow(String path, BooleanSupplier ended, Consumer<String> line) {
        Thread reader = new Thread(
                () -> {
                    while (!ended.getAsBoolean()) {
                        http.sendAsync(
                                        HttpRequest.newBuilder(base.resolve(path))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofLines())
                                .thenAccept(answer -> answer.body().forEach(line))
                                .exceptionally(broken -> null)
                                .join();
                        LockSupport.parkNanos(ASK_AGAIN.toNanos());
                    }
                },
                "events");
        reader.setDaemon(true);
        reader.start();
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer post(String path, Object body, String... headers) {
        return call("POST", path, body, headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return call("PUT", path, body, headers);
    }

    /** Creates something under a key of its own and gives its id. */
    public String create(String path, Object body) {
        return post(path, body, "Idempotency-Key", UUID.randomUUID().toString())
                .expect(201)
                .id();
    }

    /** Any call; the body is written as JSON, {@code null} sends none. */
    public Answer call(String method, String path, Object body, String... headers) {
        if (body == null) {
            return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
        }
        try {
            String[] all = new String[headers.length + 2];
            System.arraycopy(headers, 0, all, 2, headers.length);
            all[0] = "Content-Type";
            all[1] = "application/json";
            return send(method, path, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), all);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes as they are. */
    public Answer raw(String method, String path, byte[] body, String contentType, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = contentType;
        return send(method, path, HttpRequest.BodyPublishers.ofByteArray(body), all);
    }

    /** GET of a file, byte by byte as it is there. */
    public byte[] file(String path) {
        HttpResponse<byte[]> answer =
                exchange("GET", path, HttpRequest.BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpResponse<String> answer = exchange(method, path, body, HttpResponse.BodyHandlers.ofString(), headers);
        return new Answer(answer.statusCode(), json(answer.body()), answer.body(), answer.headers());
    }

    private <T> HttpResponse<T> exchange(
            String method,
            String path,
            HttpRequest.BodyPublisher body,
            HttpResponse.BodyHandler<T> wanted,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, body).timeout(Duration.ofSeconds(60));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
