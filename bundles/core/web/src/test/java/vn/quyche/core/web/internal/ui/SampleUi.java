package vn.quyche.core.web.internal.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** Invented pages that use every macro. */
final class SampleUi implements UiModule {

    private final Clock clock;

    SampleUi(Clock clock) {
        this.clock = clock;
    }

    enum State {
        DRAFT,
        ISSUED,
        CLOSED
    }

    /** A directive as the sample shows one; package-private and with Optionals, as bundles have them. */
    record Directive(
            String id,
            String number,
            String title,
            State state,
            Optional<Instant> dueAt,
            String body,
            String groupName) {}

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(NavEntry.Section.MY_WORK, 10, "/sample/duties", "sample.duties", "calendar3", ""),
                new NavEntry(NavEntry.Section.GROUPS, 10, "/sample/directives", "sample.directives", "megaphone", ""),
                new NavEntry(NavEntry.Section.GROUPS, 20, "/sample/none", "sample.groups", "people", ""),
                new NavEntry(NavEntry.Section.SCHOOL, 10, "/sample/people", "sample.people", "person-lines-fill", ""),
                new NavEntry(
                        NavEntry.Section.ADMIN, 10, "/sample/secret", "sample.secret", "shield-lock", "sample:secret"));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/sample/directives", "", this::list),
                UiPage.of("/sample/directives.csv", "", this::export),
                UiPage.form("/sample/directives/new", "", this::compose, this::create),
                UiPage.of("/sample/directives/{id}", "", this::detail),
                UiPage.action("/sample/directives/{id}/withdraw", "", this::detail, this::withdraw),
                UiPage.action("/sample/remind", "", this::list, this::remind),
                UiPage.of("/sample/duties", "", this::calendar),
                UiPage.of("/sample/token", "", r -> View.page("none", Map.of())).connecting("https://127.0.0.1:40123"),
                UiPage.of("/sample/none", "", r -> View.page("none", Map.of())),
                UiPage.of("/sample/people", "", r -> View.page("none", Map.of())),
                UiPage.of("/sample/secret", "sample:secret", r -> View.page("none", Map.of())),
                UiPage.of("/sample/broken", "", r -> {
                    throw new IllegalStateException("broken on purpose");
                }),
                UiPage.of(
                        "/sample/file",
                        "",
                        r -> new View.Download(
                                "Quyết định 24.pdf", "application/pdf", true, out -> out.write("%PDF".getBytes()))));
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(
                new HomeCard(
                        "todo",
                        10,
                        "",
                        r -> View.page("card-todo", Map.of("items", directives().subList(0, 4)))),
                new HomeCard("broken", 50, "", r -> {
                    throw new Conflict("sample.broken");
                }),
                new HomeCard("figures", 110, "", r -> View.page("card-figures", Map.of())));
    }

    private List<Directive> directives() {
        Instant now = clock.instant();
        String[] titles = {
            "Báo cáo sĩ số và tình hình ăn bán trú tuần 12",
            "Rà soát hồ sơ học sinh lớp 1 trước khi đồng bộ cơ sở dữ liệu ngành",
            "Phân công trực lễ kỷ niệm ngày Nhà giáo Việt Nam 20/11 tại ba điểm trường",
            "Kiểm tra camera cổng sau khu B",
            "Nộp minh chứng bồi dưỡng thường xuyên học kỳ I",
            "Tập huấn ký số cho tổ trưởng chuyên môn"
        };
        Duration[] due = {
            Duration.ofDays(-2),
            Duration.ofHours(3),
            Duration.ofDays(1),
            Duration.ofDays(5),
            Duration.ofDays(40),
            Duration.ofMinutes(-20)
        };
        return IntStream.range(0, 18)
                .mapToObj(i -> new Directive(
                        "d" + i,
                        (24 + i) + "/CĐ-THHA",
                        titles[i % titles.length],
                        State.values()[(i + 1) % 3],
                        i % 4 == 3 ? Optional.empty() : Optional.of(now.plus(due[i % due.length])),
                        "Các tổ trưởng tổng hợp số liệu của tổ mình.\nGửi về văn phòng trước 16 giờ.",
                        "Hội đồng sư phạm"))
                .toList();
    }

    private View list(UiRequest request) {
        String text = request.query("q").map(String::toLowerCase).orElse("");
        String state = request.query("state").orElse("");
        List<Directive> found = directives().stream()
                .filter(d -> d.title().toLowerCase().contains(text))
                .filter(d -> state.isEmpty() || d.state().name().equals(state))
                .toList();
        return View.page("directives", Map.of("page", new Page<>(found, Optional.of("d17"))));
    }

    private View export(UiRequest request) {
        return new View.Table(
                "Chỉ đạo",
                List.of("Số", "Nội dung"),
                Stream.of(List.of("24", "=1+1"), List.of("25", "Nói \"vâng\", rồi đi")));
    }

    private View compose(UiRequest request) {
        return View.page(
                "compose",
                Map.of(
                        "groups", Map.of("g1", "Hội đồng sư phạm", "g2", "Tổ Một"),
                        "demands",
                                List.of(
                                        Map.of("value", "READ", "label", "Đã xem", "hint", "Chỉ cần mở ra xem"),
                                        Map.of("value", "ACK", "label", "Xác nhận đã nhận", "hint", "Bấm một nút"),
                                        Map.of("value", "REPLY", "label", "Trả lời bằng chữ", "hint", "")),
                        "due", LocalDate.now(clock).plusDays(3),
                        "recipients", List.of("p1", "p2")));
    }

    private View create(UiRequest request) {
        Checks checks = new Checks();
        String title = checks.text("title", request.form("title"), 1, 200);
        checks.text("body", request.form("body"), 1, 2000);
        checks.orThrow();
        if (request.files("files").size() > 10) {
            throw new Refused(
                    "BC.6.8", "sample.too-many", request.files("files").size(), 10);
        }
        return View.redirect("/sample/directives", "sample.created", title);
    }

    private View detail(UiRequest request) {
        Instant now = clock.instant();
        Directive directive = directives().stream()
                .filter(d -> d.id().equals(request.path("id")))
                .findFirst()
                .orElseThrow(() -> new vn.quyche.core.api.error.NotFound("core.not-found"));
        return View.page(
                "directive",
                Map.of(
                        "d", directive,
                        "lines",
                                List.of(
                                        line(
                                                "group.remind",
                                                "Phạm Thị Hạnh",
                                                now.minus(Duration.ofMinutes(5)),
                                                AuditLine.Outcome.DONE,
                                                "Nhắc 12 người"),
                                        line(
                                                "group.withdraw",
                                                "Lê Văn Đức",
                                                now.minus(Duration.ofHours(3)),
                                                AuditLine.Outcome.REFUSED,
                                                ""),
                                        line(
                                                "group.issue-directive",
                                                "Trần Quang Minh",
                                                now.minus(Duration.ofDays(2)),
                                                AuditLine.Outcome.DONE,
                                                "")),
                        "files",
                                List.of(
                                        new Attachment(
                                                "f1",
                                                "",
                                                "",
                                                "Phân công trực.pdf",
                                                "application/pdf",
                                                1_245_000,
                                                "",
                                                "",
                                                now,
                                                true),
                                        new Attachment(
                                                "f2",
                                                "",
                                                "",
                                                "Ảnh sân trường.jpg",
                                                "image/jpeg",
                                                240_000,
                                                "",
                                                "",
                                                now,
                                                false)),
                        "counts",
                                List.of(
                                        Map.of("kind", "ok", "label", "Đã xác nhận", "count", 41),
                                        Map.of("kind", "soon", "label", "Đã xem", "count", 9),
                                        Map.of("kind", "late", "label", "Chưa mở", "count", 6))));
    }

    private static AuditLine line(String action, String name, Instant at, AuditLine.Outcome outcome, String note) {
        return new AuditLine(
                "l" + action,
                Optional.of(1L),
                at,
                "a",
                Optional.empty(),
                name,
                "UI",
                "",
                "",
                action,
                "",
                "",
                outcome,
                "",
                "",
                "",
                "",
                note,
                "");
    }

    private View withdraw(UiRequest request) {
        throw new Conflict("sample.closed");
    }

    private View remind(UiRequest request) {
        return View.redirect(
                "/sample/directives", "sample.reminded", request.formAll("id").size());
    }

    private View calendar(UiRequest request) {
        YearMonth month = request.query("month").map(YearMonth::parse).orElse(YearMonth.now(clock));
        return View.page(
                "calendar",
                Map.of(
                        "month",
                        month,
                        "days",
                        Map.of(
                                month.atDay(3),
                                        List.of(Map.of(
                                                "label",
                                                "Kiểm tra hộp thư",
                                                "href",
                                                "/sample/directives/d1",
                                                "kind",
                                                "ok")),
                                month.atDay(12),
                                        List.of(
                                                Map.of(
                                                        "label",
                                                        "Báo cáo sĩ số tuần 12",
                                                        "href",
                                                        "/sample/directives/d0",
                                                        "kind",
                                                        "late"),
                                                Map.of(
                                                        "label",
                                                        "Trích xuất camera 15 ngày",
                                                        "href",
                                                        "/sample/directives/d3",
                                                        "kind",
                                                        "soon")),
                                month.atDay(25),
                                        List.of(Map.of("label", "Họp Ban Chỉ đạo", "href", "", "kind", "info")))));
    }
}
