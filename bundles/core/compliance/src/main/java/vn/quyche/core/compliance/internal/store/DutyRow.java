package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.compliance.internal.model.ReminderPlan;

/**
 * A duty that is to be stored.
 *
 * @param id its id
 * @param duty what was asked for, checked
 * @param plan its reminders
 * @param next the first step of the plan
 * @param createdAt now
 */
public record DutyRow(String id, NewDuty duty, ReminderPlan plan, ReminderPlan.Step next, Instant createdAt) {}
