package vn.quyche.group.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.DutySummary;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.ListedGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.district.DistrictChange;
import vn.quyche.group.api.district.DistrictNews;
import vn.quyche.group.api.district.NewDistrictLink;
import vn.quyche.group.internal.service.DefaultDistrictNews;
import vn.quyche.group.internal.service.InspectedGroups;
import vn.quyche.group.internal.store.JpaDistrictStore;
import vn.quyche.group.internal.store.JpaInspectedStore;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeNotices;
import vn.quyche.testkit.FakeSecrets;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** The school reads a district's feed over HTTP. */
@Regulated("TB.4")
class DistrictReadingTest {

    private static final String TOKEN = "qt_0123456789abcdef";
    private static final DistrictNews.Query ALL = new DistrictNews.Query(Optional.empty(), Optional.empty(), false);

    private final TestClock clock = TestClock.at("2026-11-02T08:00:00+07:00");
    private final FakeDirectory directory = new FakeDirectory()
            .person("p-principal", "Trần Thị Ngọc Lan", Post.PRINCIPAL)
            .person("p-clerk", "Phạm Thu Hà", Post.RECORDS_CLERK)
            .person("p-teacher", "Đỗ Minh Ánh", Post.TEACHER);
    private final FakeNotices notices = new FakeNotices(clock);
    private final TestAccess access = TestAccess.nothing();
    private final Caller clerk = TestCaller.person("p-clerk");
    private final Caller teacher = TestCaller.person("p-teacher");
    private final List<String> feed = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<ListedGroup> list = new ArrayList<>();
    private final List<String> figures = new CopyOnWriteArrayList<>();
    private final List<DutySummary> duties = new ArrayList<>();
    private volatile int status = 200;
    private volatile int figuresStatus = 204;
    private HttpServer district;
    private JpaDistrictStore store;
    private DefaultDistrictNews news;
    private DistrictReading reading;

