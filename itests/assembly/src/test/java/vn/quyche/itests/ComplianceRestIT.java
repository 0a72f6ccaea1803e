package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** The resources of duties, calendar, regulations and parameters one by one. */
@ExtendWith(SharedSchool.class)
class ComplianceRestIT {

    private static final String DUTY = "/api/duty/v1";
    private static final String NOBODY = "01J0000000000000000000NONE";

    private final SmallSchool school;
    private final SchoolClient principal;
    private final String base;

    ComplianceRestIT(SmallSchool school) {
        this.school = school;
        this.principal = school.principal;
        String doors = school.admin.get("/api/docs/doors.json").expect(200).text();
        this.base = doors.contains("\"compliance\"") ? "/api/compliance/v1" : DUTY;
    }

    @Test
    void duties() {
        String directive = principal
                .post(
                        "/api/group/v1/directives?issue=true",
                        school.directive("Việc phải làm qua REST"),
                        "Idempotency-Key",
                        "duty-rest")
                .expect(201)
                .id();
        JsonNode mine = school.teacher
                .get(DUTY + "/duties?state=OPEN&size=100")
                .expect(200)
                .json()
                .path("items");
        JsonNode duty = null;
        for (JsonNode one : mine) {
            duty = one.path("subjectId").asText().equals(directive) ? one : duty;
        }
        assertThat(duty).as(mine.toString()).isNotNull();
        String id = duty.path("id").asText();
        assertThat(school.teacher.get(DUTY + "/duties/" + id).expect(200).id()).isEqualTo(id);
        refused(school.guard.get(DUTY + "/duties/" + id), 403, 404);
        refused(principal.get(DUTY + "/duties/" + NOBODY), 404);
        refused(principal.post(DUTY + "/duties/" + id + "/excuse", Map.of()), 400);
        refused(school.teacher.post(DUTY + "/duties/" + id + "/excuse", Map.of("reason", "Tôi bận")), 403);
        assertThat(principal
                        .post(DUTY + "/duties/" + id + "/excuse", Map.of("reason", "Nghỉ ốm có giấy"))
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("EXCUSED");
        refused(principal.post(DUTY + "/duties/" + id + "/excuse", Map.of("reason", "Nghỉ ốm có giấy")), 409, 422);
        refused(principal.post(DUTY + "/duties/excuse", Map.of()), 400);
        refused(principal.get(DUTY + "/duties?state=PERHAPS"), 400, 404);
        JsonNode page = principal.get(DUTY + "/duties?size=1").expect(200).json();
        assertThat(page.path("items").size()).isLessThanOrEqualTo(1);
    }

    @Test
    void calendar() {
        Map<String, Object> holiday = Map.of("day", "2031-03-03", "name", "Nghỉ theo quyết định");
        Answer made = principal.post(DUTY + "/calendar", holiday);
        assertThat(made.status()).as(made.text()).isIn(200, 201, 204);
        assertThat(principal.get(DUTY + "/calendar?year=2031").expect(200).text())
                .contains("2031-03-03");
        refused(principal.post(DUTY + "/calendar", holiday), 409, 400);
        refused(principal.post(DUTY + "/calendar", Map.of("day", "hôm nào", "name", "x")), 400);
        refused(school.teacher.post(DUTY + "/calendar", holiday), 403);
        refused(principal.post(DUTY + "/calendar/confirmation", Map.of()), 400);
        assertThat(principal.call("DELETE", DUTY + "/calendar/2031-03-03", null).status())
                .isIn(200, 204);
        refused(principal.call("DELETE", DUTY + "/calendar/2031-03-03", null), 404);
        refused(principal.call("DELETE", DUTY + "/calendar/yesterday", null), 400, 404);
    }

    @Test
    void clausesPacksAndParameters() {
        JsonNode clauses = principal.get(base + "/clauses").expect(200).json();
        assertThat(clauses).isNotEmpty();
        refused(principal.get(base + "/clauses/XX.9.9"), 404);
        JsonNode packs = principal.get(base + "/packs").expect(200).json();
        assertThat(packs).isNotEmpty();
        principal.get(base + "/packs/" + packs.get(0).path("code").asText()).expect(200);
        refused(principal.get(base + "/packs/none"), 404);
        assertThat(principal.get(base + "/packs/legal-bases").expect(200).json().isArray())
                .isTrue();
        JsonNode parameters = principal.get(base + "/parameters").expect(200).json();
        assertThat(parameters).isNotEmpty();
        String key = parameters.get(0).path("key").asText();
        principal.get(base + "/parameters/" + key).expect(200);
        principal.get(base + "/parameters/" + key + "/values").expect(200);
        refused(principal.get(base + "/parameters/no.such"), 404);
        refused(principal.get(base + "/parameters?day=sometime"), 400, 404);
        refused(principal.post(base + "/parameters/" + key + "/values", Map.of()), 400);
        refused(
                school.teacher.post(
                        base + "/parameters/" + key + "/values",
                        Map.of("value", "1", "validFrom", LocalDate.now().toString(), "decision", "1/QĐ")),
                403);
    }

    @Test
    void regulationsFromDraftToNothing() {
        JsonNode packs = principal.get(base + "/packs").expect(200).json();
        refused(principal.post(base + "/regulations", Map.of()), 400, 404);
        Answer started = principal.post(
                base + "/regulations",
                Map.of("pack", packs.get(0).path("code").asText(), "title", "Quy chế thử"),
                "Idempotency-Key",
                "regulation-rest");
        assertThat(started.status()).as(started.text()).isIn(201, 409);
        JsonNode all = principal.get(base + "/regulations").expect(200).json();
        assertThat(all.isArray()).isTrue();
        refused(principal.get(base + "/regulations/" + NOBODY), 404);
        refused(principal.get(base + "/editions/" + NOBODY), 404);
        if (started.status() == 201 && started.json().has("editionId")) {
            String edition = started.json().path("editionId").asText();
            Answer seen = principal.get(base + "/editions/" + edition).expect(200);
            refused(principal.call("DELETE", base + "/editions/" + edition, null), 400);
            refused(principal.call("DELETE", base + "/editions/" + edition, null, "If-Match", "\"77\""), 409);
            refused(school.guard.call("DELETE", base + "/editions/" + edition, null, "If-Match", tag(seen)), 403, 404);
            assertThat(principal
                            .call("DELETE", base + "/editions/" + edition, null, "If-Match", tag(seen))
                            .status())
                    .isIn(200, 204);
            refused(principal.get(base + "/editions/" + edition), 404);
        }
    }

    /** The sources have a regulation with two Điều 15: both are kept, numbered, cited and judged, each for itself. */
    @Test
    void twoArticlesOfOneNumberAreToldApartAndOneArticleIsNotTakenTwice() {
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        String edition = principal
                .post(base + "/regulations", Map.of("pack", "TT"), "Idempotency-Key", "two-fifteens")
                .expect(201)
                .json()
                .path("editionId")
                .asText();
        Answer draft = principal.get(base + "/editions/" + edition).expect(200);
        ObjectNode content = draft.json().path("content").deepCopy();
        ArrayNode articles = content.withArray("articles");
        int count = articles.size();
        articles.add(articles.get(0).deepCopy());
        Answer twice = principal.put(base + "/editions/" + edition, content, "If-Match", tag(draft));
        refused(twice, 400);
        assertThat(twice.text()).contains("articles[" + count + "].key", "Một điều đứng hai lần trong danh sách.");
        assertThat(principal.get(base + "/editions/" + edition).expect(200).text())
                .isEqualTo(draft.text());

        articles.remove(count);
        content.put("effectiveOn", today);
        content.withObject("/decision").put("code", "31/QĐ-THTA").put("decidedOn", today);
        content.withObject("/decision").put("place", "Thôn Đông").put("issuer", "Trường TH Thôn Đông");
        content.withObject("/decision").put("signer", "Nguyễn Hạnh");
        Answer saved = principal
                .put(base + "/editions/" + edition, content, "If-Match", tag(draft))
                .expect(200);
        String regulation = principal
                .call("POST", base + "/editions/" + edition + "/decision", null, "If-Match", tag(saved))
                .expect(200)
                .json()
                .path("regulationId")
                .asText();

        JsonNode lines = principal
                .get(base + "/standing/lines?regulation=" + regulation + "&from=" + today + "&to=" + today)
                .expect(200)
                .json();
        assertThat(lines.findValuesAsText("article"))
                .anyMatch(article -> article.startsWith("Điều 15 (thứ 1, Chương IV)"))
                .anyMatch(article -> article.startsWith("Điều 15 (thứ 2, Chương V)"));
        assertThat(lines.findValuesAsText("verdict"))
                .hasSize(lines.size())
                .isSubsetOf("KEPT", "AT_RISK", "BROKEN", "NOT_APPLICABLE");

        school.account("quyche", "Người theo dõi quy chế", null, "ADMIN", "PRINCIPAL");
        assertThat(shell("regulation:standing --json --regulation " + regulation)
                        .findValuesAsText("article"))
                .containsExactlyElementsOf(lines.findValuesAsText("article"));
        assertThat(shell("compliance:regulation-show --json " + regulation))
                .hasSize(count)
                .filteredOn(article -> article.path("number").asText().equals("15"))
                .hasSize(2);
    }

    private JsonNode shell(String command) {
        String text = school.process.shell("quyche", SchoolClient.PASSWORD, command);
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void standingFeedbackAndTraining() {
        for (String list : List.of(
                "/standing",
                "/feedback",
                "/feedback/mine",
                "/evidence-files",
                "/trainings",
                "/training-records",
                "/training-records/mine",
                "/training-records/untrained")) {
            Answer answer = principal.get(base + list);
            assertThat(answer.status()).as(list + " " + answer.text()).isIn(200, 400);
        }
        refused(principal.get(base + "/feedback/" + NOBODY), 404);
        refused(principal.post(base + "/feedback", Map.of()), 400, 404);
        refused(principal.post(base + "/feedback/answers", Map.of()), 400, 404);
        refused(principal.get(base + "/evidence-files/" + NOBODY), 404);
        refused(principal.get(base + "/evidence-files/" + NOBODY + "/content"), 404);
        refused(principal.post(base + "/evidence-files", Map.of()), 400, 404);
        refused(principal.get(base + "/trainings/" + NOBODY), 404);
        refused(principal.post(base + "/trainings", Map.of()), 400, 404);
        refused(principal.put(base + "/trainings/" + NOBODY, Map.of(), "If-Match", "\"1\""), 400, 404);
        refused(principal.get(base + "/training-plans/none"), 400, 404);
        refused(principal.post(base + "/standing/recount", Map.of("from", "once")), 400);
        refused(school.teacher.post(base + "/standing/recount", Map.of()), 403);
        refused(school.guard.get(base + "/standing"), 403);
    }

    private static String tag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static void refused(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
