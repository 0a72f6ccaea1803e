package vn.quyche.core.compliance.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.model.EvidenceFile;
import vn.quyche.core.compliance.internal.model.EvidenceFile.State;
import vn.quyche.core.compliance.internal.model.EvidenceFileQuery;
import vn.quyche.core.compliance.internal.store.JpaEvidenceFileStore;

/**
 * Puts evidence together for somebody outside, in the background, one file at a time. The files are kept as attachments,
 * screened like any other. Takes permission {@code regulation:evidence}.
 */
@Component(service = EvidenceFiles.class)
public final class EvidenceFiles {

    /** The kind of thing that acts and attachments name. */
    public static final String SUBJECT = "compliance.evidence-file";

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceFiles.class);

    private static final String PERMISSION = CompliancePermissions.REGULATION_EVIDENCE;
    private static final long LARGEST = 1L << 30;
    private static final int WAITING = 4;
    /** A node that died does not come back to its file. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private final JpaEvidenceFileStore store;
    private final Standings standings;
    private final EvidenceWriter writer;
    private final Attachments attachments;
    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;
    private final Map<String, RunningFile> running = new ConcurrentHashMap<>();
    private final ExecutorService executor = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, "evidence-file"));

    @Activate
    public EvidenceFiles(
            @Reference JpaEvidenceFileStore store,
            @Reference Standings standings,
            @Reference EvidenceWriter writer,
            @Reference Attachments attachments,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.store = store;
        this.standings = standings;
        this.writer = writer;
        this.attachments = attachments;
        this.acts = acts;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A file and how far it is.
     *
     * @param file the file
     * @param done clauses that are written
     * @param total clauses that are to be written; zero until that is known
     */
    public record Progress(EvidenceFile file, int done, int total) {}

    /** Stops what runs; nothing of it is kept. */
    @Deactivate
    public void close() {
        executor.shutdownNow();
    }

    /**
     * Begins to put the evidence of a regulation together.
     *
     * @param key idempotency key, blank for none
     * @return the id of the file
     * @throws NotFound {@code compliance.regulation-not-found}
     * @throws Unavailable {@code compliance.evidence-busy}
     */
    public String start(Caller caller, String key, String regulation, DaySpan days) {
        String title = standings.overview(caller, days).stream()
                .filter(one -> one.id().equals(regulation))
                .findFirst()
                .orElseThrow(() -> new NotFound("compliance.regulation-not-found"))
                .title();
        Act act = Act.create(SUBJECT, "compliance.make-evidence", PERMISSION, Scope.school());
        AtomicReference<EvidenceFile> made = new AtomicReference<>();
        String id = acts.performOnce(caller, key, act, log -> {
            EvidenceFile fresh = new EvidenceFile(
                    ids.next(),
                    regulation,
                    title,
                    days,
                    State.RUNNING,
                    "",
                    caller.accountId(),
                    caller.name(),
                    clock.instant(),
                    Optional.empty(),
                    "",
                    "",
                    0,
                    "");
            store.insert(fresh);
            made.set(fresh);
            log.subject(fresh.id());
            log.changed(null, Map.of("regulation", title, "from", days.from(), "to", days.to()));
            return fresh.id();
        });
        if (made.get() != null) {
            run(caller, made.get());
        }
        return id;
    }

    /** The files that a query finds. */
    public Page<Progress> list(Caller caller, EvidenceFileQuery query, PageRequest page) {
        require(caller);
        return store.list(query, page).map(this::progress);
    }

    /** One file. */
    public Progress get(Caller caller, String id) {
        require(caller);
        return progress(stored(id));
    }

    /**
     * Stops a file that is being put together.
     *
     * @throws Conflict {@code compliance.evidence-ended}
     */
    public void cancel(Caller caller, String id) {
        Act act = Act.on(SUBJECT, id, "compliance.cancel-evidence", PERMISSION, Scope.school());
        acts.perform(caller, act, log -> {
            EvidenceFile file = stored(id);
            RunningFile step = running.get(id);
            if (file.state() == State.RUNNING && step != null) {
                step.stop();
            } else if (!store.end(file.ended(State.CANCELLED, "", clock.instant()))) {
                throw new Conflict("compliance.evidence-ended");
            }
            return id;
        });
    }

    /** The content of a file; that it was taken away is written down. */
    public Attachment open(Caller caller, String id) {
        Act act = Act.on(SUBJECT, id, "compliance.take-evidence", PERMISSION, Scope.school());
        return acts.perform(caller, act, log -> {
            EvidenceFile file = stored(id);
            if (file.state() != State.READY) {
                throw new Conflict("compliance.evidence-not-ready");
            }
            log.changed(null, Map.of("fileName", file.fileName(), "sha256", file.sha256()));
            return attachments.get(file.attachmentId());
        });
    }

    /** The bytes of what {@link #open} gave. */
    public InputStream read(Attachment attachment) throws IOException {
        return attachments.open(attachment);
    }

    private void run(Caller caller, EvidenceFile file) {
        RunningFile step = new RunningFile();
        running.put(file.id(), step);
        try {
            executor.execute(() -> {
                try {
                    guarded(caller, file, step);
                } finally {
                    running.remove(file.id());
                }
            });
        } catch (RejectedExecutionException e) {
            running.remove(file.id());
            store.end(file.ended(State.FAILED, "compliance.evidence-busy", clock.instant()));
            throw new Unavailable("compliance.evidence-busy", e);
        }
    }

    private void guarded(Caller caller, EvidenceFile file, RunningFile step) {
        Path made = null;
        try {
            made = Files.createTempFile("quyche-evidence-", ".zip");
            writer.write(caller, file, step, made);
            keep(caller, file, made);
        } catch (RunningFile.Stopped e) {
            store.end(file.ended(State.CANCELLED, "", clock.instant()));
        } catch (QuycheException e) {
            LOG.warn("Evidence file {} was refused: {}", file.id(), e.code());
            store.end(file.ended(State.FAILED, e.code(), clock.instant()));
        } catch (IOException | RuntimeException e) {
            LOG.error("Evidence file {} failed", file.id(), e);
            store.end(file.ended(State.FAILED, "compliance.evidence-failed", clock.instant()));
        } finally {
            delete(made);
        }
    }

    private void keep(Caller caller, EvidenceFile file, Path made) {
        String name = "minh-chung-" + file.regulation() + "-" + file.days().from() + "-"
                + file.days().to() + ".zip";
        Attachment received = attachments.receive(caller, name, () -> Files.newInputStream(made), LARGEST);
        Act act = Act.on(SUBJECT, file.id(), "compliance.keep-evidence", PERMISSION, Scope.school());
        acts.perform(caller, act, log -> {
            attachments.attach(caller, List.of(received.id()), SUBJECT, file.id());
            EvidenceFile ready = new EvidenceFile(
                    file.id(),
                    file.regulation(),
                    file.title(),
                    file.days(),
                    State.READY,
                    "",
                    file.requestedBy(),
                    file.requestedName(),
                    file.requestedAt(),
                    Optional.of(clock.instant()),
                    received.id(),
                    received.fileName(),
                    received.size(),
                    received.sha256());
            if (!store.end(ready)) {
                throw new Conflict("compliance.evidence-ended");
            }
            log.changed(null, Map.of("fileName", ready.fileName(), "sha256", ready.sha256()));
            return file.id();
        });
    }

    private Progress progress(EvidenceFile file) {
        RunningFile step = running.get(file.id());
        boolean lost = step == null
                && file.state() == State.RUNNING
                && file.requestedAt().plus(LONGEST).isBefore(clock.instant());
        return new Progress(
                lost ? file.ended(State.FAILED, "compliance.evidence-interrupted", file.requestedAt()) : file,
                step == null ? 0 : step.done(),
                step == null ? 0 : step.total());
    }

    private EvidenceFile stored(String id) {
        return store.find(id).orElseThrow(() -> new NotFound("compliance.evidence-not-found"));
    }

    private void require(Caller caller) {
        access.require(caller, PERMISSION, Scope.school());
    }

    private static void delete(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("{} could not be deleted", file, e);
            }
        }
    }
}
