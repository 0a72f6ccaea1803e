package vn.quyche.core.api.compliance;

import java.time.Instant;
import java.util.Optional;

/**
 * A duty of a person.
 *
 * @param id its id
 * @param key its key, see {@link NewDuty#key}
 * @param kind what has to be done
 * @param clause the clause that asks for it
 * @param title one line, in Vietnamese
 * @param personId who
 * @param subjectType the kind of thing that it is about
 * @param subjectId its id
 * @param link the page where it is done
 * @param createdAt when it was laid on the person
 * @param dueAt when it is late
 * @param state where it stands; late is computed: {@code OPEN} after {@code dueAt}, or done after it
 * @param settledAt when it was done, excused or withdrawn
 * @param evidence what proves that it was done, for example an audit line or a receipt
 * @param excusedBy who excused it
 * @param reason why it was excused or withdrawn, empty otherwise
 */
public record Duty(
        String id,
        String key,
        String kind,
        String clause,
        String title,
        String personId,
        String subjectType,
        String subjectId,
        String link,
        Instant createdAt,
        Instant dueAt,
        State state,
        Optional<Instant> settledAt,
        String evidence,
        Optional<String> excusedBy,
        String reason) {

    /** Where a duty stands. */
    public enum State {
        OPEN,
        DONE,
        EXCUSED,
        WITHDRAWN
    }

    /** Whether it is, or was done, after its due time. */
    public boolean late(Instant now) {
        return switch (state) {
            case OPEN -> now.isAfter(dueAt);
            case DONE -> settledAt.orElse(dueAt).isAfter(dueAt);
            case EXCUSED, WITHDRAWN -> false;
        };
    }
}
