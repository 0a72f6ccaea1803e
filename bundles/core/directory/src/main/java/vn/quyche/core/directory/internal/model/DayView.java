package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;

/** Who works here, in which posts and units, on one day; computed once. */
final class DayView {

    /** A post in a unit. */
    private record PostIn(String unitId, Post post) {}

    private final List<Person> staff = new ArrayList<>();
    private final Map<String, Person> byId = new HashMap<>();
    private final Map<Post, List<Person>> holders = new EnumMap<>(Post.class);
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<PostIn, Set<String>> holdersIn = new HashMap<>();
    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<String, String> above = new HashMap<>();
    private final Set<String> sensitive = new HashSet<>();

    DayView(Snapshot snapshot, LocalDate day) {
        for (PersonFile file : snapshot.files()) {
            if (file.employed(day)) {
                add(snapshot, file, day);
            }
        }
        for (StoredUnit unit : snapshot.storedUnits()) {
            if (unit.span().covers(day)) {
                unit.data().parentId().ifPresent(parent -> {
                    above.put(unit.id(), parent);
                    below.computeIfAbsent(parent, p -> new HashSet<>()).add(unit.id());
                });
                if (unit.data().type().sensitive()) {
                    sensitive.add(unit.id());
                }
            }
        }
    }

    private void add(Snapshot snapshot, PersonFile file, LocalDate day) {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        Set<String> units = new HashSet<>();
        Set<String> campuses = new HashSet<>();
        for (HeldPost held : file.posts()) {
            if (held.span().covers(day)) {
                posts.add(held.post());
                held.campusId().ifPresent(campuses::add);
                held.unitId().ifPresent(unitId -> {
                    units.add(unitId);
                    holdersIn
                            .computeIfAbsent(new PostIn(unitId, held.post()), k -> new HashSet<>())
                            .add(file.id());
                });
            }
        }
        for (UnitMember member : file.members()) {
            if (member.span().covers(day)) {
                units.add(member.unitId());
            }
        }
        Set<String> shown = new HashSet<>();
        for (String unitId : units) {
            members.computeIfAbsent(unitId, u -> new HashSet<>()).add(file.id());
            snapshot.storedUnit(unitId).ifPresent(unit -> {
                unit.campusId().ifPresent(campuses::add);
                if (!unit.data().type().sensitive()) {
                    shown.add(unitId);
                }
            });
        }
        Person person = file.asPerson(posts, shown, campuses);
        staff.add(person);
        byId.put(person.id(), person);
        posts.forEach(
                post -> holders.computeIfAbsent(post, p -> new ArrayList<>()).add(person));
    }

    List<Person> staff() {
        return List.copyOf(staff);
    }

    Optional<Person> find(String personId) {
        return Optional.ofNullable(byId.get(personId));
    }

    List<Person> holders(Post post) {
        return List.copyOf(holders.getOrDefault(post, List.of()));
    }

    Set<String> membersOf(String unitId) {
        return Set.copyOf(members.getOrDefault(unitId, Set.of()));
    }

    Set<String> holdersIn(String unitId, Post post) {
        return Set.copyOf(holdersIn.getOrDefault(new PostIn(unitId, post), Set.of()));
    }

    Set<String> withBelow(String unitId) {
        Set<String> reached = new HashSet<>();
        collect(unitId, reached, Set.of());
        return Set.copyOf(reached);
    }

    /** Of a unit that is not sensitive, those below it that are do not count, nor what is below them. */
    Set<String> membersWithin(String unitId) {
        Set<String> reached = new HashSet<>();
        collect(unitId, reached, sensitive.contains(unitId) ? Set.of() : sensitive);
        return reached.stream()
                .flatMap(unit -> members.getOrDefault(unit, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The units whose {@link #membersWithin} have the person. */
    Set<String> unitsAround(String personId) {
        Set<String> around = new HashSet<>();
        members.forEach((unit, people) -> {
            if (people.contains(personId)) {
                climb(unit, around);
            }
        });
        return around;
    }

    private void climb(String unitId, Set<String> around) {
        boolean open = true;
        Set<String> met = new HashSet<>();
        for (String unit = unitId; unit != null && met.add(unit); unit = above.get(unit)) {
            if (open || sensitive.contains(unit)) {
                around.add(unit);
            }
            open &= !sensitive.contains(unit);
        }
    }

    /** A circle of units cannot be stored; if one was, it would not hang us. */
    private void collect(String unitId, Set<String> reached, Set<String> passedOver) {
        if (!passedOver.contains(unitId) && reached.add(unitId)) {
            below.getOrDefault(unitId, Set.of()).forEach(child -> collect(child, reached, passedOver));
        }
    }
}
