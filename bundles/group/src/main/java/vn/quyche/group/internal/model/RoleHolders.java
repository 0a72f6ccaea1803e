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
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.GroupOperation;
import vn.quyche.group.api.members.HandedOperation;

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
    private final Handed handed;

    /** What leaders handed to members for a time. */
    @FunctionalInterface
    public interface Handed {

        /** What was handed to a person in a group and runs on the day by its dates. */
        List<HandedOperation> running(String groupId, String personId, LocalDate day);
    }

    /** Holders of roles by the register alone, without what was handed on. */
    public RoleHolders(Directory directory, LocalDate day) {
        this(directory, day, (group, person, on) -> List.of());
    }

    public RoleHolders(Directory directory, LocalDate day, Handed handed) {
        this.directory = directory;
        this.day = day;
        this.handed = handed;
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
        return holders(appointments, GroupRole.OWNER);
    }

    /** The ids of those who answer for the group: its leaders, while it has none their deputies; empty for nobody. */
    @Regulated("TB.5")
    public Set<String> answering(List<Appointment> appointments) {
        Set<String> leaders = leaders(appointments);
        return leaders.isEmpty() ? holders(appointments, GroupRole.DEPUTY) : leaders;
    }

    private Set<String> holders(List<Appointment> appointments, GroupRole role) {
        return appointments.stream()
                .filter(appointment -> appointment.role() == role)
                .flatMap(appointment -> of(appointment).stream())
                .collect(Collectors.toSet());
    }

    /** Whether the person may issue directives, by a role of theirs or because a leader handed it on. */
    public boolean mayPost(MessagingGroup group, String personId) {
        return has(group, personId, POSTING) || handed(group, personId, Set.of(GroupOperation.POST));
    }

    /** Whether the person leads the group, or issues directives because a leader handed it on. */
    public boolean mayPostForLeader(MessagingGroup group, String personId) {
        return leads(group.appointments(), personId) || handed(group, personId, Set.of(GroupOperation.POST));
    }

    /** Whether the person may pin directives. */
    public boolean mayPin(MessagingGroup group, String personId) {
        return leads(group.appointments(), personId) || handed(group, personId, Set.of(GroupOperation.PIN));
    }

    /** Whether the person leads the group. Leading is never handed on. */
    public boolean leads(List<Appointment> appointments, String personId) {
        return roles(appointments, personId).stream().anyMatch(LEADING::contains);
    }

    /** Whether the person may confirm who is in the group. */
    public boolean maySettle(MessagingGroup group, String personId) {
        return has(group, personId, SETTLING)
                || handed(group, personId, Set.of(GroupOperation.ADMIT, GroupOperation.ADMINISTER));
    }

    /** Whether the person administers the group: sees and verifies the accounts of its members. */
    public boolean administers(MessagingGroup group, String personId) {
        return has(group, personId, SETTLING) || handed(group, personId, Set.of(GroupOperation.ADMINISTER));
    }

    private boolean has(MessagingGroup group, String personId, Set<GroupRole> wanted) {
        return roles(group.appointments(), personId).stream().anyMatch(wanted::contains);
    }

    /** What was handed on ends with the place of giver and receiver in the group. */
    @Regulated({"BC.5.3", "BC.6.5"})
    private boolean handed(MessagingGroup group, String personId, Set<GroupOperation> wanted) {
        return handed.running(group.id(), personId, day).stream()
                .filter(one -> wanted.contains(one.operation()))
                .anyMatch(one -> stands(group, one));
    }

    /** Whether giver and receiver of what was handed on still have their place in the group. */
    public boolean stands(MessagingGroup group, HandedOperation one) {
        return leads(group.appointments(), one.fromPersonId())
                && new Membership(directory, day).ids(group.rule()).contains(one.toPersonId());
    }
}
