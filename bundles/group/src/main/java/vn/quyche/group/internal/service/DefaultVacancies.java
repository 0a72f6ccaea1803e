package vn.quyche.group.internal.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.Vacancies;
import vn.quyche.group.api.members.Vacancy;
import vn.quyche.group.internal.model.VacancyFinder;
import vn.quyche.group.internal.store.JpaVacancyStore;

/** Groups that lack a leader or an administrator: found out when somebody looks, since when as it was noted. */
@Component
@Regulated("TB.5")
public final class DefaultVacancies implements Vacancies {

    private final JpaVacancyStore noted;
    private final GroupSight sight;
    private final Directory directory;

    @Activate
    public DefaultVacancies(
            @Reference JpaVacancyStore noted, @Reference GroupSight sight, @Reference Directory directory) {
        this.noted = noted;
        this.sight = sight;
        this.directory = directory;
    }

    /** Pages go by groups: a group with two vacancies stands on one page with both. */
    @Override
    public Page<Vacancy> list(Caller caller, Optional<String> text, PageRequest page) {
        VacancyFinder finder = new VacancyFinder(directory, sight.today());
        Groups.Query query =
                new Groups.Query(text, Optional.empty(), Optional.empty(), Optional.of(GroupStatus.ACTIVE), false);
        Page<MessagingGroup> groups = sight.page(
                query,
                page,
                group -> sight.sees(caller, group) && !finder.of(group).isEmpty());
        Map<String, LocalDate> since = since();
        return new Page<>(
                groups.items().stream()
                        .flatMap(group -> finder.of(group).stream())
                        .map(vacancy -> dated(vacancy, since))
                        .toList(),
                groups.next());
    }

    @Override
    public Set<String> among(Caller caller, Collection<MessagingGroup> groups) {
        VacancyFinder finder = new VacancyFinder(directory, sight.today());
        return groups.stream()
                .filter(group -> sight.sees(caller, group) && !finder.of(group).isEmpty())
                .map(MessagingGroup::id)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Vacancy> of(Caller caller, String groupId) {
        MessagingGroup group = sight.require(caller, groupId);
        List<Vacancy> vacancies = new VacancyFinder(directory, sight.today()).of(group);
        if (vacancies.isEmpty()) {
            return vacancies;
        }
        Map<String, LocalDate> since = since();
        return vacancies.stream().map(vacancy -> dated(vacancy, since)).toList();
    }

    private Map<String, LocalDate> since() {
        return noted.open().stream()
                .collect(Collectors.toMap(
                        one -> one.groupId() + one.role(), JpaVacancyStore.Noted::since, (first, second) -> first));
    }

    private static Vacancy dated(Vacancy vacancy, Map<String, LocalDate> since) {
        return new Vacancy(
                vacancy.groupId(),
                vacancy.code(),
                vacancy.name(),
                vacancy.role(),
                vacancy.cause(),
                vacancy.former(),
                Optional.ofNullable(since.get(vacancy.groupId() + vacancy.role())));
    }
}
