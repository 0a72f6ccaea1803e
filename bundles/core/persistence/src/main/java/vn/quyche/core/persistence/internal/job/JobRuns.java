package vn.quyche.core.persistence.internal.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/** When each job last ended on any node, and how. */
final class JobRuns {

    private static final int MAX_ERROR = 1000;
    private static final int MAX_JOBS = 1000;

    /**
     * The last run of a job.
     *
     * @param name the job
     * @param endedMillis when it ended
     * @param failures how many runs in a row have failed
     * @param error what went wrong in the last one, empty when nothing
     */
    record LastRun(String name, long endedMillis, int failures, String error) {}

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

    /** Jobs whose last run failed. */
    List<LastRun> failing() {
        return jdbc.list(
                MAX_JOBS,
                row -> new LastRun(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4)),
                "select name, ended_ms, failures, error from q_persistence.job_run where failures > 0 order by name");
    }

    private Optional<LastRun> find(String name) {
        return jdbc.find(
                row -> new LastRun(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4)),
                "select name, ended_ms, failures, error from q_persistence.job_run where name = ?",
                name);
    }
}
