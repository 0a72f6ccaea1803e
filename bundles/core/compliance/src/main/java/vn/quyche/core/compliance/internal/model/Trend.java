package vn.quyche.core.compliance.internal.model;

/** How a clause went on, compared with the time before of the same length. */
public enum Trend {
    BETTER,
    SAME,
    WORSE,
    /** Nothing to compare with. */
    UNKNOWN;

    /** Shares that differ by less than this many percent are the same. */
    private static final long SAME_PERCENT = 5;

    /** Compares by violations, then by the share of duties that were not done in time. */
    public static Trend of(Tally before, Tally now) {
        if (before.none() || now.none()) {
            return UNKNOWN;
        }
        if (before.violations() != now.violations()) {
            return now.violations() < before.violations() ? BETTER : WORSE;
        }
        if (before.due() == 0 || now.due() == 0) {
            return before.due() == now.due() ? SAME : UNKNOWN;
        }
        long change = failed(now) - failed(before);
        if (Math.abs(change) < SAME_PERCENT) {
            return SAME;
        }
        return change < 0 ? BETTER : WORSE;
    }

    /** Percent of duties that were missed or late. */
    private static long failed(Tally tally) {
        return (tally.missed() + tally.late()) * 100 / tally.due();
    }
}
