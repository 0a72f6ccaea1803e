package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.print.SigningCapacity;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.Decision;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.Edition.Kind;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.Feedback.State;
import vn.quyche.core.compliance.internal.model.FeedbackQuery;
import vn.quyche.core.compliance.internal.service.Feedbacks.FeedbackView;
import vn.quyche.core.compliance.internal.service.Feedbacks.NewAnswer;
import vn.quyche.core.compliance.internal.service.Feedbacks.NewFeedback;
import vn.quyche.core.compliance.internal.store.JpaFeedbackEvidenceStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class FeedbacksTest {

    private static final Caller PRINCIPAL = TestCaller.person("principal");
    private static final Caller CLERK = TestCaller.person("clerk");
    private static final Caller TEACHER = TestCaller.person("teacher");
    private static final Caller OTHER = TestCaller.person("other");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final String READ = "regulation:read";
    private static final String OFFICE = "regulation:feedback";

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private Desk desk;
    private Edition edition;

    @OnEachDatabase
    @Regulated("BC.6.10")
    void anybodyOfTheStaffGivesAnOpinionAndTheOfficeOwesAnAnswer(TestDatabase db) {
        open(db, "BC");
        String key = edition.content().articles().get(2).key();

        String id = give(TEACHER, key, "Nhóm lớp quá nhiều tin ngoài giờ");

        Feedback given = desk.feedbacks.get(TEACHER, id).feedback();
        assertThat(given.state()).isEqualTo(State.OPEN);
        assertThat(given.place())
                .startsWith("Điều ")
                .contains(edition.content().articles().get(2).title());
        assertThat(given.dueAt()).isEqualTo(desk.calendar.afterWorkingDays(clock.instant(), 10));
        assertThat(duties("clerk")).singleElement().satisfies(duty -> {
            assertThat(duty.clause()).isEqualTo("BC.7.4");
            assertThat(duty.dueAt()).isEqualTo(given.dueAt());
            assertThat(duty.link()).isEqualTo("/compliance/feedback/" + id);
        });
        assertThat(desk.feedbacks
                        .mine(TEACHER, FeedbackQuery.ALL, PageRequest.first())
                        .items())
                .hasSize(1);
        assertThat(desk.feedbacks
                        .mine(OTHER, FeedbackQuery.ALL, PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(desk.acts.lastDone().action()).isEqualTo("compliance.give-feedback");
    }

    @OnEachDatabase
    @Regulated({"BC.7.4", "TC.10", "MT.14"})
    void opinionsAreSummarisedAnsweredTogetherAndTakenUpInALaterEdition(TestDatabase db) {
        open(db, "BC");
        String first = give(TEACHER, "", "Ý thứ nhất");
        String second = give(OTHER, "", "Ý thứ hai");
        assertThat(desk.feedbacks.later(CLERK, desk.feedbacks.chosen(CLERK, List.of(first, second))))
                .isEmpty();
        assertInvalid(new NewAnswer(List.of(first, second), State.PARTLY, "", "Hợp lý", ""), "summary");
        assertInvalid(new NewAnswer(List.of(first), State.ACCEPTED, "", "Hợp lý", edition.id()), "editionId");

        String answer = desk.feedbacks.answer(
                CLERK, "", new NewAnswer(List.of(first, second), State.PARTLY, "Hai ý giống nhau", "Hợp lý", ""));

        for (String id : List.of(first, second)) {
            FeedbackView view = desk.feedbacks.get(CLERK, id);
            assertThat(view.feedback().state()).isEqualTo(State.PARTLY);
            assertThat(view.answer())
                    .hasValueSatisfying(one -> assertThat(one.reason()).isEqualTo("Hợp lý"));
        }
        assertThat(desk.feedbacks.together(CLERK, desk.feedbacks.get(CLERK, first)))
                .extracting(view -> view.feedback().id())
                .containsExactly(second);
        assertThat(desk.notices.sent())
                .extracting(NewNotice::personId, NewNotice::title)
                .containsExactlyInAnyOrder(
                        tuple("teacher", "Góp ý đã được trả lời: tiếp thu một phần"),
                        tuple("other", "Góp ý đã được trả lời: tiếp thu một phần"));
        assertThat(duties("clerk")).isEmpty();

        assertThatThrownBy(() -> desk.feedbacks.takeUp(CLERK, answer, edition.id()))
                .isInstanceOf(Invalid.class);
        clock.advance(Duration.ofDays(1));
        Edition next = decided(
                desk.adopted.revise(CLERK, "", edition.regulationId(), Kind.AMEND), "12/QĐ-THTA", TODAY.plusDays(1));
        desk.feedbacks.takeUp(CLERK, answer, next.id());

        FeedbackView taken = desk.feedbacks.get(TEACHER, first);
        assertThat(taken.takenUpBy()).startsWith("12/QĐ-THTA");
        assertThat(desk.notices.sent()).hasSize(4);
        assertThatThrownBy(() -> desk.feedbacks.takeUp(CLERK, answer, next.id()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> give(TEACHER, "", "Về bản cũ"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("feedback-not-in-force");
    }

    @OnEachDatabase
    @Regulated({"BC.6.10", "BC.7.4", "TC.10", "MT.14"})
    void opinionsAndAnswersProveTheClauseOfTheirRegulationAndNameNobody(TestDatabase db) {
        for (String origin : List.of("TA", "TC", "MT")) {
            open(db, origin);
            desk.feedbacks.answer(
                    CLERK, "", new NewAnswer(List.of(give(TEACHER, "", "x")), State.REFUSED, "", "Trái luật", ""));
        }
        FeedbackEvidence evidence = new FeedbackEvidence(new JpaFeedbackEvidenceStore(desk.unit.jpa()));

        assertThat(evidence.firstDay()).contains(TODAY);
        assertThat(evidence.counts(TODAY, TODAY, clock.instant()))
                .extracting(EvidenceCount::clause)
                .containsExactlyInAnyOrder("BC.6.10", "BC.7.4", "TC.10", "MT.14");
        assertThat(evidence.counts(TODAY.plusDays(1), TODAY.plusDays(2), clock.instant()))
                .isEmpty();
        for (String clause : List.of("BC.6.10", "BC.7.4", "TC.10", "MT.14")) {
            List<Evidence> lines = evidence.lines(query(clause, Optional.empty()));
            assertThat(lines).singleElement().satisfies(line -> {
                assertThat(line.clause()).isEqualTo(clause);
                assertThat(line.personId()).isEmpty();
            });
            assertThat(evidence.lines(query(
                            clause,
                            Optional.of(new EvidenceQuery.Place(
                                    lines.get(0).at(), lines.get(0).id())))))
                    .isEmpty();
        }
        assertThat(evidence.lines(query("TA.12a", Optional.empty()))).isEmpty();
        for (String origin : List.of("BC", "TB", "TT")) {
            open(db, origin);
            give(TEACHER, "", "x");
            assertThat(duties("clerk")).extracting(Duty::clause).containsOnly("BC.7.4");
            assertThat(new FeedbackEvidence(new JpaFeedbackEvidenceStore(desk.unit.jpa()))
                            .counts(TODAY, TODAY, clock.instant()))
                    .as("what has no clause of its own counts where its duty does: %s", origin)
                    .extracting(EvidenceCount::clause)
                    .contains("BC.6.10");
        }
    }

    @OnEachDatabase
    void listsFilterSortSearchAndGoOnByKey(TestDatabase db) {
        open(db, "BC");
        List<String> keys = edition.content().articles().stream()
                .map(article -> article.key())
                .toList();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofMinutes(1));
            given.add(give(i % 2 == 0 ? TEACHER : OTHER, keys.get(6 - i), "Ý kiến số " + i));
        }
        List<String> newest = new ArrayList<>(given);
        Collections.reverse(newest);

        assertThat(found(FeedbackQuery.ALL)).containsExactlyElementsOf(newest);
        assertThat(all("given")).containsExactlyElementsOf(given);
        assertThat(all("due")).containsExactlyElementsOf(given);
        assertThat(all("place")).containsExactlyElementsOf(newest);
        assertThat(all("-place")).containsExactlyElementsOf(given);
        assertThat(all("author")).hasSize(7).doesNotHaveDuplicates();
        assertThat(all("-author")).hasSize(7).doesNotHaveDuplicates();
        Pages.refusesNonsense("place", page -> desk.feedbacks.list(CLERK, FeedbackQuery.ALL, page));
        assertThat(found(new FeedbackQuery(
                        Optional.empty(),
                        Optional.of(keys.get(3)),
                        Optional.of(State.OPEN),
                        Optional.of("Y KIEN so 3"))))
                .containsExactly(given.get(3));
        assertThat(found(new FeedbackQuery(
                        Optional.of("elsewhere"), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(found(new FeedbackQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("%"))))
                .isEmpty();
        assertThatThrownBy(() ->
                        desk.feedbacks.list(CLERK, FeedbackQuery.ALL, new PageRequest(2, Optional.of("no cursor"))))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void whoMayNotIsRefused(TestDatabase db) {
        open(db, "BC");
        String id = give(TEACHER, "", "Ý kiến");
        NewAnswer answer = new NewAnswer(List.of(id), State.ACCEPTED, "", "Đúng", "");

        assertThatThrownBy(() -> desk.feedbacks.list(TEACHER, FeedbackQuery.ALL, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.feedbacks.answer(TEACHER, "", answer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.feedbacks.get(OTHER, id)).isInstanceOf(NotFound.class);
        Caller outsider = TestCaller.person("outsider");
        assertThatThrownBy(() -> give(outsider, "", "x")).isInstanceOf(Forbidden.class);
        desk.access.grant(outsider, READ);
        assertThatThrownBy(() -> give(outsider, "", "x")).isInstanceOf(Conflict.class);
        Caller machine = TestCaller.machine("machine");
        desk.access.grant(machine, READ);
        assertThatThrownBy(() -> give(machine, "", "x")).isInstanceOf(Conflict.class);
        String own = give(CLERK, "", "Ý của văn thư");
        assertThat(duties("principal")).hasSize(1);
        assertThatThrownBy(() ->
                        desk.feedbacks.answer(CLERK, "", new NewAnswer(List.of(own), State.ACCEPTED, "", "Đúng", "")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("feedback-own");
        assertThat(desk.feedbacks.get(CLERK, id).feedback().state()).isEqualTo(State.OPEN);
    }

    @OnEachDatabase
    void badInputIsNamedAtItsField(TestDatabase db) {
        open(db, "BC");
        for (String text : List.of("", "   ", "x".repeat(4001), "a\u0000b", "\ud800")) {
            assertThatThrownBy(() -> give(TEACHER, "", text)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> desk.feedbacks.give(TEACHER, "", new NewFeedback(null, null, "x", null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> give(TEACHER, "no-such-article", "x")).isInstanceOf(NotFound.class);
        String decomposed = Normalizer.normalize("Đề nghị sửa điều này", Normalizer.Form.NFD);
        String id = give(TEACHER, null, decomposed);
        assertThat(desk.feedbacks.get(TEACHER, id).feedback().text()).isEqualTo("Đề nghị sửa điều này");
        String longest = give(TEACHER, "", "각".repeat(4000));
        assertThat(desk.feedbacks.get(TEACHER, longest).feedback().text()).hasSize(4000);

        assertInvalid(new NewAnswer(List.of(id), null, "", "Đúng", ""), "outcome");
        assertInvalid(new NewAnswer(List.of(id), State.OPEN, "", "Đúng", ""), "outcome");
        assertInvalid(new NewAnswer(List.of(id), State.ACCEPTED, "", "", ""), "reason");
        assertInvalid(new NewAnswer(List.of(), State.ACCEPTED, "", "Đúng", ""), "id");
        assertInvalid(new NewAnswer(null, State.ACCEPTED, "", "Đúng", ""), "id");
        assertInvalid(
                new NewAnswer(IntStream.range(0, 101).mapToObj(i -> "f" + i).toList(), State.ACCEPTED, "", "Đúng", ""),
                "id");
        assertThatThrownBy(() -> desk.feedbacks.answer(
                        CLERK, "", new NewAnswer(List.of(id, "missing"), State.REFUSED, "a", "b", "")))
                .isInstanceOf(NotFound.class);
        assertThat(desk.feedbacks.get(TEACHER, id).feedback().state()).isEqualTo(State.OPEN);
    }

    @OnEachDatabase
    void opinionsOnSeveralRegulationsAreNotAnsweredTogether(TestDatabase db) {
        open(db, "BC");
        String first = give(TEACHER, "", "x");
        open(db, "TC");
        String second = give(TEACHER, "", "y");

        assertInvalid(new NewAnswer(List.of(first, second), State.ACCEPTED, "s", "r", ""), "id");
    }

    @OnEachDatabase
    void ofTwoWhoAnswerAtOnceOneDoes(TestDatabase db) throws Exception {
        open(db, "BC");
        List<String> ids = List.of(give(TEACHER, "", "a"), give(OTHER, "", "b"));
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> both = new ArrayList<>();
            for (Caller caller : List.of(CLERK, PRINCIPAL)) {
                Callable<String> work = () -> {
                    barrier.await();
                    try {
                        return desk.feedbacks.answer(
                                caller, "", new NewAnswer(ids, State.ACCEPTED, "Tổng hợp", "Đúng", ""));
                    } catch (QuycheException e) {
                        return e.code();
                    }
                };
                both.add(pool.submit(work));
            }
            List<String> results = List.of(both.get(0).get(), both.get(1).get());
            assertThat(results).containsOnlyOnce("compliance.feedback-answered");
        } finally {
            pool.shutdownNow();
        }
        assertThat(desk.feedbacks.chosen(CLERK, ids))
                .extracting(view -> view.answer().orElseThrow().id())
                .hasSize(2)
                .allMatch(desk.feedbacks
                        .get(CLERK, ids.get(0))
                        .answer()
                        .orElseThrow()
                        .id()::equals);
    }

    @OnEachDatabase
    void theSameRequestTwiceGivesOneOpinion(TestDatabase db) {
        open(db, "BC");
        NewFeedback wanted = new NewFeedback(edition.id(), "", "Ý kiến", "");
        String id = desk.feedbacks.give(TEACHER, "k1", wanted);
        assertThat(desk.feedbacks.give(TEACHER, "k1", wanted)).isEqualTo(id);
        assertThat(found(FeedbackQuery.ALL)).containsExactly(id);
    }

    private void open(TestDatabase db, String pack) {
        if (desk == null) {
            desk = Desk.of(db, clock);
            desk.access
                    .grant(PRINCIPAL, READ, OFFICE, "regulation:draft", "regulation:edit", "duty:read")
                    .grant(CLERK, READ, OFFICE, "regulation:draft")
                    .grant(TEACHER, READ)
                    .grant(OTHER, READ);
            desk.directory
                    .person("principal", "Trần Thị Hiệu", Post.PRINCIPAL)
                    .person("clerk", "Lê Văn Thư", Post.RECORDS_CLERK)
                    .person("teacher", "Nguyễn Thị Giáo", Post.TEACHER)
                    .person("other", "Phạm Văn Ấm", Post.TEACHER);
        }
        edition = decided(desk.adopted.start(CLERK, "", pack, ""), "1/QĐ-" + pack, TODAY);
    }

    private Edition decided(String draft, String code, LocalDate effective) {
        Edition edited = desk.adopted.edition(CLERK, draft);
        Decision old = edited.content().decision();
        Decision decision = new Decision(
                code,
                Optional.of(effective),
                "Thử Nghiệm",
                old.superior(),
                "Trường Thử",
                SigningCapacity.HEAD,
                "",
                "Người Ký Thử",
                old.recipients(),
                old.ends());
        Edition ready = desk.adopted.save(
                CLERK, draft, edited.version(), edited.content().withDecision(decision, Optional.of(effective)));
        return desk.adopted.decide(PRINCIPAL, draft, ready.version());
    }

    private String give(Caller caller, String article, String text) {
        return desk.feedbacks.give(caller, "", new NewFeedback(edition.id(), article, text, ""));
    }

    private List<Duty> duties(String person) {
        return desk.duties
                .list(
                        PRINCIPAL,
                        new Duties.Query(
                                Optional.of(person),
                                Optional.of("compliance.answer"),
                                Optional.of(Duty.State.OPEN),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        PageRequest.first())
                .items();
    }

    private List<String> all(String sort) {
        return Pages.read(sort, page -> desk.feedbacks.list(CLERK, FeedbackQuery.ALL, page)).stream()
                .map(view -> view.feedback().id())
                .toList();
    }

    private List<String> found(FeedbackQuery query) {
        return Pages.read("-given", page -> desk.feedbacks.list(CLERK, query, page)).stream()
                .map(view -> view.feedback().id())
                .toList();
    }

    private void assertInvalid(NewAnswer answer, String field) {
        assertThatThrownBy(() -> desk.feedbacks.answer(CLERK, "", answer))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(error -> error.field())
                                .contains(field));
    }

    private EvidenceQuery query(String clause, Optional<EvidenceQuery.Place> before) {
        Instant from = VietnamTime.startOf(TODAY);
        return new EvidenceQuery(clause, from, VietnamTime.endOf(TODAY), Optional.empty(), before, 10);
    }
}
