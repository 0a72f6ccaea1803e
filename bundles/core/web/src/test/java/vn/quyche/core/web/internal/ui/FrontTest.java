package vn.quyche.core.web.internal.ui;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.http.Csrf;
import vn.quyche.testkit.TestAccess;

@Timeout(60)
class FrontTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final List<String> submitted = new ArrayList<>();
    private final List<String> uploads = new ArrayList<>();
    private UiFixture shell;
    private Contribution sample;

    @BeforeEach
    void start() {
        shell = new UiFixture(CLOCK, TestAccess.nothing(), 0);
        shell.texts(1, "/sample");
        sample = shell.add(new SampleUi(CLOCK), path -> FrontTest.class.getResource("/sample/" + path));
        shell.add(new Probe(), path -> FrontTest.class.getResource("/sample/" + path));
    }

    @AfterEach
    void stop() {
        shell.close();
    }

    /** Notes what arrives. */
    private final class Probe implements UiModule {

        @Override
        public String id() {
            return "probe";
        }

        @Override
        public List<NavEntry> nav() {
            return List.of();
        }

        @Override
        public List<UiPage> pages() {
            return List.of(
                    UiPage.form("/probe", "", r -> View.page("none", Map.of()), this::note),
                    UiPage.of("/probe/away", "", r -> View.redirect("//evil.example/x")));
        }

        @Override
        public List<UiPage> visitorPages() {
            return List.of(
                    UiPage.of("/probe/open/{word}", "", this::open),
                    UiPage.form("/probe/check", "", this::open, this::checked));
        }

        private View open(UiRequest request) {
            submitted.add(
                    request.caller().accountId() + " " + request.query("word").orElseGet(() -> request.path("word")));
            return View.page("none", Map.of());
        }

        private View checked(UiRequest request) {
            if (request.form("text").isEmpty()) {
                throw new Invalid("text", "core.required");
            }
            submitted.add(request.caller().accountId() + " checked " + request.form("text"));
            return View.page("none", Map.of());
        }

        private View note(UiRequest request) {
            submitted.add(request.form("text"));
            request.files("file").forEach(file -> {
                try (var in = file.open()) {
                    uploads.add(file.fileName() + "|" + file.size() + "|"
                            + new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            return View.redirect("/", "core.saved");
        }
    }

    private Browser browser() {
        return new Browser(shell.base());
    }

    private Browser signedIn() {
        return browser().signIn("minh");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void aPictureThatNeedsSignInDoesNotTieTheOpenFormAnew() {
        Browser browser = browser();
        HttpResponse<String> icon = browser.get("/favicon.ico", "Sec-Fetch-Dest", "image");
        assertThat(icon.statusCode()).isEqualTo(401);
        assertThat(icon.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(location(icon)).isEmpty();
        assertThat(browser.get("/", "Sec-Fetch-Dest", "document").statusCode()).isEqualTo(303);
    }

    @Test
    void showsPagesForVisitorsToAnyoneWithoutMenuAndKeepsThemOutOfSearchEngines() {
        for (Browser browser : List.of(browser(), signedIn())) {
            HttpResponse<String> page = browser.get("/probe/open/x");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
            assertThat(page.body()).contains("class=\"bare\"");
        }
        assertThat(submitted).containsOnly("visitor x");
        assertThat(browser().post("/probe/open/x", "text", "y").statusCode()).isEqualTo(404);
    }

    @Test
    void takesAFormOfAVisitorOnlyWithTheTokenOfItsPage() {
        Browser browser = browser();
        assertThat(browser.post("/probe/check", "text", "y").statusCode()).isEqualTo(403);
        browser.get("/probe/check?word=a");
        String token = Csrf.token(browser.cookie("QUYCHE_VISIT"));
        assertThat(browser.post("/probe/check?word=a", "_csrf", token, "text", "y")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.post("/probe/check?word=a", "_csrf", token, "text", "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/probe/check?word=a", "_csrf", "sai", "text", "z")
                        .statusCode())
                .isEqualTo(403);
        assertThat(submitted).contains("visitor checked y").doesNotContain("visitor checked z");
    }

    @Test
    void tellsAVisitorWhoReadsTooManyPagesToWait() {
        Browser browser = browser();
        for (int i = 0; i < 30; i++) {
            browser.get("/probe/open/" + i);
        }
        HttpResponse<String> refused = browser.get("/probe/open/30");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("Gửi quá nhiều lần");
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForSignInAndLeadsBackToTheWantedPage() {
        Browser browser = browser();
        HttpResponse<String> asked = browser.get("/sample/directives?q=b%C3%A1o");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(asked)).isEqualTo("/sign-in?next=%2Fsample%2Fdirectives%3Fq%3Db%25C3%25A1o");
        String token = Browser.tokenOf(browser.get(location(asked)).body());
        HttpResponse<String> signedIn =
                browser.post(location(asked), "_csrf", token, "userName", "minh", "password", "dung");
        assertThat(location(signedIn)).isEqualTo("/sample/directives?q=b%C3%A1o");
        assertThat(browser.get("/sample/directives?q=b%C3%A1o").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheSessionInACookieThatNoScriptReads() {
        Browser browser = browser();
        String token = Browser.tokenOf(browser.get("/sign-in").body());
        HttpResponse<String> answer = browser.post("/sign-in", "_csrf", token, "userName", "minh", "password", "dung");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(c -> c.startsWith("QUYCHE_SESSION=") && c.contains("HttpOnly") && c.contains("SameSite=Lax"));
    }

    @Test
    void neverLeadsToAnotherHostAfterSignIn() {
        for (String next :
                List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)")) {
            Browser browser = browser();
            String path = "/sign-in?next=" + UiUrl.encode(next);
            String token = Browser.tokenOf(browser.get(path).body());
            HttpResponse<String> answer = browser.post(path, "_csrf", token, "userName", "minh", "password", "dung");
            assertThat(location(answer)).as(next).isEqualTo("/");
        }
        assertThat(location(signedIn().get("/probe/away"))).isEqualTo("/");
    }

    @Test
    void tellsAWrongPasswordAndKeepsOnlyTheName() {
        Browser browser = browser();
        String token = Browser.tokenOf(browser.get("/sign-in").body());
        HttpResponse<String> answer =
                browser.post("/sign-in", "_csrf", token, "userName", "minh", "password", "mat-khau-sai");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("Tên đăng nhập hoặc mật khẩu không đúng.")
                .contains("value=\"minh\"")
                .doesNotContain("mat-khau-sai");
    }

    @Test
    void aButtonPressedTwiceSignsInOnce() {
        Browser browser = browser();
        String token = Browser.tokenOf(
                browser.get("/sign-in?next=%2Fsample%2Fdirectives").body());
        browser.post("/sign-in", "_csrf", token, "userName", "minh", "password", "dung");

        HttpResponse<String> again = browser.post(
                "/sign-in?next=%2Fsample%2Fdirectives", "_csrf", token, "userName", "minh", "password", "dung");

        assertThat(location(again)).isEqualTo("/sample/directives");
        assertThat(shell.authenticator.sessions).hasSize(1);
    }

    @Test
    void signsNobodyInWithoutTheTokenOfTheForm() {
        Browser browser = browser();
        browser.get("/sign-in");
        HttpResponse<String> answer = browser.post("/sign-in", "userName", "minh", "password", "dung");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(shell.authenticator.sessions).isEmpty();
    }

    @Test
    void slowsDownWhoGuessesPasswords() {
        Browser browser = browser();
        String token = Browser.tokenOf(browser.get("/sign-in").body());
        int status = 0;
        for (int i = 0; i < 30 && status != 429; i++) {
            status = browser.post("/sign-in", "_csrf", token, "userName", "minh", "password", "sai" + i)
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void putsTheFirstPasswordBeforeAnythingElse() {
        shell.authenticator.mustChange.add("moi");
        Browser browser = browser().signIn("moi");
        assertThat(location(browser.get("/sample/directives?q=x")))
                .isEqualTo("/password?next=%2Fsample%2Fdirectives%3Fq%3Dx");
        assertThat(location(browser.get("/"))).isEqualTo("/password");
        HttpResponse<String> page = browser.get("/password");
        assertThat(page.body()).contains("Đây là lần đăng nhập đầu tiên").doesNotContain("class=\"menu\"");
        String token = Browser.tokenOf(page.body());
        HttpResponse<String> differs = browser.post(
                "/password",
                "_csrf",
                token,
                "currentPassword",
                "dung",
                "newPassword",
                "một câu dài",
                "again",
                "câu khác");
        assertThat(differs.statusCode()).isEqualTo(422);
        assertThat(differs.body()).contains("href=\"#f-again\"").doesNotContain("một câu dài");
        HttpResponse<String> changed = browser.post(
                "/password",
                "_csrf",
                token,
                "currentPassword",
                "dung",
                "newPassword",
                "một câu dài",
                "again",
                "một câu dài");
        assertThat(location(changed)).isEqualTo("/");
        assertThat(browser.get("/").body()).contains("Đã đổi mật khẩu");
    }

    @Test
    void aLinkSurvivesSignInAndTheFirstPassword() {
        shell.authenticator.mustChange.add("moi");
        Browser browser = browser();
        String signIn = location(browser.get("/sample/directives"));
        assertThat(signIn).isEqualTo("/sign-in?next=%2Fsample%2Fdirectives");
        HttpResponse<String> in = browser.post(
                signIn, "_csrf", Browser.tokenOf(browser.get(signIn).body()), "userName", "moi", "password", "dung");
        assertThat(location(in)).isEqualTo("/password?next=%2Fsample%2Fdirectives");
        HttpResponse<String> changed = browser.post(
                location(in),
                "_csrf",
                Browser.tokenOf(browser.get(location(in)).body()),
                "currentPassword",
                "dung",
                "newPassword",
                "một câu dài",
                "again",
                "một câu dài");
        assertThat(location(changed)).isEqualTo("/sample/directives");
        assertThat(PasswordPage.before("//elsewhere.example/x")).isEqualTo("/password");
    }

    @Test
    void refusesAFormThatIsNotOurs() {
        Browser browser = signedIn();
        HttpResponse<String> without = browser.post("/probe", "text", "x");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("Trang này mở quá lâu");
        String other = signedIn().token();
        assertThat(browser.post("/probe", "_csrf", other, "text", "x").statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/probe", "_csrf", "%%%", "text", "x").statusCode())
                .isEqualTo(403);
        assertThat(submitted).isEmpty();
        assertThat(shell.refusals).contains("POST /probe core.csrf");
        assertThat(browser.post("/probe", "_csrf", browser.token(), "text", "x").statusCode())
                .isEqualTo(303);
        assertThat(browser.postRaw(
                                "/probe",
                                FORM,
                                "text=y".getBytes(StandardCharsets.UTF_8),
                                "X-CSRF-Token",
                                browser.token())
                        .statusCode())
                .isEqualTo(303);
        assertThat(submitted).containsExactly("x", "y");
    }

    @Test
    void showsARefusedFormAgainWithWhatWasTyped() {
        Browser browser = signedIn();
        HttpResponse<String> answer = browser.post(
                "/sample/directives/new",
                "_csrf",
                browser.token(),
                "title",
                "",
                "body",
                "<script>alert(\"1\")</script>",
                "demand",
                "REPLY",
                "recipients",
                "p2");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Có 1 chỗ cần sửa")
                .contains("href=\"#f-title\"")
                .contains("id=\"f-title-error\"")
                .contains("aria-invalid=\"true\"")
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .containsPattern("value=\"REPLY\" checked")
                .doesNotContainPattern("value=\"ACK\" checked")
                .contains("value=\"p2\" checked")
                .doesNotContain("value=\"p1\" checked");
    }

    @Test
    void showsTheListAgainWithItsFiltersWhenItsButtonIsRefused() {
        Browser browser = signedIn();
        HttpResponse<String> answer = browser.post(
                "/sample/directives/d3/withdraw",
                "_csrf",
                browser.token(),
                "_page",
                "/sample/directives/d3?tab=people");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Chỉ đạo này đã kết thúc nên không thu hồi được.")
                .contains("Ban hành chỉ đạo mới thay thế.")
                .contains("sample.closed")
                .contains("action=\"/sample/directives/d3/withdraw\"")
                .contains("data-page=\"/sample/directives/d3?tab=people\"");
    }

    @Test
    void namesTheClauseInTheSchoolsNumbering() {
        Browser browser = signedIn();
        StringBuilder body = new StringBuilder();
        part(body, "_csrf", null, browser.token());
        part(body, "title", null, "Ảnh khai giảng");
        part(body, "body", null, "Gửi ảnh");
        for (int i = 0; i < 11; i++) {
            part(body, "files", "ảnh " + i + ".jpg", "x");
        }
        HttpResponse<String> answer = browser.postRaw(
                "/sample/directives/new",
                "multipart/form-data; boundary=grenze",
                (body + "--grenze--\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("có 11 ảnh. Quy chế cho tối đa 10 ảnh cho một sự kiện (Điều 6 khoản 8).")
                .contains("Bỏ bớt ảnh hoặc chuyển thành tài liệu.");
    }

    private static void part(StringBuilder body, String name, String fileName, String content) {
        body.append("--grenze\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append('"');
        if (fileName != null) {
            body.append("; filename=\"").append(fileName).append("\"\r\nContent-Type: image/jpeg");
        }
        body.append("\r\n\r\n").append(content).append("\r\n");
    }

    @Test
    void hidesAndRefusesWhatAPersonMayNotDo() {
        Browser browser = signedIn();
        assertThat(browser.get("/").body()).doesNotContain("/sample/secret");
        HttpResponse<String> answer = browser.get("/sample/secret");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Không có quyền").contains("core.forbidden");
        assertThat(shell.refusals).contains("GET /sample/secret core.forbidden");
    }

    @Test
    void answersUnknownAndMalformedPathsKindly() {
        Browser browser = signedIn();
        assertThat(browser.get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(browser.get("/sample/directives/%FF").statusCode()).isIn(400, 404);
        assertThat(browser.get("/sample/directives/%00").statusCode()).isIn(400, 404);
        assertThat(browser.get("/sample/directives/nobody").statusCode()).isEqualTo(404);
        assertThat(browser.get("/sample/directives?q=%FF%FE").statusCode()).isEqualTo(200);
        assertThat(browser.get("/nowhere").body()).contains("Không tìm thấy").contains("class=\"menu\"");
        assertThat(browser.get("/assets/x/../../i18n/messages.properties").statusCode())
                .isIn(303, 404);
    }

    @Test
    void hidesWhatBrokeAndGivesACodeForSupport() {
        HttpResponse<String> answer = signedIn().get("/sample/broken", "X-Correlation-Id", "abcdef123456");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("abcdef123456");
        assertThat(answer.body())
                .contains("abcdef123456")
                .doesNotContain("IllegalState")
                .doesNotContain("on purpose");
    }

    @Test
    void onlyThePageThatSaysSoTalksWithAProgramOnThePc() {
        Browser browser = signedIn();
        assertThat(browser.get("/sample/token")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("connect-src 'self' https://127.0.0.1:40123")
                .contains("default-src 'self'")
                .contains("script-src 'self'");
        assertThat(browser.get("/sample/directives")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .doesNotContain("connect-src");
        UiPage page = UiPage.of("/sample/x", "", request -> View.redirect("/"));
        for (String elsewhere : List.of(
                "https://example.org",
                "http://127.0.0.1:1",
                "https://127.0.0.1",
                "https://127.0.0.1:1; script-src *")) {
            assertThatThrownBy(() -> page.connecting(elsewhere)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void protectsEveryAnswer() {
        Browser browser = signedIn();
        for (String path : List.of("/", "/nowhere", "/sample/file", "/sample/directives.csv", "/card/sample/todo")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).isPresent();
        }
        assertThat(browser.get("/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("default-src 'self'")
                .contains("script-src 'self'")
                .contains("form-action 'self'");
        assertThat(browser.get("/").body())
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain(" style=");
    }

    @Test
    void letsBrowsersKeepAssetsForAYear() {
        Browser browser = browser();
        HttpResponse<String> style = browser.get(Assets.path("quyche.css"));
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        String etag = style.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.get(Assets.path("quyche.css"), "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(browser.get("/assets/old/quyche.css").headers().firstValue("Cache-Control"))
                .contains("public, max-age=60");
        assertThat(browser.get("/assets/old/none.css").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsTheRulesForPagesOnlyWithWhatBrowsersShowAsOne() {
        Browser browser = browser();
        HttpResponse<String> style = browser.get(Assets.path("quyche.css"));
        assertThat(style.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(style.headers().firstValue("Content-Security-Policy")).isEmpty();
        for (String shown : List.of(Assets.path("favicon.svg"), "/assets/old/none.css", "/sign-in")) {
            assertThat(browser.get(shown).headers().firstValue("Content-Security-Policy"))
                    .as(shown)
                    .isPresent();
        }
        HttpResponse<String> piece = browser.get("/card/sample/todo", "HX-Request", "true");
        assertThat(piece.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(piece.headers().firstValue("Content-Security-Policy")).isEmpty();
        assertThat(browser.get("/card/sample/todo").headers().firstValue("Content-Security-Policy"))
                .isPresent();
    }

    @Test
    void staysSmallOnTheFirstView() throws Exception {
        long total = 0;
        for (String name : List.of("bootstrap-reboot.min.css", "quyche.css", "quyche.js", "htmx.min.js")) {
            total += zipped(name);
        }
        for (String font : List.of("latin-400", "latin-600", "vietnamese-400", "vietnamese-600")) {
            total += FrontTest.class
                    .getResourceAsStream("/assets/be-vietnam-pro-" + font + ".woff2")
                    .readAllBytes()
                    .length;
        }
        assertThat(total).isLessThan(96 * 1024);
    }

    private static long zipped(String name) throws java.io.IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.GZIPOutputStream(out)) {
            zip.write(FrontTest.class.getResourceAsStream("/assets/" + name).readAllBytes());
        }
        return out.size();
    }

    @Test
    void leavesTheFrameOutForHtmx() {
        Browser browser = signedIn();
        String part =
                browser.get("/sample/directives?q=camera", "HX-Request", "true").body();
        assertThat(part)
                .contains("id=\"list\"")
                .contains("Kiểm tra camera")
                .doesNotContain("<html")
                .doesNotContain("class=\"menu\"");
        assertThat(browser.get("/sample/directives?q=camera").body())
                .contains("<html")
                .contains("id=\"list\"");
    }

    @Test
    void keepsTheQueryInLinksOfAList() {
        String page = signedIn()
                .get("/sample/directives?q=camera&state=ISSUED&after=d3")
                .body();
        assertThat(page)
                .contains("/sample/directives?q=camera&amp;state=CLOSED")
                .contains("value=\"camera\"");
        assertThat(page).doesNotContain("state=CLOSED&amp;after");
    }

    @Test
    void boxesACardThatBreaks() {
        Browser browser = signedIn();
        assertThat(browser.get("/").body()).contains("/card/sample/broken");
        HttpResponse<String> card = browser.get("/card/sample/broken", "HX-Request", "true");
        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(card.body()).contains("Phần này tạm thời không xem được.");
        assertThat(browser.get("/card/sample/none").statusCode()).isEqualTo(404);
    }

    @Test
    void bringsTextToNfcAndRefusesWhatIsNoText() {
        Browser browser = signedIn();
        browser.post(
                "/probe",
                "_csrf",
                browser.token(),
                "text",
                Normalizer.normalize("Nguyễn Thị Huệ", Normalizer.Form.NFD));
        assertThat(submitted).containsExactly("Nguyễn Thị Huệ");
        byte[] broken = ("_csrf=" + browser.token() + "&text=%C3%28").getBytes(StandardCharsets.UTF_8);
        assertThat(browser.postRaw("/probe", FORM, broken).statusCode()).isEqualTo(400);
        byte[] surrogate = ("_csrf=" + browser.token() + "&text=%ED%A0%80").getBytes(StandardCharsets.UTF_8);
        assertThat(browser.postRaw("/probe", FORM, surrogate).statusCode()).isEqualTo(400);
        assertThat(browser.postRaw("/probe", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(submitted).hasSize(1);
    }

    @Test
    void takesFilesAndCleansTheirNames() {
        Browser browser = signedIn();
        StringBuilder body = new StringBuilder();
        part(body, "_csrf", null, browser.token());
        part(body, "text", null, "có tệp");
        part(body, "file", "C:\\ảnh\\Quyết định 24.pdf", "nội dung");
        HttpResponse<String> answer = browser.postRaw(
                "/probe",
                "multipart/form-data; boundary=grenze",
                (body + "--grenze--\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(submitted).containsExactly("có tệp");
        assertThat(uploads).containsExactly("Quyết định 24.pdf|10|nội dung");
        assertThat(browser.postRaw(
                                "/probe",
                                "multipart/form-data; boundary=grenze",
                                "--grenze\r\nbroken".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        Browser browser = signedIn();
        byte[] large = ("_csrf=" + browser.token() + "&text=" + "x".repeat(FormReader.MAX_FORM))
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = browser.postRaw("/probe", FORM, large);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("tối đa 1 MB");
        byte[] many = ("_csrf=" + browser.token() + "&a=1".repeat(FormReader.MAX_FIELDS + 1))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(browser.postRaw("/probe", FORM, many).statusCode()).isEqualTo(400);
        assertThat(submitted).isEmpty();
    }

    @Test
    void defusesFormulasInTables() {
        HttpResponse<String> answer = signedIn().get("/sample/directives.csv");
        assertThat(answer.body()).startsWith("\uFEFFSố,Nội dung\r\n24,'=1+1\r\n25,\"Nói \"\"vâng\"\", rồi đi\"\r\n");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("filename*=UTF-8''Ch%E1%BB%89%20%C4%91%E1%BA%A1o.csv");
        assertThat(Answers.cell("-5")).isEqualTo("-5");
        assertThat(Answers.cell("@cmd")).isEqualTo("'@cmd");
    }

    @Test
    void writesDownEachListThatLeavesAsAFile() {
        Browser browser = signedIn();
        browser.get("/sample/directives.csv?q=h%E1%BB%8Dp&state=ISSUED");
        assertThat(shell.exports)
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("/sample/directives.csv", "q=[họp]", "state=[ISSUED]", "rows=2", "whole=true");
        browser.get("/sample/directives");
        assertThat(shell.exports).hasSize(1);
    }

    @Test
    void showsAMessageOnceAndOnlyOurOwn() {
        Browser browser = signedIn();
        browser.post("/probe", "_csrf", browser.token(), "text", "x");
        assertThat(browser.get("/").body()).contains("class=\"flash\"").contains("Đã lưu.");
        assertThat(browser.get("/").body()).doesNotContain("class=\"flash\"");
        String forged = Flash.seal("someone else's session", "Chuyển tiền đi");
        assertThat(Flash.open(browser.cookie("QUYCHE_SESSION"), forged)).isEmpty();
        assertThat(Flash.open("key", "no dot")).isEmpty();
        assertThat(Flash.open("key", "a.%%")).isEmpty();
    }

    @Test
    void remembersLanguageAndTheme() {
        Browser browser = signedIn();
        HttpResponse<String> answer =
                browser.post("/preferences", "_csrf", browser.token(), "lang", "en", "_page", "/sample/none");
        assertThat(location(answer)).isEqualTo("/sample/none");
        browser.post("/preferences", "_csrf", browser.token(), "theme", "dark");
        assertThat(browser.get("/").body())
                .contains("<html lang=\"en\" data-theme=\"dark\">")
                .contains("Sign out");
        browser.post("/preferences", "_csrf", browser.token(), "lang", "vi", "theme", "\"><script>");
        assertThat(browser.get("/").body()).contains("<html lang=\"vi\" data-theme=\"dark\">");
    }

    @Test
    void endsTheSessionAtSignOut() {
        Browser browser = signedIn();
        assertThat(browser.post("/sign-out").statusCode()).isEqualTo(403);
        assertThat(browser.get("/sign-out").statusCode()).isEqualTo(303);
        assertThat(shell.authenticator.sessions).hasSize(1);
        browser.post("/sign-out", "_csrf", browser.token());
        assertThat(shell.authenticator.sessions).isEmpty();
        assertThat(location(browser.get("/"))).startsWith("/sign-in");
    }

    @Test
    void sendsWhoLostTheSessionToSignIn() {
        Browser browser = signedIn();
        shell.authenticator.sessions.clear();
        HttpResponse<String> answer = browser.get("/sample/directives");
        assertThat(location(answer)).isEqualTo("/sign-in?next=%2Fsample%2Fdirectives&ended=1");
        assertThat(browser.get(location(answer)).body()).contains("Phiên làm việc đã kết thúc");
        HttpResponse<String> part = browser.get(
                "/card/sample/todo", "HX-Request", "true", "HX-Current-URL", "http://somewhere/sample/directives?q=a");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect"))
                .contains("/sign-in?next=%2Fsample%2Fdirectives%3Fq%3Da&ended=1");
        // a form that was sent: its page is where it can be filled in again
        assertThat(location(browser.post("/sample/directives/new?group=a", "title", "x")))
                .isEqualTo("/sign-in?next=%2Fsample%2Fdirectives%2Fnew%3Fgroup%3Da");
    }

    @Test
    void takesPagesAndMenuAwayWithTheirBundleAndTellsOpenPages() throws Exception {
        Browser browser = signedIn();
        assertThat(browser.get("/").body()).contains("/sample/directives");
        HttpURLConnection events =
                (HttpURLConnection) URI.create(shell.base() + "/events").toURL().openConnection();
        events.setRequestProperty("Cookie", "QUYCHE_SESSION=" + browser.cookie("QUYCHE_SESSION"));
        assertThat(events.getContentType()).startsWith("text/event-stream");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(events.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("retry: 3000");
            String before = nextData(lines);
            shell.modules.remove(sample);
            assertThat(nextData(lines)).isNotEqualTo(before);
        }
        assertThat(browser.get("/sample/directives").statusCode()).isEqualTo(404);
        assertThat(browser.get("/menu").body()).doesNotContain("/sample/directives");
        assertThat(browser.get("/card/sample/todo").statusCode()).isEqualTo(404);
    }

    /** The data of the next event about modules. */
    private static String nextData(BufferedReader lines) throws java.io.IOException {
        String line = lines.readLine();
        while (!line.equals("event: modules")) {
            line = lines.readLine();
        }
        return lines.readLine();
    }

    @Test
    void tellsNothingToThoseWhoAreNotSignedIn() {
        assertThat(browser().get("/events").statusCode()).isEqualTo(204);
    }
}
