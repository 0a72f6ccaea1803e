package vn.quyche.core.api.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A duty to lay on a person.
 *
 * @param key one duty per key for ever, for example {@code group.acknowledge:<directive>:<person>}; laying it again does
 *     nothing
 * @param kind what has to be done, {@code <domain>.<verb>}, for example {@code group.acknowledge}; message key
 *     {@code duty.<kind>} is the word of its one action
 * @param clause the clause that asks for it
 * @param title what has to be done, in Vietnamese, one line
 * @param personId who
 * @param subjectType the kind of thing that it is about
 * @param subjectId its id
 * @param link the page where it is done
 * @param dueAt when it is late
 * @param remindBefore when to remind, before {@code dueAt}
 * @param escalations who else is told when it is late, and how long after; empty for nobody
 */
public record NewDuty(
        String key,
        String kind,
        String clause,
        String title,
        String personId,
        String subjectType,
        String subjectId,
        String link,
        Instant dueAt,
        List<Duration> remindBefore,
        List<Escalation> escalations) {

    public NewDuty {
        remindBefore = List.copyOf(remindBefore);
        escalations = List.copyOf(escalations);
    }

    /** A duty of whose lateness at most one person is told, at once. */
    public NewDuty(
            String key,
            String kind,
            String clause,
            String title,
            String personId,
            String subjectType,
            String subjectId,
            String link,
            Instant dueAt,
            List<Duration> remindBefore,
            Optional<String> escalateTo) {
        this(
                key,
                kind,
                clause,
                title,
                personId,
                subjectType,
                subjectId,
                link,
                dueAt,
                remindBefore,
                escalateTo.map(Escalation::toPerson).stream().toList());
    }
}
