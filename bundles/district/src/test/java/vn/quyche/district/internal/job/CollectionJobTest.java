package vn.quyche.district.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quyche.district.internal.job.SchoolServer.fault;
import static vn.quyche.district.internal.job.SchoolServer.json;
import static vn.quyche.district.internal.job.SchoolServer.page;
import static vn.quyche.district.internal.job.SchoolServer.pages;
import static vn.quyche.district.internal.job.SchoolServer.send;
import static vn.quyche.district.internal.job.SchoolServer.soap;
import static vn.quyche.district.internal.job.SchoolServer.soapFigures;
import static vn.quyche.district.internal.job.SchoolServer.status;
import static vn.quyche.district.internal.service.DistrictFixture.group;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.MonthFigures;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.SchoolCollection;
import vn.quyche.district.api.SchoolGroup;
import vn.quyche.district.api.SchoolMonth;
import vn.quyche.district.api.SchoolOverview;
import vn.quyche.district.api.Schools;
import vn.quyche.district.internal.model.SchoolFailure;
import vn.quyche.district.internal.service.DistrictFixture;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestDatabase;

@Timeout(120)
@Regulated("TB.1")
class CollectionJobTest {

    private static final SchoolGroup[] LIST = {
        group("1", "Hội đồng"),
        group("2", "Tổ Toán"),
        group("3", "Tổ Văn"),
        group("4", "Chi đoàn"),
        group("5", "Liên đội")
    };

