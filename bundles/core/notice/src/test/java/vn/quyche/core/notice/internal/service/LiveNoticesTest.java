package vn.quyche.core.notice.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quyche.core.notice.internal.service.DefaultNoticesTest.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.notice.spi.LiveFeed;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class LiveNoticesTest {

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final LiveFeed.Sink sink = (notice, unread) -> told.add(notice.title() + " " + unread);

    @OnEachDatabase
    void tellsAfterTheCommit(TestDatabase db) throws InterruptedException {
        Office office = Office.of(db, clock);
        office.live.subscribe("lan", Optional.empty(), sink);
        office.unit.tx().run(() -> {
            office.notices.send(List.of(notice("a", "lan"), notice("x", "minh")));
            assertThat(told).isEmpty();
        });
        office.notices.send(List.of(notice("b", "lan")));

        assertThat(next()).startsWith("a ");
        assertThat(next()).isEqualTo("b 2");
        assertThat(told.poll(2500, TimeUnit.MILLISECONDS))
                .as("not again by the poll")
                .isNull();
    }

    @OnEachDatabase
    void tellsWhatAnotherNodeSent(TestDatabase db) throws InterruptedException {
        Office here = Office.of(db, clock);
        Office there = here.otherNode(db);
        here.live.subscribe("lan", Optional.empty(), sink);
        there.notices.send(List.of(notice("a", "lan")));

        assertThat(next()).isEqualTo("a 1");
    }

    @OnEachDatabase
    void tellsAClientThatComesBackWhatItMissed(TestDatabase db) throws InterruptedException {
        Office office = Office.of(db, clock);
        office.notices.send(List.of(notice("old", "lan")));
        clock.advance(Duration.ofMinutes(1));
        office.notices.send(List.of(notice("last", "lan")));
        Notice last = office.notices
                .list(TestCaller.person("lan"), false, PageRequest.first())
                .items()
                .get(0);
        clock.advance(Duration.ofMinutes(5));
        office.notices.send(List.of(notice("missed", "lan"), notice("x", "minh")));
        clock.advance(Duration.ofMinutes(5));

        office.live.subscribe("lan", Optional.of(last.id()), sink);
        assertThat(next()).isEqualTo("missed 3");
        assertThat(told.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @OnEachDatabase
    void aNewClientHearsNothingOld(TestDatabase db) throws InterruptedException {
        Office office = Office.of(db, clock);
        office.notices.send(List.of(notice("old", "lan")));
        clock.advance(Duration.ofSeconds(30));
        office.live.subscribe("lan", Optional.empty(), sink);
        office.live.subscribe("lan", Optional.of("garbage'; drop table"), sink);

        assertThat(told.poll(2500, TimeUnit.MILLISECONDS)).isNull();
    }

    @OnEachDatabase
    void aClosedSubscriptionIsNotTold(TestDatabase db) throws InterruptedException {
        Office office = Office.of(db, clock);
        LiveFeed.Subscription closed = office.live.subscribe("lan", Optional.empty(), sink);
        closed.close();
        closed.close();
        office.live.subscribe("lan", Optional.empty(), (notice, unread) -> {
            throw new IllegalStateException("the browser is gone");
        });
        office.live.subscribe("lan", Optional.empty(), (notice, unread) -> told.add("other " + notice.title()));
        office.notices.send(List.of(notice("a", "lan")));
        office.notices.send(List.of(notice("b", "lan")));

        assertThat(next()).isEqualTo("other a");
        assertThat(next()).isEqualTo("other b");
        assertThat(told.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    private String next() throws InterruptedException {
        return told.poll(10, TimeUnit.SECONDS);
    }
}
