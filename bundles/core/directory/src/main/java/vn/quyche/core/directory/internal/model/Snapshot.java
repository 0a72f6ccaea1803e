package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Structure.SchoolView;

/** The whole directory in memory, as of one stamp. Answers for any day; the days asked last are kept ready. */
public final class Snapshot {

    /** Units by kind and name. */
    public static final Comparator<StoredUnit> BY_KIND_AND_NAME = Comparator.comparing(
                    (StoredUnit unit) -> unit.data().type())
            .thenComparing(unit -> unit.data().grade())
            .thenComparing(unit -> VietnameseText.sortKey(unit.data().name()))
            .thenComparing(StoredUnit::id);

    private static final int DAYS_KEPT = 8;
    private static final SchoolView NO_SCHOOL = new SchoolView(new School("Trường chưa đặt tên", "", "", "", ""), 0);

    private final DirectoryData data;
    private final List<PersonFile> files;
    private final Map<String, PersonFile> byId = new HashMap<>();
    private final Map<String, PersonFile> byStaffCode = new HashMap<>();
    private final Map<String, StoredUnit> units;
    private final Map<LocalDate, DayView> days = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, DayView> eldest) {
            return size() > DAYS_KEPT;
        }
    };

    public Snapshot(DirectoryData data) {
        this.data = data;
        this.units = data.units().stream().collect(Collectors.toMap(StoredUnit::id, Function.identity()));
        Map<String, List<EmployedTime>> employments = data.employments().stream()
                .sorted(Comparator.comparing(e -> e.span().from()))
                .collect(Collectors.groupingBy(EmployedTime::personId));
        Map<String, List<HeldPost>> posts = data.posts().stream()
                .sorted(Comparator.comparing(p -> p.span().from()))
                .collect(Collectors.groupingBy(HeldPost::personId));
        Map<String, List<UnitMember>> members = data.members().stream()
                .sorted(Comparator.comparing(m -> m.span().from()))
                .collect(Collectors.groupingBy(UnitMember::personId));
        List<PersonFile> unsorted = new ArrayList<>(data.people().size());
        for (StoredPerson person : data.people()) {
            unsorted.add(PersonFile.of(
                    person,
                    employments.getOrDefault(person.id(), List.of()),
                    posts.getOrDefault(person.id(), List.of()),
                    members.getOrDefault(person.id(), List.of())));
        }
        unsorted.sort(Comparator.comparing(PersonFile::sortKey));
        this.files = List.copyOf(unsorted);
        for (PersonFile file : files) {
            byId.put(file.id(), file);
            if (!file.person().data().staffCode().isEmpty()) {
                byStaffCode.put(staffCodeKey(file.person().data().staffCode()), file);
            }
        }
    }

    /** Tells whether two snapshots hold the same. */
    public String stamp() {
        return data.stamp();
    }

    public SchoolView school() {
        return data.school().orElse(NO_SCHOOL);
    }

    /** Everybody, past and present, by name. */
    public List<PersonFile> files() {
        return files;
    }

    public Optional<PersonFile> file(String personId) {
        return Optional.ofNullable(byId.get(personId));
    }

    /** The person with a code of the ministry's database. */
    public Optional<PersonFile> byStaffCode(String staffCode) {
        return Optional.ofNullable(byStaffCode.get(staffCodeKey(staffCode)));
    }

    public List<StoredUnit> storedUnits() {
        return data.units();
    }

    public Optional<StoredUnit> storedUnit(String unitId) {
        return Optional.ofNullable(units.get(unitId));
    }

    /** All campuses, those that ended included, by name. */
    public List<Campus> campuses() {
        return data.campuses().stream()
                .sorted(Comparator.comparing((Campus c) -> VietnameseText.sortKey(c.name()))
                        .thenComparing(Campus::id))
                .toList();
    }

    public Optional<Campus> campus(String campusId) {
        return data.campuses().stream().filter(c -> c.id().equals(campusId)).findFirst();
    }

    /** All authorities, past ones included, the nearest level first, the newest first. */
    public List<Authority> authorities() {
        return data.authorities().stream()
                .sorted(Comparator.comparing(Authority::level)
                        .thenComparing(Authority::validFrom, Comparator.reverseOrder())
                        .thenComparing(Authority::id))
                .toList();
    }

    public List<Person> staff(LocalDate day) {
        return on(day).staff();
    }

    /** The person on the day; without posts and units when not employed on it. */
    public Optional<Person> find(String personId, LocalDate day) {
        return on(day).find(personId).or(() -> file(personId).map(file -> file.asPerson(Set.of(), Set.of(), Set.of())));
    }

    public List<Person> holders(Post post, LocalDate day) {
        return on(day).holders(post);
    }

    public Set<String> membersOf(String unitId, LocalDate day) {
        return on(day).membersOf(unitId);
    }

    public Set<String> membersWithin(String unitId, LocalDate day) {
        return on(day).membersWithin(unitId);
    }

    public Set<String> unitsAround(String personId, LocalDate day) {
        return on(day).unitsAround(personId);
    }

    public Set<String> holdersIn(String unitId, Post post, LocalDate day) {
        return on(day).holdersIn(unitId, post);
    }

    public Set<String> withBelow(String unitId, LocalDate day) {
        return on(day).withBelow(unitId);
    }

    /** The units that stand on the day, by kind and name. */
    public List<StoredUnit> unitsOn(LocalDate day) {
        return data.units().stream()
                .filter(unit -> unit.span().covers(day))
                .sorted(BY_KIND_AND_NAME)
                .toList();
    }

    private DayView on(LocalDate day) {
        synchronized (days) {
            DayView view = days.get(day);
            if (view == null) {
                view = new DayView(this, day);
                days.put(day, view);
            }
            return view;
        }
    }

    private static String staffCodeKey(String staffCode) {
        return VietnameseText.fold(staffCode);
    }
}
