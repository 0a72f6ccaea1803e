package vn.quyche.group.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.Vacancy;
import vn.quyche.group.api.members.Vacancy.Cause;

/** Finds out whether somebody answers for a group: a leader, and outside of the product an administrator. Clause TB.5. */
@Regulated("TB.5")
public final class VacancyFinder {

    private final Directory directory;
    private final LocalDate day;

    public VacancyFinder(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    /** What is vacant; nothing in a group in which no work goes on. */
    public List<Vacancy> of(MessagingGroup group) {
        List<Vacancy> vacancies = new ArrayList<>();
        if (group.open(day)) {
            vacancy(group, GroupRole.OWNER).ifPresent(vacancies::add);
            if (group.platform() != Platform.IN_APP) {
                vacancy(group, GroupRole.ADMIN).ifPresent(vacancies::add);
            }
        }
        return vacancies;
    }

    private Optional<Vacancy> vacancy(MessagingGroup group, GroupRole role) {
        List<Appointment> appointments = group.appointments().stream()
                .filter(appointment -> appointment.role() == role)
                .toList();
        if (appointments.isEmpty()) {
            return Optional.of(vacancy(group, role, Cause.NOT_NAMED, ""));
        }
        RoleHolders holders = new RoleHolders(directory, day);
        Set<String> held = appointments.stream()
                .flatMap(appointment -> holders.of(appointment).stream())
                .collect(Collectors.toSet());
        boolean byPost = appointments.stream()
                .anyMatch(appointment -> appointment.post().isPresent()
                        && !holders.of(appointment).isEmpty());
        if (byPost || held.stream().anyMatch(this::hasPost)) {
            return Optional.empty();
        }
        String former = String.join(
                ", ",
                directory
                        .names(appointments.stream()
                                .flatMap(appointment -> appointment.personId().stream())
                                .toList())
                        .values());
        Cause cause = !held.isEmpty() ? Cause.NO_POSITION : former.isEmpty() ? Cause.POST_VACANT : Cause.LEFT;
        return Optional.of(vacancy(group, role, cause, former));
    }

    private boolean hasPost(String personId) {
        return directory
                .find(personId, day)
                .filter(person -> !person.posts().isEmpty())
                .isPresent();
    }

    private static Vacancy vacancy(MessagingGroup group, GroupRole role, Cause cause, String former) {
        return new Vacancy(group.id(), group.code(), group.name(), role, cause, former, Optional.empty());
    }
}