    @BeforeEach
    void listen() throws IOException {
        district = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        district.createContext("/api/district/v1/lists/changes", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            asked.add(query + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            int from = query.contains("after=s") ? Integer.parseInt(query.replaceAll(".*after=s", "")) : 0;
            int to = Math.min(feed.size(), from + 2);
            String body = "{\"items\":[" + String.join(",", feed.subList(from, to)) + "]"
                    + (to < feed.size() ? ",\"next\":\"x\"" : "")
                    + (to > 0 ? ",\"seen\":\"s" + to + "\"" : "") + "}";
            answer(exchange, status == 200 ? body : "{}");
        });
        district.createContext("/api/district/v1/groups", exchange -> {
            sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "{}");
        });
        district.createContext("/api/district/v1/overview", exchange -> {
            figures.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try (exchange) {
                exchange.sendResponseHeaders(figuresStatus, -1);
            }
        });
        district.start();
    }

    private void answer(com.sun.net.httpserver.HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @AfterEach
    void stop() {
        district.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + district.getAddress().getPort();
    }

    private void school(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "group");
        store = new JpaDistrictStore(unit.jpa());
        news = new DefaultDistrictNews(new TestActs(access, unit.tx()), access, store, new FakeSecrets());
        Groups groups = (Groups) Proxy.newProxyInstance(
                Groups.class.getClassLoader(),
                new Class<?>[] {Groups.class},
                (proxy, method, args) -> new Page<>(list, Optional.empty()));
        reading = new DistrictReading(
                store,
                groups,
                new InspectedGroups(access, new JpaInspectedStore(unit.jpa())),
                (caller, from, to) -> List.copyOf(duties),
                directory,
                notices,
                new KeyMessages(),
                new FakeSecrets(),
                unit.tx(),
                clock);
        access.grant(clerk, "group:register", "group:read");
    }

    private void change(int version, int place, String kind, String schoolCode, String name) {
        feed.add(("{\"version\":%d,\"place\":%d,\"kind\":\"%s\",\"schoolCode\":\"%s\",\"schoolName\":\"Trường %s\","
                        + "\"name\":\"%s\",\"nameBefore\":\"\",\"platform\":\"ZALO\","
                        + "\"effectiveOn\":\"2026-11-01\",\"number\":\"%d/TB\"}")
                .formatted(version, place, kind, schoolCode, schoolCode, name, version));
    }

    private String own() {
        return directory.school().code();
    }

    @OnEachDatabase
    void readsOnWhereItStoppedAndTellsTheOfficeWhatIsNew(TestDatabase db) {
        school(db);
        change(1, 1, "ADDED", own(), "Hội đồng");
        change(1, 2, "ADDED", "KHAC", "Tổ Toán");
        change(1, 3, "ADDED", "KHAC", "Tổ Văn");
        exchange();
        assertThat(asked).isEmpty();
        news.connect(clerk, 0, new NewDistrictLink(address(), Optional.of(TOKEN), false));
        exchange();
        assertThat(asked).containsExactly("size=200 Bearer " + TOKEN, "size=200&after=s2 Bearer " + TOKEN);
        assertThat(news.changes(clerk, ALL, PageRequest.first()).items()).hasSize(3);
        assertThat(notices.sent()).isEmpty();

        change(2, 1, "REMOVED", own(), "Hội đồng");
        change(2, 2, "REMOVED", "KHAC", "Tổ Toán");
        change(2, 3, "ADDED", "KHAC", "Tổ Lý");
        exchange();
        exchange();
        assertThat(notices.sent())
                .filteredOn(notice -> notice.personId().equals("p-clerk"))
                .extracting(NewNotice::key)
                .containsOnly("group.district:2:1", "group.district:2");
        assertThat(notices.sent()).extracting(NewNotice::personId).containsOnly("p-principal", "p-clerk");
        assertThat(news.changes(
                                clerk,
                                new DistrictNews.Query(Optional.empty(), Optional.empty(), true),
                                PageRequest.first())
                        .items())
                .extracting(DistrictChange::kind)
                .containsExactly(DistrictChange.Kind.REMOVED, DistrictChange.Kind.ADDED);
        Page<DistrictChange> first = news.changes(clerk, ALL, PageRequest.first(4));
        assertThat(news.changes(clerk, ALL, new PageRequest(4, first.next())).items())
                .extracting(DistrictChange::name)
                .containsExactly("Tổ Toán", "Hội đồng");
        assertThat(news.link(clerk).readAt()).isPresent();
    }

    /** As the job does when it is time. */
    private void exchange() {
        clock.advance(Duration.ofMinutes(31));
        reading.run();
    }

    @OnEachDatabase
    void whoConnectsTheSchoolDoesNotWaitAndTheDistrictIsNotAskedAllTheTime(TestDatabase db) {
        school(db);
        news.connect(clerk, 0, new NewDistrictLink(address(), Optional.of(TOKEN), false));
        reading.run();
        reading.run();
        assertThat(asked).hasSize(1);
        clock.advance(Duration.ofMinutes(30));
        status = 500;
        reading.run();
        clock.advance(Duration.ofMinutes(1));
        reading.run();
        assertThat(asked).as("a failure is not tried again at once").hasSize(2);
        status = 200;
        exchange();
        assertThat(asked).hasSize(3);
    }

    @OnEachDatabase
    void namesAFailureAndGoesOnWhenItIsOver(TestDatabase db) {
        school(db);
        news.connect(clerk, 0, new NewDistrictLink(address(), Optional.of(TOKEN), false));
        status = 401;
        exchange();
        assertThat(news.link(clerk).failure()).isEqualTo(RemoteFailure.DENIED);
        status = 200;
        change(1, 1, "UNHEARD", own(), "Hội đồng");
        exchange();
        assertThat(news.link(clerk).failure()).isEqualTo(RemoteFailure.BAD_ANSWER);
        feed.clear();
        change(1, 1, "ADDED", own(), "Hội đồng");
        exchange();
        assertThat(news.link(clerk).failure()).isEmpty();
        assertThat(news.changes(clerk, ALL, PageRequest.first()).items()).hasSize(1);
    }

    @OnEachDatabase
    @Regulated("TB.1")
    void sendsTheListOnlyWhenItChanged(TestDatabase db) {
        school(db);
        list.add(new ListedGroup(
                "g-1",
                "N01",
                "Hội đồng",
                GroupKind.SCHOOL,
                Platform.ZALO,
                "Toàn trường",
                "Hiệu trưởng",
                "",
                "24/QĐ",
                LocalDate.of(2026, 9, 1),
                GroupStatus.ACTIVE,
                ""));
        news.connect(clerk, 0, new NewDistrictLink(address(), Optional.of(TOKEN), true));
        exchange();
        exchange();
        assertThat(sent)
                .singleElement()
                .asString()
                .contains(
                        "\"schoolCode\":\"" + own() + "\"",
                        "\"madeAt\":\"2026-11-02T01:31:00Z\"",
                        "\"name\":\"Hội đồng\"")
                .doesNotContain("status");
        list.clear();
        exchange();
        assertThat(sent).hasSize(2);
    }

    private static DutySummary november(int done) {
        return new DutySummary(
                "2026-11", List.of(new DutySummary.Line("group", "TEACHER", done + 1, done, 0, 1, 0, 0)));
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void sendsTheFiguresWhenTheyChangedAndAgainUntilTheyAreTaken(TestDatabase db) {
        school(db);
        duties.add(november(3));
        news.connect(clerk, 0, new NewDistrictLink(address(), Optional.of(TOKEN), false));
        exchange();
        assertThat(figures).as("the district collects them").isEmpty();

        news.connect(clerk, 1, new NewDistrictLink(address(), Optional.empty(), true));
        figuresStatus = 503;
        exchange();
        assertThat(figures)
                .singleElement()
                .asString()
                .contains(
                        "\"schoolCode\":\"" + own() + "\"",
                        "\"from\":\"2025-11\"",
                        "\"to\":\"2026-11\"",
                        "\"inspections\":[]",
                        "\"role\":\"TEACHER\"",
                        "\"done\":3");
        assertThat(news.link(clerk)).satisfies(link -> {
            assertThat(link.failure()).isEqualTo(RemoteFailure.SERVER_ERROR);
            assertThat(link.figuresAt()).isEmpty();
        });
        // what was done meanwhile goes along
        duties.set(0, november(4));
        figuresStatus = 204;
        exchange();
        assertThat(figures).hasSize(2).last().asString().contains("\"done\":4");
        assertThat(news.link(clerk).failure()).isEmpty();
        assertThat(news.link(clerk).figuresAt()).contains(clock.instant());

        duties.set(0, november(5));
        exchange();
        assertThat(figures).as("not all the time").hasSize(2);
        clock.advance(Duration.ofHours(6));
        exchange();
        assertThat(figures).hasSize(3).last().asString().contains("\"done\":5");
        clock.advance(Duration.ofHours(6));
        exchange();
        assertThat(figures).as("only what changed").hasSize(3);
        news.connect(
                clerk, 2, new NewDistrictLink(address().replace("127.0.0.1", "localhost"), Optional.of(TOKEN), true));
        exchange();
        assertThat(figures).as("another district has nothing yet").hasSize(4);
    }

    @OnEachDatabase
    void keepsTheTokenSealedAndSendsItToNoOtherAddress(TestDatabase db) {
        school(db);
        news.connect(clerk, 0, new NewDistrictLink(address(), Optional.of(TOKEN), false));
        assertThat(store.sealedToken()).doesNotContain(TOKEN);
        assertThatThrownBy(() ->
                        news.connect(clerk, 1, new NewDistrictLink("https://evil.example", Optional.empty(), false)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> news.connect(clerk, 0, new NewDistrictLink(address(), Optional.empty(), false)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> news.link(teacher)).isInstanceOf(Forbidden.class);
        assertThat(news.connect(clerk, 1, new NewDistrictLink(address(), Optional.empty(), true))
                        .sends())
                .isTrue();
        assertThat(news.connect(clerk, 2, new NewDistrictLink("", Optional.empty(), true)))
                .satisfies(link -> {
                    assertThat(link.connected()).isFalse();
                    assertThat(link.sends()).isFalse();
                });
        assertThat(store.sealedToken()).isEmpty();
    }
}
