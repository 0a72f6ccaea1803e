package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** The resources of the directory one by one, as a program of the school would use them. */
@ExtendWith(SharedSchool.class)
class DirectoryRestIT {

    private static final String BASE = "/api/directory/v1";
    private static final String NOBODY = "01J0000000000000000000NONE";
    private static final String DAY = "2024-09-01";

    private final SmallSchool school;
    private final SchoolClient principal;

    DirectoryRestIT(SmallSchool school) {
        this.school = school;
        this.principal = school.principal;
    }

    @Test
    void school() {
        Answer seen = principal.get(BASE + "/school").expect(200);
        Map<String, Object> data = Map.of(
                "name",
                "Trường Tiểu học Thử",
                "code",
                "79000999",
                "abbreviation",
                "THT",
                "place",
                "Thử",
                "address",
                "Thôn Đông");
        principal.put(BASE + "/school", data).expect(400);
        refused(school.teacher.put(BASE + "/school", data, "If-Match", tag(seen)), 403);
        Answer changed =
                principal.put(BASE + "/school", data, "If-Match", tag(seen)).expect(200);
        assertThat(changed.json().toString()).contains("Trường Tiểu học Thử");
        refused(principal.put(BASE + "/school", data, "If-Match", tag(seen)), 409);
        refused(principal.put(BASE + "/school", Map.of("name", ""), "If-Match", tag(changed)), 400);
        assertThat(principal.get(BASE + "/school").text()).contains("79000999");
    }

    @Test
    void campuses() {
        Map<String, Object> campus = Map.of("name", "Cơ sở Hai", "address", "Thôn Tây", "validFrom", DAY);
        String id = twice(BASE + "/campuses", campus, "campus-two");
        JsonNode found = one(principal.get(BASE + "/campuses").expect(200).json(), id);
        assertThat(found.path("address").asText()).isEqualTo("Thôn Tây");
        Map<String, Object> moved = Map.of("name", "Cơ sở Hai", "address", "Thôn Nam");
        refused(principal.put(BASE + "/campuses/" + id, moved), 400);
        refused(principal.put(BASE + "/campuses/" + NOBODY, moved, "If-Match", "\"1\""), 404);
        principal
                .put(BASE + "/campuses/" + id, moved, "If-Match", version(found))
                .expect(200);
        refused(principal.put(BASE + "/campuses/" + id, moved, "If-Match", version(found)), 409);
        refused(principal.post(BASE + "/campuses/" + id + "/close", Map.of("lastDay", "2023-01-01")), 400, 422, 409);
        refused(principal.post(BASE + "/campuses/" + id + "/close", Map.of()), 400);
        refused(school.guard.post(BASE + "/campuses/" + id + "/close", Map.of("lastDay", "2025-06-30")), 403);
        assertThat(principal
                        .post(BASE + "/campuses/" + id + "/close", Map.of("lastDay", "2025-06-30"))
                        .status())
                .isIn(200, 204);
        assertThat(principal.get(BASE + "/campuses").text()).doesNotContain(id);
        assertThat(principal.get(BASE + "/campuses?ended=true").text()).contains(id);
    }

    @Test
    void authorities() {
        Map<String, Object> authority =
                Map.of("level", "COMMUNE", "name", "Ủy ban nhân dân xã", "organId", "", "validFrom", "2025-07-01");
        String id = twice(BASE + "/authorities", authority, "authority");
        JsonNode found = one(principal.get(BASE + "/authorities").expect(200).json(), id);
        assertThat(found.path("level").asText()).isEqualTo("COMMUNE");
        refused(principal.put(BASE + "/authorities/" + id, authority), 400);
        refused(principal.put(BASE + "/authorities/" + NOBODY, authority, "If-Match", "\"1\""), 404);
        principal
                .put(BASE + "/authorities/" + id, authority, "If-Match", version(found))
                .expect(200);
        refused(principal.put(BASE + "/authorities/" + id, authority, "If-Match", version(found)), 409);
        refused(school.teacher.post(BASE + "/authorities", authority), 403);
        refused(principal.post(BASE + "/authorities", Map.of("level", "KING", "name", "x", "validFrom", DAY)), 400);
    }

