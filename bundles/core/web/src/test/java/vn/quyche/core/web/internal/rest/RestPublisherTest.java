package vn.quyche.core.web.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.core.web.internal.http.Csrf;
import vn.quyche.core.web.internal.http.TestDoors;

/** The REST door as its callers meet it: over HTTP, with the server that the container uses. */
class RestPublisherTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private TestDoors doors;
    private RestPublisher publisher;
    private URI base;

    public enum Kind {
        OPEN,
        CLOSED
    }

    public record Thing(
            String name, int count, Kind kind, LocalDate day, Instant at, Optional<String> note, List<Part> parts) {}

    public record Part(int size) {}

    public record Versioned(String id, long version) {}

    @Path("/things")
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public static final class Things {

        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);

        @GET
        public Page<String> list(
                @Context Caller caller,
                @Context PageRequest page,
                @QueryParam("from") LocalDate from,
                @QueryParam("kind") @DefaultValue("OPEN") Kind kind) {
            return new Page<>(
                    List.of(caller.accountId(), caller.door().name(), page.size() + " " + from, kind.name()),
                    page.after().or(() -> Optional.of("k")));
        }

        @POST
        public Thing create(@Context Caller caller, @HeaderParam("Idempotency-Key") String key, Thing thing) {
            return thing;
        }

        @GET
        @Path("{id}")
        public Versioned get(@Context Caller caller, @PathParam("id") String id) throws InterruptedException {
            switch (id) {
                case "gone" -> throw new NotFound("test.gone", id);
                case "twice" -> throw new Conflict("test.twice");
                case "picture" -> throw new Refused("BC.6.8", "test.pictures", 11);
                case "secret" -> throw new Forbidden("core.forbidden");
                case "fields" ->
                    throw new Invalid(List.of(
                            new FieldError("title", "core.required", List.of(1)),
                            new FieldError("members[2].phone", "core.bad-characters", List.of())));
                case "away" -> throw new Unavailable("test.away");
                case "broken" -> throw new IllegalStateException("jdbc:derby:/secret/place");
                case "slow" -> {
                    entered.countDown();
                    released.await();
                }
                default -> {}
            }
            return new Versioned(id, 7);
        }

        @POST
        @Path("raw")
        @Consumes(MediaType.APPLICATION_OCTET_STREAM)
        public Map<String, Integer> raw(@Context Caller caller, InputStream body) throws java.io.IOException {
            return Map.of("size", body.readAllBytes().length);
        }
    }

    private record TestDoor(String domain, List<Object> resources) implements RestDoor {}

    private final Things things = new Things();
    private final RestDoor door = new TestDoor("thing", List.of(things));

    @BeforeEach
    void open() throws Exception {
        doors = new TestDoors(Map.of("body_max_bytes", 20_000L, "failures_per_minute", 3));
        publisher = new RestPublisher(null, doors.edge, doors.authentication, doors.problems);
        publisher.addDoor(door);
        base = doors.serve("/api/*", publisher);
    }

    @AfterEach
    void close() throws Exception {
        things.released.countDown();
        doors.close();
        publisher.stop();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + TestDoors.TOKEN);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return http.send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post("/api/thing/v1/things", "application/json", body.getBytes(UTF_8));
    }

    private JsonNode problem(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/problem+json");
        JsonNode problem = json.readTree(response.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("urn:quyche:problem:" + code);
        assertThat(problem.path("correlationId").asText())
                .isEqualTo(response.headers().firstValue("X-Correlation-Id").orElseThrow());
        return problem;
    }

    @Test
    void givesTheMethodItsCallerAndThePageItsCursor() throws Exception {
        HttpResponse<String> response = get("/api/thing/v1/things?size=5&from=2026-10-05");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json.readTree(response.body()))
                .isEqualTo(json.readTree(
                        "{\"items\":[\"account-lan\",\"REST\",\"5 2026-10-05\",\"OPEN\"],\"next\":\"k\"}"));
    }

    @Test
    void readsAndWritesRecordsWithIsoTimesAndOptionals() throws Exception {
        String thing = "{\"name\":\"Tổ Toán\",\"count\":3,\"kind\":\"OPEN\",\"day\":\"2026-10-05\","
                + "\"at\":\"2026-10-05T00:15:00Z\",\"note\":null,\"parts\":[{\"size\":1}]}";

        HttpResponse<String> response = post(thing);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(json.readTree(response.body())).isEqualTo(json.readTree(thing));
    }

    @Test
    void sendsTheVersionOfARecordAsItsTag() throws Exception {
        assertThat(get("/api/thing/v1/things/a").headers().firstValue("ETag")).hasValue("\"7\"");
    }

    @Test
    void setsHeadersThatKeepAnswersOutOfCachesAndFrames() throws Exception {
        var headers = get("/api/thing/v1/things/a").headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void keepsASaneCorrelationIdAndReplacesAnyOther() throws Exception {
        HttpResponse<String> kept = http.send(
                request("/api/thing/v1/things/gone")
                        .header("X-Correlation-Id", "district-2026.10_1")
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> replaced = http.send(
                request("/api/thing/v1/things/gone")
                        .header("X-Correlation-Id", "a b\u00e9{}<script>")
                        .build(),
                BodyHandlers.ofString());

        assertThat(problem(kept, 404, "test.gone").path("correlationId").asText())
                .isEqualTo("district-2026.10_1");
        assertThat(problem(replaced, 404, "test.gone").path("correlationId").asText())
                .hasSize(36);
    }

    @Test
    void tellsEachKindOfErrorAsAProblem() throws Exception {
        problem(get("/api/thing/v1/things/gone"), 404, "test.gone");
        problem(get("/api/thing/v1/things/twice"), 409, "test.twice");
        problem(get("/api/thing/v1/things/secret"), 403, "core.forbidden");
        problem(get("/api/thing/v1/things/away"), 503, "test.away");
        JsonNode refused = problem(get("/api/thing/v1/things/picture"), 422, "test.pictures");
        assertThat(refused.path("clause").asText()).isEqualTo("BC.6.8");
        assertThat(refused.path("next").asText()).isEqualTo("test.pictures.next");
        assertThat(refused.path("detail").asText()).isEqualTo("vi test.pictures [11] (BC.6.8)");
    }

    @Test
    void tellsWhatIsWrongFieldByField() throws Exception {
        JsonNode errors =
                problem(get("/api/thing/v1/things/fields"), 400, "core.invalid").path("errors");

        assertThat(errors).hasSize(2);
        assertThat(errors.path(1).path("field").asText()).isEqualTo("members[2].phone");
        assertThat(errors.path(0).path("message").asText()).isEqualTo("vi core.required [1]");
    }

    @Test
    void answersInEnglishWhenAsked() throws Exception {
        HttpResponse<String> response = http.send(
                request("/api/thing/v1/things/gone")
                        .header("Accept-Language", "en-GB,vi;q=0.5")
                        .build(),
                BodyHandlers.ofString());

        assertThat(problem(response, 404, "test.gone").path("detail").asText()).startsWith("en ");
    }

    @Test
    void leaksNothingOfAnUnexpectedError() throws Exception {
        HttpResponse<String> response = get("/api/thing/v1/things/broken");

        problem(response, 500, "core.unexpected");
        assertThat(response.body()).doesNotContain("derby").doesNotContain("IllegalState");
    }

    @Test
    void tellsWhatHttpItselfRefuses() throws Exception {
        problem(get("/api/thing/v1/nothing"), 404, "web.http-404");
        problem(get("/api/other/v1/things"), 404, "web.not-found");
        problem(get("/api/"), 404, "web.not-found");
        problem(get("/api/thing/v2/things"), 404, "web.not-found");
        problem(get("/api/thing/v1?_wadl"), 404, "web.http-404");
        HttpResponse<String> method =
                http.send(request("/api/thing/v1/things").DELETE().build(), BodyHandlers.ofString());
        problem(method, 405, "web.http-405");
        assertThat(method.headers().firstValue("Allow")).get().asString().contains("GET", "POST");
        problem(post("/api/thing/v1/things", "text/csv", "a".getBytes(UTF_8)), 415, "web.http-415");
        problem(
                http.send(
                        request("/api/thing/v1/things")
                                .header("Accept", "image/png")
                                .build(),
                        BodyHandlers.ofString()),
                406,
                "web.http-406");
    }

    @Test
    void namesTheParameterThatCannotBeRead() throws Exception {
        assertField(get("/api/thing/v1/things?from=yesterday"), "web.bad-parameter", "from");
        assertThat(get("/api/thing/v1/things?size=&from=").statusCode()).isEqualTo(200);
        assertField(get("/api/thing/v1/things?kind=open"), "web.bad-parameter", "kind");
        assertThat(get("/api/thing/v1/things?kind=CLOSED").body()).contains("\"CLOSED\"");
        assertThat(get("/api/thing/v1/things?kind=").body()).contains("\"OPEN\"");
        assertThat(get("/api/thing/v1/things").body()).contains("\"OPEN\"");
    }

    @Test
    void givesTheMethodThePageThatIsAskedFor() throws Exception {
        assertThat(get("/api/thing/v1/things").body()).contains("\"50 null\"");
        assertThat(get("/api/thing/v1/things?after=A_-z").body()).contains("\"next\":\"A_-z\"");
        assertThat(get("/api/thing/v1/things?size=100000").body()).contains("\"500 null\"");
        for (String size : List.of("many", "99999999999", "0", "-1", "1.5", "%31%00", "1%202")) {
            assertField(get("/api/thing/v1/things?size=" + size), "web.bad-size", "size");
        }
    }

    @Test
    void takesWhatABodyLeavesOutForEmpty() throws Exception {
        JsonNode thing = json.readTree(post("{\"count\":null,\"parts\":[{}]}").body());

        assertThat(thing.path("count").asInt(-1)).isZero();
        assertThat(thing.at("/parts/0/size").asInt(-1)).isZero();
        assertThat(json.readTree(post("{}").body()).path("count").asInt(-1)).isZero();
    }

    @Test
    void namesTheFieldOfBadJson() throws Exception {
        assertField(post("{\"count\":1,\"title\":1}"), "web.unknown-field", "title");
        assertField(post("{\"count\":\"3\"}"), "web.bad-value", "count");
        assertField(post("{\"count\":2.5}"), "web.bad-value", "count");
        assertField(post("{\"count\":99999999999}"), "web.bad-json", "count");
        assertField(post("{\"kind\":\"open\"}"), "web.bad-choice", "kind");
        assertField(post("{\"kind\":0}"), "web.bad-choice", "kind");
        assertField(post("{\"day\":\"5/10/2026\"}"), "web.bad-value", "day");
        assertField(post("{\"parts\":[{\"size\":1},{\"size\":\"x\"}]}"), "web.bad-value", "parts[1].size");
        assertField(post("{\"parts\":[{\"size\":1},null]}"), "web.bad-value", "parts[1]");
    }

    private void assertField(HttpResponse<String> response, String code, String field) throws Exception {
        JsonNode problem = problem(response, 400, code);
        assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo(field);
        assertThat(response.body()).doesNotContain("vn.quyche.core.web").doesNotContain("java.");
    }

    @Test
    void refusesBrokenJson() throws Exception {
        problem(post("{\"name\":"), 400, "web.bad-json");
        problem(post("{\"count\":1} {}"), 400, "web.bad-json");
        problem(post("{\"name\":\"a\",\"name\":\"b\"}"), 400, "web.bad-json");
        problem(post("[".repeat(5_000)), 400, "web.bad-json");
        problem(post("{\"parts\":" + "[".repeat(200)), 400, "web.bad-value");
        byte[] malformed = "{\"name\":\"a?\"}".getBytes(UTF_8);
        malformed[10] = (byte) 0xff;
        problem(post("/api/thing/v1/things", "application/json", malformed), 400, "web.bad-json");
    }

    @Test
    void refusesAnAddressWithCharactersThatMustBeEncoded() throws Exception {
        // By hand: a client that builds a URI would not send them.
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String basic =
                    Base64.getEncoder().encodeToString((TestDoors.NAME + ":" + TestDoors.PASSWORD).getBytes(UTF_8));
            socket.getOutputStream()
                    .write(("GET /api/thing/v1/things/[a] HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Basic " + basic + "\r\n\r\n")
                            .getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("web.bad-path");
        }
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        problem(post("{\"name\":\"" + "a".repeat(30_000) + "\"}"), 413, "web.body-too-large");
        byte[] large = new byte[30_000];
        HttpResponse<String> chunked = http.send(
                request("/api/thing/v1/things/raw")
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
                        .build(),
                BodyHandlers.ofString());
        problem(chunked, 413, "web.body-too-large");
    }

    @Test
    void asksForAProofOfIdentity() throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(base.resolve("/api/thing/v1/things")).build(), BodyHandlers.ofString());

        problem(response, 401, "web.unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Basic ");
    }

    private HttpResponse<String> withHeader(String name, String value, String method) throws Exception {
        return http.send(
                HttpRequest.newBuilder(base.resolve("/api/thing/v1/things"))
                        .header(name, value)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    @Test
    void takesNameAndPassword() throws Exception {
        assertThat(withHeader("Authorization", basic(TestDoors.NAME, TestDoors.PASSWORD), "GET")
                        .statusCode())
                .isEqualTo(200);
        problem(withHeader("Authorization", basic(TestDoors.NAME, "wrong"), "GET"), 401, "security.bad-credentials");
    }

    @Test
    void bearsMalformedProofs() throws Exception {
        problem(withHeader("Authorization", "Basic %%%", "GET"), 401, "web.unauthenticated");
        problem(withHeader("Authorization", "Basic", "GET"), 401, "web.unauthenticated");
        problem(withHeader("Authorization", "Negotiate abc", "GET"), 401, "web.unauthenticated");
    }

    @Test
    void makesOneWaitAfterTooManyWrongProofs() throws Exception {
        for (int i = 0; i < 3; i++) {
            problem(withHeader("Authorization", "Bearer wrong" + i, "GET"), 401, "security.bad-token");
        }
        HttpResponse<String> fourth = withHeader("Authorization", "Bearer " + TestDoors.TOKEN, "GET");

        problem(fourth, 429, "web.too-many-requests");
        assertThat(fourth.headers().firstValue("Retry-After")).get().asString().containsOnlyDigits();
    }

    @Test
    void takesTheSessionOfTheBrowserForReading() throws Exception {
        assertThat(withHeader("Cookie", "QUYCHE_SESSION=" + TestDoors.SESSION, "GET")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> ended = withHeader("Cookie", "QUYCHE_SESSION=other", "GET");
        problem(ended, 401, "security.session-ended");
        assertThat(ended.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Bearer ");
        problem(
                withHeader("Cookie", "QUYCHE_SESSION=" + TestDoors.NEW_SESSION, "GET"),
                401,
                "security.password-change-due");
    }

    @Test
    void wantsTheTokenOfThePageBeforeASessionChangesAnything() throws Exception {
        problem(withHeader("Cookie", "QUYCHE_SESSION=" + TestDoors.SESSION, "POST"), 403, "web.csrf");
        assertThat(doors.audit.refused).containsExactly("account-lan POST /api/thing/v1/things web.csrf");

        HttpResponse<String> right = http.send(
                HttpRequest.newBuilder(base.resolve("/api/thing/v1/things"))
                        .header("Cookie", "QUYCHE_SESSION=" + TestDoors.SESSION)
                        .header("X-CSRF-Token", Csrf.token(TestDoors.SESSION))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"name\":\"a\",\"count\":1,\"kind\":\"OPEN\",\"day\":null,\"at\":null,\"note\":null,\"parts\":[]}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
    }

    @Test
    void writesOnlySomeRefusalsOfOneAccount() throws Exception {
        for (int i = 0; i < 30; i++) {
            withHeader("Cookie", "QUYCHE_SESSION=" + TestDoors.SESSION, "POST");
        }
        assertThat(doors.audit.refused).hasSizeBetween(1, 11);
    }

    @Test
    void opensAndClosesADoorWhileAnotherAnswers() throws Exception {
        RestDoor other = new TestDoor("other", List.of(new Things()));
        var slow = http.sendAsync(request("/api/thing/v1/things/slow").build(), BodyHandlers.ofString());
        things.entered.await();

        problem(get("/api/other/v1/things/a"), 404, "web.not-found");
        publisher.addDoor(other);
        assertThat(get("/api/other/v1/things/a").statusCode()).isEqualTo(200);
        publisher.removeDoor(other);
        problem(get("/api/other/v1/things/a"), 404, "web.not-found");
        things.released.countDown();

        assertThat(slow.get().statusCode()).isEqualTo(200);
        assertThat(publisher.domains()).containsExactly("thing");
    }

    @Test
    void letsARequestEndBeforeItsDoorGoes() throws Exception {
        var slow = http.sendAsync(request("/api/thing/v1/things/slow").build(), BodyHandlers.ofString());
        things.entered.await();
        var removal = CompletableFuture.runAsync(() -> publisher.removeDoor(door));
        while (!publisher.domains().isEmpty()) {
            Thread.onSpinWait();
        }

        problem(get("/api/thing/v1/things/a"), 404, "web.not-found");
        assertThat(removal).isNotDone();
        things.released.countDown();

        assertThat(slow.get().statusCode()).isEqualTo(200);
        removal.get();
        problem(get("/api/thing/v1/things/a"), 404, "web.not-found");
    }

    @Test
    void doesNotLetASecondDoorTakeANameOrGiveItBack() throws Exception {
        RestDoor second = new TestDoor("thing", List.of(new Things()));

        publisher.addDoor(second);
        publisher.removeDoor(second);

        assertThat(get("/api/thing/v1/things/a").statusCode()).isEqualTo(200);
    }

    @Test
    void describesItselfWithProblemsAndWaysToSignIn() throws Exception {
        JsonNode api = json.readTree(get("/api/thing/v1/openapi.json").body());

        assertThat(api.path("servers").path(0).path("url").asText()).isEqualTo("/api/thing/v1");
        assertThat(api.path("components").path("schemas").has("Problem")).isTrue();
        assertThat(api.path("components").path("securitySchemes").has("token")).isTrue();
    }

    @Test
    void countsWhatPassed() throws Exception {
        get("/api/thing/v1/things/a");
        get("/api/nobody/v1/things/a");
        java.io.StringWriter text = new java.io.StringWriter();
        doors.meters.write(text);

        assertThat(text.toString())
                .contains("quyche_requests_total{door=\"REST\",domain=\"thing\",status=\"200\",} 1.0")
                .contains("quyche_requests_total{door=\"REST\",domain=\"none\",status=\"404\",} 1.0")
                .contains("quyche_request_seconds_bucket")
                .contains("jvm_memory_bytes_used");
    }
}
