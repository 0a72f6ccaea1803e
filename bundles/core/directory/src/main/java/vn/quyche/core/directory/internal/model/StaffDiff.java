package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Gender;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.StaffImports.Change;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.directory.internal.model.PersonChange.WantedPost;

/**
 * Compares a row of a staff list with what the directory knows of the person on a day.
 *
 * <p>A list adds and moves; it never takes away what it does not mention: a post that stands in no column stays. Only a
 * unit, campus or class that the list gives differently ends the old one.
 */
public final class StaffDiff {

    /** The field of the first day at the school. */
    static final String JOINED_ON = "joinedOn";

    private final Snapshot snapshot;
    private final UnitNames names;
    private final LocalDate day;

    /** @param names the units by name; units made meanwhile are found too */
    public StaffDiff(Snapshot snapshot, UnitNames names, LocalDate day) {
        this.snapshot = snapshot;
        this.names = names;
        this.day = day;
    }

    /** What the row changes; for a person who is not known yet, everything in it. */
    public PersonChange of(StaffRow row, Optional<PersonFile> known) {
        return new Comparison(row, known).result();
    }

    /** Collects the differences of one row. */
    private final class Comparison {
        private final StaffRow row;
        private final Optional<PersonFile> known;
        private final List<Change> changes = new ArrayList<>();
        private final List<HeldPost> endedPosts = new ArrayList<>();
        private final List<WantedPost> startedPosts = new ArrayList<>();
        private final List<UnitMember> endedMemberships = new ArrayList<>();
        private final Set<UnitRef> joinedUnits = new LinkedHashSet<>();
        private Optional<People.Data> data = Optional.empty();
        private Optional<LocalDate> employedFrom = Optional.empty();
        private Optional<EmployedTime> movedEmployment = Optional.empty();

        private Comparison(StaffRow row, Optional<PersonFile> known) {
            this.row = row;
            this.known = known;
        }

        private PersonChange result() {
            compareData();
            compareEmployment();
            comparePosts();
            compareHomerooms();
            compareFlag(row.party(), UnitRef.party(), "party");
            compareFlag(row.union(), UnitRef.union(), "union");
            return new PersonChange(
                    data,
                    employedFrom,
                    movedEmployment,
                    endedPosts,
                    startedPosts,
                    endedMemberships,
                    joinedUnits,
                    changes);
        }

        private void compareData() {
            People.Data before = known.map(f -> f.person().data()).orElse(NOTHING);
            People.Data now = row.data();
            boolean sameName = NameKey.of(before.fullName()).equals(NameKey.of(now.fullName()));
            People.Data named = sameName ? before : now;
            People.Data after = new People.Data(
                    named.familyName(),
                    named.middleName(),
                    named.givenName(),
                    now.birthDate().or(before::birthDate),
                    now.gender().or(before::gender),
                    given(now.phone(), before.phone()),
                    given(now.email(), before.email()),
                    given(now.staffCode(), before.staffCode()));
            changed("fullName", before, after, People.Data::fullName);
            changed(
                    "birthDate",
                    before,
                    after,
                    d -> d.birthDate().map(LocalDate::toString).orElse(""));
            changed("gender", before, after, d -> d.gender().map(Gender::name).orElse(""));
            changed("phone", before, after, People.Data::phone);
            changed("email", before, after, People.Data::email);
            changed("staffCode", before, after, People.Data::staffCode);
            if (!after.equals(before)) {
                data = Optional.of(after);
            }
        }

        private void changed(String field, People.Data before, People.Data after, Function<People.Data, String> shown) {
            change(field, shown.apply(before), shown.apply(after));
        }

        private void change(String field, String before, String after) {
            if (!before.equals(after)) {
                changes.add(new Change(field, before, after));
            }
        }

        private void compareEmployment() {
            Optional<EmployedTime> current = known.stream()
                    .flatMap(file -> file.employments().stream())
                    .filter(e -> !e.span().endedBefore(day))
                    .findFirst();
            if (current.isEmpty()) {
                LocalDate from =
                        row.joinedOn().filter(joined -> known.isEmpty()).orElse(day);
                employedFrom = Optional.of(from);
                change(JOINED_ON, "", from.toString());
            } else if (row.joinedOn().isPresent()
                    && !row.joinedOn().get().equals(current.get().span().from())
                    && !current.get().span().endedBefore(row.joinedOn().get())) {
                employedFrom = row.joinedOn();
                movedEmployment = current;
                change(
                        JOINED_ON,
                        current.get().span().from().toString(),
                        row.joinedOn().get().toString());
            }
        }

