package vn.quyche.core.notice.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.notice.spi.LiveFeed;
import vn.quyche.core.notice.internal.store.JpaNoticeStore;
import vn.quyche.core.notice.internal.store.Sent;

/**
 * Tells connected people of their notices: those of this node after the commit, those of others by looking into the table
 * every second and a half. All telling is done by one thread, so that no act waits for a browser.
 */
@Component(
        service = {LiveFeed.class, LiveNotices.class},
        immediate = true)
public final class LiveNotices implements LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNotices.class);
    private static final Duration POLL = Duration.ofMillis(1500);
    /** A transaction on another node that takes longer to commit is told by the next page load only. */
    private static final Duration WINDOW = Duration.ofSeconds(60);
    /** What is told again when a client comes back. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int MAX_BACKLOG = 50;
    private static final int MAX_REMEMBERED = 1000;

    private final JpaNoticeStore store;
    private final Clock clock;
    private final UnreadCounts unread;
    private final Map<String, Set<Listening>> byPerson = new ConcurrentHashMap<>();
    private final ScheduledExecutorService teller;
    /** Ids within the window that were looked at; used by the teller only. */
    private Set<String> seen = Set.of();

    @Activate
    public LiveNotices(@Reference JpaNoticeStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
        this.unread = new UnreadCounts(store::unread, clock);
        this.teller = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "quyche-notice-live");
            thread.setDaemon(true);
            return thread;
        });
        teller.scheduleWithFixedDelay(this::poll, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        teller.shutdownNow();
        byPerson.clear();
    }

    @Override
    public Subscription subscribe(String personId, Optional<String> lastEventId, Sink sink) {
        Listening listening = new Listening(personId, sink);
        byPerson.computeIfAbsent(personId, person -> new CopyOnWriteArraySet<>())
                .add(listening);
        lastEventId.ifPresent(last -> run(() -> backlog(listening, last)));
        return () -> end(listening);
    }

    /** How many notices of a person are unread. */
    int unread(String personId) {
        return unread.of(personId);
    }

    /** Says that notices were committed on this node. */
    void committed(Collection<Sent> notices) {
        changed(notices.stream().map(Sent::personId).toList());
        if (!byPerson.isEmpty()) {
            run(() -> notices.forEach(this::tell));
        }
    }

    /** Says that something about people's notices changed on this node. */
    void changed(Collection<String> personIds) {
        unread.forget(personIds);
    }

    private void backlog(Listening listening, String lastEventId) {
        store
                .sentAt(lastEventId)
                .map(sent -> store.unreadSince(listening.personId, sent.minus(OVERLAP), MAX_BACKLOG))
                .orElse(List.of())
                .stream()
                .filter(notice -> !notice.id().equals(lastEventId))
                .forEach(listening::push);
    }

    private void poll() {
        if (byPerson.isEmpty()) {
            seen = Set.of();
            return;
        }
        try {
            List<String> recent = store.idsSince(clock.instant().minus(WINDOW));
            Set<String> fresh = new LinkedHashSet<>(recent);
            fresh.removeAll(seen);
            seen = new HashSet<>(recent);
            if (!fresh.isEmpty()) {
                List<Sent> notices = store.find(fresh);
                changed(notices.stream().map(Sent::personId).toList());
                notices.forEach(this::tell);
            }
        } catch (RuntimeException e) {
            LOG.warn("Live notices could not be looked up; it is tried again", e);
        }
    }

    private void tell(Sent sent) {
        byPerson.getOrDefault(sent.personId(), Set.of()).stream()
                .filter(listening -> !sent.notice().at().isBefore(listening.since))
                .forEach(listening -> listening.push(sent.notice()));
    }

    private void end(Listening listening) {
        byPerson.computeIfPresent(listening.personId, (person, all) -> {
            all.remove(listening);
            return all.isEmpty() ? null : all;
        });
    }

    private void run(Runnable task) {
        try {
            teller.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.warn("Live notices could not be told", e);
                }
            });
        } catch (RejectedExecutionException stopped) {
            LOG.debug("Live notices have ended", stopped);
        }
    }

    /** One subscription. */
    private final class Listening {

        private final String personId;
        private final Sink sink;
        /** What was sent before stood on the page already; a moment is left for a transaction under way. */
        private final Instant since = clock.instant().minus(MOMENT);

        /** Ids told already; used by the teller only. */
        private final Set<String> told = new LinkedHashSet<>();

        private Listening(String personId, Sink sink) {
            this.personId = personId;
            this.sink = sink;
        }

        private void push(Notice notice) {
            if (!told.add(notice.id())) {
                return;
            }
            if (told.size() > MAX_REMEMBERED) {
                told.remove(told.iterator().next());
            }
            try {
                sink.push(notice, unread.of(personId));
            } catch (RuntimeException e) {
                LOG.debug("A reader went away", e);
                end(this);
            }
        }
    }
}
