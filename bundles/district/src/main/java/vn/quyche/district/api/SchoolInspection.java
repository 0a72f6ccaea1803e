package vn.quyche.district.api;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A signed report of a school on the inspection of a group: counts, and nothing about people. Clause BC.7.2.
 *
 * @param id the report, as the school names it
 * @param groupId the group, as the school names it
 * @param groupCode its code
 * @param groupName its name at the end of the period
 * @param from the first day of the period
 * @param to the last day of the period; the report counts for its month
 * @param signedAt when it was signed
 * @param missing people who belonged and were not in the group
 * @param surplus people who were in the group and did not belong
 * @param overdue receipts of directives that fell due and were not fulfilled
 * @param late receipts that were fulfilled after the deadline
 * @param violations violations reported
 * @param found violations found to be true
 * @param openFindings findings of the report about which nothing was recorded yet
 */
public record SchoolInspection(
        String id,
        String groupId,
        String groupCode,
        String groupName,
        LocalDate from,
        LocalDate to,
        Instant signedAt,
        int missing,
        int surplus,
        int overdue,
        int late,
        int violations,
        int found,
        int openFindings) {

    /** How many people differ from the rule. */
    public int differences() {
        return missing + surplus;
    }
}
