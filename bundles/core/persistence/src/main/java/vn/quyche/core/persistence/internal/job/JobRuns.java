package vn.quyche.core.persistence.internal.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/** When each job last ended on any node, and how. */
final class JobRuns {

    /** Before the name of a job in that of its lease. */
    static final String LEASE = "job:";

    private static final String COLUMNS = "select name, ended_ms, failures, error from q_persistence.job_run";
    private static final int MAX_ERROR = 1000;
    private static final int MAX_JOBS = 1000;
    /** Ended so long ago that every job is due. */
    private static final long DUE = 0;

    /**
     * The last run of a job.
     *
     * @param name the job
     * @param endedMillis when it ended
     * @param failures how many runs in a row have failed
     * @param error what went wrong in the last one, empty when nothing
     */
    record LastRun(String name, long endedMillis, int failures, String error) {

        /** Whether it is one, and not only the wish of a person that the job be due. */
        boolean hasRun() {
            return endedMillis > DUE;
        }
    }

    private final Jdbc jdbc;

    JobRuns(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** How long to wait until the job is due; zero when it is. */
    Duration untilDue(String name, Duration every, long now) {
        return find(name)
                .map(last -> Math.max(0, last.endedMillis() + every.toMillis() - now))
                // A clock that was set back must not hold a job up for longer than its pause.
                .map(millis -> Duration.ofMillis(Math.min(millis, every.toMillis())))
                .orElse(Duration.ZERO);
    }

    void ended(String name, long now, Optional<String> error) {
        int failures = error.isEmpty() ? 0 : find(name).map(LastRun::failures).orElse(0) + 1;
        String text = error.orElse("");
        String kept = text.length() > MAX_ERROR ? text.substring(0, MAX_ERROR) : text;
        int rows = jdbc.update(
                "update q_persistence.job_run set ended_ms = ?, failures = ?, error = ? where name = ?",
                now,
                failures,
                kept,
                name);
        if (rows == 0) {
            jdbc.update(
                    "insert into q_persistence.job_run (name, ended_ms, failures, error) values (?, ?, ?, ?)",
                    name,
                    now,
                    failures,
                    kept);
        }
    }

    /** Has the job be due on every node, whenever it ran last. One that never ran is due anyway. */
    void makeDue(String name) {
        jdbc.update("update q_persistence.job_run set ended_ms = ? where name = ?", DUE, name);
    }

    /** The last runs of all jobs, those of bundles that went away included, by name. */
    List<LastRun> all() {
        return jdbc.list(MAX_JOBS, JobRuns::read, COLUMNS + " order by name");
    }

    /** Jobs whose last run failed. */
    List<LastRun> failing() {
        return all().stream().filter(run -> run.failures() > 0).toList();
    }

    /** The jobs that run on some node: those whose lease stands. One that was killed holds it to its end (PostgreSQL). */
    Set<String> running(long now) {
        return Set.copyOf(jdbc.list(
                MAX_JOBS,
                row -> row.getString(1).substring(LEASE.length()),
                "select name from q_persistence.lease where name like ? and until_ms > ?",
                LEASE + "%",
                now));
    }

    private Optional<LastRun> find(String name) {
        return jdbc.find(JobRuns::read, COLUMNS + " where name = ?", name);
    }

    private static LastRun read(ResultSet row) throws SQLException {
        return new LastRun(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4));
    }
}
