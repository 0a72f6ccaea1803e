package vn.quyche.core.persistence.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.DeadLetter;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.spi.EventListener;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.HealthCheck.Status;
import vn.quyche.core.persistence.internal.Operator;
import vn.quyche.core.persistence.internal.PlatformSchema;
import vn.quyche.core.persistence.internal.id.UlidIds;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class OutboxTest {

    private static final Event LEFT = new Event(
            "directory.person-left.v1",
            "p-1",
            Map.of("name", "Nguyễn Thị Hoa", "reason", "nghỉ hưu; \"2025\"", "empty", ""));
    private static final Caller ADMIN = Caller.system("test");

    private final TestClock clock = TestClock.on("2025-09-05");
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @OnEachDatabase
    void deliversWhatWasCommittedToWhoeverWantsIt(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        outbox.listen("group.leaving", LEFT.type(), (id, event) -> heard.add("group " + event));
        outbox.listen("mail.leaving", LEFT.type(), (id, event) -> heard.add("mail " + event.subjectId()));
        outbox.listen("other", "group.closed.v1", (id, event) -> heard.add("other"));

        outbox.publish(LEFT);
        outbox.dispatcher.round();
        outbox.dispatcher.round();

        assertThat(heard).containsExactlyInAnyOrder("group " + LEFT, "mail p-1");
    }

    @OnEachDatabase
    void deliversByItselfSoonAfterTheCommit(TestDatabase db) throws InterruptedException {
        Outbox outbox = new Outbox(db);
        OutboxDispatcher live = new OutboxDispatcher(db.tx(), outbox.source, outbox.ids, clock, outbox.bell);
        db.onClose(live::stop);
        live.addListener(new Listener("a", Set.of(LEFT.type()), (id, event) -> heard.add("a")));

        outbox.publish(LEFT);

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        while (heard.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(heard).containsExactly("a");
    }

    @OnEachDatabase
    void deliversNothingOfWhatWasRolledBack(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        outbox.listen("a", LEFT.type(), (id, event) -> heard.add("a"));

        assertThatThrownBy(() -> db.tx().run(() -> {
                    outbox.events.publish(LEFT);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        outbox.dispatcher.round();

        assertThat(heard).isEmpty();
    }

    @OnEachDatabase
    void publishesOnlyInsideATransaction(TestDatabase db) {
        Outbox outbox = new Outbox(db);

        assertThatThrownBy(() -> outbox.events.publish(LEFT)).isInstanceOf(IllegalStateException.class);
    }

    @OnEachDatabase
    void keepsAnEventForAListenerThatIsAway(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        EventListener first = outbox.listen("a", LEFT.type(), (id, event) -> heard.add("old a"));
        outbox.dispatcher.removeListener(first);

        outbox.publish(LEFT);
        outbox.dispatcher.round();
        assertThat(heard).isEmpty();

        outbox.listen("a", LEFT.type(), (id, event) -> heard.add("new a"));
        outbox.dispatcher.round();
        assertThat(heard).containsExactly("new a");
    }

    @OnEachDatabase
    void letsAListenerHearToTheEndBeforeItGoes(TestDatabase db) throws Exception {
        Outbox outbox = new Outbox(db);
        CountDownLatch hearing = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        EventListener slow = outbox.listen("a", LEFT.type(), (id, event) -> {
            hearing.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            heard.add("a");
        });
        outbox.publish(LEFT);
        outbox.publish(LEFT);

        CompletableFuture<Void> round = CompletableFuture.runAsync(outbox.dispatcher::round);
        hearing.await();
        Thread removal = new Thread(() -> outbox.dispatcher.removeListener(slow));
        removal.start();
        while (removal.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        released.countDown();
        round.get();
        removal.join();

        // The second event waits, and no attempt is counted.
        assertThat(heard).containsExactly("a");
        outbox.listen("a", LEFT.type(), (id, event) -> heard.add("new a"));
        outbox.dispatcher.round();
        assertThat(heard).containsExactly("a", "new a");
    }

    @OnEachDatabase
    void aCrashBetweenTheDeliveryAndItsMarkDeliversAgainAndKeepsNoHalf(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        Jdbc jdbc = new Jdbc(db.tx().dataSource());
        jdbc.update("create table effect (event_id varchar(26) not null)");
        List<String> ids = new ArrayList<>();
        outbox.listen("a", LEFT.type(), (id, event) -> {
            ids.add(id);
            jdbc.update("insert into effect (event_id) values (?)", id);
        });

        outbox.publish(LEFT);
        outbox.dieBeforeNextCommit = true;
        outbox.dispatcher.round();
        assertThat(effects(jdbc)).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        outbox.dispatcher.round();
        outbox.dispatcher.round();

        assertThat(ids).hasSize(2);
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).hasSize(26);
        assertThat(effects(jdbc)).containsExactly(ids.get(0));
    }

    @OnEachDatabase
    void triesAgainWithGrowingPausesAndLetsOthersPass(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        outbox.listen("bad", LEFT.type(), (id, event) -> {
            heard.add("bad");
            throw new IllegalArgumentException("out of order");
        });
        outbox.listen("good", LEFT.type(), (id, event) -> heard.add("good"));

        outbox.publish(LEFT);
        outbox.dispatcher.round();
        outbox.dispatcher.round();
        assertThat(heard).containsExactlyInAnyOrder("bad", "good");

        clock.advance(Duration.ofSeconds(10));
        outbox.dispatcher.round();
        assertThat(heard).hasSize(3);
        clock.advance(Duration.ofSeconds(10));
        outbox.dispatcher.round();
        assertThat(heard).hasSize(3);
        clock.advance(Duration.ofSeconds(20));
        outbox.dispatcher.round();
        assertThat(heard).hasSize(4);
    }

    @OnEachDatabase
    void givesUpInTheEndShowsTheDeadLetterAndReplaysIt(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        List<RuntimeException> trouble = new ArrayList<>(
                List.of(new IllegalArgumentException("line one\n\tline two \u0000" + "x".repeat(2000))));
        outbox.listen("group.leaving", LEFT.type(), (id, event) -> {
            heard.add(id);
            trouble.forEach(e -> {
                throw e;
            });
        });
        outbox.publish(LEFT);
        for (int i = 0; i < OutboxDispatcher.MAX_ATTEMPTS + 3; i++) {
            outbox.dispatcher.round();
            clock.advance(Duration.ofHours(1));
        }
        assertThat(heard).hasSize(OutboxDispatcher.MAX_ATTEMPTS);

        List<DeadLetter> dead =
                outbox.deadLetters.list(ADMIN, PageRequest.first()).items();
        assertThat(dead).hasSize(1);
        DeadLetter letter = dead.get(0);
        assertThat(letter.event()).isEqualTo(LEFT);
        assertThat(letter.listener()).isEqualTo("group.leaving");
        assertThat(letter.attempts()).isEqualTo(OutboxDispatcher.MAX_ATTEMPTS);
        assertThat(letter.error()).contains("line one line two").hasSizeLessThanOrEqualTo(1000);
        outbox.dispatcher.safeRound();
        assertThat(outbox.dispatcher.check().status()).isEqualTo(Status.WARN);

        trouble.clear();
        outbox.deadLetters.replay(ADMIN, letter.id());
        outbox.dispatcher.round();
        assertThat(heard).hasSize(OutboxDispatcher.MAX_ATTEMPTS + 1);
        assertThat(outbox.deadLetters.list(ADMIN, PageRequest.first()).items()).isEmpty();
        outbox.dispatcher.safeRound();
        assertThat(outbox.dispatcher.check().status()).isEqualTo(Status.OK);
        assertThatThrownBy(() -> outbox.deadLetters.replay(ADMIN, letter.id())).isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void pagesDeadLettersNewestFirst(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        outbox.listen("a", LEFT.type(), (id, event) -> {
            throw new IllegalArgumentException("no");
        });
        for (int i = 0; i < 5; i++) {
            outbox.publish(new Event(LEFT.type(), "p-" + i, Map.of()));
        }
        for (int i = 0; i < OutboxDispatcher.MAX_ATTEMPTS; i++) {
            outbox.dispatcher.round();
            clock.advance(Duration.ofHours(1));
        }

        Page<DeadLetter> first = outbox.deadLetters.list(ADMIN, PageRequest.first(3));
        Page<DeadLetter> second = outbox.deadLetters.list(ADMIN, new PageRequest(3, first.next()));

        assertThat(first.items()).extracting(d -> d.event().subjectId()).containsExactly("p-4", "p-3", "p-2");
        assertThat(second.items()).extracting(d -> d.event().subjectId()).containsExactly("p-1", "p-0");
        assertThat(second.next()).isEmpty();

        PageRequest oldest = PageRequest.first(3).sorted("time");
        Page<DeadLetter> old = outbox.deadLetters.list(ADMIN, oldest);
        assertThat(old.items()).extracting(d -> d.event().subjectId()).containsExactly("p-0", "p-1", "p-2");
        assertThat(outbox.deadLetters
                        .list(ADMIN, new PageRequest(3, old.next(), oldest.sort()))
                        .items())
                .extracting(d -> d.event().subjectId())
                .containsExactly("p-3", "p-4");
        assertThatThrownBy(() -> outbox.deadLetters.list(ADMIN, oldest.sorted("listener")))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void showsDeadLettersOnlyToWhoeverRunsThePlatform(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        outbox.operator.dismiss();

        assertThatThrownBy(() -> outbox.deadLetters.list(ADMIN, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> outbox.deadLetters.replay(ADMIN, "x")).isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void twoNodesDeliverOnce(TestDatabase db) throws InterruptedException {
        Outbox one = new Outbox(db);
        OutboxDispatcher two = one.anotherNode();
        one.listen("a", LEFT.type(), (id, event) -> heard.add(event.subjectId()));
        two.addListener(new Listener("a", Set.of(LEFT.type()), (id, event) -> heard.add(event.subjectId())));
        for (int i = 0; i < 20; i++) {
            one.publish(new Event(LEFT.type(), "p-" + i, Map.of()));
        }

        Thread other = new Thread(two::round);
        other.start();
        one.dispatcher.round();
        other.join(30_000);

        assertThat(heard).hasSize(20).doesNotHaveDuplicates();
    }

    @OnEachDatabase
    void cleansWhatEverybodyHasHadAndForgetsWhoIsGone(TestDatabase db) {
        Outbox outbox = new Outbox(db);
        EventListener gone = outbox.listen("gone", LEFT.type(), (id, event) -> heard.add("gone"));
        outbox.listen("here", LEFT.type(), (id, event) -> heard.add("here"));
        outbox.dispatcher.removeListener(gone);
        outbox.publish(LEFT);
        outbox.dispatcher.round();
        OutboxCleaning cleaning = new OutboxCleaning(db.tx(), db.tx().dataSource(), outbox.ids, clock);

        clock.advance(OutboxCleaning.KEEP_EVENTS.plusDays(1));
        cleaning.run();
        assertThat(count(db, "outbox_event")).isEqualTo(1);

        clock.advance(OutboxCleaning.KEEP_LISTENERS);
        outbox.listen("here2", LEFT.type(), (id, event) -> {});
        cleaning.run();
        cleaning.run();

        assertThat(count(db, "outbox_delivery")).isZero();
        assertThat(count(db, "outbox_event")).isZero();
        assertThat(count(db, "outbox_field")).isZero();
        assertThat(new Jdbc(db.pool())
                        .list(9, row -> row.getString(1), "select name from q_persistence.event_listener"))
                .containsExactly("here2");
    }

    @OnEachDatabase
    void pausesGrowToAnHour(TestDatabase db) {
        assertThat(OutboxDispatcher.pauseAfter(1)).contains(Duration.ofSeconds(10));
        assertThat(OutboxDispatcher.pauseAfter(2)).contains(Duration.ofSeconds(30));
        assertThat(OutboxDispatcher.pauseAfter(7)).contains(Duration.ofHours(1));
        assertThat(OutboxDispatcher.pauseAfter(8)).isEmpty();
    }

    private static List<String> effects(Jdbc jdbc) {
        return jdbc.list(9, row -> row.getString(1), "select event_id from effect");
    }

    private static int count(TestDatabase db, String table) {
        return new Jdbc(db.pool())
                .find(row -> row.getInt(1), "select count(*) from q_persistence." + table)
                .orElseThrow();
    }

    private record Listener(String name, Set<String> types, BiConsumer<String, Event> body) implements EventListener {

        @Override
        public void on(String eventId, Event event) {
            body.accept(eventId, event);
        }
    }

    /** The outbox of one node. */
    private final class Outbox {

        private final TestDatabase db;
        private final DataSource source;
        private final UlidIds ids = new UlidIds(clock);
        private final OutboxBell bell = new OutboxBell();
        private final OutboxEvents events;
        private final OutboxDispatcher dispatcher;
        private final PlatformDeadLetters deadLetters;
        private final Operator operator;
        private boolean dieBeforeNextCommit;

        private Outbox(TestDatabase db) {
            this.db = db;
            this.source = PlatformSchema.in(db);
            this.events = new OutboxEvents(db.tx(), source, ids, clock, bell);
            this.dispatcher = anotherNode();
            this.operator = new Operator(db.tx());
            this.deadLetters = new PlatformDeadLetters(operator, operator, db.tx(), source, ids, clock, bell);
        }

        /** A dispatcher whose own thread is stopped, so that only the test makes it do its rounds. */
        private OutboxDispatcher anotherNode() {
            OutboxDispatcher stopped = new OutboxDispatcher(new MortalTx(), source, ids, clock, new OutboxBell());
            stopped.stop();
            return stopped;
        }

        private EventListener listen(String name, String type, BiConsumer<String, Event> body) {
            EventListener listener = new Listener(name, Set.of(type), body);
            dispatcher.addListener(listener);
            return listener;
        }

        private void publish(Event event) {
            db.tx().run(() -> events.publish(event));
        }

        /** The process dies between the work and the commit: nothing but the database's own roll-back happens. */
        private final class MortalTx implements Tx {

            @Override
            public <T> T call(Supplier<T> work) {
                return db.tx().call(() -> {
                    T result = work.get();
                    if (dieBeforeNextCommit) {
                        dieBeforeNextCommit = false;
                        throw new IllegalThreadStateException("died");
                    }
                    return result;
                });
            }

            @Override
            public <T> T separate(Supplier<T> work) {
                return db.tx().separate(work);
            }

            @Override
            public boolean active() {
                return db.tx().active();
            }

            @Override
            public void afterCommit(Runnable action) {
                db.tx().afterCommit(action);
            }
        }
    }
}
