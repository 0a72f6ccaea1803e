package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.store.Reminder;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.RowsVisited;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class DefaultDutiesTest {

    private static final Caller LAN = TestCaller.person("lan");
    private static final Caller HEAD = TestCaller.person("head");

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    void aDutyIsLaidOncePerKey(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(List.of(duty("a", "lan", 24), duty("a", "lan", 48)));
        desk.duties.assign(List.of(duty("a", "lan", 72), duty("b", "lan", 12)));

        assertThat(own(desk, LAN)).extracting(Duty::key).containsExactly("b", "a");
        assertThat(own(desk, LAN).get(1).dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    }

    @OnEachDatabase
    void twoThousandAreLaidAtOnce(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(people(0, 500, "warm"));
        desk.duties.assign(people(0, 2000, "acknowledge"));
        desk.duties.assign(people(1000, 1500, "acknowledge"));

        assertThat(desk.duties.count("person-1999")).isEqualTo(new Duties.Count(1, 0));
        assertThat(desk.duties.count("person-0")).isEqualTo(new Duties.Count(2, 0));
    }

    @OnEachDatabase
    void theSameDutiesLaidTwiceAtOnceStandOnce(TestDatabase db) throws Exception {
        Desk desk = Desk.of(db, clock);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> {
                    go.await();
                    desk.unit.tx().run(() -> {
                        desk.duties.assign(people(0, 200, "acknowledge"));
                        desk.duties.done("acknowledge:person-7", "receipt");
                    });
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(desk.store.about("directive", List.of("d1"))).hasSize(200);
        assertThat(desk.duties.count("person-7")).isEqualTo(new Duties.Count(0, 0));
        assertThat(desk.duties.count("person-8")).isEqualTo(new Duties.Count(1, 0));
    }

    @OnEachDatabase
    void nothingIsLaidWhenTheActFails(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        assertThatThrownBy(() -> desk.unit.tx().run(() -> {
                    desk.duties.assign(List.of(duty("a", "lan", 24)));
                    throw new IllegalStateException("the act fails");
                }))
                .hasMessage("the act fails");

        assertThat(own(desk, LAN)).isEmpty();
    }

    @OnEachDatabase
    void isDoneOnceAndStaysDone(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(List.of(duty("a", "lan", 1)));
        clock.advance(Duration.ofHours(2));
        desk.duties.done("a", "receipt-1");
        desk.duties.done("a", "receipt-2");
        desk.duties.withdraw("directive", "d1", "replaced");
        desk.duties.done("never laid", "x");

        Duty duty = own(desk, LAN).get(0);
        assertThat(duty.state()).isEqualTo(Duty.State.DONE);
        assertThat(duty.evidence()).isEqualTo("receipt-1");
        assertThat(duty.settledAt()).contains(clock.instant());
        assertThat(duty.late(clock.instant())).isTrue();
    }

    @OnEachDatabase
    void whatIsWithdrawnByItsKeyMayBeLaidAgain(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(List.of(duty("a", "lan", 1), duty("b", "lan", 2)));
        desk.duties.withdraw("a", "Chuyển cho người khác");
        desk.duties.withdraw("a", "nothing is open");
        desk.duties.withdraw("never laid", "x");

        assertThat(own(desk, LAN)).extracting(Duty::state).containsExactly(Duty.State.WITHDRAWN, Duty.State.OPEN);
        assertThat(own(desk, LAN).get(0).reason()).isEqualTo("Chuyển cho người khác");
        desk.duties.assign(List.of(duty("a", "lan", 3)));
        assertThat(desk.duties.count("lan").open()).isEqualTo(2);
        desk.duties.done("a", "receipt");
        assertThat(desk.duties.count("lan").open()).isOne();
    }

    @OnEachDatabase
    void passesOnToAnotherPersonUnderAnotherKeyAndStaysDueWhenItWas(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(List.of(duty("a:lan", "lan", 1), duty("b:lan", "lan", 2), duty("b:minh", "minh", 2)));
        Instant due = own(desk, LAN).get(0).dueAt();
        desk.duties.passOn("a:lan", "a:minh", "minh", "Đổi người phụ trách");
        desk.duties.passOn("a:lan", "a:minh", "minh", "again");
        desk.duties.passOn("b:lan", "b:minh", "minh", "Đổi người phụ trách");
        desk.duties.passOn("never laid", "x", "minh", "x");

        assertThat(own(desk, LAN)).extracting(Duty::state).containsExactly(Duty.State.WITHDRAWN);
        assertThat(desk.duties.count("minh").open()).isEqualTo(2);
        assertThat(desk.store.laid(List.of("a:minh")))
                .singleElement()
                .satisfies(laid -> assertThat(laid.dueAt()).isEqualTo(due));
        desk.duties.done("a:minh", "receipt");
        assertThat(desk.duties.count("minh").open()).isOne();
    }

    @OnEachDatabase
    void tellsAnotherPersonOfLatenessInsteadOfOneWhoGaveItUp(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(List.of(duty("a", "lan", 1), duty("b", "minh", 1)));
        desk.duties.done("b", "");
        desk.duties.tellInstead("directive", "d1", "head", "newhead");
        desk.duties.tellInstead("directive", "d2", "newhead", "nobody");

        List<Escalation> told = desk.store
                .reminder(desk.store.laid(List.of("a")).get(0).id())
                .orElseThrow()
                .escalations();
        assertThat(told).containsExactly(Escalation.toPerson("newhead"));
        assertThat(desk.store
                        .reminder(desk.store.laid(List.of("b")).get(0).id())
                        .map(Reminder::escalations)
                        .orElse(told))
                .doesNotContain(Escalation.toPerson("nobody"));
    }

    @OnEachDatabase
    void withdrawsWhatIsOpenAboutASubject(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(List.of(duty("a", "lan", 1), duty("b", "lan", 2), duty("c", "minh", 2)));
        desk.duties.done("a", "");
        desk.duties.withdraw("directive", "d1", "Chỉ đạo đã được thay thế");

        assertThat(own(desk, LAN)).extracting(Duty::state).containsExactly(Duty.State.DONE, Duty.State.WITHDRAWN);
        assertThat(own(desk, LAN).get(1).reason()).isEqualTo("Chỉ đạo đã được thay thế");
        assertThat(desk.duties.count("minh").open()).isZero();
    }

    @OnEachDatabase
    void countsOpenAndLateOnes(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(List.of(duty("a", "lan", 1), duty("b", "lan", 5), duty("c", "minh", 1)));
        clock.advance(Duration.ofHours(2));

        assertThat(desk.duties.count("lan")).isEqualTo(new Duties.Count(2, 1));
        assertThat(desk.duties.count("nobody")).isEqualTo(new Duties.Count(0, 0));
    }

    @OnEachDatabase
    void listsByDueTimePageByPage(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:read");
        List<NewDuty> laid = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            // Several are due at the same instant.
            laid.add(duty("k" + i, i % 2 == 0 ? "lan" : "minh", 1 + i / 10));
        }
        desk.duties.assign(laid);

        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Duty> page = desk.duties.list(HEAD, all(), new PageRequest(7, after));
            page.items().forEach(duty -> seen.add(duty.key()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 10))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> "k" + i).toList());

        List<Duty> latest = Pages.read("-due", page -> desk.duties.list(HEAD, all(), page));
        Collections.reverse(seen);
        assertThat(latest).extracting(Duty::key).isEqualTo(seen);
        Pages.refusesNonsense("due", page -> desk.duties.list(HEAD, all(), page));
    }

    @Test
    void thePageOfTheLatestReadsWhatItShows() {
        try (TestDatabase db = TestDatabase.derby()) {
            Desk desk = Desk.of(db, clock);
            desk.access.grant(HEAD, "duty:read");
            desk.duties.assign(IntStream.range(0, 2_000)
                    .mapToObj(i -> duty("k" + i, "lan", 1 + i % 300))
                    .toList());
            PageRequest latest = PageRequest.first().sorted("-due");
            for (Optional<Duty.State> state : List.of(Optional.<Duty.State>empty(), Optional.of(Duty.State.OPEN))) {
                Duties.Query query = new Duties.Query(
                        Optional.empty(), Optional.empty(), state, false, Optional.empty(), Optional.empty());
                assertThat(RowsVisited.by(db, () -> desk.duties.list(HEAD, query, latest)))
                        .as(state.toString())
                        .isLessThan(200);
            }
        }
    }

    @OnEachDatabase
    void filtersByEverythingThatMayBeAskedFor(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:read");
        desk.duties.assign(List.of(
                duty("a", "lan", 1),
                duty("b", "minh", 30),
                kind("c", "mail.check", 2),
                kind("d", "groupx.y", 2),
                kind("e", "mail.answer", 3)));
        desk.duties.done("e", "");
        clock.advance(Duration.ofMinutes(90));

        assertThat(keys(desk, query(Optional.of("minh"), Optional.empty(), Optional.empty(), false)))
                .containsExactly("b");
        assertThat(keys(desk, query(Optional.empty(), Optional.of("group."), Optional.empty(), false)))
                .containsExactly("a", "b");
        assertThat(keys(desk, query(Optional.empty(), Optional.of("mail.che"), Optional.empty(), false)))
                .containsExactly("c");
        assertThat(keys(desk, query(Optional.empty(), Optional.of("mail.%"), Optional.empty(), false)))
                .as("no wildcards")
                .isEmpty();
        assertThat(keys(desk, query(Optional.empty(), Optional.empty(), Optional.of(Duty.State.DONE), false)))
                .containsExactly("e");
        assertThat(keys(desk, query(Optional.empty(), Optional.empty(), Optional.empty(), true)))
                .containsExactly("a");
        Instant now = clock.instant();
        assertThat(keys(
                        desk,
                        new Duties.Query(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.of(now),
                                Optional.of(now.plus(Duration.ofMinutes(90))))))
                .containsExactly("c", "d");
    }

    @OnEachDatabase
    void showsOwnDutiesToEveryoneAndOthersToThoseWhoMay(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.duties.assign(List.of(duty("a", "lan", 1), duty("b", "minh", 1)));
        desk.access.grant(HEAD, "duty:read");
        Duty minhs = own(desk, TestCaller.person("minh")).get(0);

        assertThat(desk.duties.list(LAN, all(), PageRequest.first()).items())
                .extracting(Duty::key)
                .containsExactly("a");
        assertThat(desk.duties.list(HEAD, all(), PageRequest.first()).items()).hasSize(2);
        assertThatThrownBy(() -> desk.duties.list(LAN, of("minh"), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.duties.list(TestCaller.machine("m"), all(), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.duties.get(LAN, minhs.id())).isInstanceOf(Forbidden.class);
        assertThat(desk.duties.get(HEAD, minhs.id())).isEqualTo(minhs);
        assertThatThrownBy(() -> desk.duties.get(HEAD, "none")).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void excusesWithAReason(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:excuse");
        desk.duties.assign(List.of(duty("a", "lan", 1)));
        String id = own(desk, LAN).get(0).id();

        assertThatThrownBy(() -> desk.duties.excuse(LAN, id, "nghỉ ốm")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.duties.excuse(HEAD, id, "  ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.duties.excuse(HEAD, id, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.duties.excuse(HEAD, id, "\ud800")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.duties.excuse(HEAD, id, "x".repeat(1001))).isInstanceOf(Invalid.class);
        assertThat(own(desk, LAN).get(0).state()).isEqualTo(Duty.State.OPEN);

        Duty excused = desk.duties.excuse(HEAD, id, "Nghỉ ốm có giấy");

        assertThat(excused.state()).isEqualTo(Duty.State.EXCUSED);
        assertThat(excused.excusedBy()).contains("head");
        assertThat(excused.reason()).isEqualTo("Nghỉ ốm có giấy");
        assertThat(desk.acts.lastDone().action()).isEqualTo("duty.excuse");
        assertThat(desk.acts.lastDone().note()).isEqualTo("Nghỉ ốm có giấy");
        assertThatThrownBy(() -> desk.duties.excuse(HEAD, id, "lần nữa")).isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void excusesManyForOneReasonAndNamesThoseThatItCannot(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:excuse", "duty:read");
        desk.duties.assign(
                List.of(duty("a", "lan", 1), duty("b", "minh", 2), duty("c", "head", 3), duty("d", "lan", 4)));
        desk.duties.done("d", "");
        List<String> ids = desk.duties.list(HEAD, all(), PageRequest.first()).items().stream()
                .map(Duty::id)
                .toList();

        assertThatThrownBy(() -> desk.duties.excuseAll(LAN, ids, "bận")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.duties.excuseAll(HEAD, ids, " ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.duties.excuseAll(HEAD, List.of(), "bận")).isInstanceOf(Invalid.class);
        Duties.Excused done = desk.duties.excuseAll(
                HEAD, Stream.concat(ids.stream(), Stream.of("none")).toList(), "Nghỉ bão");

        assertThat(done.excused()).extracting(Duty::key).containsExactly("a", "b");
        assertThat(done.excused()).extracting(Duty::reason).containsOnly("Nghỉ bão");
        assertThat(done.refused())
                .extracting(Duties.NotExcused::code)
                .containsExactly("duty.excuse-own", "duty.not-open", "duty.not-found");
        assertThat(desk.acts.lastDone().note()).isEqualTo("Nghỉ bão");
    }

    @OnEachDatabase
    void excusesWhatAQueryFindsButNeverSimplyEverything(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:excuse", "duty:read");
        desk.duties.assign(people(0, 20, "acknowledge"));
        desk.duties.assign(List.of(duty("a", "lan", 1), duty("b", "lan", 30)));
        clock.advance(Duration.ofHours(2));

        assertThatThrownBy(() -> desk.duties.excuseAll(HEAD, all(), "bận")).isInstanceOf(Invalid.class);
        Duties.Excused late = desk.duties.excuseAll(
                HEAD, query(Optional.empty(), Optional.empty(), Optional.empty(), true), "Mất điện");
        assertThat(late.excused()).extracting(Duty::key).containsExactly("a");
        Duties.Excused lans = desk.duties.excuseAll(HEAD, of("lan"), "Nghỉ ốm");
        assertThat(lans.excused()).extracting(Duty::key).containsExactly("b");
        assertThat(lans.more()).isFalse();
    }

    @OnEachDatabase
    void nobodyExcusesThemselves(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:excuse");
        desk.duties.assign(List.of(duty("a", "head", 1)));

        assertThatThrownBy(() -> desk.duties.excuse(HEAD, own(desk, HEAD).get(0).id(), "bận"))
                .isInstanceOfSatisfying(
                        Forbidden.class, error -> assertThat(error.code()).isEqualTo("duty.excuse-own"));
    }

    @OnEachDatabase
    void cutsATitleThatIsTooLong(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        NewDuty one = duty("a", "lan", 1);
        desk.duties.assign(List.of(new NewDuty(
                one.key(),
                one.kind(),
                one.clause(),
                "đ".repeat(298) + "😀" + "x",
                one.personId(),
                one.subjectType(),
                one.subjectId(),
                one.link(),
                one.dueAt(),
                one.remindBefore(),
                one.escalations())));

        assertThat(own(desk, LAN).get(0).title()).isEqualTo("đ".repeat(298) + "…");
    }

    @OnEachDatabase
    void refusesACursorOfAnotherList(TestDatabase db) {
        Desk desk = Desk.of(db, clock);

        for (String after :
                List.of("", "x", "1_' or 1=1", Cursor.of("duty.duties", "x", "a"), Cursor.of("other", 1, "a"))) {
            assertThatThrownBy(() -> desk.duties.list(LAN, all(), new PageRequest(10, Optional.of(after))))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("core.bad-cursor");
        }
    }

    private List<Duty> own(Desk desk, Caller caller) {
        return desk.duties
                .list(caller, of(caller.personId().orElseThrow()), PageRequest.first())
                .items();
    }

    private List<String> keys(Desk desk, Duties.Query query) {
        return desk.duties.list(HEAD, query, PageRequest.first()).items().stream()
                .map(Duty::key)
                .toList();
    }

    private static Duties.Query all() {
        return query(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private static Duties.Query of(String person) {
        return query(Optional.of(person), Optional.empty(), Optional.empty(), false);
    }

    private static Duties.Query query(
            Optional<String> person, Optional<String> domain, Optional<Duty.State> state, boolean late) {
        return new Duties.Query(person, domain, state, late, Optional.empty(), Optional.empty());
    }

    private List<NewDuty> people(int from, int to, String what) {
        return IntStream.range(from, to)
                .mapToObj(i -> duty(what + ":person-" + i, "person-" + i, 24))
                .toList();
    }

    private NewDuty duty(String key, String person, int hours) {
        return duty(key, "group.acknowledge", person, hours);
    }

    private NewDuty kind(String key, String kind, int hours) {
        return duty(key, kind, "lan", hours);
    }

    private NewDuty duty(String key, String kind, String person, int hours) {
        return new NewDuty(
                key,
                kind,
                "BC.6.3",
                "Xác nhận đã nhận chỉ đạo",
                person,
                "directive",
                "d1",
                "/group/directives/d1",
                clock.instant().plus(Duration.ofHours(hours)),
                List.of(Duration.ofHours(4)),
                Optional.of("head"));
    }
}
