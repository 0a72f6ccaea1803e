package vn.quyche.core.web.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.testkit.TestAccess;

@Timeout(60)
class AdminPagesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC);

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

    private final AdminFakes fakes = new AdminFakes(CLOCK);
    private UiFixture shell;
    private Browser admin;

    @BeforeEach
    void start() {
        shell = new UiFixture(CLOCK, onlyAdminMay(), 0);
        shell.texts(1, "/sample");
        fakes.install(shell, TestAccess.everything());
        admin = new Browser(shell.base()).signIn("minh");
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    private static Access onlyAdminMay() {
        return new Access() {
            @Override
            public boolean allows(Caller caller, String permission, Scope scope) {
                return caller.accountId().equals("minh");
            }

            @Override
            public boolean allowsSomewhere(Caller caller, String permission) {
                return caller.accountId().equals("minh");
            }

            @Override
            public java.util.Set<String> unitsFor(Caller caller, String permission) {
                return java.util.Set.of();
            }

            @Override
            public void require(Caller caller, String permission, Scope scope) {
                throw new UnsupportedOperationException("pages do not require");
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/tokens",
                "/account/tokens/new",
                "/security/accounts",
                "/security/accounts/a1",
                "/security/accounts/a2",
                "/security/system",
                "/security/system?kind=DOMAIN&sort=-until&ended=true",
                "/security/system/new",
                "/security/system/e1",
                "/security/system/e1/edit",
                "/security/system/e1/end",
                "/security/system/e2",
                "/security/accounts/new",
                "/security/accounts/a1/edit",
                "/security/accounts/a1/grant",
                "/security/accounts/a1/close",
                "/security/accounts/a2/reopen",
                "/security/accounts/a1/grants/g1/revoke",
                "/security/roles",
                "/security/roles/new",
                "/security/roles/RECORDS_CLERK",
                "/security/roles/THU_QUY",
                "/security/sessions",
                "/security/tokens",
                "/security/delegations",
                "/security/delegations/all",
                "/security/delegations/new",
                "/security/delegations/d1",
                "/audit/lines",
                "/audit/lines/l1",
                "/audit/refused",
                "/audit/verify",
                "/platform/modules",
                "/platform/modules/group",
                "/platform/health",
                "/platform/dead-letters",
                "/platform/jobs",
                "/platform/interfaces",
                "/notices",
                "/about",
                "/password",
                "/people/find?many=x&_q=duc"
            })
    void showsEachPageInBothLanguages(String path) {
        HttpResponse<String> page = admin.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContainPattern(">core\\.[a-z]")
                .doesNotContain("Optional[");
        List<String> ids =
                ID.matcher(page.body()).results().map(match -> match.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        admin.post("/preferences", "_csrf", admin.token(), "lang", "en");
        assertThat(admin.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsOthersOut() {
        Browser teacher = new Browser(shell.base()).signIn("lan");
        for (String path : List.of(
                "/security/accounts",
                "/security/roles",
                "/security/sessions",
                "/security/tokens",
                "/audit/lines",
                "/audit/refused",
                "/audit/export",
                "/platform/modules",
                "/platform/health")) {
            assertThat(teacher.get(path).statusCode()).as(path).isEqualTo(403);
        }
        String token = teacher.token();
        assertThat(teacher.post("/security/accounts/a1/reset", "_csrf", token).statusCode())
                .isEqualTo(403);
        assertThat(teacher.post("/platform/modules/group/uninstall", "_csrf", token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(teacher.post("/audit/verify", "_csrf", token).statusCode()).isEqualTo(403);
        assertThat(fakes.accounts.calls).noneMatch(call -> call.startsWith("resetPassword"));
        assertThat(fakes.modules.calls).noneMatch(call -> call.startsWith("uninstall"));
        assertThat(teacher.get("/account").statusCode()).isEqualTo(200);
        assertThat(teacher.get("/").body()).doesNotContain("/security/accounts").doesNotContain("/audit/lines");
    }

    @Test
    void showsAnInitialPasswordOnceAndKeepsItNowhere() {
        HttpResponse<String> made = admin.post(
                "/security/accounts/new",
                "_csrf",
                admin.token(),
                "userName",
                "hanh.pt",
                "name",
                "Phạm Thị Hạnh",
                "roles",
                "STAFF",
                "key",
                "k-1");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).contains("xanh-nắng-sông-7");
        assertThat(made.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("QUYCHE_FLASH"));
        assertThat(fakes.accounts.calls).anyMatch(c -> c.startsWith("create[k-1, NewAccount[userName=hanh.pt"));
        assertThat(admin.post("/security/accounts/a1/reset", "_csrf", admin.token())
                        .body())
                .contains("xanh-nắng-sông-8");
    }

    @Test
    void keepsTheKeyOfAFormThatComesBack() {
        fakes.accounts.on("create", a -> {
            throw new Conflict("security.user-name-taken", "hanh.pt");
        });
        HttpResponse<String> again = admin.post(
                "/security/accounts/new", "_csrf", admin.token(), "userName", "hanh.pt", "name", "Hạnh", "key", "k-2");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("name=\"key\" value=\"k-2\"").contains("value=\"hanh.pt\"");
    }

    @Test
    void grantsARoleWithReachAndDays() {
        String token = admin.token();
        HttpResponse<String> refused = admin.post(
                "/security/accounts/a1/grant",
                "_csrf",
                token,
                "role",
                "RECORDS_CLERK",
                "reach",
                "UNIT",
                "validFrom",
                "2026-13-45",
                "reason",
                "QĐ 1");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#f-unitId\"")
                .contains("href=\"#f-validFrom\"")
                .contains("QĐ 1");
        HttpResponse<String> done = admin.post(
                "/security/accounts/a1/grant",
                "_csrf",
                token,
                "role",
                "RECORDS_CLERK",
                "reach",
                "UNIT",
                "unitId",
                "to-1",
                "validFrom",
                "2026-12-01",
                "reason",
                "QĐ 1");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(fakes.roles.calls)
                .anyMatch(c -> c.contains("reach=UNIT") && c.contains("Optional[to-1]") && c.contains("2026-12-01"));
    }

    @Test
    void showsATokenOnceAfterThePasswordWasGivenAgain() {
        String token = admin.token();
        HttpResponse<String> refused = admin.post(
                "/account/tokens/new",
                "_csrf",
                token,
                "name",
                "Kế toán",
                "expiresOn",
                "2027-01-01",
                "permissions",
                "group:read");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#f-password\"");
        HttpResponse<String> made = admin.post(
                "/account/tokens/new",
                "_csrf",
                token,
                "name",
                "Kế toán",
                "expiresOn",
                "2027-01-01",
                "permissions",
                "group:read",
                "password",
                "dung");
        assertThat(made.body()).contains("qc_secret_1234567890");
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void delegatesWithPersonDaysAndReason() {
        HttpResponse<String> empty = admin.post("/security/delegations/new", "_csrf", admin.token());
        assertThat(empty.body())
                .contains("href=\"#f-toPersonId\"")
                .contains("href=\"#f-permissions\"")
                .contains("href=\"#f-validTo\"");
        HttpResponse<String> given = admin.post(
                "/security/delegations/new",
                "_csrf",
                admin.token(),
                "toPersonId",
                "p2",
                "permissions",
                "group:issue",
                "validFrom",
                "2026-11-24",
                "validTo",
                "2026-11-30",
                "reason",
                "Đi công tác",
                "key",
                "k");
        assertThat(given.statusCode()).isEqualTo(303);
        assertThat(given.headers().firstValue("Location")).contains("/security/delegations/d1");
        assertThat(admin.get("/security/delegations/d1").body())
                .contains("Điều 6 khoản 8")
                .contains("Lê Văn Đức");
    }

    @Test
    void marksTheSessionInUseAndKeepsItWhenOthersEnd() {
        assertThat(admin.get("/account").body()).contains("phiên này");
        admin.post("/account/sessions/end-others", "_csrf", admin.token());
        assertThat(fakes.sessions.calls).anyMatch(c -> c.startsWith("endOthers[Optional[session-minh"));
    }

    @Test
    void showsWhatAnActChangedEscaped() {
        String page = admin.get("/audit/lines/l1").body();
        assertThat(page)
                .contains("<mark>&lt;b&gt;Mới&lt;/b&gt;</mark>")
                .contains("members[0].phone")
                .doesNotContain("<b>Mới");
    }

    @Test
    void searchesTheLogByDaysOfVietnam() {
        admin.get("/audit/lines?from=2026-11-01&to=2026-11-02&action=group.&outcome=REFUSED");
        assertThat(fakes.trail.calls)
                .anyMatch(c -> c.contains("from=Optional[2026-10-31T17:00:00Z]")
                        && c.contains("to=Optional[2026-11-02T17:00:00Z]")
                        && c.contains("outcome=Optional[REFUSED]"));
        assertThat(admin.get("/audit/lines?from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void namesTheFaultsOfTheLog() {
        HttpResponse<String> found = admin.post("/audit/verify", "_csrf", admin.token());
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("Phát hiện 1 chỗ bị can thiệp").contains("Dòng 77 đã bị sửa.");
    }

    @Test
    void exportsTheLog() {
        fakes.trail.on("export", a -> {
            try {
                ((java.io.OutputStream) a[2]).write("{\"n\":1}\n".getBytes());
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return null;
        });
        HttpResponse<String> file = admin.get("/audit/export?action=group.");
        assertThat(file.body()).isEqualTo("{\"n\":1}\n");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @ParameterizedTest
    @CsvSource({
        "/security/tokens.csv, Phần mềm kế toán, Đang dùng",
        "/account/tokens.csv, Phần mềm kế toán, 23/02/2027",
        "/security/sessions.csv, Phạm Thị Hạnh, 23/11/2026",
        "/security/roles.csv, THU_QUY, Có sẵn",
        "/platform/dead-letters.csv, group.directive-issued.v1, connection refused",
        "/platform/jobs.csv, notice.digest, java.net.ConnectException: mail",
        "/platform/jobs.csv, Hỏng, 1 giờ"
    })
    void exportsWhatTheListShows(String path, String first, String second) {
        HttpResponse<String> file = admin.get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body()).contains(first, second);
        assertThat(new Browser(shell.base()).signIn("lan").get(path).statusCode())
                .isEqualTo(403);
    }

    @Test
    void installsModulesAndSaysWhyNot() {
        assertThat(admin.post("/platform/modules/mail/install", "_csrf", admin.token())
                        .statusCode())
                .isEqualTo(303);
        assertThat(fakes.modules.calls).contains("install[mail]");
        fakes.modules.on("uninstall", a -> {
            throw new Conflict("web.module-core", "security");
        });
        HttpResponse<String> refused = admin.post(
                "/platform/modules/security/uninstall", "_csrf", admin.token(), "_page", "/platform/modules");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("thuộc phần lõi").contains("Nhóm và chỉ đạo");
    }

    @Test
    void replaysChosenDeadLetters() {
        HttpResponse<String> none = admin.post("/platform/dead-letters/replay", "_csrf", admin.token());
        assertThat(none.statusCode()).isEqualTo(422);
        admin.post("/platform/dead-letters/replay", "_csrf", admin.token(), "id", "x1", "id", "x2");
        assertThat(fakes.deadLetters.calls).contains("replay[x1]", "replay[x2]");
    }

    @Test
    void showsJobsInWordsAndRunsOne() {
        String page = admin.get("/platform/jobs?state=FAILING").body();
        assertThat(fakes.jobs.calls).anyMatch(call -> call.contains("Optional[FAILING]"));
        assertThat(page)
                .contains("cách nhau 5 giây", "cách nhau 1 giờ", "Hỏng 3 lần liền:", "chưa chạy")
                .contains("action=\"/platform/jobs/audit.seal/run\"")
                .doesNotContain("/platform/jobs/sample.never/run");
        HttpResponse<String> answer = admin.post("/platform/jobs/audit.seal/run", "_csrf", admin.token());
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/platform/jobs");
        assertThat(fakes.jobs.calls).contains("run[audit.seal]");
    }

    @Test
    void opensANoticeAndMarksItRead() {
        String page = admin.get("/notices").body();
        assertThat(page).contains("Lê Văn Đức đã trả lời");
        String link = page.substring(page.indexOf("href=\"/notices/") + 6);
        HttpResponse<String> opened = admin.get(link.substring(0, link.indexOf('"')));
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location").orElse("")).startsWith("/sample/directives/");
        admin.post("/notices/read-all", "_csrf", admin.token());
        assertThat(admin.get("/notices?state=unread").body()).contains("Chưa có thông báo");
    }

    @Test
    void findsColleaguesWithoutDiacritics() {
        assertThat(admin.get("/people/find?many=recipients&_q=DUC").body())
                .contains("Lê Văn Đức")
                .contains("type=\"checkbox\"")
                .contains("name=\"recipients\"")
                .contains("value=\"p2\"");
        assertThat(admin.get("/people/find?one=x&_q=zzz").body()).contains("Không tìm thấy ai");
        assertThat(admin.get("/people/find?one=%22%3E%3Cscript%3E&_q=duc").body())
                .doesNotContain("<script>");
    }
}
