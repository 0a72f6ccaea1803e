package vn.quyche.core.api.compliance.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.annotation.versioning.ConsumerType;
import vn.quyche.core.api.VietnamTime;

/**
 * Tells what proves that clauses are kept, and what broke them. Register it as a service; core.compliance asks in the
 * background and keeps the counts by day, so that no page ever counts. Lines are asked for when somebody looks at them.
 *
 * <p>Asks nobody for permission: who may see standing is checked before.
 */
@ConsumerType
public interface EvidenceSource {

    /** A name that stays the same over versions, {@code <domain>.<what>}, at most 80 characters; counts are kept under it. */
    String name();

    /** The first day from which there is evidence; empty when there is none yet. */
    Optional<LocalDate> firstDay();

    /**
     * What counts for the days from one to another, both included; a clause without anything on a day is left out.
     *
     * @param now what is due by then counts
     */
    List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now);

    /**
     * The days whose counts may have changed since an instant. Unless told otherwise, the days since then: right for what
     * is written down when it happens and never changes.
     */
    default Set<LocalDate> changedDays(Instant since, Instant now) {
        LocalDate last = LocalDate.ofInstant(now, VietnamTime.ZONE);
        Set<LocalDate> days = new TreeSet<>();
        for (LocalDate day = LocalDate.ofInstant(since, VietnamTime.ZONE); !day.isAfter(last); day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    /** Lines by time, newest first, then by id downwards; none for clauses that the source does not know. */
    List<Evidence> lines(EvidenceQuery query);
}
