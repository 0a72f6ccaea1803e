package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSearch.Hit;
import vn.quyche.core.api.document.DocumentSearch.Query;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.document.internal.search.DocumentTexts;
import vn.quyche.core.document.internal.search.SearchIndex;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

class DefaultDocumentSearchTest {

    @TempDir
    Path folder;

    @OnEachDatabase
    void findsByWordsOfTheRegisterAndOfTheFilesWithAndWithoutDiacritics(TestDatabase db) throws Exception {
        OfficeFixture office = new OfficeFixture(db);
        String plan =
                office.numbered(DocumentKind.PLAN, "Kế hoạch giáo dục năm học").id();
        String minutes = office.outgoing.draft(
                office.teacher,
                "",
                office.entered(
                        DocumentKind.MINUTES,
                        "Biên bản họp tổ",
                        office.file(office.teacher, "bien-ban.txt", "Tổ thống nhất kế hoạch ôn tập học kỳ I.")));
        String letter = arrived(office, "1496/GDĐT-PC", "Hướng dẫn kế hoạch phòng cháy", "Sở Thử Nghiệm");

        DefaultDocumentSearch search = searching(office);
        for (String words : List.of("kế hoạch", "ke hoach", "KE HOACH", "hoạch  kế")) {
            assertThat(ids(search, office.clerk, Query.of(words))).containsExactlyInAnyOrder(plan, minutes, letter);
        }
        // What was entered counts more than what is in a file.
        assertThat(ids(search, office.clerk, Query.of("kế hoạch")).get(2)).isEqualTo(minutes);
        assertThat(search.search(office.clerk, Query.of("ôn tập"), PageRequest.first())
                        .items())
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.id()).isEqualTo(minutes);
                    assertThat(hit.inFile()).isTrue();
                    assertThat(hit.state()).isEqualTo("DRAFT");
                });
        // By who signs it, whose name is in no file.
        assertThat(search.search(office.clerk, Query.of("tran thi ngoc lan giao duc"), PageRequest.first())
                        .items())
                .singleElement()
                .satisfies(hit -> assertThat(hit.inFile()).isFalse());
        assertThat(ids(search, office.clerk, Query.of("01/KH-THTN"))).containsExactly(plan);
        assertThat(ids(search, office.clerk, Query.of("1/kh"))).containsExactly(plan);
        assertThat(ids(search, office.clerk, Query.of("1496 so thu nghiem"))).containsExactly(letter);
        assertThat(ids(search, office.clerk, Query.of("kế hoạch lụt"))).isEmpty();
        assertThat(ids(
                        search,
                        office.clerk,
                        new Query("ke hoach", Optional.of(Direction.INCOMING), Optional.empty(), Optional.of(2026))))
                .containsExactly(letter);
        assertThat(ids(
                        search,
                        office.clerk,
                        new Query("ke hoach", Optional.empty(), Optional.of(DocumentKind.PLAN), Optional.empty())))
                .containsExactly(plan);
        assertThat(ids(
                        search,
                        office.clerk,
                        new Query("ke hoach", Optional.empty(), Optional.empty(), Optional.of(2025))))
                .isEmpty();
    }

    @OnEachDatabase
    void nobodyFindsWhatIsNotForThem(TestDatabase db) throws Exception {
        OfficeFixture office = new OfficeFixture(db);
        String own = office.draft(DocumentKind.REPORT, "Báo cáo tổ Toán");
        String letter = arrived(office, "2/UBND", "Báo cáo dân số", "UBND xã Thử");
        DefaultDocumentSearch search = searching(office);

        assertThat(ids(search, office.principal, Query.of("báo cáo"))).containsExactlyInAnyOrder(own, letter);
        assertThat(ids(search, office.teacher, Query.of("báo cáo"))).containsExactly(own);
        assertThat(ids(search, office.other, Query.of("báo cáo"))).isEmpty();

        office.incoming.direct(office.principal, List.of(letter), to(Assignee.unit("u-maths")));
        index.follow();
        assertThat(ids(search, office.other, Query.of("báo cáo"))).containsExactly(letter);

        // Routed to somebody else: gone at once, also while the index does not know yet.
        office.incoming.route(office.clerk, List.of(letter), to(Assignee.person(OfficeFixture.CLERK)));
        assertThat(ids(search, office.other, Query.of("báo cáo"))).isEmpty();
        index.follow();
        assertThat(ids(search, office.other, Query.of("báo cáo"))).isEmpty();
    }

    @OnEachDatabase
    void whoIsBelowAUnitFindsWhatIsCirculatedToIt(TestDatabase db) throws Exception {
        OfficeFixture office = new OfficeFixture(db);
        office.directory
                .unit(new Unit("u-team", UnitType.SUBJECT_GROUP, "Nhóm Tin", Optional.of("u-maths"), Optional.empty()))
                .person("p-below", "Lý Thu Giang", Post.TEACHER)
                .member("p-below", "u-team");
        Caller below = TestCaller.person("p-below");
        String id = office.outgoing.draft(office.clerk, "", office.circulated(Assignee.unit("u-maths")));
        DefaultDocumentSearch search = searching(office);
        assertThat(ids(search, below, Query.of("giao ban"))).isEmpty();

        office.issue(id);
        index.follow();

        assertThat(ids(search, below, Query.of("giao ban"))).containsExactly(id);
        assertThat(ids(search, office.other, Query.of("giao ban"))).containsExactly(id);
    }

    @OnEachDatabase
    void followsWhatIsChangedAndSurvivesItsOwnLoss(TestDatabase db) throws Exception {
        OfficeFixture office = new OfficeFixture(db);
        String first = office.draft(DocumentKind.NOTICE, "Thông báo nghỉ lễ");
        DefaultDocumentSearch search = searching(office);
        office.clock.advance(Duration.ofHours(1));
        String second = office.draft(DocumentKind.NOTICE, "Thông báo khai giảng");
        index.follow();
        assertThat(ids(search, office.clerk, Query.of("thông báo"))).containsExactlyInAnyOrder(first, second);
        office.outgoing.revise(
                office.teacher,
                second,
                office.outgoing.get(office.teacher, second).version(),
                office.entered(DocumentKind.NOTICE, "Thông báo bế giảng", ""));
        index.follow();
        assertThat(ids(search, office.clerk, Query.of("bế giảng"))).containsExactly(second);

        // Killed before anything was written of the next one: the next start finds out, whatever the clock says.
        office.clock.advance(Duration.ofDays(-2));
        String third = office.draft(DocumentKind.NOTICE, "Thông báo tuyển sinh");
        index.close();
        search = searching(office);
        assertThat(ids(search, office.clerk, Query.of("tuyển sinh"))).containsExactly(third);

        index.close();
        try (Stream<Path> files = Files.list(folder.resolve("search"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "broken");
            }
        }
        search = searching(office);
        assertThat(ids(search, office.clerk, Query.of("thông báo"))).hasSize(3);
        DefaultDocumentSearch broken = search;
        assertThatThrownBy(() -> broken.rebuild(office.clerk)).isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void hostileWordsAreWordsAndPagesHaveEachHitOnce(TestDatabase db) throws Exception {
        OfficeFixture office = new OfficeFixture(db);
        List<String> drafted = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            drafted.add(office.draft(DocumentKind.REPORT, "Báo cáo tuần " + i % 3));
        }
        DefaultDocumentSearch search = searching(office);
        for (String words : List.of(
                "\"",
                "(((",
                "a AND",
                "* OR 1=1",
                "head:x",
                "[a TO",
                "\\",
                "~^!",
                "\u0000",
                "%_",
                "x".repeat(5000),
                "báo ".repeat(2000),
                "\uD83D\uDE00",
                "-báo",
                "/.*/")) {
            assertThat(search.search(office.clerk, Query.of(words), PageRequest.first()))
                    .isNotNull();
        }
        List<String> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Hit> page = search.search(office.clerk, Query.of("báo cáo"), new PageRequest(5, after));
            page.items().forEach(hit -> found.add(hit.id()));
            after = page.next();
        } while (after.isPresent());
        assertThat(found).containsExactlyInAnyOrderElementsOf(drafted);
        for (String cursor : List.of("x", "_abc", "01ABC")) {
            assertThatThrownBy(
                            () -> search.search(office.other, Query.of("  "), new PageRequest(5, Optional.of(cursor))))
                    .isInstanceOf(Invalid.class);
        }
    }

    private SearchIndex index;

    private DefaultDocumentSearch searching(OfficeFixture office) throws IOException {
        DocumentTexts texts = new DocumentTexts(
                folder.resolve("tmp"),
                office.store,
                office.incomingStore,
                office.attachments,
                office.screening,
                office.directory);
        index = new SearchIndex(folder.resolve("search"), office.store, office.incomingStore, texts, office.clock);
        index.follow();
        return new DefaultDocumentSearch(
                office.acts,
                office.access,
                index,
                office.outgoing,
                office.incoming,
                office.outgoingNews,
                office.directory);
    }

    private static List<String> ids(DefaultDocumentSearch search, Caller caller, Query query) {
        return search.search(caller, query, PageRequest.first()).items().stream()
                .map(Hit::id)
                .toList();
    }

    private static Routing to(Assignee lead) {
        return new Routing("Làm", Optional.of(lead), List.of(), Optional.of(LocalDate.of(2026, 10, 15)));
    }

    private static String arrived(OfficeFixture office, String code, String subject, String sender) {
        return office.incoming.register(
                office.clerk,
                "",
                new NewIncoming(
                        "",
                        Optional.empty(),
                        sender,
                        code,
                        Optional.of(LocalDate.of(2026, 10, 1)),
                        DocumentKind.OFFICIAL_LETTER,
                        subject,
                        Urgency.NORMAL,
                        false,
                        "",
                        false,
                        List.of()));
    }
}
