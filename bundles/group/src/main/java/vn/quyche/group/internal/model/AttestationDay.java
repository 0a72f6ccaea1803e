package vn.quyche.group.internal.model;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.Attestation;
import vn.quyche.group.api.members.Declaration;

/** Until when the list of a group has to be declared again. Clauses BC.1.2 and BC.4.5. */
@Regulated({"BC.1.2", "BC.4.5"})
public final class AttestationDay {

    /** Parameter: the days after which a list is declared again. */
    public static final String EVERY = "group.attest-every-days";

    private final int every;
    private final LocalDate today;
    private final Optional<LocalDate> begun;

    /**
     * The last days for groups.
     *
     * @param begun since when lists are asked for at all
     */
    public AttestationDay(Regulations regulations, LocalDate today, Optional<LocalDate> begun) {
        this.begun = begun;
        this.every = regulations.intValue(EVERY, today);
        this.today = today;
    }

    /** The last day for the next declaration: counted from the one before, at first from the registration of the group. */
    public LocalDate due(MessagingGroup group, Optional<Declaration> last) {
        return last.flatMap(Declaration::confirmedAt)
                .map(at -> LocalDate.ofInstant(at, VietnamTime.ZONE))
                .orElseGet(() -> firstFrom(LocalDate.ofInstant(group.registeredAt(), VietnamTime.ZONE)))
                .plusDays(every);
    }

    /** Nobody was asked for a list before lists were asked for. */
    private LocalDate firstFrom(LocalDate registered) {
        return begun.filter(day -> day.isAfter(registered)).orElse(registered);
    }

    /** Whether the last day is past. */
    public boolean overdue(MessagingGroup group, Optional<Declaration> last) {
        return due(group, last).isBefore(today);
    }

    /** Where a group stands. */
    public Attestation of(MessagingGroup group, Optional<Declaration> last) {
        return new Attestation(
                group.id(),
                group.code(),
                group.name(),
                group.platform(),
                last.map(Declaration::id),
                last.flatMap(Declaration::confirmedAt).map(at -> LocalDate.ofInstant(at, VietnamTime.ZONE)),
                last.map(Declaration::byName).orElse(""),
                due(group, last),
                overdue(group, last),
                last.map(Declaration::open).orElse(0));
    }
}
