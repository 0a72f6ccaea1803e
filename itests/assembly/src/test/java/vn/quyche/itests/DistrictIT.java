package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SmallSchool;

/** A district's container and a school's, each started by its script: they know each other by their doors alone. Clause TB.4. */
class DistrictIT {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String CODE = "79000123";

    private SmallSchool school;
    private AssemblyProcess office;
    private SchoolClient admin;
    private SchoolClient head;

    @Test
    @Timeout(300)
    void theListGoesUpByBothDoorsAndByItselfAndItsChangesComeBack() throws Exception {
        AssemblyProcess running =
                AssemblyProcess.named("district-school").empty().with("--profile", "school-primary");
        AssemblyProcess beside =
                AssemblyProcess.named("district-office").empty().with("--profile", "district-office");
        office = beside;
        try (running;
                beside) {
            CompletableFuture<Void> started = CompletableFuture.runAsync(beside::start);
            running.start();
            school = SmallSchool.in(running);
            started.join();
            admin = SchoolClient.firstSignIn(office, "admin", SmallSchool.initialPassword(office));
            head = account("truongphong", "PRINCIPAL");

            name();
            String schoolId = head.create("/api/district/v1/schools", schoolBy("REST", schoolsToken()));
            JsonNode rest = collect(schoolId);
            assertThat(rest.path("taken").path("added").asInt())
                    .as(rest.toString())
                    .isEqualTo(1);
            int due = figures(schoolId);

            group("Tổ Toán trường thử");
            change(schoolId, "SOAP");
            JsonNode soap = collect(schoolId);
            assertThat(soap.path("taken").path("added").asInt())
                    .as(soap.toString())
                    .isEqualTo(1);
            assertThat(soap.path("taken").path("same").asInt()).isEqualTo(1);
            assertThat(figures(schoolId)).as("figures by SOAP").isEqualTo(2 * due);

            publish();
            anyoneChecks();
            group("Chi đoàn trường thử");
            connect();
            changesComeBack();
            assertThat(groups())
                    .extracting(row -> row.path("group").path("name").asText())
                    .as("sent by the school itself")
                    .contains("Chi đoàn trường thử");
        }
    }

    private void name() {
        SchoolClient.Answer now =
                school.principal.get("/api/directory/v1/school").expect(200);
        school.principal
                .put(
                        "/api/directory/v1/school",
                        Map.of(
                                "name", "Trường Tiểu học Thử",
                                "code", CODE,
                                "abbreviation", "THT",
                                "place", "Thôn Đông",
                                "address", "Thôn Đông"),
                        "If-Match",
                        now.headers().firstValue("ETag").orElse("\"0\""))
                .expect(200);
    }

    private SchoolClient account(String userName, String role) {
        String initial = admin.post(
                        "/api/security/v1/accounts",
                        Map.of("userName", userName, "name", userName, "roles", List.of(role)),
                        "Idempotency-Key",
                        "account-" + userName)
                .expect(201)
                .json()
                .path("initialPassword")
                .asText();
        return SchoolClient.firstSignIn(office, userName, initial);
    }

    /** A token of the school that may collect, and nothing else. */
    private String schoolsToken() {
        return school.system
                .post(
                        "/api/security/v1/tokens",
                        Map.of(
                                "password",
                                SchoolClient.PASSWORD,
                                "name",
                                "Phòng Giáo dục",
                                "permissions",
                                List.of("group:collect", "duty:collect"),
                                "expiresOn",
                                LocalDate.now(VIETNAM).plusDays(30).toString()))
                .expect(201)
                .json()
                .path("secret")
                .asText();
    }

    private Map<String, Object> schoolBy(String door, String token) {
        Map<String, Object> registered = new HashMap<>(Map.of(
                "code",
                CODE,
                "name",
                "Trường Tiểu học Thử",
                "address",
                "http://127.0.0.1:" + school.process.httpPort(),
                "door",
                door,
                "activeFrom",
                "2026-01-01"));
        if (!token.isEmpty()) {
            registered.put("token", token);
        }
        return registered;
    }

    private void change(String schoolId, String door) {
        String path = "/api/district/v1/schools/" + schoolId;
        String tag = head.get(path).expect(200).headers().firstValue("ETag").orElseThrow();
        Map<String, Object> changed = schoolBy(door, "");
        account("truongthu", "SYSTEM_CLIENT");
        changed.put("accountName", "truongthu");
        head.put(path, changed, "If-Match", tag).expect(200);
    }

    private JsonNode collect(String schoolId) {
        String run = head.create("/api/district/v1/collections?school=" + schoolId, Map.of());
        await(
                () -> head.get("/api/district/v1/collections/" + run)
                        .expect(200)
                        .json(),
                json -> json.path("state").asText().equals("DONE"));
        return head.get("/api/district/v1/collections/" + run + "/schools")
                .expect(200)
                .json()
                .path("items")
                .get(0);
    }

