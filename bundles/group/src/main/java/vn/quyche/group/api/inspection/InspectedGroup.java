package vn.quyche.group.api.inspection;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the superior authority sees of a signed report: counts, and nothing about people. Clause BC.7.2.
 *
 * @param id the report
 * @param groupId the group
 * @param groupCode its code
 * @param groupName its name at the end of the period
 * @param from the first day of the period
 * @param to the last day of the period
 * @param signedAt when it was signed
 * @param missing people who belonged and were not in the group
 * @param surplus people who were in the group and did not belong
 * @param overdue receipts that fell due and were not fulfilled
 * @param late receipts that were fulfilled after the deadline
 * @param violations violations reported
 * @param found violations found to be true
 * @param openFindings findings of the report about which nothing was recorded yet
 */
public record InspectedGroup(
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
        int openFindings) {}
