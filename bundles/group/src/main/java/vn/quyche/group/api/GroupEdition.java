package vn.quyche.group.api;

import java.time.Instant;
import java.util.List;

/**
 * Who belonged to a group and who did what in it, from a moment on. Clauses BC.0.1, TB.1.
 *
 * @param since from when on
 * @param rule who belonged
 * @param appointments who did what
 */
public record GroupEdition(Instant since, MemberRule rule, List<Appointment> appointments) {

    public GroupEdition {
        appointments = List.copyOf(appointments);
    }
}