        private void comparePosts() {
            Optional<UnitRef> unit =
                    Optional.of(row.unit()).filter(n -> !n.isEmpty()).map(UnitRef::group);
            Optional<String> unitId = unit.flatMap(names::unit);
            Optional<String> campusId =
                    Optional.of(row.campus()).filter(n -> !n.isEmpty()).flatMap(names::campus);
            Set<Post> added = new LinkedHashSet<>();
            Set<String> unitsBefore = new LinkedHashSet<>();
            Set<String> campusesBefore = new LinkedHashSet<>();
            for (Post post : row.posts().stream().sorted().toList()) {
                List<HeldPost> held =
                        activePosts().stream().filter(h -> h.post() == post).toList();
                boolean stands = held.stream()
                        .anyMatch(h -> (unit.isEmpty()
                                        || unitId.isPresent() && h.unitId().equals(unitId))
                                && (row.campus().isEmpty()
                                        || campusId.isPresent() && h.campusId().equals(campusId)));
                if (stands) {
                    continue;
                }
                // What a decision gave besides the main post is not the list's to move.
                List<HeldPost> moved =
                        held.stream().filter(h -> !h.concurrent()).toList();
                endedPosts.addAll(moved);
                moved.forEach(h -> {
                    h.unitId().map(this::unitName).ifPresent(unitsBefore::add);
                    h.campusId().map(this::campusName).ifPresent(campusesBefore::add);
                });
                if (moved.isEmpty()) {
                    added.add(post);
                }
                startedPosts.add(new WantedPost(post, unit.or(() -> unitOf(moved)), campus(moved)));
            }
            tellPosts(added);
            if (!startedPosts.isEmpty() && unit.isPresent()) {
                change("unit", String.join(", ", unitsBefore), unit.get().name());
            }
            if (!startedPosts.isEmpty() && !row.campus().isEmpty()) {
                change("campus", String.join(", ", campusesBefore), row.campus());
            }
            if (row.posts().isEmpty() && unit.isPresent()) {
                joinUnit(unit.get(), "unit");
            }
        }

        /** The place stays where the list says nothing about it. */
        private Optional<UnitRef> unitOf(List<HeldPost> moved) {
            return moved.stream()
                    .flatMap(h -> h.unitId().stream())
                    .flatMap(id -> snapshot.storedUnit(id).stream())
                    .findFirst()
                    .map(u -> UnitRef.of(
                            u.data().type(), u.data().name(), u.data().schoolYear()));
        }

        private String campus(List<HeldPost> moved) {
            return row.campus().isEmpty()
                    ? moved.stream()
                            .flatMap(h -> h.campusId().stream())
                            .findFirst()
                            .map(this::campusName)
                            .orElse("")
                    : row.campus();
        }

        private void tellPosts(Set<Post> added) {
            if (!added.isEmpty()) {
                Set<Post> before = activePosts().stream().map(HeldPost::post).collect(Collectors.toSet());
                Set<Post> after = new HashSet<>(before);
                after.addAll(added);
                change("posts", list(before), list(after));
            }
        }

        private void compareHomerooms() {
            if (row.homerooms().isEmpty()) {
                return;
            }
            List<UnitRef> wanted = row.homerooms().stream()
                    .map(name -> UnitRef.schoolClass(name, SchoolYear.of(day)))
                    .toList();
            List<HeldPost> held = activePosts().stream()
                    .filter(h -> h.post() == Post.HOMEROOM_TEACHER)
                    .toList();
            Set<String> wantedIds =
                    wanted.stream().flatMap(ref -> names.unit(ref).stream()).collect(Collectors.toSet());
            Set<String> heldIds =
                    held.stream().flatMap(h -> h.unitId().stream()).collect(Collectors.toSet());
            held.stream()
                    .filter(h -> h.unitId().filter(wantedIds::contains).isEmpty())
                    .forEach(endedPosts::add);
            wanted.stream()
                    .filter(ref -> names.unit(ref).filter(heldIds::contains).isEmpty())
                    .forEach(ref ->
                            startedPosts.add(new WantedPost(Post.HOMEROOM_TEACHER, Optional.of(ref), row.campus())));
            change(
                    "homeroom",
                    heldIds.stream().map(this::unitName).sorted().collect(Collectors.joining(", ")),
                    wanted.stream()
                            .map(ref -> names.unit(ref).map(this::unitName).orElse(ref.name()))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }

        private void compareFlag(Optional<Boolean> flag, UnitRef unit, String field) {
            if (flag.isEmpty()) {
                return;
            }
            List<UnitMember> current = activeMembers(unit.type());
            if (flag.get() && current.isEmpty()) {
                joinedUnits.add(unit);
                change(field, "false", "true");
            } else if (!flag.get() && !current.isEmpty()) {
                endedMemberships.addAll(current);
                change(field, "true", "false");
            }
        }

        private void joinUnit(UnitRef unit, String field) {
            Optional<String> unitId = names.unit(unit);
            List<UnitMember> current = activeMembers(unit.type());
            boolean there = unitId.isPresent()
                    && (current.stream().anyMatch(m -> m.unitId().equals(unitId.get()))
                            || activePosts().stream().anyMatch(h -> h.unitId().equals(unitId)));
            if (!there) {
                endedMemberships.addAll(current);
                joinedUnits.add(unit);
                change(
                        field,
                        current.stream().map(m -> unitName(m.unitId())).collect(Collectors.joining(", ")),
                        unit.name());
            }
        }

        private List<HeldPost> activePosts() {
            return known.stream()
                    .flatMap(file -> file.posts().stream())
                    .filter(h -> !h.span().endedBefore(day))
                    .toList();
        }

        private List<UnitMember> activeMembers(UnitType type) {
            return known.stream()
                    .flatMap(file -> file.members().stream())
                    .filter(m -> !m.span().endedBefore(day))
                    .filter(m -> snapshot.storedUnit(m.unitId())
                            .filter(u -> u.data().type() == type)
                            .isPresent())
                    .toList();
        }

        private String unitName(String unitId) {
            return snapshot.storedUnit(unitId).map(u -> u.data().name()).orElse("");
        }

        private String campusName(String campusId) {
            return snapshot.campus(campusId).map(Campus::name).orElse("");
        }

        private String list(Set<Post> posts) {
            return posts.stream().sorted().map(Post::name).collect(Collectors.joining(","));
        }

        private String given(String now, String before) {
            return now.isEmpty() ? before : now;
        }
    }

    private static final People.Data NOTHING =
            new People.Data("", "", "", Optional.empty(), Optional.empty(), "", "", "");
}
