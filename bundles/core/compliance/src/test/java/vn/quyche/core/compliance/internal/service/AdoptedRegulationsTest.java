package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.Decision;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Edition.Content;
import vn.quyche.core.compliance.internal.model.Edition.Kind;
import vn.quyche.core.compliance.internal.model.Edition.State;
import vn.quyche.core.compliance.internal.model.EditionDiff;
import vn.quyche.core.compliance.internal.model.LegalBasis;
import vn.quyche.core.compliance.internal.model.RegulationArticle;
import vn.quyche.core.compliance.internal.model.RegulationArticle.ClausePlace;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class AdoptedRegulationsTest {

    private static final Caller PRINCIPAL = TestCaller.person("principal");
    private static final Caller CLERK = TestCaller.person("clerk");
    private static final Caller TEACHER = TestCaller.person("teacher");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final String DAYS = "compliance.acknowledge-days";

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    @Regulated({"BC.7.4", "TC.10", "MT.14"})
    void whatHeldOnADayIsAnsweredForTextParametersAndNumbers(TestDatabase db) {
        Desk desk = desk(db);
        String draft = desk.adopted.start(CLERK, "", "TA", "");
        Edition first =
                decide(desk, edit(desk, draft, content -> with(content, "10/QĐ-THTA", TODAY, TODAY.plusDays(5))));

        assertThat(first.state(TODAY)).isEqualTo(State.UPCOMING);
        assertThat(clause(desk)).isEqualTo("Điều 12 điểm a");
        assertThat(desk.adopted.on(TEACHER, first.regulationId(), TODAY)).isEmpty();

        String second = desk.adopted.revise(CLERK, "", first.regulationId(), Kind.AMEND);
        Edition amended = decide(desk, edit(desk, second, content -> {
            List<RegulationArticle> articles = new ArrayList<>(content.articles());
            articles.replaceAll(one -> one.number().equals("12") ? renumbered(one, "9") : one);
            Content changed = with(content.withArticles(articles), "11/QĐ-THTA", TODAY, TODAY.plusDays(10));
            return parameters(changed, Map.of(DAYS, "3"));
        }));

        assertThat(desk.regulations.citation("TA.12a", TODAY.plusDays(7)))
                .contains("Điều 12 điểm a Quy chế thư điện tử");
        assertThat(desk.regulations.citation("TA.12a", TODAY.plusDays(10)))
                .contains("Điều 9 (thứ 2, Chương V) điểm a Quy chế thư điện tử");
        assertThat(desk.regulations.intValue(DAYS, TODAY.plusDays(9))).isEqualTo(7);
        assertThat(desk.regulations.intValue(DAYS, TODAY.plusDays(10))).isEqualTo(3);
        assertThat(desk.adopted.on(TEACHER, first.regulationId(), TODAY.plusDays(9)))
                .map(Edition::id)
                .contains(first.id());
        assertThat(desk.adopted.on(TEACHER, first.regulationId(), TODAY.plusDays(10)))
                .map(Edition::id)
                .contains(amended.id());
        assertThat(desk.adopted.edition(TEACHER, first.id()).endsOn()).contains(TODAY.plusDays(9));

        clock.set(Instant.parse("2026-10-15T01:00:00Z"));
        assertThat(clause(desk)).startsWith("Điều 9 (thứ 2, Chương V) điểm a");
        Edition repeal = decide(
                desk,
                edit(
                        desk,
                        desk.adopted.revise(CLERK, "", first.regulationId(), Kind.REPEAL),
                        content -> with(content, "20/QĐ-THTA", TODAY.plusDays(10), TODAY.plusDays(20))));
        assertThat(repeal.content().articles()).isEmpty();
        assertThat(desk.adopted.on(TEACHER, first.regulationId(), TODAY.plusDays(19)))
                .isPresent();
        assertThat(desk.adopted.on(TEACHER, first.regulationId(), TODAY.plusDays(20)))
                .isEmpty();
        assertThat(desk.regulations.intValue(DAYS, TODAY.plusDays(20))).isEqualTo(7);
        assertThat(desk.acts.events())
                .extracting(event -> event.type())
                .containsOnly("compliance.regulation-decided.v1");
        assertThat(desk.restarted().regulations.citation("TA.12a", TODAY.plusDays(15)))
                .isPresent();
        assertThat(desk.adopted.compare(TEACHER, first.id(), amended.id()))
                .filteredOn(diff -> diff.change() != EditionDiff.Change.SAME)
                .singleElement()
                .matches(diff -> diff.change() == EditionDiff.Change.RENUMBERED)
                .matches(diff -> diff.after().startsWith("Điều 9. "));
    }

    @OnEachDatabase
    void aParameterThatChangesInTheMiddleOfADayLeavesYesterdayAlone(TestDatabase db) {
        Desk desk = desk(db);
        String draft = desk.adopted.start(CLERK, "", "TA", "");
        decide(
                desk,
                edit(
                        desk,
                        draft,
                        content -> parameters(
                                with(content, "10/QĐ-THTA", TODAY.minusDays(30), TODAY.minusDays(30)),
                                Map.of(DAYS, "2"))));

        assertThat(desk.regulations.intValue(DAYS, TODAY)).isEqualTo(2);
        assertThat(desk.regulations.intValue(DAYS, TODAY.minusDays(1))).isEqualTo(7);
        assertThat(desk.values.history(PRINCIPAL, DAYS))
                .singleElement()
                .matches(value -> value.decision().equals("10/QĐ-THTA ngày 05/09/2026"))
                .matches(value -> value.validFrom().equals(TODAY));
    }

    @OnEachDatabase
    void refusesDecisionsThatMakeNoSense(TestDatabase db) {
        Desk desk = desk(db);
        String draft = desk.adopted.start(CLERK, "", "TA", "");
        assertRefused(desk, draft, content -> content, "code", "decidedOn", "effectiveOn");
        assertRefused(desk, draft, content -> with(content, "/QĐ-THTA", TODAY, TODAY), "code");
        assertRefused(
                desk, draft, content -> with(content, "1/QĐ-THTA", TODAY.plusDays(1), TODAY.plusDays(1)), "decidedOn");
        assertRefused(desk, draft, content -> with(content, "1/QĐ-THTA", TODAY, TODAY.minusDays(1)), "effectiveOn");
        assertRefused(
                desk, draft, content -> with(content, "1/QĐ-THTA", TODAY, TODAY).withArticles(List.of()), "articles");
        assertThatThrownBy(() -> edit(desk, draft, content -> with(content, "1/QĐ", TODAY, LocalDate.of(9999, 1, 1))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> edit(desk, draft, content -> parameters(content, Map.of(DAYS, "nhiều"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> edit(desk, draft, content -> parameters(content, Map.of("no.such", "1"))))
                .isInstanceOf(Invalid.class);

        Edition first = decide(desk, edit(desk, draft, content -> with(content, "1/QĐ-THTA", TODAY, TODAY)));
        String again = desk.adopted.revise(CLERK, "", first.regulationId(), Kind.REPLACE);
        assertRefused(desk, again, content -> with(content, "2/QĐ-THTA", TODAY, TODAY), "effectiveOn");
        assertThatThrownBy(() -> desk.adopted.decide(PRINCIPAL, first.id(), first.version()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.adopted.save(CLERK, first.id(), first.version(), first.content()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> desk.adopted.revise(CLERK, "", first.regulationId(), Kind.ADOPT))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void everyoneDoesTheirPart(TestDatabase db) {
        Desk desk = desk(db);
        assertThatThrownBy(() -> desk.adopted.start(TEACHER, "", "TA", "")).isInstanceOf(Forbidden.class);
        String draft = desk.adopted.start(CLERK, "", "TA", "");
        assertThat(desk.adopted.list(TEACHER)).isEmpty();
        assertThat(desk.adopted.list(CLERK)).singleElement().matches(view -> view.state() == State.DRAFT);
        assertThatThrownBy(() -> desk.adopted.edition(TEACHER, draft)).isInstanceOf(NotFound.class);
        Edition ready = edit(desk, draft, content -> with(content, "1/QĐ-THTA", TODAY, TODAY));
        assertThatThrownBy(() -> desk.adopted.decide(CLERK, draft, ready.version()))
                .isInstanceOf(Forbidden.class);
        decide(desk, ready);
        assertThat(desk.adopted.list(TEACHER)).singleElement().matches(view -> view.state() == State.IN_FORCE);
        assertThatThrownBy(() -> desk.acknowledgements.sheet(TEACHER, draft)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.adopted.edition(CLERK, "nothing")).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void aDecisionMayEndAnotherRegulation(TestDatabase db) {
        Desk desk = desk(db);
        Edition mail = decide(
                desk,
                edit(
                        desk,
                        desk.adopted.start(CLERK, "", "TA", ""),
                        content -> with(content, "1/QĐ-THTA", TODAY, TODAY)));
        String draft = desk.adopted.start(CLERK, "", "TT", "");
        Edition both = decide(desk, edit(desk, draft, content -> {
            Content changed = with(content, "2/QĐ-THTA", TODAY, TODAY.plusDays(3));
            return ending(changed, mail.regulationId());
        }));

        assertThat(desk.adopted.on(TEACHER, mail.regulationId(), TODAY.plusDays(2)))
                .isPresent();
        assertThat(desk.adopted.on(TEACHER, mail.regulationId(), TODAY.plusDays(3)))
                .isEmpty();
        assertThat(desk.adopted.edition(TEACHER, mail.id()).endedBy()).contains(both.id());
        assertThat(desk.adopted.paper(TEACHER, both.id()).toString())
                .contains(
                        "thay thế Quy chế quản lý, vận hành, sử dụng thư điện tử ban hành kèm theo Quyết định số 1/QĐ-THTA");
        assertThat(desk.regulations.citation("TT.15.3", TODAY.plusDays(3)))
                .contains("Điều 15 (thứ 1, Chương IV) khoản 3 Quy chế thư và cổng thông tin");
        assertThat(desk.regulations.citation("TT.15b.3", TODAY.plusDays(3)))
                .contains("Điều 15 (thứ 2, Chương V) khoản 3 Quy chế thư và cổng thông tin");

        String again = desk.adopted.revise(CLERK, "", mail.regulationId(), Kind.ADOPT);
        assertRefused(desk, again, content -> with(content, "3/QĐ-THTA", TODAY, TODAY.plusDays(2)), "effectiveOn");
        decide(desk, edit(desk, again, content -> with(content, "3/QĐ-THTA", TODAY, TODAY.plusDays(4))));
        assertThat(desk.adopted.on(TEACHER, mail.regulationId(), TODAY.plusDays(3)))
                .isEmpty();
        assertThat(desk.adopted.on(TEACHER, mail.regulationId(), TODAY.plusDays(4)))
                .isPresent();
    }

    @OnEachDatabase
    void oneOfTwoAtOnceIsRefused(TestDatabase db) throws Exception {
        Desk desk = desk(db);
        List<Object> started = atOnce(
                () -> desk.adopted.start(CLERK, "", "BC", ""), () -> desk.adopted.start(PRINCIPAL, "", "BC", ""));
        assertThat(started).filteredOn(String.class::isInstance).hasSize(1);
        assertThat(started).filteredOn(Conflict.class::isInstance).hasSize(1);

        String draft = (String)
                started.stream().filter(String.class::isInstance).findFirst().orElseThrow();
        Edition ready = edit(desk, draft, content -> with(content, "1/QĐ-THTA", TODAY, TODAY));
        List<Object> decided = atOnce(
                () -> desk.adopted.decide(PRINCIPAL, draft, ready.version()),
                () -> desk.adopted.decide(PRINCIPAL, draft, ready.version()));
        assertThat(decided).filteredOn(Edition.class::isInstance).hasSize(1);
        assertThat(decided).filteredOn(Conflict.class::isInstance).hasSize(1);
        assertThatThrownBy(() -> desk.adopted.save(CLERK, draft, 0, ready.content()))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void aDraftMayBeThrownAway(TestDatabase db) {
        Desk desk = desk(db);
        String draft = desk.adopted.start(CLERK, "", "BC", "");
        desk.adopted.discard(CLERK, draft, 0);
        assertThat(desk.adopted.list(CLERK)).isEmpty();
        Edition first = decide(
                desk,
                edit(desk, desk.adopted.start(CLERK, "", "BC", ""), content -> with(content, "1/QĐ-T", TODAY, TODAY)));
        String amend = desk.adopted.revise(CLERK, "", first.regulationId(), Kind.AMEND);
        assertThatThrownBy(() -> desk.adopted.revise(CLERK, "", first.regulationId(), Kind.AMEND))
                .isInstanceOf(Conflict.class);
        desk.adopted.discard(CLERK, amend, 0);
        assertThat(desk.adopted.get(CLERK, first.regulationId()).draftId()).isEmpty();
        desk.adopted.revise(CLERK, "", first.regulationId(), Kind.AMEND);
    }

    @OnEachDatabase
    void anExpiredBasisIsFlaggedWithItsSuccessor(TestDatabase db) {
        Desk desk = desk(db);
        String draft = desk.adopted.start(CLERK, "", "", "Quy chế thử");
        Edition edition = edit(
                desk,
                draft,
                content -> content.withBases(List.of(
                        "Căn cứ Luật số 24/2018/QH14 ngày 12/6/2018 về An ninh mạng",
                        "Căn cứ Luật Giao dịch điện tử số 20/2023/QH15",
                        "Căn cứ kế hoạch của nhà trường")));

        assertThat(desk.adopted.bases(CLERK, edition.id()))
                .extracting(AdoptedRegulations.CheckedBasis::state)
                .containsExactly(LegalBasis.State.EXPIRED, LegalBasis.State.IN_FORCE, LegalBasis.State.UNCHECKED);
        assertThat(desk.adopted.bases(CLERK, edition.id()).get(0).successor())
                .map(LegalBasis::code)
                .contains("Luật 116/2025/QH15");
    }

    @OnEachDatabase
    void hostileTextIsRefusedOrKeptAsItIs(TestDatabase db) {
        Desk desk = desk(db);
        String draft = desk.adopted.start(CLERK, "", "", "Quy chế thử");
        for (String text : List.of("x".repeat(1 << 20), "a\u0000b", "\ud800", "", "   ")) {
            assertThatThrownBy(() -> desk.adopted.saveArticle(CLERK, draft, 0, article("1", text)))
                    .isInstanceOf(Invalid.class);
        }
        String nfd = Normalizer.normalize("Nhà trường ổn định", Normalizer.Form.NFD);
        String longest = "ế".repeat(20_000);
        Edition one = desk.adopted.saveArticle(CLERK, draft, 0, article("1", nfd + "\r\n<b>&amp;'; drop"));
        Edition two = desk.adopted.saveArticle(CLERK, draft, one.version(), article("1", longest));
        assertThat(two.content().articles())
                .extracting(RegulationArticle::text)
                .containsExactly("Nhà trường ổn định\n<b>&amp;'; drop", longest);
        assertThat(two.content().articles())
                .extracting(RegulationArticle::ordinal)
                .containsExactly(1, 2);
        RegulationArticle bad = new RegulationArticle(
                "",
                "",
                "",
                "1",
                1,
                "t",
                "t",
                List.of(new ClausePlace("no clause", "1"), new ClausePlace("BC.6.8", "\n1")));
        assertThatThrownBy(() -> desk.adopted.saveArticle(CLERK, draft, two.version(), bad))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    @Regulated({"TA.12a", "MT.13"})
    void everybodyReadsARegulationThatTakesEffect(TestDatabase db) {
        Desk desk = desk(db);
        desk.directory
                .person("principal", "Trần Văn Hiệu", Post.PRINCIPAL)
                .person("clerk", "Lê Thị Thư", Post.RECORDS_CLERK)
                .person("teacher", "Phạm Văn Dạy", Post.TEACHER);
        Edition edition = decide(
                desk,
                edit(
                        desk,
                        desk.adopted.start(CLERK, "", "TA", ""),
                        content -> with(content, "1/QĐ-THTA", TODAY, TODAY.plusDays(1))));
        desk.acknowledgements.layDuties();
        assertThat(open(desk)).isEmpty();

        clock.set(Instant.parse("2026-10-06T01:00:00Z"));
        desk.acknowledgements.layDuties();
        desk.acknowledgements.layDuties();
        assertThat(open(desk)).hasSize(3).allMatch(duty -> duty.link().endsWith(edition.id() + "/acknowledge"));

        Instant at = desk.acknowledgements.acknowledge(TEACHER, edition.id());
        clock.set(Instant.parse("2026-10-06T05:00:00Z"));
        assertThat(desk.acknowledgements.acknowledge(TEACHER, edition.id())).isEqualTo(at);
        assertThat(open(desk)).extracting(Duty::personId).containsExactlyInAnyOrder("principal", "clerk");
        assertThat(desk.acknowledgements.confirmed(edition)).isEqualTo(1);
        JoinerReading reading = new JoinerReading(desk.editionStore, clock);
        assertThat(reading.items("clerk"))
                .as("who joins reads what is in force")
                .singleElement()
                .matches(item -> item.byItself() && item.key().equals(edition.id()));
        assertThat(reading.items("teacher")).isEmpty();
        assertThat(desk.acknowledgements.sheet(PRINCIPAL, edition.id()))
                .extracting(Acknowledgements.ConfirmationLine::personId)
                .containsExactly("principal", "clerk", "teacher");
        assertThat(desk.acknowledgements.paper(PRINCIPAL, edition.id()).toString())
                .contains("Đã xác nhận: 1 trong số 3 người.", "Phạm Văn Dạy", "06/10/2026 08:00");

        desk.directory.person("newcomer", "Vũ Thị Mới", Post.TEACHER);
        clock.set(Instant.parse("2026-10-07T01:00:00Z"));
        desk.acknowledgements.layDuties();
        assertThat(open(desk)).extracting(Duty::personId).contains("newcomer");

        decide(
                desk,
                edit(
                        desk,
                        desk.adopted.revise(CLERK, "", edition.regulationId(), Kind.REPEAL),
                        content -> with(content, "2/QĐ-THTA", LocalDate.of(2026, 10, 7), LocalDate.of(2026, 10, 8))));
        clock.set(Instant.parse("2026-10-08T01:00:00Z"));
        desk.acknowledgements.layDuties();
        assertThat(open(desk)).isEmpty();
        assertThatThrownBy(() -> desk.acknowledgements.acknowledge(CLERK, edition.id()))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void theDecisionIsWordedAsTheOfficeDoes(TestDatabase db) {
        Desk desk = desk(db);
        Edition edition = edit(
                desk,
                desk.adopted.start(CLERK, "", "TA", ""),
                content -> with(content, "24/QĐ-THTA", TODAY, TODAY.plusDays(2)));
        String paper = desk.adopted.paper(CLERK, edition.id()).toString();
        assertThat(paper)
                .contains("Về việc ban hành Quy chế quản lý, vận hành, sử dụng thư điện tử")
                .contains("Quyết định này có hiệu lực kể từ ngày 07 tháng 10 năm 2026")
                .contains("Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;")
                .contains("HIỆU TRƯỞNG TRƯỜNG THCS THỬ NGHIỆM", "Người Ký Thử", "Chương VI")
                .contains("(Ban hành kèm theo Quyết định số 24/QĐ-THTA ngày 05 tháng 10 năm 2026 của Hiệu trưởng");
    }

    private static String clause(Desk desk) {
        return desk.regulations.clause("TA.12a").map(Clause::citation).orElseThrow();
    }

    private Desk desk(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access
                .grant(PRINCIPAL, "regulation:read", "regulation:draft", "regulation:edit", "duty:read")
                .grant(CLERK, "regulation:read", "regulation:draft", "duty:read")
                .grant(TEACHER, "regulation:read");
        return desk;
    }

    private static Edition decide(Desk desk, Edition ready) {
        return desk.adopted.decide(PRINCIPAL, ready.id(), ready.version());
    }

    private static Edition edit(Desk desk, String draft, UnaryOperator<Content> change) {
        Edition edition = desk.adopted.edition(CLERK, draft);
        return desk.adopted.save(CLERK, draft, edition.version(), change.apply(edition.content()));
    }

    private static void assertRefused(Desk desk, String draft, UnaryOperator<Content> change, String... fields) {
        Content before = desk.adopted.edition(CLERK, draft).content();
        Edition edited = edit(desk, draft, change);
        assertThatThrownBy(() -> desk.adopted.decide(PRINCIPAL, draft, edited.version()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(error -> error.field())
                                .contains(fields));
        edit(desk, draft, content -> before);
    }

    private static Content with(Content content, String code, LocalDate decidedOn, LocalDate effectiveOn) {
        Decision old = content.decision();
        Decision decision = new Decision(
                code,
                Optional.of(decidedOn),
                old.place(),
                old.superior(),
                old.issuer(),
                SigningCapacity.HEAD,
                "",
                "Người Ký Thử",
                old.recipients(),
                old.ends());
        return content.withDecision(decision, Optional.of(effectiveOn));
    }

    private static Content ending(Content content, String regulationId) {
        Decision old = content.decision();
        Decision decision = new Decision(
                old.code(),
                old.decidedOn(),
                old.place(),
                old.superior(),
                old.issuer(),
                old.capacity(),
                old.signerPost(),
                old.signer(),
                old.recipients(),
                List.of(regulationId));
        return content.withDecision(decision, content.effectiveOn());
    }

    private static Content parameters(Content content, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(content.parameters());
        all.putAll(values);
        return content.withParameters(all);
    }

    private static RegulationArticle renumbered(RegulationArticle one, String number) {
        return new RegulationArticle(
                one.key(), one.chapter(), one.chapterTitle(), number, 1, one.title(), one.text(), one.clauses());
    }

    private static RegulationArticle article(String number, String text) {
        return new RegulationArticle("", "", "", number, 1, "Điều thử", text, List.of());
    }

    private static List<Duty> open(Desk desk) {
        Page<Duty> page = desk.duties.list(
                PRINCIPAL,
                new Duties.Query(
                        Optional.empty(),
                        Optional.of("compliance."),
                        Optional.of(Duty.State.OPEN),
                        false,
                        Optional.empty(),
                        Optional.empty()),
                PageRequest.first());
        return page.items();
    }

    /** Runs two things at once; a refusal is a result as well. */
    private static List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<Object> task : List.of(one, other)) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    try {
                        return task.call();
                    } catch (QuycheException e) {
                        return e;
                    }
                }));
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
