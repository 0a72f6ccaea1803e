package vn.quyche.messenger.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.internal.model.HookWindow;
import vn.quyche.messenger.internal.model.Retries;
import vn.quyche.messenger.internal.model.Signatures;
import vn.quyche.messenger.internal.store.JpaConnectionStore;
import vn.quyche.messenger.internal.store.JpaEventStore;

/**
 * Takes in what platforms send: known connection, right signature, right time, not seen before; stores it and answers. What
 * follows from it is worked out later, so that the platform has its answer within its two seconds.
 */
@Component(service = Intake.class)
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int AT_ONCE = 100;
    /** Longer than anything is repeated that was not answered. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Duration SILENT = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 100;

    private final JpaConnectionStore connections;
    private final JpaEventStore events;
    private final Vault vault;
    private final EventWork work;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicLong lastSaid = new AtomicLong();
    /** Of connections that are known: what is refused is written together, so that a flood costs no writing. */
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();

    /**
     * What came.
     *
     * @param connectionId from the address
     * @param body as it came, byte by byte
     * @param signature the header by which the platform proves itself; empty when there is none
     * @param timestamp the header with the time; empty when there is none
     * @param repeated whether the platform says that it sends this again
     */
    public record Arrival(String connectionId, byte[] body, String signature, String timestamp, boolean repeated) {}

    /** What the platform is answered. */
    public enum Answer {
        /** Stored, or known already. */
        TAKEN,
        /** No such connection, or it is switched off. */
        UNKNOWN,
        /** The signature is wrong, or that of another account. */
        FORGED,
        /** Too old, or from the future. */
        STALE,
        /** Signed rightly, but no event. */
        UNREADABLE
    }

    @Activate
    public Intake(
            @Reference JpaConnectionStore connections,
            @Reference JpaEventStore events,
            @Reference Vault vault,
            @Reference EventWork work,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.connections = connections;
        this.events = events;
        this.vault = vault;
        this.work = work;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes in what came by webhook. */
    public Answer take(Arrival arrival) {
        Optional<Connection> known = connections.find(arrival.connectionId()).filter(Connection::on);
        if (known.isEmpty()) {
            return Answer.UNKNOWN;
        }
        Connection connection = known.get();
        Optional<JsonNode> body = read(arrival.body());
        Vault.Keys keys = vault.keys(connection.id());
        Answer proof = switch (connection.kind()) {
            case ZALO_OA -> zalo(connection, arrival, body, keys);
            case ZALO_BOT ->
                !keys.hookSecret().isEmpty() && Signatures.same(keys.hookSecret(), arrival.signature())
                        ? Answer.TAKEN
                        : Answer.FORGED;
            case VIBER_CHANNEL ->
                Signatures.viber(arrival.signature(), arrival.body(), keys.token()) ? Answer.TAKEN : Answer.FORGED;
        };
        if (proof != Answer.TAKEN) {
            refused(connection, proof);
            return proof;
        }
        if (body.isEmpty()) {
            return Answer.UNREADABLE;
        }
        store(connection, body.get(), arrival.body());
        return Answer.TAKEN;
    }

    /** Said once a minute: whoever knocks at the door all day must not fill the log. */
    private void refused(Connection connection, Answer proof) {
        refused.merge(connection.id(), 1, Integer::sum);
        long now = clock.millis();
        long last = lastSaid.get();
        if (now - last >= SILENT.toMillis() && lastSaid.compareAndSet(last, now)) {
            LOG.warn("An event for connection {} was refused: {}", connection.id(), proof);
        }
    }

    /** Takes in what was fetched from the platform itself. */
    public void fetched(Connection connection, JsonNode update) {
        store(connection, update, update.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Works on what waits. */
    public void run() {
        for (JpaEventStore.Waiting waiting : events.waiting(clock.instant(), AT_ONCE)) {
            HookEvent event = waiting.event();
            try {
                JsonNode body = json.readTree(vault.open(waiting.payloadSealed()));
                tx.run(() -> events.done(
                        event.id(),
                        work.apply(connections.find(event.connectionId()).orElseThrow(), event, body)
                                ? HookEvent.State.DONE
                                : HookEvent.State.IGNORED));
            } catch (RuntimeException | IOException e) {
                LOG.warn("Event {} of connection {} was not worked on", event.id(), event.connectionId(), e);
                events.failed(
                        event.id(), Retries.working(event.attempts() + 1, clock.instant()), "messenger.event-failed");
            }
        }
    }

    /** Writes down how many events were refused. */
    public void noteRefused() {
        for (String id : List.copyOf(refused.keySet())) {
            Integer count = refused.remove(id);
            if (count != null) {
                connections.refused(id, count, clock.instant());
            }
        }
    }

    /** What was worked on long ago goes. */
    public void forget() {
        events.forgetBefore(clock.instant().minus(KEPT));
    }

    /** Application, body, time and secret key of the account, the time as it stands in the body or in the header. */
    private Answer zalo(Connection connection, Arrival arrival, Optional<JsonNode> body, Vault.Keys keys) {
        if (keys.hookSecret().isEmpty() || arrival.signature().isEmpty()) {
            return Answer.FORGED;
        }
        String inBody = body.map(node -> node.path("timestamp").asText("")).orElse("");
        String signed = "";
        for (String timestamp : new String[] {inBody, arrival.timestamp()}) {
            if (!timestamp.isEmpty()
                    && Signatures.zalo(
                            arrival.signature(), connection.appId(), arrival.body(), timestamp, keys.hookSecret())) {
                signed = timestamp;
                break;
            }
        }
        if (signed.isEmpty() || body.filter(node -> foreign(connection, node)).isPresent()) {
            return Answer.FORGED;
        }
        return millis(signed)
                        .filter(at -> HookWindow.admits(at, arrival.repeated(), clock.instant()))
                        .isPresent()
                ? Answer.TAKEN
                : Answer.STALE;
    }

    /** Signed rightly, but told about another application or account. */
    private static boolean foreign(Connection connection, JsonNode body) {
        String app = body.path("app_id").asText("");
        String account = body.path("oa_id").asText("");
        return !app.isEmpty() && !app.equals(connection.appId())
                || !account.isEmpty() && !connection.accountId().isEmpty() && !account.equals(connection.accountId());
    }

    private void store(Connection connection, JsonNode body, byte[] raw) {
        Instant now = clock.instant();
        String digest = Signatures.sha256(identity(connection, body).orElseGet(() -> Signatures.sha256(raw)));
        if (events.known(connection.id(), digest)) {
            return;
        }
        HookEvent event = new HookEvent(
                ids.next(),
                connection.id(),
                cut(name(connection.kind(), body)),
                happenedAt(connection.kind(), body).orElse(now),
                now,
                HookEvent.State.WAITING,
                0,
                "");
        try {
            tx.run(() -> {
                events.insert(event, digest, vault.seal(new String(raw, StandardCharsets.UTF_8)));
                connections.heard(connection.id(), now);
            });
        } catch (RuntimeException e) {
            // two deliveries of the same event at once: the database took one
            if (!events.known(connection.id(), digest)) {
                throw e;
            }
        }
    }

    /** What makes an event the same when it comes again; the whole body where the platform gives no id. */
    private static Optional<String> identity(Connection connection, JsonNode body) {
        String id = switch (connection.kind()) {
            case ZALO_BOT ->
                EventWork.bot(body).path("message").path("message_id").asText("");
            case VIBER_CHANNEL -> body.path("message_token").asText("");
            // the body bears its time: a repetition is the same to the byte
            case ZALO_OA -> "";
        };
        return id.isEmpty() ? Optional.empty() : Optional.of(name(connection.kind(), body) + ":" + id);
    }

    private static String name(ConnectionKind kind, JsonNode body) {
        return switch (kind) {
            case ZALO_OA -> body.path("event_name").asText("");
            case ZALO_BOT -> EventWork.bot(body).path("event_name").asText("");
            case VIBER_CHANNEL -> body.path("event").asText("");
        };
    }

    private static Optional<Instant> happenedAt(ConnectionKind kind, JsonNode body) {
        return millis(
                kind == ConnectionKind.ZALO_BOT
                        ? EventWork.bot(body).path("message").path("date").asText("")
                        : body.path("timestamp").asText(""));
    }

    private static Optional<Instant> millis(String text) {
        return text.matches("[0-9]{12,14}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
                : Optional.empty();
    }

    private Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.ofNullable(json.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
