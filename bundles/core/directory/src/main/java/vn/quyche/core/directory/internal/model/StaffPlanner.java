package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.People.State;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.StaffImports.RowKind;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.directory.internal.model.PersonChange.WantedPost;

/** Says row by row what taking over a staff list would do. Changes nothing. */
public final class StaffPlanner {

    private final Snapshot snapshot;
    private final LocalDate day;
    private final StaffMatcher matcher;
    private final UnitNames names;
    private final StaffDiff diff;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> found = new HashSet<>();
    private final Map<String, String> createdUnits = new LinkedHashMap<>();

    public StaffPlanner(Snapshot snapshot, LocalDate day) {
        this.snapshot = snapshot;
        this.day = day;
        this.matcher = new StaffMatcher(snapshot);
        this.names = new UnitNames(snapshot, day);
        this.diff = new StaffDiff(snapshot, names, day);
    }

    /** Plans a row. */
    public PlanRow add(int number, StaffRowReader.Read read) {
        if (read.row().isEmpty()) {
            // Who is meant may still be plain, so that a typing mistake does not count as leaving.
            foundByName(read.name());
            return bad(number, read.name(), Optional.empty(), read.errors());
        }
        StaffRow row = read.row().get();
        StaffMatcher.Match match = matcher.match(row);
        Optional<String> personId = match.person().map(PersonFile::id);
        personId.ifPresent(found::add);
        List<FieldError> errors = new ArrayList<>();
        match.error().ifPresent(error -> {
            foundByName(read.name());
            errors.add(error);
        });
        twice(row, personId, number).ifPresent(errors::add);
        otherPrincipal(row, personId).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            return bad(number, read.name(), personId, errors);
        }
        PersonChange change = diff.of(row, match.person());
        rememberUnits(change);
        RowKind kind = match.person().isEmpty()
                ? RowKind.NEW
                : change.changes().isEmpty() ? RowKind.UNCHANGED : RowKind.CHANGED;
        return new PlanRow(number, kind, personId, read.name(), row.toMap(), change.changes(), List.of());
    }

    /** Those who work here and were in no row; to be asked for after the last row. */
    public List<PlanRow> left() {
        return snapshot.files().stream()
                .filter(file -> file.state(day) == State.WORKING && !found.contains(file.id()))
                .map(file -> new PlanRow(
                        0, RowKind.LEFT, Optional.of(file.id()), file.fullName(), Map.of(), List.of(), List.of()))
                .toList();
    }

    /** The names of units, classes and campuses that would be made. */
    public List<String> createdUnits() {
        return List.copyOf(createdUnits.values());
    }

    private void foundByName(String name) {
        matcher.named(name).forEach(file -> found.add(file.id()));
    }

    /** The same person, code, name with birth, post of principal or class in two rows. */
    private Optional<FieldError> twice(StaffRow row, Optional<String> personId, int number) {
        People.Data data = row.data();
        String name = NameKey.of(data.fullName());
        List<String> marks = new ArrayList<>();
        personId.ifPresent(id -> marks.add("person|" + id));
        if (!data.staffCode().isEmpty()) {
            marks.add("code|" + VietnameseText.fold(data.staffCode()));
        }
        if (data.staffCode().isEmpty()) {
            marks.add(
                    "name|" + name + '|' + data.birthDate().map(String::valueOf).orElse(data.phone()));
        }
        Optional<FieldError> twice = firstSeen(marks, number)
                .map(first -> new FieldError("fullName", "directory.import-twice", List.of(first)));
        if (twice.isPresent()) {
            return twice;
        }
        List<String> places = new ArrayList<>();
        row.homerooms()
                .forEach(homeroom -> places.add("class|"
                        + UnitRef.schoolClass(homeroom, SchoolYear.of(day)).key()));
        if (row.posts().contains(Post.PRINCIPAL)) {
            places.add("principal");
        }
        return firstSeen(places, number)
                .map(first -> new FieldError("posts", "directory.import-post-twice", List.of(first)));
    }

    private Optional<Integer> firstSeen(List<String> marks, int number) {
        Optional<Integer> first =
                marks.stream().filter(seen::containsKey).map(seen::get).findFirst();
        if (first.isEmpty()) {
            marks.forEach(mark -> seen.put(mark, number));
        }
        return first;
    }

    private Optional<FieldError> otherPrincipal(StaffRow row, Optional<String> personId) {
        if (!row.posts().contains(Post.PRINCIPAL)) {
            return Optional.empty();
        }
        return snapshot.holders(Post.PRINCIPAL, day).stream()
                .filter(p -> !p.id().equals(personId.orElse("")))
                .findFirst()
                .map(p -> new FieldError("posts", "directory.post-taken", List.of(p.fullName())));
    }

    private void rememberUnits(PersonChange change) {
        change.joinedUnits().stream().filter(ref -> names.unit(ref).isEmpty()).forEach(this::remember);
        for (WantedPost post : change.startedPosts()) {
            post.unit().filter(ref -> names.unit(ref).isEmpty()).ifPresent(this::remember);
            if (!post.campus().isEmpty() && names.campus(post.campus()).isEmpty()) {
                createdUnits.putIfAbsent("CAMPUS|" + VietnameseText.fold(post.campus()), post.campus());
            }
        }
    }

    private void remember(UnitRef ref) {
        createdUnits.putIfAbsent(ref.type() + "|" + ref.key(), ref.name());
    }

    private static PlanRow bad(int number, String name, Optional<String> personId, List<FieldError> errors) {
        return new PlanRow(number, RowKind.BAD, personId, name, Map.of(), List.of(), errors);
    }
}
