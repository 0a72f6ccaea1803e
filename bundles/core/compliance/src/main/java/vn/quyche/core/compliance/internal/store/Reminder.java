package vn.quyche.core.compliance.internal.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.Duty;

/**
 * An open duty that has something to say.
 *
 * @param duty the duty
 * @param before its reminders, longest before it is due first
 * @param step the step that comes next
 * @param escalateTo who is told when it is late
 */
public record Reminder(Duty duty, List<Duration> before, int step, Optional<String> escalateTo) {}
