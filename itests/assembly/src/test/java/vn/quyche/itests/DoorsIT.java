package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** The REST door of the running school: what it answers to right, wrong and hostile calls, and to whom. */
@ExtendWith(SharedSchool.class)
class DoorsIT {

    private static final String PEOPLE = "/api/directory/v1/people";
    private static final String UNITS = "/api/directory/v1/units";
    private static final String DIRECTIVES = "/api/group/v1/directives";
    private static final String NOBODY = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    private static final List<String> SORTING = Stream.of(
                    "audit", "compliance", "directory", "duty", "group", "notice", "platform", "security")
            .map(domain -> "/api/" + domain + "/")
            .toList();

    /** Lists that the machine of the superior authority reads, and no person. */
    private static final Set<String> FOR_MACHINES = Set.of("/api/group/v1/groups/collected", "/api/group/v1/inspected");

    private final SmallSchool school;

    DoorsIT(SmallSchool school) {
        this.school = school;
    }

    @Test
    void tellsWhatIsWrongAsAProblem() {
        assertProblem(school.anonymous.get(PEOPLE), 401, "web.unauthenticated");
        assertProblem(
                SchoolClient.basic(school.process, "nobody-" + NOBODY, "wrong").get(PEOPLE),
                401,
                "security.bad-credentials");
        assertProblem(school.teacher.get("/api/security/v1/accounts"), 403, "core.forbidden");
        assertProblem(school.principal.get(PEOPLE + "/" + NOBODY), 404, "directory.no-person");
        assertProblem(school.principal.get("/api/nothing/v1/things"), 404, "web.not-found");
        assertProblem(school.principal.call("DELETE", PEOPLE, null), 405, "web.http-405");
        assertProblem(school.principal.call("GET", PEOPLE, null, "Accept", "text/xml"), 406, "web.http-406");
        assertProblem(school.principal.raw("POST", PEOPLE, bytes("<a/>"), "text/xml"), 415, "web.http-415");
        assertProblem(school.principal.get(PEOPLE + "?size=many"), 400, "web.bad-size");
        assertProblem(
                school.principal.post(PEOPLE, Map.of("person", Map.of("givenName", "An"), "colour", "red")),
                400,
                "web.unknown-field");
    }

    @Test
    void refusesBodiesThatAreNoJson() {
        assertProblem(json("{\"person\":"), 400, "web.bad-json");
        assertProblem(json(""), 400, "web.no-body");
        assertProblem(json("null"), 400, "web.no-body");
        byte[] broken = bytes("{\"person\":{\"givenName\":\"__\"}}");
        broken[24] = (byte) 0xC3;
        broken[25] = (byte) 0x28;
        assertProblem(school.principal.raw("POST", PEOPLE, broken, "application/json"), 400, "web.bad-json");
        assertProblem(json("{\"person\":{\"givenName\":\"" + "x".repeat(6 << 20) + "\"}}"), 400, "web.json-limits");
        assertProblem(json("{\"firstDay\":\"2024-08-01\",\"firstDay\":\"2024-08-02\"}"), 400, "web.bad-json");
        Answer lonely =
                json("{\"person\":{\"familyName\":\"Trần\",\"givenName\":\"A\\ud800\"},\"firstDay\":\"2024-08-01\"}");
        assertThat(lonely.status()).as(lonely.text()).isEqualTo(400);
    }

    @Test
    void refusesABodyOfMoreThanTenMegabytes() {
        byte[] big = new byte[11 << 20];
        assertProblem(school.principal.raw("POST", PEOPLE, big, "application/json"), 413, "web.body-too-large");
    }

    @Test
    void changesOnlyTheVersionThatWasSeen() {
        String id = school.principal.create(
                UNITS,
                Map.of(
                        "unit",
                        Map.of("type", "SUBJECT_GROUP", "name", "Tổ Văn", "grade", 0),
                        "validFrom",
                        "2024-08-01"));
        Map<String, Object> changed = Map.of("type", "SUBJECT_GROUP", "name", "Tổ Ngữ văn", "grade", 0);
        String path = UNITS + "/" + id;
        String seen = school.principal.get(path).headers().firstValue("ETag").orElseThrow();
        assertProblem(school.principal.put(path, changed), 400, "core.if-match-missing");
        assertProblem(school.principal.put(path, changed, "If-Match", "x"), 400, "core.if-match-malformed");
        assertProblem(school.principal.put(path, changed, "If-Match", "\"99\""), 409, "core.changed-meanwhile");
        school.principal.put(path, changed, "If-Match", seen).expect(200);
        assertProblem(school.principal.put(path, changed, "If-Match", seen), 409, "core.changed-meanwhile");
    }

