package vn.quyche.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.security.spi.UnitTree;

/**
 * A directory whose people a test places by hand.
 *
 * <pre>{@code
 * FakeDirectory directory = new FakeDirectory()
 *         .unit("toan", UnitType.SUBJECT_GROUP, "Tổ Toán – Tin")
 *         .person("minh", "Trần Quang Minh", Post.PRINCIPAL)
 *         .person("lan", "Lê Thị Lan", Post.TEACHER)
 *         .post("lan", Post.SUBJECT_HEAD, "toan")
 *         .left("lan", LocalDate.of(2026, 6, 30));
 * }</pre>
 *
 * <p>Everybody works from ever and for ever unless told otherwise; posts and memberships last as long as the employment.
 */
public final class FakeDirectory implements Directory, UnitTree {

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Placed> people = new LinkedHashMap<>();
    private final List<Campus> campuses = new ArrayList<>();
    private final List<Authority> authorities = new ArrayList<>();
    private School school =
            new School("Trường THCS Thử Nghiệm", "79000999", "THCSTN", "Thử Nghiệm", "Số 1 đường Thử Nghiệm");

    /** Names the school. */
    public synchronized FakeDirectory school(School named) {
        school = named;
        return this;
    }

    /** Adds a campus. */
    public synchronized FakeDirectory campus(Campus campus) {
        campuses.add(campus);
        return this;
    }

    /** Puts an authority above the school. */
    public synchronized FakeDirectory authority(Authority authority) {
        authorities.add(authority);
        return this;
    }

    /** Adds a unit directly below the school. */
    public FakeDirectory unit(String unitId, UnitType type, String name) {
        return unit(new Unit(unitId, type, name, Optional.empty(), Optional.empty()));
    }

    /** Adds a unit with parent or campus. */
    public synchronized FakeDirectory unit(Unit unit) {
        units.put(unit.id(), unit);
        return this;
    }

    /** Adds a person with posts that belong to no unit. */
    public synchronized FakeDirectory person(String personId, String fullName, Post... posts) {
        Placed placed = new Placed(personId, fullName);
        placed.posts.addAll(List.of(posts));
        people.put(personId, placed);
        return this;
    }

    /** Gives a person a post in a unit, which makes them a member of it. */
    public synchronized FakeDirectory post(String personId, Post post, String unitId) {
        known(unitId);
        placed(personId)
                .postsIn
                .computeIfAbsent(unitId, u -> EnumSet.noneOf(Post.class))
                .add(post);
        return this;
    }

    /** Makes a person a member of a unit. */
    public synchronized FakeDirectory member(String personId, String unitId) {
        known(unitId);
        placed(personId).units.add(unitId);
        return this;
    }

    /** Takes a person out of a unit, posts in it included. */
    public synchronized FakeDirectory notMember(String personId, String unitId) {
        placed(personId).units.remove(unitId);
        placed(personId).postsIn.remove(unitId);
        return this;
    }

    /** Lets a person work at a campus. */
    public synchronized FakeDirectory campus(String personId, String campusId) {
        placed(personId).campuses.add(campusId);
        return this;
    }

    /** Gives a person a phone number and an official address; empty text for none. */
    public synchronized FakeDirectory contact(String personId, String phone, String email) {
        placed(personId).phone = phone;
        placed(personId).email = email;
        return this;
    }

    /** Sets the first day of a person. */
    public synchronized FakeDirectory joined(String personId, LocalDate firstDay) {
        placed(personId).from = firstDay;
        return this;
    }

    /** Sets the last day of a person. */
    public synchronized FakeDirectory left(String personId, LocalDate lastDay) {
        placed(personId).to = lastDay;
        return this;
    }

    @Override
    public synchronized School school() {
        return school;
    }

    @Override
    public synchronized List<Person> staff(LocalDate day) {
        return Person.byName(people.values().stream()
                .filter(p -> p.worksOn(day))
                .map(p -> p.on(day, units))
                .toList());
    }

    @Override
    public synchronized Optional<Person> find(String personId, LocalDate day) {
        return Optional.ofNullable(people.get(personId)).map(p -> p.on(day, units));
    }

