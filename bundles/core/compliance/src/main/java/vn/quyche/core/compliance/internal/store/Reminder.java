package vn.quyche.core.compliance.internal.store;

import java.time.Duration;
import java.util.List;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.Escalation;

/**
 * An open duty that has something to say.
 *
 * @param duty the duty
 * @param before its reminders, longest before it is due first
 * @param step the step that comes next
 * @param escalations who else is told when it is late
 */
public record Reminder(Duty duty, List<Duration> before, int step, List<Escalation> escalations) {}
