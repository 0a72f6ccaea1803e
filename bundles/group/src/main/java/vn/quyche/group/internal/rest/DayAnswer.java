package vn.quyche.group.internal.rest;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.group.api.GroupDecision;

/**
 * Whether a group was official on a day.
 *
 * @param day the day
 * @param official whether it was
 * @param decision the decision that says so
 */
public record DayAnswer(LocalDate day, boolean official, Optional<GroupDecision> decision) {}