    @Test
    void unitsAndClasses() {
        Map<String, Object> unit = Map.of(
                "unit",
                Map.of("type", "SCHOOL_CLASS", "name", "4A", "grade", 4, "schoolYear", "2025-2026"),
                "validFrom",
                "2025-09-01");
        String id = twice(BASE + "/units", unit, "class-4a");
        assertThat(principal
                        .get(BASE + "/classes?schoolYear=2025-2026")
                        .expect(200)
                        .text())
                .contains(id);
        Answer seen = principal.get(BASE + "/units/" + id).expect(200);
        Map<String, Object> renamed =
                Map.of("type", "SCHOOL_CLASS", "name", "4B", "grade", 4, "schoolYear", "2025-2026");
        Answer changed = principal
                .put(BASE + "/units/" + id, renamed, "If-Match", tag(seen))
                .expect(200);
        assertThat(changed.json().toString()).contains("4B");
        refused(principal.put(BASE + "/units/" + id, renamed, "If-Match", tag(seen)), 409);
        refused(principal.get(BASE + "/units/" + NOBODY), 404);
        refused(
                principal.post(BASE + "/units", Map.of("unit", Map.of("type", "ARMY", "name", "x"), "validFrom", DAY)),
                400);
        refused(school.teacher.post(BASE + "/units/" + id + "/close", Map.of("lastDay", "2026-06-30")), 403);
        principal
                .post(BASE + "/units/" + id + "/close", Map.of("lastDay", "2026-06-30"))
                .expect(200);
    }

    @Test
    void peopleWithPostsAndMemberships() {
        Map<String, Object> person = Map.of(
                "person", Map.of("familyName", "Đinh", "middleName", "Thị", "givenName", "Yến"), "firstDay", DAY);
        String id = twice(BASE + "/people", person, "yen");
        Answer seen = principal.get(BASE + "/people/" + id).expect(200);
        Map<String, Object> changed = Map.of("familyName", "Đinh", "middleName", "Thị", "givenName", "Yên");
        refused(principal.put(BASE + "/people/" + id, changed), 400);
        principal.put(BASE + "/people/" + id, changed, "If-Match", tag(seen)).expect(200);
        refused(principal.put(BASE + "/people/" + id, changed, "If-Match", tag(seen)), 409);
        refused(principal.put(BASE + "/people/" + NOBODY, changed, "If-Match", "\"1\""), 404);

        Map<String, Object> post =
                Map.of("post", "TEACHER", "concurrent", false, "from", DAY, "decisionNumber", "5/QĐ");
        String assignment = twice(BASE + "/people/" + id + "/posts", post, "post-yen");
        refused(principal.post(BASE + "/people/" + NOBODY + "/posts", post), 404);
        refused(principal.post(BASE + "/people/" + id + "/posts", Map.of("post", "KING", "from", DAY)), 400);
        String membership = twice(
                BASE + "/people/" + id + "/memberships", Map.of("unitId", school.unitId, "from", DAY), "member-yen");
        refused(
                principal.post(BASE + "/people/" + id + "/memberships", Map.of("unitId", NOBODY, "from", DAY)),
                404,
                400);
        assertThat(principal.get(BASE + "/people?unit=" + school.unitId).text()).contains(id);
        principal
                .post(BASE + "/people/" + id + "/memberships/" + membership + "/end", Map.of("lastDay", "2025-05-31"))
                .expect(200);
        principal
                .post(BASE + "/people/" + id + "/posts/" + assignment + "/end", Map.of("lastDay", "2025-05-31"))
                .expect(200);
        refused(
                principal.post(BASE + "/people/" + id + "/posts/" + NOBODY + "/end", Map.of("lastDay", "2025-05-31")),
                404);
        refused(school.teacher.post(BASE + "/people", person), 403);
        refused(principal.get(BASE + "/people?state=DEAD"), 400, 404);
        refused(
                principal.post(BASE + "/people/" + id + "/employments", Map.of("firstDay", "2025-09-01")),
                400,
                409,
                422);
    }

