package vn.quyche.core.notice.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.security.Caller;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class DefaultNoticesTest {

    private static final Caller LAN = TestCaller.person("lan");
    private static final Caller MINH = TestCaller.person("minh");

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    void showsThemNewestFirstToTheirReaderOnly(TestDatabase db) {
        Office office = Office.of(db, clock);
        office.notices.send(List.of(notice("a", "lan"), notice("b", "lan"), notice("c", "minh")));

        assertThat(office.notices.list(LAN, false, PageRequest.first()).items())
                .extracting(Notice::title)
                .containsExactly("b", "a");
        assertThat(office.notices.unread(LAN)).isEqualTo(2);
        assertThat(office.notices.unread(TestCaller.person("nobody"))).isZero();
        assertThat(office.notices.unread(TestCaller.machine("m"))).isZero();
        assertThatThrownBy(() -> office.notices.list(TestCaller.machine("m"), false, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void aSecondOneWithTheSameKeyTakesThePlaceOfTheFirstAndIsUnread(TestDatabase db) {
        Office office = Office.of(db, clock);
        office.notices.send(List.of(notice("k", "lan", "cũ"), notice("other", "lan"), notice("k", "minh", "cũ")));
        office.notices.readAll(LAN);
        clock.advance(Duration.ofHours(1));
        office.notices.send(List.of(notice("k", "lan", "mới"), notice("k", "lan", "mới nhất")));

        assertThat(office.notices.list(LAN, false, PageRequest.first()).items())
                .extracting(Notice::title)
                .containsExactly("mới nhất", "other");
        assertThat(office.notices.list(LAN, true, PageRequest.first()).items())
                .extracting(Notice::at)
                .containsExactly(clock.instant());
        assertThat(office.notices.list(MINH, false, PageRequest.first()).items())
                .extracting(Notice::title)
                .containsExactly("cũ");
    }

    @OnEachDatabase
    void isReadOnceAndByItsReaderOnly(TestDatabase db) {
        Office office = Office.of(db, clock);
        office.notices.send(List.of(notice("a", "lan"), notice("b", "lan")));
        String id = office.notices
                .list(LAN, true, PageRequest.first())
                .items()
                .get(0)
                .id();

        assertThat(office.notices.get(LAN, id).title()).isEqualTo("b");
        assertThatThrownBy(() -> office.notices.get(MINH, id)).isInstanceOf(NotFound.class);
        office.notices.read(MINH, id);
        assertThat(office.notices.unread(LAN)).isEqualTo(2);
        office.notices.read(LAN, id);
        clock.advance(Duration.ofMinutes(5));
        office.notices.read(LAN, id);
        office.notices.read(LAN, "no such");

        assertThat(office.notices.unread(LAN)).isEqualTo(1);
        assertThat(office.notices
                        .list(LAN, false, PageRequest.first())
                        .items()
                        .get(0)
                        .readAt())
                .contains(clock.instant().minus(Duration.ofMinutes(5)));
        office.notices.readAll(LAN);
        assertThat(office.notices.unread(LAN)).isZero();
        assertThat(office.notices.list(LAN, true, PageRequest.first()).items()).isEmpty();
    }

    @OnEachDatabase
    void nothingIsSentWhenTheActFails(TestDatabase db) {
        Office office = Office.of(db, clock);
        assertThat(office.notices.unread(LAN)).isZero();
        assertThatThrownBy(() -> office.unit.tx().run(() -> {
                    office.notices.send(List.of(notice("a", "lan")));
                    throw new IllegalStateException("the act fails");
                }))
                .hasMessage("the act fails");

        assertThat(office.notices.unread(LAN)).isZero();
        assertThat(office.notices.list(LAN, false, PageRequest.first()).items()).isEmpty();
    }

    @OnEachDatabase
    void twoThousandAreSentAtOnce(TestDatabase db) {
        Office office = Office.of(db, clock);
        office.notices.send(many("warm", 500));
        office.notices.send(many("directive", 2000));
        office.notices.send(many("directive", 2000));

        assertThat(office.notices.unread(TestCaller.person("p1999"))).isEqualTo(1);
        assertThat(office.notices.unread(TestCaller.person("p1"))).isEqualTo(2);
    }

    @OnEachDatabase
    void theSameOnesSentTwiceAtOnceStandOnce(TestDatabase db) throws Exception {
        Office office = Office.of(db, clock);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> {
                    go.await();
                    office.notices.send(many("directive", 200));
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

        for (int i = 0; i < 200; i += 50) {
            assertThat(office.notices
                            .list(TestCaller.person("p" + i), false, PageRequest.first())
                            .items())
                    .hasSize(1);
        }
    }

    @OnEachDatabase
    void listsPageByPage(TestDatabase db) {
        Office office = Office.of(db, clock);
        office.notices.send(
                IntStream.range(0, 23).mapToObj(i -> notice("k" + i, "lan")).toList());
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Notice> page = office.notices.list(LAN, false, new PageRequest(5, after));
            page.items().forEach(one -> seen.add(one.title()));
            after = page.next();
        } while (after.isPresent());

        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        assertThat(seen.get(0)).isEqualTo("k22");
        Collections.reverse(seen);
        assertThat(Pages.read("time", page -> office.notices.list(LAN, true, page)))
                .extracting(Notice::title)
                .isEqualTo(seen);
        assertThatThrownBy(() ->
                        office.notices.list(LAN, false, PageRequest.first().sorted("title")))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void whatAnotherNodeSentCountsAfterSeconds(TestDatabase db) {
        Office here = Office.of(db, clock);
        Office there = here.otherNode(db);
        assertThat(here.notices.unread(LAN)).isZero();
        there.notices.send(List.of(notice("a", "lan")));
        clock.advance(Duration.ofSeconds(16));

        assertThat(here.notices.unread(LAN)).isEqualTo(1);
    }

    @OnEachDatabase
    void cutsWhatIsTooLong(TestDatabase db) {
        Office office = Office.of(db, clock);
        office.notices.send(
                List.of(new NewNotice("k", "lan", "group.directive", "đ".repeat(298) + "😀x", "b".repeat(9000), "/")));

        Notice notice =
                office.notices.list(LAN, false, PageRequest.first()).items().get(0);
        assertThat(notice.title()).isEqualTo("đ".repeat(298) + "…");
        assertThat(notice.body()).hasSize(4000);
        assertThatThrownBy(() -> office.notices.send(List.of(notice(" ", "lan"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @OnEachDatabase
    void aCalendarKeyStaysUntilItIsRenewed(TestDatabase db) {
        Office office = Office.of(db, clock);
        String key = office.notices.calendarKey(LAN);

        assertThat(office.notices.calendarKey(LAN)).isEqualTo(key);
        assertThat(office.notices.calendarKey(MINH)).isNotEqualTo(key);
        assertThat(office.notices.renewCalendarKey(LAN)).isNotEqualTo(key);
        assertThat(office.audited).hasSize(3);
        assertThat(office.audited.toString()).doesNotContain(key.substring(key.indexOf('-') + 1));
    }

    private static List<NewNotice> many(String key, int count) {
        return IntStream.range(0, count).mapToObj(i -> notice(key, "p" + i)).toList();
    }

    static NewNotice notice(String key, String person) {
        return notice(key, person, key);
    }

    static NewNotice notice(String key, String person, String title) {
        return new NewNotice(key, person, "group.directive", title, "", "/group/directives/d1");
    }
}
