package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** The resources of the audit one by one. */
@ExtendWith(SharedSchool.class)
class AuditRestIT {

    private static final String BASE = "/api/audit/v1";
    private static final String NOBODY = "01J0000000000000000000NONE";

    private final SmallSchool school;
    private final SchoolClient admin;

    AuditRestIT(SmallSchool school) {
        this.school = school;
        this.admin = school.admin;
    }

    @Test
    void linesByFilterAndPageByPage() {
        JsonNode first = admin.get(BASE + "/lines?size=2").expect(200).json();
        assertThat(first.path("items")).hasSize(2);
        Set<String> seen = new HashSet<>(first.path("items").findValuesAsText("id"));
        JsonNode second = admin.get(
                        BASE + "/lines?size=2&after=" + first.path("next").asText())
                .expect(200)
                .json();
        assertThat(second.path("items").findValuesAsText("id")).doesNotContainAnyElementsOf(seen);
        String id = first.at("/items/0/id").asText();
        assertThat(admin.get(BASE + "/lines/" + id).expect(200).id()).isEqualTo(id);
        refused(admin.get(BASE + "/lines/" + NOBODY), 404);
        refused(school.teacher.get(BASE + "/lines/" + id), 403);
        for (JsonNode line :
                admin.get(BASE + "/lines?action=directory.").expect(200).json().path("items")) {
            assertThat(line.path("action").asText()).startsWith("directory.");
        }
        refused(admin.get(BASE + "/lines?outcome=PERHAPS"), 400, 404);
        refused(admin.get(BASE + "/lines?from=yesterday"), 400, 404);
        assertThat(admin.get(BASE + "/lines?from=2099-01-01T00:00:00Z")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void verification() {
        JsonNode verified =
                admin.call("POST", BASE + "/verification", null).expect(200).json();
        assertThat(verified.path("faults")).isEmpty();
        assertThat(verified.path("lines").asLong()).isPositive();
        assertThat(admin.get(BASE + "/verification").expect(200).text()).contains("at");
        refused(school.teacher.call("POST", BASE + "/verification", null), 403);
        refused(school.guard.get(BASE + "/verification"), 403);
    }

    @Test
    void export() {
        Answer all = admin.get(BASE + "/export?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z");
        assertThat(all.status()).as(all.text()).isEqualTo(200);
        assertThat(all.text()).contains("directory.");
        refused(school.teacher.get(BASE + "/export"), 403);
        refused(admin.get(BASE + "/export?from=never"), 400, 404);
    }

    /** What the pages give away as files is in the audit too. */
    @Test
    void tellsWhoTookAListAway() {
        SchoolClient browser = SchoolClient.anonymous(school.process).signIn("hanh", SchoolClient.PASSWORD);
        assertThat(browser.get("/directory/people.csv?q=b%C3%ACnh").expect(200).text())
                .contains("Bình");
        JsonNode line = taken();
        assertThat(line.path("subjectId").asText()).isEqualTo("/directory/people.csv");
        assertThat(line.toString()).contains("rows", "bình");
        refused(school.guard.call("PUT", "/api/platform/v1/modules/none", Map.of()), 403);
    }

    /** The line stands once the rows are counted, which is a moment after the last of them was sent. */
    private JsonNode taken() {
        Instant end = Instant.now().plusSeconds(10);
        for (; ; ) {
            JsonNode line = admin.get(BASE + "/lines?action=platform.export-list&person=" + school.principalId)
                    .expect(200)
                    .json()
                    .at("/items/0");
            if (!line.isMissingNode() || Instant.now().isAfter(end)) {
                return line;
            }
        }
    }

    private static void refused(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