    private final List<AutoCloseable> opened = new ArrayList<>();
    private DistrictFixture office;

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable server : opened) {
            server.close();
        }
    }

    private CollectionJob job(Optional<LocalTime> nightly) {
        CollectionWork work = new CollectionWork(
                new RemoteHttp(Duration.ofSeconds(2), Duration.ofSeconds(2)),
                office.collectionStore,
                office.schoolStore,
                office.tokens,
                office.takeOver,
                office.overviewStore,
                office.summaries,
                office.acts,
                office.unit.tx(),
                office.clock);
        return new CollectionJob(
                office.collectionStore,
                office.schoolStore,
                work,
                office.collections,
                office.unit.tx(),
                office.clock,
                nightly,
                4);
    }

    private SchoolServer school(String code, CollectDoor door, SchoolServer.Behaviour behaviour) {
        SchoolServer server = new SchoolServer();
        opened.add(server);
        server.behaviour = behaviour;
        register(code, door, server.address());
        return server;
    }

    private void register(String code, CollectDoor door, String address) {
        office.schools.register(office.head, office.newSchool(code, "Trường " + code, door, address), "");
    }

    private String collect() {
        String run = office.collections.start(office.head, Optional.empty());
        job(Optional.empty()).run();
        return run;
    }

    private Map<String, SchoolCollection> outcomes(String run) {
        return office
                .collections
                .outcomes(office.reader, run, Optional.empty(), PageRequest.first(500))
                .items()
                .stream()
                .collect(Collectors.toMap(SchoolCollection::schoolCode, outcome -> outcome));
    }

    private List<String> names(String schoolCode) {
        String id = office.schools.byCode(office.head, schoolCode).id();
        return office
                .reviews
                .list(
                        office.head,
                        new GroupReviews.Query(
                                Optional.empty(), Optional.of(id), Optional.empty(), Optional.empty(), false),
                        PageRequest.first())
                .items()
                .stream()
                .map(row -> row.group().name())
                .toList();
    }

    @OnEachDatabase
    void readsTheListsPageByPageThroughBothDoors(TestDatabase db) {
        office = new DistrictFixture(db);
        SchoolServer rest = school("A", CollectDoor.REST, pages(LIST));
        school("B", CollectDoor.SOAP, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(body).contains(">qt_0123456789abcdef<", ">2026-11-02<", "listGroups");
            send(exchange, 200, "text/xml", soap("B", LIST[0]));
        });
        String run = collect();
        assertThat(office.collections.get(office.reader, run))
                .extracting(CollectionRun::state, CollectionRun::done, CollectionRun::failed)
                .containsExactly(CollectionRun.State.DONE, 2, 0);
        assertThat(rest.asked)
                .containsExactly(
                        "/api/group/v1/groups/collected?day=2026-11-02&size=200 Bearer qt_0123456789abcdef",
                        "/api/group/v1/groups/collected?day=2026-11-02&size=200&after=p2 Bearer qt_0123456789abcdef",
                        "/api/group/v1/groups/collected?day=2026-11-02&size=200&after=p4 Bearer qt_0123456789abcdef");
        assertThat(names("A")).containsExactlyInAnyOrder("Hội đồng", "Tổ Toán", "Tổ Văn", "Chi đoàn", "Liên đội");
        assertThat(office.find("Tổ Toán").group()).isEqualTo(LIST[1]);
        assertThat(names("B")).containsExactly("Hội đồng");
        assertThat(outcomes(run).get("A"))
                .satisfies(a -> assertThat(a.taken().added()).isEqualTo(5));
    }

    private SchoolOverview figuresOf(String code) {
        return office.overviews
                .list(
                        office.reader,
                        new Overviews.Query(YearMonth.of(2026, 10), Optional.of(code), Overviews.Part.ALL),
                        PageRequest.first())
                .items()
                .get(0);
    }

    private static SchoolServer.Behaviour figures(String inspected, String duties) {
        return exchange -> json(
                exchange, exchange.getRequestURI().getPath().equals("/api/group/v1/inspected") ? inspected : duties);
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void readsInspectionsAndDutiesAfterTheListPageByPage(TestDatabase db) {
        office = new DistrictFixture(db);
        SchoolServer rest = school("A", CollectDoor.REST, pages(LIST));
        String report = "{\"id\":\"r%s\",\"groupId\":\"1\",\"groupCode\":\"N1\",\"groupName\":\"Hội đồng\","
                + "\"from\":\"2026-10-01\",\"to\":\"2026-10-31\",\"signedAt\":\"2026-11-01T02:00:00Z\","
                + "\"missing\":2,\"overdue\":4,\"inspectorName\":\"Lê Thu Hà\"}";
        String duties = "[{\"month\":\"2026-10\",\"lines\":[{\"domain\":\"group\",\"role\":\"TEACHER\",\"due\":5,"
                + "\"done\":3,\"missed\":2}]}]";
        rest.figures = exchange -> {
            String uri = exchange.getRequestURI().toString();
            json(
                    exchange,
                    uri.startsWith("/api/duty/")
                            ? duties
                            : uri.contains("&after=n")
                                    ? "{\"items\":[" + report.formatted(2) + "]}"
                                    : "{\"items\":[" + report.formatted(1) + "],\"next\":\"n\"}");
        };
        school("B", CollectDoor.REST, pages(LIST)).figures = figures("{}", "[]");
        collect();
        assertThat(rest.figuresAsked)
                .containsExactly(
                        "/api/group/v1/inspected?from=2025-11&to=2026-11&size=500 Bearer qt_0123456789abcdef",
                        "/api/group/v1/inspected?from=2025-11&to=2026-11&size=500&after=n Bearer qt_0123456789abcdef",
                        "/api/duty/v1/summaries?from=2025-11&to=2026-11 Bearer qt_0123456789abcdef");
        assertThat(figuresOf("A").figures()).isEqualTo(new MonthFigures(2, 1, 4, 8, 0, 0, 0, 0, 5, 3, 0, 2, 0, 0));
        assertThat(figuresOf("B"))
                .extracting(SchoolOverview::stale, SchoolOverview::failure, SchoolOverview::figures)
                .containsExactly(false, "", MonthFigures.NOTHING);
    }

    private SchoolServer soapSchool(String code) {
        return school(code, CollectDoor.SOAP, exchange -> send(exchange, 200, "text/xml", soap(code, LIST[0])));
    }

    private static String soapReport(String id, String signedAt) {
        return "<inspection><id>" + id + "</id><groupId>1</groupId><groupCode>N1</groupCode>"
                + "<groupName>Hội đồng</groupName><from>2026-10-01</from><to>2026-10-31</to><signedAt>" + signedAt
                + "</signedAt><missing>2</missing><surplus>1</surplus><overdue>4</overdue><late>3</late>"
                + "<violations>2</violations><found>1</found><openFindings>1</openFindings>"
                + "<inspectorName>Lê Thu Hà</inspectorName></inspection>";
    }

    private static String soapCount(String role, String due) {
        return "<count><month>2026-10</month><domain>group</domain><role>" + role + "</role><due>" + due
                + "</due><done>3</done><late>0</late><missed>2</missed><excused>0</excused><open>0</open></count>";
    }

    @OnEachDatabase
    @Regulated("BC.7.2")
    void readsTheSameFiguresThroughBothDoors(TestDatabase db) {
        office = new DistrictFixture(db);
        SchoolServer rest = school("A", CollectDoor.REST, pages(LIST));
        SchoolServer soap = soapSchool("B");
        String report = "{\"id\":\"r%s\",\"groupId\":\"1\",\"groupCode\":\"N1\",\"groupName\":\"Hội đồng\","
                + "\"from\":\"2026-10-01\",\"to\":\"2026-10-31\",\"signedAt\":\"2026-11-01T02:00:00Z\",\"missing\":2,"
                + "\"surplus\":1,\"overdue\":4,\"late\":3,\"violations\":2,\"found\":1,\"openFindings\":1}";
        rest.figures = figures(
                "{\"items\":[" + report.formatted(1) + "," + report.formatted(2) + "]}",
                "[{\"month\":\"2026-10\",\"lines\":[{\"domain\":\"group\",\"role\":\"TEACHER\",\"due\":5,"
                        + "\"done\":3,\"missed\":2},{\"domain\":\"group\",\"role\":\"GUARD\",\"due\":5,"
                        + "\"done\":3,\"missed\":2}]}]");
        String duties = soapCount("TEACHER", "5") + soapCount("GUARD", "5");
        soap.figures = exchange -> soapFigures(
                        soap.figuresAsked.get(soap.figuresAsked.size() - 1).contains(" after=n ")
                                ? soapReport("r2", "2026-11-01T09:00:00+07:00")
                                : soapReport("r1", "2026-11-01T02:00:00Z") + "<next>n</next>",
                        duties)
                .answer(exchange);

        collect();

        assertThat(soap.figuresAsked)
                .containsExactly(
                        "listInspections from=2025-11 to=2026-11 size=500 qt_0123456789abcdef",
                        "listInspections from=2025-11 to=2026-11 after=n size=500 qt_0123456789abcdef",
                        "countDuties from=2025-11 to=2026-11 qt_0123456789abcdef");
        assertThat(figuresOf("B").failure()).isEmpty();
        assertThat(figuresOf("B").figures())
                .isEqualTo(new MonthFigures(2, 1, 6, 8, 6, 4, 2, 2, 10, 6, 0, 4, 0, 0))
                .isEqualTo(figuresOf("A").figures());
        SchoolMonth month = monthOf("B");
        assertThat(month.inspections())
                .hasSize(2)
                .containsExactlyElementsOf(monthOf("A").inspections());
        assertThat(month.duties())
                .hasSize(2)
                .containsExactlyElementsOf(monthOf("A").duties());
    }

    @OnEachDatabase
    void aSchoolWithoutFiguresBySoapIsToldApartAsByRest(TestDatabase db) {
        office = new DistrictFixture(db);
        SchoolServer old = soapSchool("OLD");
        old.figures = fault("web.bad-xml", 400);
        soapSchool("CLOSED").figures = status(404);
        soapSchool("DENIED").figures = fault("core.forbidden", 403);
        soapSchool("TOKEN").figures = fault("security.bad-token", 401);
        soapSchool("BROKEN").figures = fault("core.unexpected", 500);
        soapSchool("PROXY").figures = status(500);
        soapSchool("BUSY").figures = status(429);
        soapSchool("HANGS").figures = exchange -> pause(3_000);
        soapSchool("LONG").figures = soapFigures("<x>" + "x".repeat(5_000_000) + "</x>", "");
        soapSchool("SHAPE").figures = exchange -> send(exchange, 200, "text/xml", soap("SHAPE", LIST[0]));
        soapSchool("TEXT").figures = soapFigures("", soapCount("TEACHER", "năm"));
        soapSchool("LACKS").figures =
                soapFigures(soapReport("r1", "2026-11-01T02:00:00Z").replaceAll("<late>.*</late>", ""), "");
        soapSchool("DAY").figures = soapFigures(soapReport("r1", "hôm qua"), "");
        soapSchool("LOOP").figures = soapFigures("<next>n</next>", "");
        soapSchool("NAMES").figures = soapFigures("", soapCount("Lê Thu Hà", "5"));
        soapSchool("BOMB").figures = exchange ->
                send(exchange, 200, "text/xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>");

        String run = collect();

        Map<String, SchoolCollection> after = outcomes(run);
        assertThat(after.values()).hasSize(16).allMatch(one -> one.state() == SchoolCollection.State.DONE);
        Map<String, String> failures = after.keySet().stream()
                .collect(Collectors.toMap(code -> code, code -> figuresOf(code).failure()));
        assertThat(failures)
                .containsEntry("OLD", SchoolFailure.NO_SUMMARY)
                .containsEntry("CLOSED", SchoolFailure.NO_SUMMARY)
                .containsEntry("DENIED", SchoolFailure.SUMMARY_DENIED)
                .containsEntry("TOKEN", SchoolFailure.SUMMARY_DENIED)
                .containsEntry("BROKEN", RemoteFailure.SERVER_ERROR)
                .containsEntry("PROXY", RemoteFailure.SERVER_ERROR)
                .containsEntry("BUSY", RemoteFailure.SERVER_ERROR)
                .containsEntry("HANGS", RemoteFailure.TIMEOUT)
                .containsEntry("LONG", RemoteFailure.TOO_LONG)
                .containsEntry("SHAPE", RemoteFailure.BAD_ANSWER)
                .containsEntry("TEXT", RemoteFailure.BAD_ANSWER)
                .containsEntry("LACKS", RemoteFailure.BAD_ANSWER)
                .containsEntry("DAY", RemoteFailure.BAD_ANSWER)
                .containsEntry("LOOP", RemoteFailure.BAD_ANSWER)
                .containsEntry("NAMES", RemoteFailure.BAD_ANSWER)
                .containsEntry("BOMB", RemoteFailure.BAD_ANSWER);
        old.figures = soapFigures("", "");
        collect();
        assertThat(figuresOf("OLD"))
                .extracting(SchoolOverview::stale, SchoolOverview::failure, SchoolOverview::figures)
                .containsExactly(false, "", MonthFigures.NOTHING);
    }

    private SchoolMonth monthOf(String code) {
        String id = office.schools.byCode(office.head, code).id();
        return office.overviews.month(office.reader, id, YearMonth.of(2026, 10));
    }

    @OnEachDatabase
    void aSchoolWithoutFiguresIsListedAllTheSameAndToldApart(TestDatabase db) {
        office = new DistrictFixture(db);
        SchoolServer old = school("OLD", CollectDoor.REST, pages(LIST));
        school("DENIED", CollectDoor.REST, pages(LIST)).figures = status(403);
        school("BROKEN", CollectDoor.REST, pages(LIST)).figures = status(500);
        school("HANGS", CollectDoor.REST, pages(LIST)).figures = exchange -> pause(3_000);
        school("SHAPE", CollectDoor.REST, pages(LIST)).figures = figures("{}", "{\"months\":7}");
        school("TEXT", CollectDoor.REST, pages(LIST)).figures = figures(
                "{}",
                "[{\"month\":\"2026-10\",\"lines\":" + "[{\"domain\":\"group\",\"role\":\"TEACHER\",\"due\":\"5\"}]}]");
        school("LOOP", CollectDoor.REST, pages(LIST)).figures = figures("{\"items\":[],\"next\":\"n\"}", "[]");
        school("NAMES", CollectDoor.REST, pages(LIST)).figures = figures(
                "{}",
                "[{\"month\":\"2026-10\",\"lines\":"
                        + "[{\"domain\":\"group\",\"role\":\"Lê Thu Hà\",\"due\":1,\"done\":1}]}]");
        String run = collect();
        assertThat(office.collections.get(office.reader, run).done()).isEqualTo(8);
        assertThat(names("HANGS")).hasSize(5);
        Map<String, String> failures =
                List.of("OLD", "DENIED", "BROKEN", "HANGS", "SHAPE", "TEXT", "LOOP", "NAMES").stream()
                        .collect(Collectors.toMap(
                                code -> code, code -> figuresOf(code).failure()));
        assertThat(failures)
                .containsEntry("OLD", SchoolFailure.NO_SUMMARY)
                .containsEntry("DENIED", SchoolFailure.SUMMARY_DENIED)
                .containsEntry("BROKEN", RemoteFailure.SERVER_ERROR)
                .containsEntry("HANGS", RemoteFailure.TIMEOUT)
                .containsEntry("SHAPE", RemoteFailure.BAD_ANSWER)
                .containsEntry("TEXT", RemoteFailure.BAD_ANSWER)
                .containsEntry("LOOP", RemoteFailure.BAD_ANSWER)
                .containsEntry("NAMES", RemoteFailure.BAD_ANSWER);
        old.figures = figures("{}", "[]");
        collect();
        assertThat(figuresOf("OLD").failure()).isEmpty();
    }

    @OnEachDatabase
    void aSchoolThatFailsDoesNotStopTheOthersAndIsNamedWithItsCause(TestDatabase db) throws Exception {
        office = new DistrictFixture(db);
        school("GOOD", CollectDoor.REST, pages(LIST));
        school("DENIED", CollectDoor.REST, status(401));
        school("BROKEN", CollectDoor.REST, status(500));
        school("MOVED", CollectDoor.REST, exchange -> {
            exchange.getResponseHeaders().set("Location", "https://evil.example/");
            exchange.sendResponseHeaders(302, -1);
        });
        school("HTML", CollectDoor.REST, exchange -> send(exchange, 200, "text/html", "<html>Xin chào</html>"));
        school("SHAPE", CollectDoor.REST, exchange -> json(exchange, "{\"items\":[{\"id\":7}]}"));
        school("NAMELESS", CollectDoor.REST, exchange -> json(exchange, page(0, group("1", ""))));
        school("LOOP", CollectDoor.REST, exchange -> json(exchange, "{\"items\":[],\"next\":\"p\"}"));
        school("HUGE", CollectDoor.REST, exchange -> json(exchange, "[\"" + "x".repeat(5_000_000) + "\"]"));
        school("SLOW", CollectDoor.REST, exchange -> pause(3_000));
        school("DRIP", CollectDoor.REST, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            for (int i = 0; i < 30; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause(100);
            }
        });
        school("CUT", CollectDoor.REST, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new java.io.IOException("cut");
        });
        school("OTHER", CollectDoor.SOAP, exchange -> send(exchange, 200, "text/xml", soap("XYZ", LIST[0])));
        school(
                "BOMB",
                CollectDoor.SOAP,
                exchange -> send(
                        exchange,
                        200,
                        "text/xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>"));
        SchoolServer own = SchoolServer.withOwnCertificate(folder);
        opened.add(own);
        own.behaviour = pages(LIST);
        register("TLS", CollectDoor.REST, own.address());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            register("AWAY", CollectDoor.REST, "http://127.0.0.1:" + free.getLocalPort());
        }
        String run = collect();
        Map<String, SchoolCollection> after = outcomes(run);
        assertThat(after.get("GOOD").state()).isEqualTo(SchoolCollection.State.DONE);
        assertThat(names("GOOD")).hasSize(5);
        Map<String, String> causes = after.values().stream()
                .collect(Collectors.toMap(SchoolCollection::schoolCode, SchoolCollection::failure));
        assertThat(causes)
                .containsEntry("GOOD", "")
                .containsEntry("DENIED", RemoteFailure.DENIED)
                .containsEntry("BROKEN", RemoteFailure.SERVER_ERROR)
                .containsEntry("MOVED", RemoteFailure.BAD_ANSWER)
                .containsEntry("HTML", RemoteFailure.BAD_ANSWER)
                .containsEntry("SHAPE", RemoteFailure.BAD_ANSWER)
                .containsEntry("NAMELESS", RemoteFailure.BAD_ANSWER)
                .containsEntry("LOOP", RemoteFailure.BAD_ANSWER)
                .containsEntry("HUGE", RemoteFailure.TOO_LONG)
                .containsEntry("SLOW", RemoteFailure.TIMEOUT)
                .containsEntry("DRIP", RemoteFailure.TIMEOUT)
                .containsEntry("CUT", RemoteFailure.UNREACHABLE)
                .containsEntry("OTHER", SchoolFailure.OTHER_SCHOOL)
                .containsEntry("BOMB", RemoteFailure.BAD_ANSWER)
                .containsEntry("TLS", RemoteFailure.CERTIFICATE)
                .containsEntry("AWAY", RemoteFailure.UNREACHABLE);
        assertThat(after.get("BROKEN").state()).isEqualTo(SchoolCollection.State.WAITING);
        assertThat(after.get("DENIED").state()).isEqualTo(SchoolCollection.State.FAILED);
        for (int i = 0; i < 3; i++) {
            office.clock.advance(Duration.ofMinutes(10));
            job(Optional.empty()).run();
        }
        assertThat(own.asked).isEmpty();
        assertThat(outcomes(run).get("BROKEN"))
                .extracting(SchoolCollection::state, SchoolCollection::attempts)
                .containsExactly(SchoolCollection.State.FAILED, 3);
        assertThat(office.collections.get(office.reader, run).running()).isFalse();
        assertThat(office.schools
                        .list(
                                office.reader,
                                new Schools.Query(Optional.empty(), Schools.Part.FAILING),
                                PageRequest.first(500))
                        .items())
                .hasSize(causes.size() - 1);
    }

    @OnEachDatabase
    void goesOnWhereItWasCutAndTakesNothingOverBeforeTheEnd(TestDatabase db) {
        office = new DistrictFixture(db);
        SchoolServer server = school("A", CollectDoor.REST, pages(LIST[0]));
        collect();
        assertThat(names("A")).containsExactly("Hội đồng");
        server.asked.clear();
        server.behaviour = exchange -> {
            if (exchange.getRequestURI().getQuery().contains("after=p4")) {
                send(exchange, 503, "text/plain", "");
            } else {
                pages(LIST).answer(exchange);
            }
        };
        String run = collect();
        assertThat(outcomes(run).get("A"))
                .extracting(SchoolCollection::state, SchoolCollection::pages, SchoolCollection::rows)
                .containsExactly(SchoolCollection.State.WAITING, 2, 4);
        assertThat(names("A")).containsExactly("Hội đồng");
        server.behaviour = pages(LIST);
        server.asked.clear();
        office.clock.advance(Duration.ofMinutes(2));
        job(Optional.empty()).run();
        assertThat(server.asked).singleElement().asString().contains("after=p4");
        assertThat(names("A")).hasSize(5);
        assertThat(office.collections.get(office.reader, run).state()).isEqualTo(CollectionRun.State.DONE);
    }

    @OnEachDatabase
    void beginsAnewWhenTheSchoolNoLongerKnowsThePlace(TestDatabase db) {
        office = new DistrictFixture(db);
        SchoolServer server = school("A", CollectDoor.REST, null);
        server.behaviour = exchange -> {
            if (exchange.getRequestURI().getQuery().contains("after=")) {
                send(exchange, 400, "application/problem+json", "{}");
            } else {
                json(exchange, page(0, LIST));
            }
        };
        String run = collect();
        assertThat(outcomes(run).get("A"))
                .extracting(SchoolCollection::failure, SchoolCollection::pages)
                .containsExactly(SchoolFailure.LOST_PLACE, 0);
        server.behaviour = pages(LIST);
        office.clock.advance(Duration.ofMinutes(2));
        job(Optional.empty()).run();
        assertThat(names("A")).hasSize(5);
    }

    @OnEachDatabase
    void aCancelledCollectionTakesNothingMoreOver(TestDatabase db) {
        office = new DistrictFixture(db);
        school("A", CollectDoor.REST, exchange -> {
            office.collections.runs(office.reader, PageRequest.first()).items().forEach(run -> {
                if (run.running()) {
                    office.collections.cancel(office.head, run.id());
                }
            });
            pages(LIST).answer(exchange);
        });
        String run = collect();
        assertThat(office.collections.get(office.reader, run).state()).isEqualTo(CollectionRun.State.CANCELLED);
        assertThat(outcomes(run).get("A").state()).isEqualTo(SchoolCollection.State.CANCELLED);
        assertThat(names("A")).isEmpty();
    }

    @OnEachDatabase
    void aListThatIsAsItWasIsNotedButIsNoAct(TestDatabase db) {
        office = new DistrictFixture(db);
        school("A", CollectDoor.REST, pages(LIST));
        collect();
        assertThat(office.acts.lastDone().action()).isEqualTo("district.take-over");
        office.acts.clear();
        office.clock.advance(Duration.ofDays(1));
        String run = collect();
        assertThat(outcomes(run).get("A").taken().same()).isEqualTo(5);
        assertThat(office.find("Tổ Toán").change()).isEqualTo(GroupChange.SAME);
        assertThat(office.schools.byCode(office.head, "A").takenAt()).contains(office.clock.instant());
        assertThat(office.acts.done()).extracting(TestActs.Done::action).containsExactly("district.start-collection");
    }

    @OnEachDatabase
    void startsByItselfOnceANight(TestDatabase db) {
        office = new DistrictFixture(db);
        CollectionJob job = job(Optional.of(LocalTime.of(2, 0)));
        job.run();
        assertThat(office.collections.runs(office.reader, PageRequest.first()).items())
                .isEmpty();
        school("A", CollectDoor.REST, pages(LIST));
        job.run();
        job.run();
        assertThat(office.collections.runs(office.reader, PageRequest.first()).items())
                .hasSize(1);
        office.clock.set(LocalDate.of(2026, 11, 3));
        job.run();
        assertThat(office.collections.runs(office.reader, PageRequest.first()).items())
                .hasSize(2);
        assertThat(office.acts.refused()).isEmpty();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
