package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.Secrets;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.PreparedSignature.State;
import vn.quyche.signing.api.RemoteConfirmations;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.model.Fingerprint;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.remote.CscClient;
import vn.quyche.signing.internal.store.JpaRemoteConfirmationStore;
import vn.quyche.signing.internal.store.JpaRemoteConfirmationStore.Sent;
import vn.quyche.signing.internal.store.JpaSigningKeyStore;

/**
 * Sends orders to apps and collects what came of them. One at a time asks about each order, whatever threads and servers there are:
 * it is taken in its table before.
 */
@Component
public final class DefaultRemoteConfirmations implements RemoteConfirmations {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultRemoteConfirmations.class);
    private static final String PREPARATION = "signing.preparation";
    private static final String SIGN_DOCUMENTS = "document:sign";
    private static final Duration EVERY = Duration.ofSeconds(3);
    /** Longer than a service and the engine may take; whoever died with an order holds it no longer than this. */
    private static final Duration TAKEN = Duration.ofMinutes(2);

    private static final int THREADS = 2;

    private final Acts acts;
    private final Access access;
    private final TokenSight sight;
    private final KeyRing ring;
    private final RemoteDoors doors;
    private final OutsideSigning outside;
    private final Preparations preparations;
    private final JpaSigningKeyStore keys;
    private final JpaRemoteConfirmationStore store;
    private final Secrets secrets;
    private final Clock clock;
    private final Duration every;
    private final Map<String, Future<?>> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "quyche-signing-confirmations");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public DefaultRemoteConfirmations(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference KeyRing ring,
            @Reference RemoteDoors doors,
            @Reference OutsideSigning outside,
            @Reference Preparations preparations,
            @Reference JpaSigningKeyStore keys,
            @Reference JpaRemoteConfirmationStore store,
            @Reference Secrets secrets,
            @Reference Clock clock) {
        this(acts, access, sight, ring, doors, outside, preparations, keys, store, secrets, clock, EVERY);
    }

    /** @param every how long nobody is asked between two times */
    DefaultRemoteConfirmations(
            Acts acts,
            Access access,
            TokenSight sight,
            KeyRing ring,
            RemoteDoors doors,
            OutsideSigning outside,
            Preparations preparations,
            JpaSigningKeyStore keys,
            JpaRemoteConfirmationStore store,
            Secrets secrets,
            Clock clock,
            Duration every) {
        this.every = every;
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.ring = ring;
        this.doors = doors;
        this.outside = outside;
        this.preparations = preparations;
        this.keys = keys;
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What waits stays in the table, and is asked about again when somebody looks. */
    @Deactivate
    void deactivate() {
        threads.shutdownNow();
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.2"})
    public Confirmation ask(Caller caller, OutsideSigning.NewPreparation entered) {
        Act act = Act.create(PREPARATION, "signing.prepare", TokenPermissions.HOLD, Scope.own(caller));
        JpaSigningKeyStore.Kept key = told(caller, act, () -> confirmed(caller, entered.tokenId()));
        String scheme = entered.scheme() == null || entered.scheme().isBlank()
                ? key.key().scheme()
                : entered.scheme();
        PreparedSignature prepared = outside.prepare(
                caller,
                new OutsideSigning.NewPreparation(
                        entered.what(), entered.tokenId(), entered.kind(), entered.level(), scheme));
        store.insert(prepared.id(), clock.instant().plus(PATIENCE));
        try {
            collect(caller, prepared.id());
        } catch (Unavailable e) {
            if (outside.get(caller, prepared.id()).state() != State.OPEN) {
                throw e;
            }
            // sent when the service answers again; who signs sees it waiting
            LOG.warn("A signature waits to be sent to an app: {}", e.code());
        }
        return get(caller, prepared.id());
    }

    private JpaSigningKeyStore.Kept confirmed(Caller caller, String entered) {
        Checks checks = new Checks();
        String tokenId = checks.text("tokenId", entered, 1, 26);
        checks.orThrow();
        access.require(caller, TokenPermissions.HOLD, Scope.own(caller));
        access.require(caller, SIGN_DOCUMENTS, Scope.school());
        SigningToken token = sight.require(caller, tokenId);
        JpaSigningKeyStore.Kept kept = keys.find(token.id())
                .filter(one -> one.key().confirmed())
                .orElseThrow(() -> new Refused("MT.11.1", "signing.not-in-app", token.serial()));
        if (!ring.mayBeFile(token)) {
            throw new Refused("MT.11.1", "signing.no-remote-seal", token.serial());
        }
        // without a way in there is nothing to prepare for
        doors.client(kept.key().library());
        return kept;
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.3", "TA.10.1"})
    public Confirmation collect(Caller caller, String preparationId) {
        PreparedSignature prepared = own(caller, preparationId);
        sent(preparationId);
        Instant now = clock.instant();
        if (prepared.state() != State.OPEN || !store.take(preparationId, now, now.plus(TAKEN))) {
            return standing(caller, preparationId);
        }
        try {
            // as it is now that nobody else asks
            go(caller, own(caller, preparationId), sent(preparationId));
        } finally {
            store.free(preparationId);
        }
        return standing(caller, preparationId);
    }

    @Override
    public Confirmation get(Caller caller, String preparationId) {
        own(caller, preparationId);
        sent(preparationId);
        Confirmation now = standing(caller, preparationId);
        if (now.preparation().state() == State.OPEN) {
            watch(caller, preparationId);
        }
        return now;
    }

    @Override
    public Set<String> waiting(Caller caller) {
        return caller.personId().map(store::waiting).orElse(Set.of());
    }

    private Confirmation standing(Caller caller, String preparationId) {
        PreparedSignature prepared = outside.get(caller, preparationId);
        return new Confirmation(
                prepared,
                Optional.of(prepared)
                        .filter(one -> one.state() == State.OPEN)
                        .map(one -> sent(one.id()).until()));
    }

    private PreparedSignature own(Caller caller, String preparationId) {
        return Optional.of(outside.get(caller, preparationId))
                .filter(one -> caller.personId().filter(one.personId()::equals).isPresent())
                .orElseThrow(() -> new NotFound("signing.preparation-not-found", preparationId));
    }

    private Sent sent(String preparationId) {
        return store.find(preparationId)
                .orElseThrow(() -> new NotFound("signing.preparation-not-found", preparationId));
    }

    // ---- one step

    private void go(Caller caller, PreparedSignature prepared, Sent sent) {
        if (prepared.state() != State.OPEN) {
            return;
        }
        if (!clock.instant().isBefore(sent.until())) {
            end(caller, prepared, State.EXPIRED, "signing.confirm-expired");
            return;
        }
        if (sent.part() != prepared.part()) {
            send(caller, prepared, sent);
            return;
        }
        JpaSigningKeyStore.Kept key = key(prepared);
        CscClient.Told told =
                away(key, () -> doors.client(key.key().library()).poll(order(prepared, key), sent.handle()));
        settle(caller, prepared, sent, told);
    }

    /** Sends a part. A service that is down is asked again; one that takes no such order never will. */
    private void send(Caller caller, PreparedSignature prepared, Sent before) {
        JpaSigningKeyStore.Kept key = key(prepared);
        CscClient.Told told;
        try {
            told = doors.client(key.key().library()).begin(order(prepared, key));
        } catch (RemoteFailure e) {
            LOG.warn("The remote signing service did not take an order: {} {}", e.code(), e.detail());
            if (e.passing()) {
                throw new Unavailable("signing.remote-away", e, key.key().library());
            }
            end(caller, prepared, State.REFUSED, "signing.confirm-not-sent");
            throw new Unavailable("signing.confirm-not-sent", e, prepared.title());
        }
        // the patience for a further part begins when it is sent
        Instant until = prepared.part() == 1 ? before.until() : clock.instant().plus(PATIENCE);
        settle(caller, prepared, new Sent(prepared.id(), prepared.part(), before.handle(), until), told);
    }

    private void settle(Caller caller, PreparedSignature prepared, Sent sent, CscClient.Told told) {
        switch (told.standing()) {
            case WAITING -> store.sent(new Sent(sent.preparationId(), prepared.part(), told.handle(), sent.until()));
            case DECLINED -> end(caller, prepared, State.REFUSED, "signing.confirm-declined");
            case EXPIRED -> end(caller, prepared, State.EXPIRED, "signing.confirm-expired");
            case SIGNED -> {
                byte[] value = told.values().get(0);
                if (prepared.goesOn()) {
                    PreparedSignature next = outside.next(caller, prepared.id(), value);
                    Sent again = new Sent(
                            sent.preparationId(),
                            sent.part(),
                            "",
                            clock.instant().plus(PATIENCE));
                    store.sent(again);
                    send(caller, next, again);
                } else {
                    outside.finish(caller, prepared.id(), value);
                }
            }
        }
    }

    /** What nobody confirmed ends with its reason in the log. */
    private void end(Caller caller, PreparedSignature prepared, State state, String code) {
        Act act = Act.on(
                PREPARATION, prepared.id(), "signing.end-confirmation", TokenPermissions.HOLD, Scope.own(caller));
        acts.perform(caller, act, log -> {
            log.note(prepared.title() + ": " + code);
            return preparations.end(caller, prepared, state, code);
        });
    }

    private JpaSigningKeyStore.Kept key(PreparedSignature prepared) {
        return keys.find(prepared.tokenId())
                .filter(one -> one.key().confirmed())
                .orElseThrow(() -> new Unavailable("signing.not-in-app", prepared.serial()));
    }

    /** The part in its number: each is an order of its own. */
    private CscClient.Order order(PreparedSignature prepared, JpaSigningKeyStore.Kept key) {
        return new CscClient.Order(
                secrets.open(key.sealed()),
                List.of(sha256(Base64.getDecoder().decode(prepared.data()))),
                SignatureScheme.valueOf(prepared.scheme()),
                prepared.id() + "-" + prepared.part(),
                prepared.parts() == 1
                        ? prepared.title()
                        : prepared.title() + " (" + prepared.part() + "/" + prepared.parts() + ")");
    }

    private static byte[] sha256(byte[] data) {
        return HexFormat.of().parseHex(Fingerprint.of(data));
    }

    private static <T> T away(JpaSigningKeyStore.Kept key, Supplier<T> call) {
        try {
            return call.get();
        } catch (RemoteFailure e) {
            LOG.warn("The remote signing service failed: {} {}", e.code(), e.detail());
            throw new Unavailable("signing.remote-away", e, key.key().library());
        }
    }

    /** Refusals before anything is prepared stay in the log, as those of the preparation do. */
    private <T> T told(Caller caller, Act act, Supplier<T> work) {
        try {
            return work.get();
        } catch (QuycheException e) {
            return acts.perform(caller, act, log -> {
                throw e;
            });
        }
    }

    // ---- while nobody looks

    /** Asks about an order until it is over, for who asked for it. */
    private void watch(Caller caller, String preparationId) {
        watched.computeIfAbsent(
                preparationId,
                id -> threads.scheduleWithFixedDelay(
                        () -> again(caller, id), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void again(Caller caller, String preparationId) {
        boolean over;
        try {
            over = collect(caller, preparationId).preparation().state() != State.OPEN;
        } catch (Unavailable | Conflict e) {
            over = false;
        } catch (QuycheException e) {
            // it is over, or the caller may not sign any more
            over = true;
        } catch (RuntimeException e) {
            LOG.error("A signature that was sent to an app could not be collected", e);
            over = true;
        }
        if (over) {
            Optional.ofNullable(watched.remove(preparationId)).ifPresent(task -> task.cancel(false));
        }
    }
}
