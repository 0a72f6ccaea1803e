package vn.quyche.core.persistence.internal.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.api.persistence.SortedRows;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.persistence.internal.PlatformPermissions;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/** Shows the jobs to whoever runs the platform, and runs one when it is asked for. */
@Component
public final class PlatformJobs implements Jobs {

    /** A few dozen at most. */
    private static final SortedRows<Line> LIST = SortedRows.of("platform.jobs", "name", Line::name)
            .byId("name")
            .by(
                    "ended",
                    Long.class,
                    line -> line.ended().map(Instant::toEpochMilli).orElse(0L));

    private final JobRunner runner;
    private final Acts acts;
    private final Access access;
    private final Tx tx;
    private final JobRuns runs;
    private final Clock clock;

    @Activate
    public PlatformJobs(
            @Reference JobRunner runner,
            @Reference Acts acts,
            @Reference Access access,
            @Reference Tx tx,
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Clock clock) {
        this.runner = runner;
        this.acts = acts;
        this.access = access;
        this.tx = tx;
        this.runs = new JobRuns(new Jdbc(source));
        this.clock = clock;
    }

    @Override
    public Page<Line> list(Caller caller, Optional<State> state, PageRequest page) {
        SortedRows.Query<Line> wanted = LIST.query(page);
        access.require(caller, PlatformPermissions.OPERATE, Scope.school());
        return wanted.page(lines().stream().filter(line -> state.isEmpty() || state.get() == line.state()));
    }

    @Override
    public void run(Caller caller, String name) {
        Act act = Act.on("platform.job", name, "platform.run-job", PlatformPermissions.OPERATE, Scope.school());
        acts.perform(caller, act, log -> {
            JobRunner.Here job = runner.here().stream()
                    .filter(here -> here.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("persistence.no-job", name));
            if (job.runsSince().isPresent() || runs.running(clock.millis()).contains(name)) {
                throw new Conflict("persistence.job-running", name);
            }
            runs.makeDue(name);
            tx.afterCommit(() -> runner.runNow(name));
            return name;
        });
    }

    private List<Line> lines() {
        Map<String, JobRuns.LastRun> last =
                runs.all().stream().collect(Collectors.toMap(JobRuns.LastRun::name, Function.identity()));
        Set<String> running = runs.running(clock.millis());
        return runner.here().stream()
                .map(here -> line(
                        here,
                        here.runsSince().isPresent() || running.contains(here.name()),
                        Optional.ofNullable(last.get(here.name()))))
                .toList();
    }

    private Line line(JobRunner.Here here, boolean running, Optional<JobRuns.LastRun> last) {
        boolean failing = last.filter(run -> run.failures() > 0).isPresent();
        Optional<Instant> ended = last.filter(JobRuns.LastRun::hasRun)
                .map(JobRuns.LastRun::endedMillis)
                .map(Instant::ofEpochMilli);
        return new Line(
                here.name(),
                here.every(),
                running ? State.RUNNING : failing ? State.FAILING : State.WAITING,
                ended,
                running
                        ? Optional.empty()
                        : ended.map(end -> end.plus(here.every())).filter(clock.instant()::isBefore),
                last.map(JobRuns.LastRun::failures).orElse(0),
                last.map(JobRuns.LastRun::error).orElse(""));
    }
}
