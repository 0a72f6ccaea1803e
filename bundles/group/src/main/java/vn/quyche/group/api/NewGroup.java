package vn.quyche.group.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is entered to register or change a group.
 *
 * @param name its name on the platform, 1 to 200 characters
 * @param kind what kind it is
 * @param platform where it lives
 * @param purpose what it is for, up to 1,000 characters
 * @param rule who belongs
 * @param appointments leader (at least one), deputies, posters, administrators
 * @param establishing the decision that set it up
 * @param link the address by which it is joined on the platform, empty for none
 * @param endsOn the last day of a temporary group; required for {@code TEMPORARY}, else empty
 */
public record NewGroup(
        String name,
        GroupKind kind,
        Platform platform,
        String purpose,
        MemberRule rule,
        List<Appointment> appointments,
        Decision establishing,
        String link,
        Optional<LocalDate> endsOn) {

    public NewGroup {
        // what a client left out is empty; the service says what is missing, field by field
        appointments = appointments == null ? List.of() : List.copyOf(appointments);
        endsOn = endsOn == null ? Optional.empty() : endsOn;
    }
}
