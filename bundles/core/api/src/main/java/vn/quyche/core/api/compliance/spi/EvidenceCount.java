package vn.quyche.core.api.compliance.spi;

import java.time.Instant;
import java.time.LocalDate;
import vn.quyche.core.api.VietnamTime;

/**
 * What happened about a clause on a day.
 *
 * @param clause the clause
 * @param day the day; duties count on the day on which they were due
 * @param done duties that were done in time
 * @param late duties that were done after they were due
 * @param missed duties that were due and are still open
 * @param kept what else proves that the clause is kept: receipts, decisions, entries of registers
 * @param refused attempts against the clause that a guard refused
 * @param violations what broke the clause
 * @param lastAt when the last of it happened
 */
public record EvidenceCount(
        String clause,
        LocalDate day,
        long done,
        long late,
        long missed,
        long kept,
        long refused,
        long violations,
        Instant lastAt) {

    /**
     * What one line counts for on the day on which it happened: a violation, or a proof that the clause was kept. Duties and
     * refusals have counts of their own.
     */
    public static EvidenceCount of(Evidence line) {
        LocalDate day = LocalDate.ofInstant(line.at(), VietnamTime.ZONE);
        return line.kind() == Evidence.Kind.VIOLATION
                ? violations(line.clause(), day, 1, line.at())
                : kept(line.clause(), day, 1, line.at());
    }

    /** Evidence that the clause was kept. */
    public static EvidenceCount kept(String clause, LocalDate day, long count, Instant lastAt) {
        return new EvidenceCount(clause, day, 0, 0, 0, count, 0, 0, lastAt);
    }

    /** Attempts that a guard refused. */
    public static EvidenceCount refused(String clause, LocalDate day, long count, Instant lastAt) {
        return new EvidenceCount(clause, day, 0, 0, 0, 0, count, 0, lastAt);
    }

    /** Violations. */
    public static EvidenceCount violations(String clause, LocalDate day, long count, Instant lastAt) {
        return new EvidenceCount(clause, day, 0, 0, 0, 0, 0, count, lastAt);
    }
}
