package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.SignBatch;
import vn.quyche.signing.api.SignBatches;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.internal.store.JpaSignBatchStore;

/** Works on batches, on threads of its own; what is open is in memory only and goes with this component. */
@Component
public final class DefaultSignBatches implements SignBatches {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultSignBatches.class);
    private static final String BATCH = "signing.batch";
    private static final String SIGN_DOCUMENTS = "document:sign";
    private static final int AT_ONCE = 2;
    /** Longer than one document can take. */
    private static final Duration ALIVE = Duration.ofMinutes(4);

    /** What concerns one document alone; everything else would refuse the next one as well. */
    private static final Set<String> OF_ONE = Set.of(
            "signing.not-approved",
            "signing.other-signer",
            "signing.seal-too-early",
            "signing.other-bytes",
            "signing.not-pdf",
            "signing.truncated",
            "signing.cannot-sign-file",
            "signing.page-unreadable",
            "signing.page-too-slow",
            "token.out-of-scope",
            "token.not-a-document",
            "document.not-signable",
            "verify.too-large",
            "verify.too-many-pages",
            "verify.too-slow",
            "verify.too-complex",
            "verify.bomb",
            "verify.encrypted",
            "verify.unreadable",
            "verify.active-content",
            "verify.covers-annotation",
            "verify.large-stamp",
            "verify.dynamic-form",
            "verify.outside-content");

    private final Acts acts;
    private final Access access;
    private final TokenSight sight;
    private final KeyRing ring;
    private final SigningWork work;
    private final SigningEngine engine;
    private final JpaSignBatchStore store;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "quyche-signing-batch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    @Activate
    public DefaultSignBatches(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference KeyRing ring,
            @Reference SigningWork work,
            @Reference SigningEngine engine,
            @Reference JpaSignBatchStore store,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.ring = ring;
        this.work = work;
        this.engine = engine;
        this.store = store;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    /** The document that is being signed is finished, the rest waits for the PIN. */
    @Deactivate
    void deactivate() {
        closing = true;
        threads.shutdown();
    }

    @Override
    @Regulated({"MT.11.2", "MT.11.3", "MT.11.6"})
    public String start(Caller caller, NewBatch batch, char[] pin) {
        return Pin.use(pin, secret -> {
            checked(batch, secret);
            Act act = Act.create(BATCH, "signing.start-batch", TokenPermissions.HOLD, Scope.own(caller));
            SignBatch begun = acts.perform(caller, act, log -> {
                access.require(caller, SIGN_DOCUMENTS, Scope.school());
                SigningToken token = usable(caller, batch.tokenId());
                if (token.kind() != batch.kind()) {
                    throw new Refused("MT.11.1", "signing.other-kind", token.serial());
                }
                String person = TokenSight.person(caller);
                SignBatch made = new SignBatch(
                        ids.next(),
                        token.id(),
                        token.serial(),
                        person,
                        sight.name(person),
                        batch.level(),
                        SignBatch.State.STOPPED,
                        batch.documents().size(),
                        0,
                        0,
                        "",
                        clock.instant(),
                        Optional.empty());
                store.insert(made, batch.documents());
                log.subject(made.id());
                log.changed(null, Map.of("tokenId", token.id(), "documents", made.total()));
                return made;
            });
            try {
                goOn(caller, begun, secret);
            } catch (QuycheException e) {
                // nothing of it was signed: it is begun anew, not gone on with
                store.end(begun.id(), SignBatch.State.CANCELLED, clock.instant());
                throw e;
            }
            return begun.id();
        });
    }

    @Override
    public SignBatch resume(Caller caller, String batchId, char[] pin) {
        return Pin.use(pin, secret -> {
            Checks checks = new Checks();
            Pin.check(checks, secret);
            checks.orThrow();
            Act act = Act.on(BATCH, batchId, "signing.resume-batch", TokenPermissions.HOLD, Scope.own(caller));
            SignBatch batch = acts.perform(caller, act, log -> {
                access.require(caller, SIGN_DOCUMENTS, Scope.school());
                SignBatch found = own(caller, batchId);
                if (found.state() != SignBatch.State.STOPPED) {
                    throw new Conflict("signing.batch-state");
                }
                log.note(found.done() + "/" + found.total());
                return found;
            });
            goOn(caller, batch, secret);
            return own(caller, batchId);
        });
    }

    @Override
    public SignBatch cancel(Caller caller, String batchId) {
        Act act = Act.on(BATCH, batchId, "signing.cancel-batch", TokenPermissions.HOLD, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            own(caller, batchId);
            if (!store.end(batchId, SignBatch.State.CANCELLED, clock.instant())) {
                throw new Conflict("signing.batch-state");
            }
            SignBatch after = own(caller, batchId);
            log.note(after.done() + "/" + after.total());
            return after;
        });
    }

    @Override
    public Page<SignBatch> list(Caller caller, PageRequest page) {
        Optional<String> person = sight.seesAll(caller)
                ? Optional.empty()
                : Optional.of(caller.personId().orElse("-"));
        return store.list(person, page, clock.instant());
    }

    @Override
    public SignBatch get(Caller caller, String batchId) {
        return store.find(batchId, clock.instant())
                .filter(batch -> sight.seesAll(caller) || isOf(caller, batch))
                .orElseThrow(() -> new NotFound("signing.batch-not-found", batchId));
    }

    @Override
    public Page<SignBatch.Item> items(
            Caller caller, String batchId, Optional<SignBatch.ItemState> state, PageRequest page) {
        get(caller, batchId);
        return Page.of(
                store.items(batchId, state, page.after(), page.size() + 1), page.size(), JpaSignBatchStore::cursor);
    }

    private SignBatch own(Caller caller, String batchId) {
        return store.find(batchId, clock.instant())
                .filter(batch -> isOf(caller, batch))
                .orElseThrow(() -> new NotFound("signing.batch-not-found", batchId));
    }

    private static boolean isOf(Caller caller, SignBatch batch) {
        return caller.personId().filter(batch.personId()::equals).isPresent();
    }

    /** A token with which the caller may begin; each document is asked of the guard besides. */
    private SigningToken usable(Caller caller, String tokenId) {
        SigningToken token = sight.require(caller, tokenId);
        if (!token.custodianId().equals(caller.personId().orElse(""))) {
            throw new Refused("MT.11.2", "token.not-custodian", token.serial());
        }
        if (token.state() != TokenState.IN_USE) {
            String code = token.state().reported() ? "token.is-reported" : "token.is-blocked";
            throw new Refused("MT.11.4", code, token.serial());
        }
        return token;
    }

    // ---- the work

    /** Opens the key with the PIN, so that a wrong one is told at once, and hands the batch to a thread. */
    private void goOn(Caller caller, SignBatch batch, char[] pin) {
        SigningToken token = usable(caller, batch.tokenId());
        KeyRing.Opened key = opened(batch, token, pin);
        if (!store.claim(batch.id(), clock.instant(), alive())) {
            key.close();
            throw new Conflict("signing.batch-state");
        }
        threads.execute(() -> {
            try (key) {
                run(caller, batch, key);
            } catch (RuntimeException e) {
                LOG.error("A batch of signatures stopped", e);
                store.stop(batch.id(), "signing.batch-broke");
            }
        });
    }

    private KeyRing.Opened opened(SignBatch batch, SigningToken token, char[] pin) {
        try {
            return ring.open(token, pin);
        } catch (QuycheException e) {
            tx.run(() -> store.stop(batch.id(), e.code()));
            throw e;
        }
    }

    private void run(Caller caller, SignBatch batch, KeyRing.Opened key) {
        while (!closing && store.goesOn(batch.id(), alive())) {
            List<SignBatch.Item> next =
                    store.items(batch.id(), Optional.of(SignBatch.ItemState.WAITING), Optional.empty(), 1);
            if (next.isEmpty()) {
                store.end(batch.id(), SignBatch.State.DONE, clock.instant());
                return;
            }
            try {
                sign(caller, batch, key, next.get(0));
            } catch (QuycheException e) {
                if (!OF_ONE.contains(e.code())) {
                    store.stop(batch.id(), e.code());
                    return;
                }
                store.failed(batch.id(), next.get(0).place(), e.clause().orElse(""), e.code());
            }
        }
        if (closing) {
            store.stop(batch.id(), "signing.batch-restart");
        }
    }

    private void sign(Caller caller, SignBatch batch, KeyRing.Opened key, SignBatch.Item item) {
        SigningToken token = usable(caller, batch.tokenId());
        SigningWork.Fit fit = work.fit(caller, token, new SigningPort.Document(item.documentId(), item.sha256()));
        work.sign(
                caller,
                token,
                fit,
                batch.level(),
                () -> key,
                made -> store.signed(batch.id(), item.place(), made.id()));
    }

    private Instant alive() {
        return clock.instant().plus(ALIVE);
    }

    // ---- what is entered

    private void checked(NewBatch batch, char[] pin) {
        Checks checks = new Checks();
        checks.text("tokenId", batch.tokenId(), 1, 26);
        checks.that(batch.kind() != null, "kind", "core.required");
        checks.that(batch.level() != null, "level", "core.required");
        checks.that(batch.level() != SignatureLevel.T || engine.stamper().available(), "level", "signing.stamp-none");
        Pin.check(checks, pin);
        checks.that(!batch.documents().isEmpty(), "documents", "core.required");
        checks.that(batch.documents().size() <= MOST, "documents", "signing.batch-too-many", MOST);
        Set<String> seen = new HashSet<>();
        for (SigningPort.Document document : batch.documents()) {
            checks.text("documents", document.documentId(), 1, 26);
            checks.text("documents", document.sha256(), 64, 64);
            checks.that(seen.add(document.documentId()), "documents", "signing.batch-twice");
        }
        checks.orThrow();
    }
}
