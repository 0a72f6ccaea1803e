package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** The resources of the accounts one by one, as a program of the school would use them. */
@ExtendWith(SharedSchool.class)
class SecurityRestIT {

    private static final String BASE = "/api/security/v1";
    private static final String NOBODY = "01J0000000000000000000NONE";

    private final SmallSchool school;
    private final SchoolClient admin;

    SecurityRestIT(SmallSchool school) {
        this.school = school;
        this.admin = school.admin;
    }

    @Test
    void accounts() {
        Map<String, Object> account =
                Map.of("userName", "moi." + suffix(), "name", "Người Mới", "roles", List.of("STAFF"));
        Answer made = admin.post(BASE + "/accounts", account, "Idempotency-Key", "account-" + account.get("userName"))
                .expect(201);
        String id = made.json().path("account").path("id").asText(made.id());
        assertThat(made.json().path("initialPassword").asText()).isNotBlank();
        refused(admin.post(BASE + "/accounts", account, "Idempotency-Key", "other-" + suffix()), 409, 400);
        refused(admin.post(BASE + "/accounts", Map.of("userName", "a b", "name", "")), 400);
        refused(
                admin.post(
                        BASE + "/accounts", Map.of("userName", "x." + suffix(), "name", "X", "roles", List.of("KING"))),
                400,
                404);
        refused(school.teacher.post(BASE + "/accounts", account), 403);

        Answer seen = admin.get(BASE + "/accounts/" + id).expect(200);
        refused(admin.get(BASE + "/accounts/" + NOBODY), 404);
        Map<String, Object> names = Map.of("userName", account.get("userName"), "name", "Người Cũ");
        refused(admin.put(BASE + "/accounts/" + id, names), 400);
        assertThat(admin.put(BASE + "/accounts/" + id, names, "If-Match", tag(seen))
                        .expect(200)
                        .text())
                .contains("Người Cũ");
        refused(admin.put(BASE + "/accounts/" + id, names, "If-Match", tag(seen)), 409);
        refused(admin.put(BASE + "/accounts/" + NOBODY, names, "If-Match", "\"1\""), 404);
        assertThat(admin.get(BASE + "/accounts?q=" + account.get("userName"))
                        .expect(200)
                        .text())
                .contains(id);
        refused(admin.get(BASE + "/accounts?state=DEAD"), 400, 404);

        assertThat(admin.post(BASE + "/accounts/" + id + "/password-reset", null)
                        .expect(200)
                        .text())
                .contains("initialPassword");
        refused(admin.post(BASE + "/accounts/" + NOBODY + "/password-reset", null), 404);
        assertThat(admin.post(BASE + "/accounts/" + id + "/unlock", null).status())
                .isIn(200, 204, 409);
        refused(admin.post(BASE + "/accounts/" + NOBODY + "/unlock", null), 404);
        refused(admin.post(BASE + "/accounts/" + id + "/closure", Map.of()), 400);
        assertThat(admin.post(BASE + "/accounts/" + id + "/closure", Map.of("reason", "Thôi việc"))
                        .expect(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("CLOSED");
        admin.post(BASE + "/accounts/" + id + "/reopening", Map.of("reason", "Trở lại"))
                .expect(200);
        refused(admin.post(BASE + "/accounts/" + NOBODY + "/closure", Map.of("reason", "Thôi việc")), 404);
    }

    @Test
    void rolesAndGrants() {
        String code = "ROLE_" + suffix().toUpperCase();
        admin.post(BASE + "/roles", Map.of("code", code, "label", "Vai thử")).expect(201);
        refused(admin.post(BASE + "/roles", Map.of("code", code, "label", "Vai thử")), 409, 400);
        refused(admin.post(BASE + "/roles", Map.of("code", "x y", "label", "")), 400);
        refused(school.teacher.post(BASE + "/roles", Map.of("code", "MINE", "label", "Của tôi")), 403);
        assertThat(admin.get(BASE + "/roles/permissions").expect(200).text()).contains("directory:read");
        assertThat(admin.put(BASE + "/roles/" + code + "/permissions", List.of("directory:read"))
                        .expect(200)
                        .text())
                .contains("directory:read");
        refused(admin.put(BASE + "/roles/" + code + "/permissions", List.of("king:rule")), 400, 404);
        refused(admin.put(BASE + "/roles/NONE/permissions", List.of("directory:read")), 404);

        String account = admin.get(BASE + "/accounts?q=binh")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        Map<String, Object> grant = Map.of(
                "role",
                code,
                "reach",
                "SCHOOL",
                "validFrom",
                LocalDate.now(VietnamTime.ZONE).toString(),
                "reason",
                "Thử vai");
        Answer granted =
                admin.post(BASE + "/accounts/" + account + "/grants", grant).expect(201);
        assertThat(admin.get(BASE + "/accounts/" + account + "/grants")
                        .expect(200)
                        .text())
                .contains(code);
        assertThat(admin.get(BASE + "/roles/" + code + "/holders")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        refused(admin.post(BASE + "/accounts/" + NOBODY + "/grants", grant), 404);
        refused(admin.post(BASE + "/accounts/" + account + "/grants", Map.of()), 400);
        refused(admin.call("DELETE", BASE + "/roles/STAFF", null), 409);
        refused(
                admin.post(
                        BASE + "/accounts/" + account + "/grants/" + NOBODY + "/revocation", Map.of("reason", "Thôi")),
                404);
        assertThat(admin.post(
                                BASE + "/accounts/" + account + "/grants/" + granted.id() + "/revocation",
                                Map.of("reason", "Thôi thử"))
                        .status())
                .isIn(200, 204);
        // A role of the school's own goes with its grants.
        admin.post(BASE + "/accounts/" + account + "/grants", grant).expect(201);
        assertThat(admin.call("DELETE", BASE + "/roles/" + code, null).status()).isIn(200, 204);
        refused(admin.get(BASE + "/roles/" + code + "/holders"), 404);
        refused(admin.call("DELETE", BASE + "/roles/NONE", null), 404);
        assertThat(admin.get(BASE + "/roles").expect(200).json().isArray()).isTrue();
    }

    @Test
    void sessionsAndTokens() {
        SchoolClient browser = SchoolClient.anonymous(school.process).signIn("dung", SchoolClient.PASSWORD);
        JsonNode mine = browser.get(BASE + "/me/sessions").expect(200).json().path("items");
        assertThat(mine).isNotEmpty();
        refused(
                school.teacher.call(
                        "DELETE", BASE + "/sessions/" + mine.get(0).path("id").asText(), null),
                403,
                404);
        assertThat(admin.get(BASE + "/sessions").expect(200).json().path("items"))
                .isNotEmpty();
        refused(admin.call("DELETE", BASE + "/sessions/" + NOBODY, null), 404);
        assertThat(admin.call(
                                "DELETE",
                                BASE + "/sessions/" + mine.get(0).path("id").asText(),
                                null)
                        .status())
                .isIn(200, 204);
        assertThat(browser.get(BASE + "/me").status()).isEqualTo(401);

        Map<String, Object> token = Map.of(
                "password",
                SchoolClient.PASSWORD,
                "name",
                "máy thử " + suffix(),
                "permissions",
                List.of("directory:read"),
                "expiresOn",
                LocalDate.now(VietnamTime.ZONE).plusMonths(2).toString());
        Answer made = school.teacher.post(BASE + "/tokens", token);
        if (made.status() == 201) {
            String id = made.json().path("token").path("id").asText(made.id());
            SchoolClient machine = SchoolClient.bearer(
                    school.process, made.json().path("secret").asText());
            assertThat(machine.get("/api/directory/v1/people").status()).isEqualTo(200);
            refused(machine.get("/api/duty/v1/calendar/none"), 401, 403, 404, 405);
            assertThat(school.teacher.get(BASE + "/me/tokens").expect(200).text())
                    .contains(id)
                    .doesNotContain("secret\"");
            assertThat(school.teacher
                            .call("DELETE", BASE + "/tokens/" + id, null)
                            .status())
                    .isIn(200, 204);
            assertThat(machine.get("/api/directory/v1/people").status()).isEqualTo(401);
        } else {
            refused(made, 403);
        }
        refused(
                admin.post(
                        BASE + "/tokens",
                        Map.of(
                                "password",
                                "sai",
                                "name",
                                "x",
                                "permissions",
                                List.of("directory:read"),
                                "expiresOn",
                                LocalDate.now(VietnamTime.ZONE).plusMonths(2).toString())),
                400,
                401,
                403,
                422);
        refused(admin.call("DELETE", BASE + "/tokens/" + NOBODY, null), 404);
        assertThat(admin.get(BASE + "/tokens").expect(200).json().path("items").isArray())
                .isTrue();
    }

    @Test
    void delegationsAndTheOwnAccount() {
        JsonNode me = school.principal.get(BASE + "/me").expect(200).json();
        assertThat(me.path("userName").asText()).isEqualTo("hanh");
        assertThat(school.principal
                        .get(BASE + "/me/delegable")
                        .expect(200)
                        .json()
                        .isArray())
                .isTrue();
        assertThat(school.principal
                        .get(BASE + "/me/delegations")
                        .expect(200)
                        .json()
                        .path("items")
                        .isArray())
                .isTrue();
        refused(
                school.principal.put(BASE + "/me/password", Map.of("currentPassword", "sai", "newPassword", "x")),
                400,
                401,
                403,
                422);
        refused(school.principal.post(BASE + "/delegations", Map.of("toPersonId", NOBODY)), 400, 404);
        refused(school.principal.get(BASE + "/delegations/" + NOBODY), 404);
        String permission =
                school.principal.get(BASE + "/me/delegable").json().path(0).asText();
        Map<String, Object> delegation = Map.of(
                "toPersonId",
                school.secondTeacherId,
                "permissions",
                List.of(permission),
                "validFrom",
                LocalDate.now(VietnamTime.ZONE).toString(),
                "validTo",
                LocalDate.now(VietnamTime.ZONE).plusDays(3).toString(),
                "reason",
                "Đi công tác");
        Answer given =
                school.principal.post(BASE + "/delegations", delegation, "Idempotency-Key", "delegation-" + suffix());
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        assertThat(school.principal
                        .get(BASE + "/delegations/" + given.id())
                        .expect(200)
                        .text())
                .contains("Đi công tác");
        refused(school.guard.get(BASE + "/delegations/" + given.id()), 403, 404);
        refused(
                school.guard.post(BASE + "/delegations/" + given.id() + "/end", Map.of("reason", "Chen vào")),
                403,
                404);
        school.principal
                .post(BASE + "/delegations/" + given.id() + "/end", Map.of("reason", "Về sớm"))
                .expect(200);
        refused(school.principal.post(BASE + "/delegations/" + NOBODY + "/end", Map.of("reason", "Về sớm")), 404);
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static String tag(Answer answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static void refused(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