    /** What the duties and inspections came to is read with the list: counts by role, and nobody's name. */
    private int figures(String schoolId) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(10));
        Map<String, Object> directive = new HashMap<>(school.directive("Nộp báo cáo"));
        directive.put("deadline", deadline.toString());
        school.principal.create("/api/group/v1/directives?issue=true", directive);
        collect(schoolId);
        String month = YearMonth.from(deadline.atZone(VIETNAM)).toString();
        SchoolClient.Answer of = head.get("/api/district/v1/overview/" + schoolId + "?month=" + month)
                .expect(200);
        assertThat(of.json().path("school").path("figures").path("due").asInt())
                .as(of.text())
                .isPositive();
        assertThat(of.text()).contains("\"TEACHER\"", "\"GUARD\"").doesNotContain("Bình", "Cường", "Dũng");
        assertThat(head.get("/api/district/v1/overview?month=" + month + "&sort=-missed")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(of.json().path("school").path("failure").asText())
                .as(of.text())
                .isEmpty();
        return of.json().path("school").path("figures").path("due").asInt();
    }

    private String group(String name) {
        return school.principal.create(
                "/api/group/v1/groups",
                Map.of(
                        "name",
                        name,
                        "kind",
                        "SCHOOL",
                        "platform",
                        "ZALO",
                        "purpose",
                        "Chỉ đạo chung",
                        "rule",
                        Map.of("allStaff", true),
                        "appointments",
                        List.of(Map.of("role", "OWNER", "post", "PRINCIPAL")),
                        "establishing",
                        Map.of("number", "13/QĐ", "date", "2024-08-20", "signer", "Nguyễn Hạnh"),
                        "link",
                        ""));
    }

    private JsonNode groups() {
        return head.get("/api/district/v1/groups").expect(200).json().path("items");
    }

    private void publish() {
        String today = LocalDate.now(VIETNAM).toString();
        for (JsonNode row : groups()) {
            String path = "/api/district/v1/groups/" + row.path("id").asText();
            String tag = head.get(path).expect(200).headers().firstValue("ETag").orElseThrow();
            head.post(
                            path + "/reviews",
                            Map.of(
                                    "outcome", "RECOGNISE",
                                    "number", "12/QĐ-GDĐT",
                                    "date", today,
                                    "signer", "Lê Quang Vinh",
                                    "reason", "",
                                    "lookAlikeReason", ""),
                            "If-Match",
                            tag)
                    .expect(200);
        }
        head.post(
                        "/api/district/v1/lists",
                        Map.of(
                                "number", "7/TB-GDĐT",
                                "date", today,
                                "signer", "Lê Quang Vinh",
                                "effectiveOn", today,
                                "note", ""))
                .expect(201);
    }

    /** Without signing in: a whole name is answered, with nobody's name; a part of one is not. */
    private void anyoneChecks() {
        SchoolClient anyone = SchoolClient.anonymous(office);
        String page = anyone.get("/district/check?q=T%E1%BB%95%20To%C3%A1n%20tr%C6%B0%E1%BB%9Dng%20th%E1%BB%AD")
                .expect(200)
                .text();
        assertThat(page).contains("Trường Tiểu học Thử", "QĐ-GDĐT").doesNotContain("Hạnh");
        assertThat(anyone.get("/district/check?q=T%E1%BB%95%20To%C3%A1n")
                        .expect(200)
                        .text())
                .doesNotContain("QĐ-GDĐT");
    }

    /** The school connects itself; it sends its list, and reads what the published list changed. */
    private void connect() {
        SchoolClient machine = SchoolClient.basic(office, "truongthu", SchoolClient.PASSWORD);
        String token = machine.post(
                        "/api/security/v1/tokens",
                        Map.of(
                                "password",
                                SchoolClient.PASSWORD,
                                "name",
                                "Trường",
                                "permissions",
                                List.of("district:list", "district:push"),
                                "expiresOn",
                                LocalDate.now(VIETNAM).plusDays(30).toString()))
                .expect(201)
                .json()
                .path("secret")
                .asText();
        school.principal
                .put(
                        "/api/group/v1/district",
                        Map.of("address", "http://127.0.0.1:" + office.httpPort(), "token", token, "sends", true),
                        "If-Match",
                        "\"0\"")
                .expect(200);
    }

    private void changesComeBack() {
        JsonNode link = await(
                () -> school.principal.get("/api/group/v1/district").expect(200).json(),
                json -> json.path("readAt").isTextual()
                        || !json.path("failure").asText("").isEmpty());
        assertThat(link.path("failure").asText("")).as(link.toString()).isEmpty();
        assertThat(link.path("sentAt").isTextual()).as(link.toString()).isTrue();
        JsonNode changes = school.principal
                .get("/api/group/v1/district/changes?own=true")
                .expect(200)
                .json()
                .path("items");
        assertThat(changes)
                .extracting(row ->
                        row.path("kind").asText() + " " + row.path("name").asText())
                .containsExactlyInAnyOrder("ADDED Nhóm toàn trường", "ADDED Tổ Toán trường thử");
    }

    private static JsonNode await(Supplier<JsonNode> ask, Predicate<JsonNode> ended) {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        JsonNode answer = ask.get();
        while (!ended.test(answer)) {
            assertThat(Instant.now()).as(answer.toString()).isBefore(until);
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            answer = ask.get();
        }
        return answer;
    }
}
