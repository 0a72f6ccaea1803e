package vn.quyche.group.api.members;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.group.api.Platform;

/**
 * Whether the list of a group outside of the product is up to date. Clauses BC.1.2 and BC.4.5.
 *
 * @param groupId the group
 * @param code its code
 * @param name its name
 * @param platform where it lives
 * @param declarationId the last confirmed declaration
 * @param declaredOn its day
 * @param declaredBy who made it; empty when there is none
 * @param dueOn the last day for the next one
 * @param overdue whether that day is past
 * @param open what the last one left to do
 */
public record Attestation(
        String groupId,
        String code,
        String name,
        Platform platform,
        Optional<String> declarationId,
        Optional<LocalDate> declaredOn,
        String declaredBy,
        LocalDate dueOn,
        boolean overdue,
        int open) {}