    @Override
    public synchronized Map<String, String> names(Collection<String> personIds) {
        Map<String, String> names = new HashMap<>();
        for (String personId : personIds) {
            Placed placed = people.get(personId);
            if (placed != null) {
                names.put(personId, placed.fullName);
            }
        }
        return names;
    }

    @Override
    public synchronized boolean employed(String personId, LocalDate day) {
        Placed placed = people.get(personId);
        return placed != null && placed.worksOn(day);
    }

    @Override
    public List<Person> holders(Post post, LocalDate day) {
        return staff(day).stream().filter(p -> p.posts().contains(post)).toList();
    }

    @Override
    public synchronized List<Campus> campuses(LocalDate day) {
        return List.copyOf(campuses);
    }

    @Override
    public synchronized List<Authority> authorities(LocalDate day) {
        return List.copyOf(authorities);
    }

    @Override
    public synchronized List<Unit> units(LocalDate day) {
        return List.copyOf(units.values());
    }

    @Override
    public synchronized Optional<Unit> unit(String unitId) {
        return Optional.ofNullable(units.get(unitId));
    }

    @Override
    public synchronized Set<String> membersOf(String unitId, LocalDate day) {
        return people.values().stream()
                .filter(p -> p.worksOn(day) && p.allUnits().contains(unitId))
                .map(p -> p.id)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Set<String> membersWithin(String unitId, LocalDate day) {
        boolean open = Optional.ofNullable(units.get(unitId))
                .filter(unit -> unit.type().sensitive())
                .isPresent();
        Set<String> reached = new HashSet<>(Set.of(unitId));
        while (reached.addAll(units.values().stream()
                .filter(unit -> open || !unit.type().sensitive())
                .filter(unit -> unit.parentId().filter(reached::contains).isPresent())
                .map(Unit::id)
                .toList())) {
            // until no unit is added any more
        }
        return reached.stream().flatMap(unit -> membersOf(unit, day).stream()).collect(Collectors.toSet());
    }

    @Override
    public synchronized Set<String> unitsAround(String personId, LocalDate day) {
        return units.keySet().stream()
                .filter(unit -> membersWithin(unit, day).contains(personId))
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Set<String> holdersIn(String unitId, Post post, LocalDate day) {
        return people.values().stream()
                .filter(p -> p.worksOn(day)
                        && p.postsIn.getOrDefault(unitId, Set.of()).contains(post))
                .map(p -> p.id)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Set<String> withBelow(String unitId) {
        Set<String> reached = new HashSet<>(Set.of(unitId));
        while (reached.addAll(units.values().stream()
                .filter(u -> u.parentId().filter(reached::contains).isPresent())
                .map(Unit::id)
                .toList())) {
            // until no unit is added any more
        }
        return reached;
    }

    private Placed placed(String personId) {
        Placed placed = people.get(personId);
        if (placed == null) {
            throw new IllegalArgumentException("The test places nobody with the id " + personId);
        }
        return placed;
    }

    private void known(String unitId) {
        if (!units.containsKey(unitId)) {
            throw new IllegalArgumentException("The test has no unit with the id " + unitId);
        }
    }

    private static final class Placed {
        private final String id;
        private final String fullName;
        private final Set<Post> posts = EnumSet.noneOf(Post.class);
        private final Map<String, Set<Post>> postsIn = new LinkedHashMap<>();
        private final Set<String> units = new HashSet<>();
        private final Set<String> campuses = new HashSet<>();
        private String phone = "";
        private String email = "";
        private LocalDate from = LocalDate.MIN;
        private LocalDate to = LocalDate.MAX;

        private Placed(String id, String fullName) {
            this.id = id;
            this.fullName = fullName;
        }

        private boolean worksOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        private Set<String> allUnits() {
            Set<String> all = new HashSet<>(units);
            all.addAll(postsIn.keySet());
            return all;
        }

        private Person on(LocalDate day, Map<String, Unit> known) {
            if (!worksOn(day)) {
                return new Person(id, fullName, Set.of(), Set.of(), Set.of(), phone, email);
            }
            Set<Post> held = EnumSet.noneOf(Post.class);
            held.addAll(posts);
            postsIn.values().forEach(held::addAll);
            Set<String> shown = allUnits();
            shown.removeIf(u -> known.get(u).type().sensitive());
            return new Person(id, fullName, held, shown, campuses, phone, email);
        }
    }
}
