package vn.quyche.core.directory.internal.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.error.FieldError;

/** Finds the person of a row: by staff code, else by name and date of birth, else by name and phone. */
public final class StaffMatcher {

    private final Snapshot snapshot;
    private final Map<String, Set<PersonFile>> byNameAndBirth = new HashMap<>();
    private final Map<String, Set<PersonFile>> byNameAndPhone = new HashMap<>();
    private final Map<String, Set<PersonFile>> byName = new HashMap<>();

    public StaffMatcher(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (PersonFile file : snapshot.files()) {
            People.Data data = file.person().data();
            String name = NameKey.of(data.fullName());
            put(byName, name, file);
            data.birthDate().ifPresent(birth -> put(byNameAndBirth, name + '|' + birth, file));
            if (!data.phone().isEmpty()) {
                put(byNameAndPhone, name + '|' + data.phone(), file);
            }
        }
    }

    /**
     * What was found.
     *
     * @param person the person; empty for a new one
     * @param error why nobody can say who it is
     */
    public record Match(Optional<PersonFile> person, Optional<FieldError> error) {

        private static Match of(PersonFile person) {
            return new Match(Optional.of(person), Optional.empty());
        }

        private static Match none() {
            return new Match(Optional.empty(), Optional.empty());
        }

        private static Match unclear(String code, Object... args) {
            return new Match(Optional.empty(), Optional.of(new FieldError("fullName", code, List.of(args))));
        }
    }

    /** Everybody with a name. */
    public Set<PersonFile> named(String name) {
        return byName.getOrDefault(NameKey.of(name), Set.of());
    }

    /** Finds the person of a row. */
    public Match match(StaffRow row) {
        People.Data data = row.data();
        if (!data.staffCode().isEmpty()) {
            Optional<PersonFile> coded = snapshot.byStaffCode(data.staffCode());
            if (coded.isPresent()) {
                return Match.of(coded.get());
            }
        }
        String name = NameKey.of(data.fullName());
        Set<PersonFile> found = new HashSet<>();
        data.birthDate().ifPresent(birth -> found.addAll(byNameAndBirth.getOrDefault(name + '|' + birth, Set.of())));
        if (found.isEmpty() && !data.phone().isEmpty()) {
            byNameAndPhone.getOrDefault(name + '|' + data.phone(), Set.of()).stream()
                    .filter(file -> mayBe(file, data))
                    .forEach(found::add);
        }
        // Somebody with another code is another person, however alike.
        found.removeIf(file ->
                !data.staffCode().isEmpty() && !file.person().data().staffCode().isEmpty());
        if (found.size() > 1) {
            return Match.unclear("directory.import-several-match", found.size());
        }
        if (found.size() == 1) {
            return Match.of(found.iterator().next());
        }
        boolean bare = data.staffCode().isEmpty() && data.birthDate().isEmpty();
        return bare && byName.containsKey(name) ? Match.unclear("directory.import-name-known") : Match.none();
    }

    /** Father and son may share name and phone, but not the date of birth. */
    private static boolean mayBe(PersonFile file, People.Data data) {
        Optional<?> known = file.person().data().birthDate();
        return known.isEmpty() || data.birthDate().isEmpty() || known.equals(data.birthDate());
    }

    private static void put(Map<String, Set<PersonFile>> map, String key, PersonFile file) {
        map.computeIfAbsent(key, k -> new HashSet<>()).add(file);
    }
}