    /** Each page follows the one before, nobody is told twice and nobody is left out. */
    @Test
    void peoplePageByPage() {
        Set<String> paged = new HashSet<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page =
                    principal.get(BASE + "/people?size=2" + after).expect(200).json();
            for (JsonNode person : page.path("items")) {
                assertThat(paged.add(person.path("id").asText())).isTrue();
            }
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
            pages++;
        } while (!after.isEmpty() && pages < 200);
        List<String> all =
                principal.get(BASE + "/people?size=200").json().path("items").findValuesAsText("id");
        assertThat(paged)
                .containsAll(
                        all.stream().filter(id -> id.length() == 26).limit(5).toList());
        assertThat(pages).isGreaterThan(2);
    }

    @Test
    void imports() {
        byte[] csv = "STT,Họ và tên,Ngày sinh,Chức vụ\n1,Trịnh Văn Khoa,05/09/1990,Giáo viên\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String id = principal
                .raw("POST", BASE + "/imports?fileName=nhan-su.csv", csv, "application/octet-stream")
                .expect(201)
                .id();
        assertThat(principal.get(BASE + "/imports").expect(200).text()).contains(id);
        refused(principal.get(BASE + "/imports/" + NOBODY), 404);
        refused(principal.get(BASE + "/imports/" + NOBODY + "/rows"), 404);
        refused(school.teacher.get(BASE + "/imports/" + id), 403);
        await(id, "READY");
        assertThat(principal.get(BASE + "/imports/" + id + "/rows").expect(200).text())
                .contains("Khoa");
        assertThat(principal.call("DELETE", BASE + "/imports/" + id, null).status())
                .isIn(200, 204);
        refused(principal.post(BASE + "/imports/" + id + "/apply", null), 409, 404, 422);
    }

    @Test
    void leavingsAndJoinings() {
        String leaver = school.person(principal, "Tạ", "Ngân", "TEACHER");
        Map<String, Object> leaving = Map.of(
                "personId",
                leaver,
                "reason",
                "TRANSFER",
                "lastDay",
                "2099-06-30",
                "decisionNumber",
                "8/QĐ",
                "receiverId",
                school.principalId);
        String id = twice(BASE + "/leavings", leaving, "leaving-ngan");
        assertThat(principal.get(BASE + "/leavings?state=OPEN").expect(200).text())
                .contains(id);
        refused(principal.get(BASE + "/leavings/" + NOBODY), 404);
        refused(school.guard.get(BASE + "/leavings/" + id), 403, 404);
        refused(principal.post(BASE + "/leavings", leaving, "Idempotency-Key", "leaving-again"), 409, 422);
        refused(principal.post(BASE + "/leavings/" + id + "/items/" + NOBODY + "/confirmation", null), 404);
        principal
                .post(BASE + "/leavings/" + id + "/cancel", Map.of("reason", "Mở nhầm người"))
                .expect(200);
        refused(principal.post(BASE + "/leavings/" + id + "/cancel", Map.of("reason", "Mở nhầm người")), 409, 422);
        refused(principal.post(BASE + "/joinings", Map.of()), 400, 404);
        refused(principal.get(BASE + "/joinings/" + NOBODY), 404);
        assertThat(principal
                        .get(BASE + "/joinings")
                        .expect(200)
                        .json()
                        .path("items")
                        .isArray())
                .isTrue();
    }

    private void await(String importId, String state) {
        for (int i = 0; i < 300; i++) {
            if (principal
                    .get(BASE + "/imports/" + importId)
                    .json()
                    .path("state")
                    .asText()
                    .equals(state)) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError(principal.get(BASE + "/imports/" + importId).text());
    }

    /** Sent twice under one key, made once. */
    private String twice(String path, Map<String, Object> body, String key) {
        String first =
                principal.post(path, body, "Idempotency-Key", key).expect(201).id();
        assertThat(principal
                        .post(path, body, "Idempotency-Key", key)
                        .expect(201)
                        .id())
                .as(path)
                .isEqualTo(first);
        return first;
    }

    private static JsonNode one(JsonNode list, String id) {
        for (JsonNode node : list) {
            if (node.path("id").asText().equals(id)) {
                return node;
            }
        }
        throw new AssertionError(list.toString());
    }

    private static String version(JsonNode node) {
        return "\"" + node.path("version").asLong() + "\"";
    }

    private static String tag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static void refused(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
