package vn.quyche.core.persistence.internal.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Occupancy;
import vn.quyche.core.api.event.spi.EventListener;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/**
 * Delivers events to listeners, each in a transaction of its own in which the delivery is also struck off: what a listener
 * writes to the database happens exactly once, whatever else it does at least once.
 *
 * <p>On several nodes every node delivers; the row of the delivery is what they take turns at.
 */
@Component(immediate = true)
public final class OutboxDispatcher implements HealthCheck {

    /** After so many failures a delivery is a dead letter: about two hours. */
    static final int MAX_ATTEMPTS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int BATCH = 100;
    private static final long POLL_SECONDS = 5;
    /** How often the listeners are noted anew as being there. */
    private static final long SEEN_MINUTES = 60;

    private final Tx tx;
    private final OutboxStore store;
    private final OutboxBell bell;
    private final Map<String, Hearing> listeners = new ConcurrentHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean queued = new AtomicBoolean();
    private final ScheduledExecutorService thread;
    /** As of the last round: asking the tables could wait for a transaction under way. */
    private volatile Result health = Result.ok("Chưa có sự kiện nào");

    /** A listener, and whether it hears something now. */
    private record Hearing(EventListener listener, Occupancy occupancy) {}

    @Activate
    public OutboxDispatcher(
            @Reference Tx tx,
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference OutboxBell bell) {
        this.tx = tx;
        this.store = new OutboxStore(new Jdbc(source), ids, clock);
        this.bell = bell;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "quyche-outbox"));
        thread.scheduleWithFixedDelay(this::safeRound, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(
                () -> unknown.addAll(listeners.keySet()), SEEN_MINUTES, SEEN_MINUTES, TimeUnit.MINUTES);
        bell.answer(this::wake);
    }

    @Deactivate
    void stop() {
        bell.leave();
        thread.shutdown();
    }

    @Reference(
            service = EventListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addListener(EventListener listener) {
        Hearing other = listeners.putIfAbsent(listener.name(), new Hearing(listener, new Occupancy()));
        if (other != null) {
            LOG.error("Two event listeners are called {}: {} hears nothing", listener.name(), listener.getClass());
            return;
        }
        unknown.add(listener.name());
        introduceListeners();
        wake();
    }

    void removeListener(EventListener listener) {
        Hearing hearing = listeners.get(listener.name());
        if (hearing == null || hearing.listener() != listener) {
            return;
        }
        listeners.remove(listener.name());
        if (!hearing.occupancy().close()) {
            LOG.warn("{} goes while it is hearing an event; that is delivered again when it is back", listener.name());
        }
    }

    @Override
    public String name() {
        return "persistence.events";
    }

    @Override
    public Result check() {
        return health;
    }

    /** Delivers what is due, until nothing is. */
    void round() {
        List<Delivery> due;
        do {
            introduceListeners();
            due = store.due(Set.copyOf(listeners.keySet()), BATCH);
            due.forEach(this::deliver);
        } while (due.size() == BATCH);
    }

    /** The pause before the next attempt; none when there is none. */
    static Optional<Duration> pauseAfter(int attempts) {
        if (attempts >= MAX_ATTEMPTS) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < attempts; i++) {
            pause = pause.multipliedBy(3);
        }
        return Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private void wake() {
        if (queued.compareAndSet(false, true)) {
            try {
                thread.execute(this::safeRound);
            } catch (RejectedExecutionException stopped) {
                LOG.debug("Stopped: what was published is delivered after the next start");
            }
        }
    }

    /** A round that survives whatever happens in it. */
    void safeRound() {
        queued.set(false);
        try {
            round();
            long dead = store.countDead();
            health = dead == 0
                    ? Result.ok("Sự kiện tới nơi đầy đủ")
                    : Result.warn(dead + " sự kiện không giao được: xem lỗi và giao lại bằng platform:dead-letters");
        } catch (RuntimeException | Error e) {
            // An error that got out of here would end the polling for good.
            LOG.warn("Events could not be delivered now; tried again in {} s", POLL_SECONDS, e);
            health = Result.warn("Chưa giao được sự kiện, sẽ thử lại sau " + POLL_SECONDS + " giây: " + line(e));
        }
    }

    /** Writes down new listeners before anything else, so that they miss no event from now on. */
    private void introduceListeners() {
        for (String name : unknown) {
            Hearing hearing = listeners.get(name);
            try {
                if (hearing != null) {
                    store.know(name, hearing.listener().types());
                }
                unknown.remove(name);
            } catch (RuntimeException e) {
                LOG.warn("The event listener {} could not be noted; tried again soon", name, e);
            }
        }
    }

    private void deliver(Delivery delivery) {
        Hearing hearing = listeners.get(delivery.listener());
        // Who has gone, or is about to, gets it when back: no attempt is lost.
        if (hearing == null || !hearing.occupancy().enter()) {
            return;
        }
        try {
            deliver(delivery, hearing.listener());
        } finally {
            hearing.occupancy().leave();
        }
    }

    private void deliver(Delivery delivery, EventListener listener) {
        try {
            tx.run(() -> {
                if (store.take(delivery)) {
                    listener.on(delivery.eventId(), store.event(delivery.eventId()));
                }
            });
        } catch (RuntimeException | Error e) {
            int attempts = delivery.attempts() + 1;
            Optional<Duration> pause = pauseAfter(attempts);
            LOG.warn(
                    "{} failed at event {} (attempt {}); {}",
                    delivery.listener(),
                    delivery.eventId(),
                    attempts,
                    pause.map(p -> "next attempt in " + p).orElse("given up: a dead letter"),
                    e);
            tx.run(() -> store.failed(delivery, pause, line(e)));
        }
    }

    private static String line(Throwable e) {
        return e.toString().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }
}
