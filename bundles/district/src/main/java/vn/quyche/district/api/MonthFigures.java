package vn.quyche.district.api;

/**
 * What a school's inspections and duties of a month come to.
 *
 * @param reports signed reports whose period ends in the month
 * @param inspected groups that such a report is about
 * @param differences people who differ from the rules of the groups
 * @param overdue receipts of directives not fulfilled
 * @param late receipts fulfilled after the deadline
 * @param violations violations reported
 * @param found violations found to be true
 * @param openFindings findings about which nothing was recorded yet
 * @param due duties due in the month
 * @param done those done in time
 * @param doneLate those done after their due time
 * @param missed those due and not done
 * @param excused those excused
 * @param open those not due yet
 */
public record MonthFigures(
        int reports,
        int inspected,
        int differences,
        int overdue,
        int late,
        int violations,
        int found,
        int openFindings,
        int due,
        int done,
        int doneLate,
        int missed,
        int excused,
        int open) {

    /** A month of which nothing is known. */
    public static final MonthFigures NOTHING = new MonthFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Whether somebody should look at it. */
    public boolean attention() {
        return differences + overdue + found + openFindings + missed > 0;
    }
}
