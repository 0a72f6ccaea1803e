package vn.quyche.group.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A registered group.
 *
 * @param id its id
 * @param code a short code, unique in the school, for example {@code N03}; part of the numbers of its directives
 * @param name its name on the platform
 * @param kind what kind it is
 * @param platform where it lives
 * @param purpose what it is for
 * @param rule who belongs
 * @param appointments who does what in it
 * @param establishing the decision that set it up; without a number while the group is only proposed
 * @param link the address by which it is joined, may be empty
 * @param endsOn the last day of a temporary group
 * @param status where it stands
 * @param dissolving the decision that ended it: dissolved, merged or refused
 * @param registeredAt when it was entered
 * @param version grows with each change
 */
public record MessagingGroup(
        String id,
        String code,
        String name,
        GroupKind kind,
        Platform platform,
        String purpose,
        MemberRule rule,
        List<Appointment> appointments,
        Decision establishing,
        String link,
        Optional<LocalDate> endsOn,
        GroupStatus status,
        Optional<Decision> dissolving,
        Instant registeredAt,
        long version) {

    public MessagingGroup {
        appointments = List.copyOf(appointments);
    }

    /** Whether work goes on in the group on a day: it is recognised, and its last day is not past. Clause BC.0.2. */
    public boolean open(LocalDate day) {
        return status == GroupStatus.ACTIVE
                && endsOn.map(last -> !day.isAfter(last)).orElse(true);
    }
}