    @Test
    void issuesOneDirectiveWhenItIsSentTwiceAtOnce() throws Exception {
        String title = "Gửi hai lần";
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> sent = Stream.of(1, 2)
                    .map(number -> threads.submit(() -> {
                        together.await();
                        return school.principal.post(
                                DIRECTIVES + "?issue=true", school.directive(title), "Idempotency-Key", "sent-twice");
                    }))
                    .toList();
            List<Answer> answers = List.of(sent.get(0).get(), sent.get(1).get());
            // The second one waits and gets the first one's answer, or is told that the first is still at work.
            assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 201)
                            .map(Answer::id)
                            .distinct())
                    .hasSize(1);
        } finally {
            threads.shutdown();
        }
        JsonNode found =
                school.principal.get(DIRECTIVES + "?authored=true").json().path("items");
        assertThat(found.findValuesAsText("title")).containsOnlyOnce(title);
    }

    @Test
    void leadsADirectiveToItsReceipts() {
        String draft = school.principal.create(DIRECTIVES, school.directive("Họp chuyên môn"));
        Answer seen = school.principal.get(DIRECTIVES + "/" + draft).expect(200);
        assertThat(seen.json().path("state").asText()).isEqualTo("DRAFT");
        assertThat(school.teacher.get(DIRECTIVES + "/" + draft).status()).isEqualTo(404);
        String tag = seen.headers().firstValue("ETag").orElseThrow();
        Answer issued = school.principal
                .call("POST", DIRECTIVES + "/" + draft + "/issue", null, "If-Match", tag)
                .expect(200);
        assertThat(issued.json().path("number").asText()).isNotBlank();
        assertThat(issued.json().path("hash").asText()).hasSize(64);
        assertProblem(
                school.principal.put(DIRECTIVES + "/" + draft, school.directive("Khác"), "If-Match", tag(issued)),
                409,
                null);

        assertThat(stage(school.teacher.post(DIRECTIVES + "/" + draft + "/read", null)))
                .isEqualTo("READ");
        assertThat(stage(school.teacher.post(DIRECTIVES + "/" + draft + "/acknowledgement", null)))
                .isEqualTo("ACKNOWLEDGED");
        assertThat(stage(school.teacher.post(DIRECTIVES + "/" + draft + "/reply", Map.of("text", "Đã rõ"))))
                .isEqualTo("REPLIED");
        JsonNode summary = school.principal
                .get(DIRECTIVES + "/" + draft + "/receipts/summary")
                .expect(200)
                .json();
        assertThat(summary.path("fulfilled").asInt()).isEqualTo(1);
        assertThat(summary.path("recipients").asInt())
                .isEqualTo(summary.path("byStage").findValues("REPLIED").size()
                        + summary.path("byStage").path("PENDING").asInt());
        JsonNode receipts = school.principal
                .get(DIRECTIVES + "/" + draft + "/receipts?stage=REPLIED")
                .expect(200)
                .json();
        assertThat(receipts.path("items").findValuesAsText("reply")).containsExactly("Đã rõ");
        assertThat(school.principal
                        .get(DIRECTIVES + "/" + draft + "/receipts/paper")
                        .expect(200)
                        .text())
                .startsWith("%PDF-");
        assertProblem(
                school.teacher.get(DIRECTIVES + "/" + draft + "/receipts/paper"), 403, "group.receipts-of-others");
        assertProblem(school.teacher.get(DIRECTIVES + "/" + draft + "/receipts"), 403, "group.receipts-of-others");

        JsonNode duties =
                school.teacher.get("/api/duty/v1/duties?state=DONE").expect(200).json();
        assertThat(duties.path("items").findValuesAsText("subjectId")).contains(draft);
        JsonNode chain = school.principal
                .get(DIRECTIVES + "/verification?group=" + school.groupId)
                .expect(200)
                .json();
        assertThat(chain.path("whole").asBoolean()).isTrue();
    }

    /** What each role may, of what tells roles apart; the others are refused with 403. */
    @Test
    void refusesEachRoleWhatIsNotItsOwn() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        table.put("GET /api/security/v1/accounts", Set.of("admin", "principal"));
        table.put("POST /api/security/v1/accounts", Set.of("admin"));
        table.put("GET /api/security/v1/sessions", Set.of("admin"));
        table.put("GET /api/audit/v1/lines", Set.of("admin", "principal"));
        table.put("POST /api/audit/v1/verification", Set.of("admin", "principal"));
        table.put("GET /api/platform/v1/modules", Set.of("admin"));
        table.put("PUT /api/platform/v1/modules/none", Set.of("admin"));
        table.put("GET /api/platform/v1/dead-letters", Set.of("admin"));
        table.put("GET /api/platform/v1/jobs", Set.of("admin"));
        table.put("POST /api/platform/v1/jobs/none/run", Set.of("admin"));
        table.put("GET /api/directory/v1/people", Set.of("admin", "principal", "teacher", "guard"));
        table.put("GET /api/directory/v1/imports", Set.of("principal"));
        table.put("POST /api/directory/v1/campuses", Set.of("principal"));
        table.put("POST /api/duty/v1/calendar", Set.of("principal"));
        table.put("GET /api/group/v1/groups/collected", Set.of("system"));
        Map<String, SchoolClient> roles = roles();
        for (Map.Entry<String, Set<String>> row : table.entrySet()) {
            String[] call = row.getKey().split(" ");
            Object body = "POST".equals(call[0]) && !call[1].endsWith("verification") ? Map.of() : null;
            roles.forEach((role, client) -> {
                int status = client.call(call[0], call[1], body).status();
                assertThat(status == 403)
                        .as("%s as %s gave %d", row.getKey(), role, status)
                        .isEqualTo(!row.getValue().contains(role));
            });
        }
    }

    /** Every operation that the doors describe, with ids that nobody has and an empty object for a body. */
    @Test
    void answersEveryEndpointToEveryRole() {
        List<String> operations = operations();
        assertThat(operations).hasSizeGreaterThan(90);
        List<String> wrong = new ArrayList<>();
        for (String operation : operations) {
            String[] call = operation.split(" ");
            Object body = "GET".equals(call[0]) || "DELETE".equals(call[0]) ? null : Map.of();
            int nobody = school.anonymous.call(call[0], call[1], body).status();
            if (nobody != 401) {
                wrong.add(operation + " as nobody: " + nobody);
            }
            roles().forEach((role, client) -> {
                Answer answer = client.call(call[0], call[1], body);
                if (answer.status() >= 500 || answer.status() == 401) {
                    wrong.add(operation + " as " + role + ": " + answer.status() + " " + answer.text());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void writesRefusedAttemptsIntoTheAuditLog() {
        Answer refused = school.guard.post(
                "/api/directory/v1/campuses", Map.of("name", "Cơ sở lậu", "address", "", "validFrom", "2024-08-01"));
        assertProblem(refused, 403, "core.forbidden");
        JsonNode lines = school.admin
                .get("/api/audit/v1/lines?outcome=REFUSED&person=" + school.guardId)
                .expect(200)
                .json();
        JsonNode line = lines.path("items").get(0);
        assertThat(line.path("correlationId").asText())
                .isEqualTo(refused.json().path("correlationId").asText());
        assertThat(line.path("door").asText()).isEqualTo("REST");
        assertThat(line.path("code").asText()).isEqualTo("core.forbidden");
        JsonNode verified = school.admin
                .call("POST", "/api/audit/v1/verification", null)
                .expect(200)
                .json();
        assertThat(verified.path("faults")).isEmpty();
    }

    @Test
    void shutsSessionAndTokenOfAPersonWhoLeft() throws Exception {
        String id = school.person(school.principal, "Đỗ", "Hà", "TEACHER");
        SchoolClient leaver = school.account("doha", "Đỗ Hà", id, "STAFF");
        SchoolClient browser = SchoolClient.anonymous(school.process).signIn("doha", SchoolClient.PASSWORD);
        String account =
                leaver.get("/api/security/v1/me").expect(200).json().path("id").asText();
        String secret = school.admin
                .post(
                        "/api/security/v1/tokens",
                        Map.of(
                                "password",
                                SchoolClient.PASSWORD,
                                "accountId",
                                account,
                                "name",
                                "máy của Hà",
                                "permissions",
                                List.of("directory:read"),
                                "expiresOn",
                                LocalDate.now().plusMonths(3).toString()))
                .expect(201)
                .json()
                .path("secret")
                .asText();
        SchoolClient token = SchoolClient.bearer(school.process, secret);
        assertThat(token.get(PEOPLE).status()).isEqualTo(200);
        assertThat(browser.get(PEOPLE).status()).isEqualTo(200);

        String leaving = school.principal.create(
                "/api/directory/v1/leavings",
                Map.of(
                        "personId",
                        id,
                        "reason",
                        "TRANSFER",
                        "lastDay",
                        LocalDate.now().minusDays(2).toString(),
                        "decisionNumber",
                        "9/QĐ",
                        "receiverId",
                        school.principalId));
        school.principal
                .post("/api/directory/v1/leavings/" + leaving + "/close", Map.of("reason", "Đã bàn giao trực tiếp"))
                .expect(200);

        long began = System.nanoTime();
        while (browser.get(PEOPLE).status() != 401) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            Thread.sleep(100);
        }
        assertProblem(token.get(PEOPLE), 401, null);
        assertProblem(leaver.get(PEOPLE), 401, null);
    }

    @Test
    void refusesHostileCursorsAtEveryList() {
        List<String> lists = lists();
        assertThat(lists).hasSizeGreaterThan(15);
        String other = school.principal
                .get(PEOPLE + "?size=1")
                .expect(200)
                .json()
                .path("next")
                .asText();
        SoftAssertions all = new SoftAssertions();
        for (String list : lists) {
            for (String after :
                    List.of("%00", "%27", "~", "9".repeat(3_000), "%C4%90", list.equals(PEOPLE) ? "~" : other)) {
                Answer answer = school.admin.get(list + "?after=" + after);
                all.assertThat(answer.status()).as(list + " after " + after).isIn(400, 403, 404);
                if (answer.status() == 400) {
                    all.assertThat(answer.json().at("/errors/0/field").asText())
                            .as(list + " after " + after)
                            .isEqualTo("after");
                }
            }
            assertProblem(school.admin.get(list + "?size=0"), 400, "web.bad-size");
        }
        all.assertAll();
    }

    /** The lists of core and of groups. */
    @Test
    void refusesToSortByWhatAListDoesNotKnow() {
        List<String> lists = lists().stream()
                .filter(list -> SORTING.stream().anyMatch(list::startsWith))
                .toList();
        assertThat(lists).hasSizeGreaterThan(15);
        SoftAssertions all = new SoftAssertions();
        for (String list : lists) {
            for (String sort : List.of("nonsense", "-nonsense", "id%3B", "%00", "x".repeat(3_000))) {
                // Not everybody may read every list, nor is there a row of any id; who may is told what is known.
                List<Answer> answers = Stream.of(school.admin, school.principal)
                        .map(client -> client.get(list + "?sort=" + sort))
                        .toList();
                all.assertThat(answers)
                        .as(list + " by " + sort)
                        .allMatch(answer -> List.of(400, 403, 404).contains(answer.status()));
                if (!list.contains(NOBODY) && !FOR_MACHINES.contains(list)) {
                    all.assertThat(answers)
                            .as(list + " by " + sort)
                            .anyMatch(answer -> answer.status() == 400
                                    && answer.code().equals("core.bad-sort")
                                    && answer.json()
                                            .at("/errors/0/field")
                                            .asText()
                                            .equals("sort"));
                }
            }
        }
        all.assertAll();
        Answer told = school.admin.get("/api/security/v1/tokens?sort=nonsense").expect(400);
        assertThat(told.json().path("next").asText()).contains("created, expires, used");
    }

    private List<String> lists() {
        List<String> lists = new ArrayList<>();
        for (JsonNode door :
                school.admin.get("/api/docs/doors.json").expect(200).json()) {
            String prefix = "/api/" + door.asText() + "/v1";
            school.admin.get(prefix + "/openapi.json").json().path("paths").properties().stream()
                    .filter(path ->
                            path.getValue().at("/get/parameters").toString().contains("#/components/parameters/after"))
                    .forEach(path -> lists.add(prefix + path.getKey().replaceAll("\\{[^}]+}", NOBODY)));
        }
        return lists;
    }

    private List<String> operations() {
        List<String> operations = new ArrayList<>();
        for (JsonNode door :
                school.admin.get("/api/docs/doors.json").expect(200).json()) {
            String prefix = "/api/" + door.asText() + "/v1";
            JsonNode paths = school.admin
                    .get(prefix + "/openapi.json")
                    .expect(200)
                    .json()
                    .path("paths");
            assertThat(paths).as("the description of " + prefix).isNotEmpty();
            paths.properties()
                    .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (Set.of("get", "post", "put", "delete").contains(method)) {
                            operations.add(method.toUpperCase() + " " + prefix
                                    + path.getKey().replaceAll("\\{[^}]+}", NOBODY));
                        }
                    }));
        }
        return operations;
    }

    private Map<String, SchoolClient> roles() {
        Map<String, SchoolClient> roles = new LinkedHashMap<>();
        roles.put("admin", school.admin);
        roles.put("principal", school.principal);
        roles.put("teacher", school.teacher);
        roles.put("guard", school.guard);
        roles.put("system", school.system);
        return roles;
    }

    private Answer json(String body) {
        return school.principal.raw("POST", PEOPLE, bytes(body), "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String tag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String stage(Answer answer) {
        return answer.expect(200).json().path("stage").asText();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("correlationId").asText())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
        String detail = answer.json().path("detail").asText();
        assertThat(detail).as("a text, not a key").isNotEqualTo(answer.code()).contains(" ");
        if (code != null) {
            assertThat(answer.code()).isEqualTo(code);
        }
    }
}
