package vn.quyche.group.api.inspection;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When an official group has to be inspected next. Clause BC.7.2.
 *
 * @param groupId the group
 * @param code its code
 * @param name its name today
 * @param inspectedTo the last day of the last signed report; empty when there is none
 * @param dueOn the day by which the next has to be signed
 * @param late whether that day is past
 */
public record PlannedInspection(
        String groupId, String code, String name, Optional<LocalDate> inspectedTo, LocalDate dueOn, boolean late) {}
