package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import vn.quyche.core.api.compliance.Duty;

/**
 * What of a duty says whether it is still as it is wanted.
 *
 * @param id its id
 * @param key its key
 * @param subjectId what it is about
 * @param state where it stands
 * @param dueAt when it is late
 */
public record LaidDuty(String id, String key, String subjectId, Duty.State state, Instant dueAt) {}
