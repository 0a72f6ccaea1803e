package vn.quyche.core.api.compliance.spi;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.directory.Post;

/**
 * A duty that comes again.
 *
 * @param id a name that stays the same over versions, {@code <domain>.<what>}, at most 80 characters; the key of each duty
 *     is {@code <id>:<period>:<person>}
 * @param kind what has to be done, see {@code NewDuty}
 * @param clause the clause that asks for it
 * @param title one line, in Vietnamese
 * @param who on whom it is laid
 * @param schedule when
 * @param link the page where it is done
 * @param remindBefore when to remind, before it is due
 * @param escalations who else is told when it is late, and how long after
 */
public record DutyRule(
        String id,
        String kind,
        String clause,
        String title,
        Who who,
        Schedule schedule,
        String link,
        List<Duration> remindBefore,
        List<Escalation> escalations) {

    public DutyRule {
        remindBefore = List.copyOf(remindBefore);
        escalations = List.copyOf(escalations);
    }

    /** A rule of whose late duties at most the holders of one post are told, at once. */
    public DutyRule(
            String id,
            String kind,
            String clause,
            String title,
            Who who,
            Schedule schedule,
            String link,
            List<Duration> remindBefore,
            Optional<Post> escalateTo) {
        this(
                id,
                kind,
                clause,
                title,
                who,
                schedule,
                link,
                remindBefore,
                escalateTo.map(Escalation::toHolders).stream().toList());
    }

    /**
     * The key of one duty of the rule, with which {@code Duties.done} settles it.
     *
     * @param period the name of the period: {@code 2026-10-05T07:30} (day and start of the window) for {@code Daily},
     *     {@code 2026-10-05} for {@code EveryDays}, {@code 2026-10} for {@code Monthly} and {@code MonthEnd}, {@code 2026} for
     *     {@code InMonth} and {@code Yearly} with one day, {@code 2026-1} and {@code 2026-2} with two
     */
    public String key(String period, String personId) {
        return id + ":" + period + ":" + personId;
    }

    /** On whom a duty is laid. */
    public sealed interface Who {

        /** Everyone who holds a post on the day. */
        record Holders(Post post) implements Who {}

        /** The people that a bundle names for the day, ids. */
        record People(Function<LocalDate, Set<String>> on) implements Who {}
    }
}
