package vn.quyche.group.internal.model;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;

/** Who holds the roles of a group on a day: a role goes with a post, and so passes on with it. */
@Regulated({"BC.0.1", "MT.12.1"})
public final class RoleHolders {

    /** Roles whose holders may issue directives. */
    private static final Set<GroupRole> POSTING = EnumSet.of(GroupRole.OWNER, GroupRole.DEPUTY, GroupRole.POSTER);
    /** Roles whose holders lead the group: they pin, and see all receipts. */
    private static final Set<GroupRole> LEADING = EnumSet.of(GroupRole.OWNER, GroupRole.DEPUTY);
    /** Roles whose holders confirm who is in the group. */
    private static final Set<GroupRole> SETTLING = EnumSet.of(GroupRole.OWNER, GroupRole.DEPUTY, GroupRole.ADMIN);

    private final Directory directory;
    private final LocalDate day;

    public RoleHolders(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    /** The ids of those who hold a role by one appointment. */
    public Set<String> of(Appointment appointment) {
        if (appointment.personId().isPresent()) {
            return appointment.personId().filter(id -> directory.employed(id, day)).stream()
                    .collect(Collectors.toSet());
        }
        return appointment
                .post()
                .map(post -> appointment
                        .unitId()
                        .map(unit -> directory.holdersIn(unit, post, day))
                        .orElseGet(() -> directory.holders(post, day).stream()
                                .map(Person::id)
                                .collect(Collectors.toSet())))
                .orElseGet(Set::of);
    }

    /** The roles of a person. */
    public Set<GroupRole> roles(List<Appointment> appointments, String personId) {
        Set<GroupRole> roles = EnumSet.noneOf(GroupRole.class);
        for (Appointment appointment : appointments) {
            if (!roles.contains(appointment.role()) && of(appointment).contains(personId)) {
                roles.add(appointment.role());
            }
        }
        return roles;
    }

    /** The ids of the leaders today; empty when the post is vacant. */
    public Set<String> leaders(List<Appointment> appointments) {
        return appointments.stream()
                .filter(appointment -> appointment.role() == GroupRole.OWNER)
                .flatMap(appointment -> of(appointment).stream())
                .collect(Collectors.toSet());
    }

    /** Whether the person may issue directives. */
    public boolean mayPost(List<Appointment> appointments, String personId) {
        return roles(appointments, personId).stream().anyMatch(POSTING::contains);
    }

    /** Whether the person leads the group. */
    public boolean leads(List<Appointment> appointments, String personId) {
        return roles(appointments, personId).stream().anyMatch(LEADING::contains);
    }

    /** Whether the person may confirm who is in the group. */
    public boolean maySettle(List<Appointment> appointments, String personId) {
        return roles(appointments, personId).stream().anyMatch(SETTLING::contains);
    }
}
