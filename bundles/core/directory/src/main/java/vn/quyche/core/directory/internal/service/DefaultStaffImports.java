package vn.quyche.core.directory.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.StaffImports;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.directory.internal.model.Arrival;
import vn.quyche.core.directory.internal.model.PlanRow;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.model.StaffColumn;
import vn.quyche.core.directory.internal.model.StaffPlanner;
import vn.quyche.core.directory.internal.model.StoredImport;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;
import vn.quyche.core.directory.internal.store.JpaImportStore;

/** Imports staff lists in the background, at most two at a time. */
@Component(service = StaffImports.class, configurationPid = "vn.quyche.core.directory", immediate = true)
@Designate(ocd = ImportSettings.class)
public class DefaultStaffImports implements StaffImports {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultStaffImports.class);

    private static final String IMPORT = "directory.import";
    private static final Duration PLAN_LASTS = Duration.ofDays(1);
    private static final Duration READING_LASTS = Duration.ofMinutes(15);
    private static final int CHUNK = 500;
    private static final int WAITING = 8;
    private static final Set<String> SENSITIVE_FIELDS = Set.of("party", "union");

    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;
    private final JpaImportStore imports;
    private final JpaDirectoryStore directory;
    private final CurrentDirectory current;
    private final DirectoryChanges changes;
    private final Arrivals arrivals;
    private final int maxRows;
    private final long maxBytes;
    private final Map<String, RunningStep> running = new ConcurrentHashMap<>();
    private final ExecutorService executor = new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, "directory-import"));

    @Activate
    public DefaultStaffImports(
            ImportSettings settings,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference JpaImportStore imports,
            @Reference JpaDirectoryStore directory,
            @Reference CurrentDirectory current,
            @Reference DirectoryChanges changes,
            @Reference Arrivals arrivals) {
        this.acts = acts;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
        this.imports = imports;
        this.directory = directory;
        this.current = current;
        this.changes = changes;
        this.arrivals = arrivals;
        this.maxRows = settings.import_max_rows();
        this.maxBytes = (long) settings.import_max_megabytes() << 20;
    }

    /** Stops what runs; what was not committed never happened. */
    @Deactivate
    public void close() {
        executor.shutdownNow();
    }

    @Override
    public Import start(Caller caller, String fileName, Source source) {
        access.require(caller, DirectoryPermissions.IMPORT, Scope.school());
        String name = fileName(fileName);
        Path file = received(source);
        try {
            StoredImport started = acts.perform(
                    caller,
                    Act.create(IMPORT, "directory.start-import", DirectoryPermissions.IMPORT, Scope.school()),
                    log -> {
                        StoredImport fresh = StoredImport.started(
                                ids.next(), name, caller.accountId(), caller.name(), clock.instant());
                        imports.insert(fresh);
                        log.subject(fresh.id());
                        log.changed(null, Map.of("fileName", name));
                        return fresh;
                    });
            Set<StaffColumn> hidden = hidden(caller);
            run(started, new RunningStep(State.READING), step -> read(started, file, hidden, step), file);
            return view(started);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    @Override
    public Import get(Caller caller, String importId) {
        access.require(caller, DirectoryPermissions.IMPORT, Scope.school());
        return view(stored(importId));
    }

    @Override
    public Import await(Caller caller, String importId, Duration atMost) {
        access.require(caller, DirectoryPermissions.IMPORT, Scope.school());
        Optional.ofNullable(running.get(importId)).ifPresent(step -> step.await(atMost));
        return view(stored(importId));
    }

    @Override
    public Page<Import> list(Caller caller, PageRequest page) {
        access.require(caller, DirectoryPermissions.IMPORT, Scope.school());
        return imports.list(page).map(this::view);
    }

    @Override
    public Page<Row> rows(Caller caller, String importId, Optional<RowKind> kind, PageRequest page) {
        access.require(caller, DirectoryPermissions.IMPORT, Scope.school());
        stored(importId);
        boolean sensitive = mayReadSensitive(caller);
        LocalDate today = VietnamTime.today(clock);
        return imports.rows(importId, kind, page).map(row -> shown(row, sensitive, today));
    }

    @Override
    public Import apply(Caller caller, String importId, Optional<ArrivalReason> joinings) {
        access.require(caller, DirectoryPermissions.IMPORT, Scope.school());
        StoredImport plan = stored(importId);
        if (plan.columns().stream().map(StaffColumn::valueOf).anyMatch(StaffColumn::sensitive)) {
            access.require(caller, DirectoryPermissions.READ_SENSITIVE, Scope.school());
        }
        if (joinings.isPresent()) {
            access.require(caller, DirectoryPermissions.LEAVING, Scope.school());
        }
        requireApplicable(plan, current.get());
        run(plan, new RunningStep(State.APPLYING), step -> apply(caller, plan, joinings, step), null);
        return view(plan);
    }

    @Override
    public void cancel(Caller caller, String importId) {
        acts.perform(
                caller,
                Act.on(IMPORT, importId, "directory.cancel-import", DirectoryPermissions.IMPORT, Scope.school()),
                log -> {
                    StoredImport plan = stored(importId);
                    RunningStep step = running.get(importId);
                    if (step != null) {
                        step.stop();
                    } else if (imports.update(
                            plan.in(State.CANCELLED, Optional.empty(), Optional.empty()), State.READY)) {
                        imports.deleteRows(importId);
                    } else {
                        throw new Conflict("directory.import-state");
                    }
                    return importId;
                });
    }

    /** A step that runs in the background. */
    @FunctionalInterface
    private interface Work {
        void run(RunningStep step) throws IOException;
    }

    private void run(StoredImport subject, RunningStep step, Work work, Path file) {
        if (running.putIfAbsent(subject.id(), step) != null) {
            throw new Conflict("directory.import-state");
        }
        try {
            executor.execute(() -> {
                try {
                    guarded(subject, step, work);
                } finally {
                    delete(file);
                    running.remove(subject.id(), step);
                    step.end();
                }
            });
        } catch (RejectedExecutionException e) {
            running.remove(subject.id(), step);
            if (step.state() == State.READING) {
                end(subject, State.FAILED, new FieldError("file", "directory.import-busy", List.of()));
            }
            throw new Unavailable("directory.import-busy", e);
        }
    }

    private void guarded(StoredImport subject, RunningStep step, Work work) {
        boolean reading = step.state() == State.READING;
        try {
            work.run(step);
        } catch (RunningStep.Stopped e) {
            if (reading) {
                end(subject, State.CANCELLED, null);
            }
        } catch (Invalid e) {
            end(subject, reading ? State.FAILED : State.READY, e.fields().get(0));
        } catch (QuycheException e) {
            end(subject, reading ? State.FAILED : State.READY, new FieldError("file", e.code(), e.args()));
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} failed", subject.id(), e);
            end(
                    subject,
                    reading ? State.FAILED : State.READY,
                    new FieldError("file", "directory.import-failed", List.of()));
        }
    }

    /** A step that changed nothing ended; a plan that could not be applied stays ready, with the reason beside it. */
    private void end(StoredImport subject, State state, FieldError error) {
        if (state != State.READY) {
            imports.deleteRows(subject.id());
        }
        imports.update(subject.in(state, Optional.ofNullable(error), Optional.empty()), subject.state());
    }

    private void read(StoredImport started, Path file, Set<StaffColumn> hidden, RunningStep step) throws IOException {
        Snapshot snapshot = current.get();
        LocalDate today = VietnamTime.today(clock);
        StaffPlanner planner = new StaffPlanner(snapshot, today);
        PlanStore plan = new PlanStore(started.id());
        StaffFileReader.Found found = new StaffFileReader(maxRows, today)
                .read(file, hidden, step, (number, row) -> plan.add(planner.add(number, row)));
        planner.left().forEach(plan::add);
        plan.flush();
        step.reached(step.total());
        imports.update(
                started.ready(found.sheet(), found.header(), planner.createdUnits(), plan.counts(), snapshot.stamp()),
                State.READING);
    }

    private void apply(Caller caller, StoredImport plan, Optional<ArrivalReason> joinings, RunningStep step) {
        step.total(plan.counts().fresh() + plan.counts().changed());
        Act act = Act.on(IMPORT, plan.id(), "directory.apply-import", DirectoryPermissions.IMPORT, Scope.school());
        acts.perform(caller, act, log -> {
            Snapshot snapshot = current.locked();
            requireApplicable(plan, snapshot);
            StoredImport applied = plan.in(State.APPLIED, Optional.empty(), Optional.of(clock.instant()));
            if (!imports.update(applied, State.READY)) {
                throw new Conflict("directory.import-state");
            }
            PlanWriter writer = new PlanWriter(acts, ids, directory, caller, snapshot, VietnamTime.today(clock));
            writeRows(plan.id(), writer, step);
            log.changed(null, plan.counts());
            changes.tell(log, "import", plan.id());
            joinings.ifPresent(reason -> arrivals.open(caller, writer.arrivals(reason)));
            return plan.id();
        });
    }

    private void writeRows(String importId, PlanWriter writer, RunningStep step) {
        int after = -1;
        int done = 0;
        List<PlanRow> rows = imports.rows(importId, after, CHUNK);
        while (!rows.isEmpty()) {
            for (PlanRow row : rows) {
                if (row.kind() == RowKind.NEW || row.kind() == RowKind.CHANGED) {
                    writer.write(row);
                    done++;
                    step.reached(done);
                }
            }
            after += rows.size();
            rows = imports.rows(importId, after, CHUNK);
        }
        writer.flush();
    }

    private void requireApplicable(StoredImport plan, Snapshot snapshot) {
        if (plan.state() != State.READY) {
            throw new Conflict("directory.import-state");
        }
        if (plan.createdAt().plus(PLAN_LASTS).isBefore(clock.instant())) {
            throw new Conflict("directory.import-outdated");
        }
        if (!plan.stamp().equals(snapshot.stamp())) {
            throw new Conflict("directory.import-directory-changed");
        }
    }

    private Import view(StoredImport stored) {
        RunningStep step = running.get(stored.id());
        boolean lost = step == null
                && stored.state() == State.READING
                && stored.createdAt().plus(READING_LASTS).isBefore(clock.instant());
        Optional<FieldError> error =
                lost ? Optional.of(new FieldError("file", "directory.import-interrupted", List.of())) : stored.error();
        State state = step != null ? step.state() : lost ? State.FAILED : stored.state();
        return new Import(
                stored.id(),
                stored.fileName(),
                stored.sheet(),
                stored.headerRow(),
                stored.columns(),
                stored.ignored(),
                stored.createdUnits(),
                state,
                step == null ? 0 : step.done(),
                step == null ? 0 : step.total(),
                stored.counts(),
                error,
                stored.createdByName(),
                stored.createdAt(),
                stored.appliedAt());
    }

    private static Row shown(PlanRow row, boolean sensitive, LocalDate today) {
        List<Change> changes = row.changes().stream()
                .filter(change -> sensitive || !SENSITIVE_FIELDS.contains(change.field()))
                .toList();
        return new Row(
                row.number(), row.kind(), row.personId(), row.name(), changes, row.errors(), Arrival.in(row, today));
    }

    private StoredImport stored(String importId) {
        return imports.find(importId).orElseThrow(() -> new NotFound("directory.no-import"));
    }

    private Set<StaffColumn> hidden(Caller caller) {
        return mayReadSensitive(caller) ? Set.of() : EnumSet.of(StaffColumn.PARTY, StaffColumn.UNION);
    }

    private boolean mayReadSensitive(Caller caller) {
        return access.allows(caller, DirectoryPermissions.READ_SENSITIVE, Scope.school());
    }

    private static String fileName(String name) {
        String line = VietnameseText.line(name == null ? "" : name).replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        String shown = last.isBlank() ? "?" : last;
        return shown.length() > 255 ? shown.substring(0, 255) : shown;
    }

    /** The upload on disk, since it is read more than once. */
    private Path received(Source source) {
        Path file = null;
        try (InputStream in = source.open()) {
            file = Files.createTempFile("quyche-import-", ".tmp");
            try (OutputStream out = Files.newOutputStream(file)) {
                long left = maxBytes;
                byte[] buffer = new byte[1 << 16];
                int n = in.read(buffer);
                while (n >= 0) {
                    left -= n;
                    if (left < 0) {
                        throw new Invalid("file", "directory.import-too-large", maxBytes >> 20);
                    }
                    out.write(buffer, 0, n);
                    n = in.read(buffer);
                }
            }
            return file;
        } catch (IOException e) {
            delete(file);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("Could not delete the temporary file {}", file, e);
        }
    }

    /** Stores the rows of a plan in chunks and counts them. */
    private final class PlanStore {
        private final String importId;
        private final List<PlanRow> waiting = new ArrayList<>();
        private final Map<RowKind, Integer> kinds = new EnumMap<>(RowKind.class);
        private int stored;

        private PlanStore(String importId) {
            this.importId = importId;
        }

        private void add(PlanRow row) {
            kinds.merge(row.kind(), 1, Integer::sum);
            waiting.add(row);
            if (waiting.size() == CHUNK) {
                flush();
            }
        }

        private void flush() {
            imports.insertRows(importId, stored, waiting);
            stored += waiting.size();
            waiting.clear();
        }

        private Counts counts() {
            return new Counts(
                    count(RowKind.NEW),
                    count(RowKind.CHANGED),
                    count(RowKind.UNCHANGED),
                    count(RowKind.LEFT),
                    count(RowKind.BAD));
        }

        private int count(RowKind kind) {
            return kinds.getOrDefault(kind, 0);
        }
    }
}
