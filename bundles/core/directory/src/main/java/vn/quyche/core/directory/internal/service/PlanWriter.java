package vn.quyche.core.directory.internal.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.StaffImports.Change;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.directory.internal.model.Arrival;
import vn.quyche.core.directory.internal.model.EmployedTime;
import vn.quyche.core.directory.internal.model.HeldPost;
import vn.quyche.core.directory.internal.model.PersonChange;
import vn.quyche.core.directory.internal.model.PersonChange.WantedPost;
import vn.quyche.core.directory.internal.model.PersonFile;
import vn.quyche.core.directory.internal.model.PlanRow;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.model.Span;
import vn.quyche.core.directory.internal.model.StaffDiff;
import vn.quyche.core.directory.internal.model.StaffRow;
import vn.quyche.core.directory.internal.model.StoredPerson;
import vn.quyche.core.directory.internal.model.StoredUnit;
import vn.quyche.core.directory.internal.model.UnitMember;
import vn.quyche.core.directory.internal.model.UnitNames;
import vn.quyche.core.directory.internal.model.UnitRef;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;

/**
 * Writes the rows of a plan, in the running transaction: for each person an act of its own, so that the audit log tells what
 * the list changed about whom. New people are stored in batches.
 */
final class PlanWriter {

    private static final int BATCH = 500;

    /** Who came to the school. @param again whether they were here before */
    private record Came(String personId, LocalDate from, boolean again) {}

    private final Acts acts;
    private final Ids ids;
    private final JpaDirectoryStore store;
    private final Caller caller;
    private final Snapshot snapshot;
    private final LocalDate day;
    private final UnitNames names;
    private final StaffDiff diff;
    private final List<StoredPerson> people = new ArrayList<>();
    private final List<EmployedTime> employments = new ArrayList<>();
    private final List<HeldPost> posts = new ArrayList<>();
    private final List<UnitMember> members = new ArrayList<>();
    private final List<Came> arrivals = new ArrayList<>();

    PlanWriter(Acts acts, Ids ids, JpaDirectoryStore store, Caller caller, Snapshot snapshot, LocalDate day) {
        this.acts = acts;
        this.ids = ids;
        this.store = store;
        this.caller = caller;
        this.snapshot = snapshot;
        this.day = day;
        this.names = new UnitNames(snapshot, day);
        this.diff = new StaffDiff(snapshot, names, day);
    }

    /** Writes a new or changed row. */
    void write(PlanRow row) {
        StaffRow staffRow = StaffRow.fromMap(row.values());
        Optional<PersonFile> known = row.personId().flatMap(snapshot::file);
        PersonChange change = diff.of(staffRow, known);
        if (known.isEmpty()) {
            String personId = ids.next();
            perform("directory.person", "directory.create-person", personId, log -> {
                store(personId, known, change);
                log.subject(personId);
                log.changed(null, shown(change, false));
                change.employedFrom().ifPresent(from -> came(log, personId, from, false));
            });
        } else if (!change.changes().isEmpty()) {
            PersonFile file = known.get();
            perform("directory.person", "directory.update-person", file.id(), log -> {
                store(file.id(), known, change);
                log.changed(shown(change, true), shown(change, false));
                if (change.movedEmployment().isEmpty()) {
                    change.employedFrom().ifPresent(from -> came(log, file.id(), from, true));
                }
            });
        }
        if (people.size() + posts.size() + members.size() >= BATCH) {
            flush();
        }
    }

    private void came(ActLog log, String personId, LocalDate from, boolean again) {
        log.emit(DefaultPeople.joined(personId, from));
        if (Arrival.lately(from, day)) {
            arrivals.add(new Came(personId, from, again));
        }
    }

    /** Who came to the school with the rows that were written. @param reason why those who were not here before have come */
    List<Arrival> arrivals(ArrivalReason reason) {
        return arrivals.stream()
                .map(came -> new Arrival(came.personId(), came.from(), came.again() ? ArrivalReason.RETURN : reason))
                .toList();
    }

    /** Stores what waits. */
    void flush() {
        store.insertAll(people, employments, posts, members);
        people.clear();
        employments.clear();
        posts.clear();
        members.clear();
    }

    private void store(String personId, Optional<PersonFile> known, PersonChange change) {
        change.data().ifPresent(data -> storeData(personId, known, data));
        change.employedFrom().ifPresent(from -> storeEmployment(personId, from, change.movedEmployment()));
        change.endedPosts().forEach(this::end);
        change.endedMemberships().forEach(this::end);
        LocalDate from = change.employedFrom().filter(day::isBefore).orElse(day);
        for (WantedPost wanted : change.startedPosts()) {
            Optional<String> unitId = wanted.unit().map(ref -> unitId(ref, wanted.campus()));
            Optional<String> campusId = campusId(wanted.campus());
            if (wanted.post() == Post.HOMEROOM_TEACHER) {
                unitId.ifPresent(this::endHomeroomOf);
            }
            posts.add(new HeldPost(ids.next(), personId, wanted.post(), unitId, campusId, false, "", Span.since(from)));
        }
        for (UnitRef ref : change.joinedUnits()) {
            members.add(new UnitMember(ids.next(), personId, unitId(ref, ""), Span.since(from)));
        }
    }

    private void storeData(String personId, Optional<PersonFile> known, People.Data data) {
        if (known.isPresent()) {
            store.update(new StoredPerson(personId, data, known.get().person().version()));
        } else {
            people.add(new StoredPerson(personId, data, 0));
        }
    }

    private void storeEmployment(String personId, LocalDate from, Optional<EmployedTime> moved) {
        if (moved.isPresent()) {
            store.save(new EmployedTime(
                    moved.get().id(),
                    personId,
                    new Span(from, moved.get().span().to())));
        } else {
            employments.add(new EmployedTime(ids.next(), personId, Span.since(from)));
        }
    }

    /** The class gets a new homeroom teacher; who had it until now has it no longer. */
    private void endHomeroomOf(String unitId) {
        snapshot.holdersIn(unitId, Post.HOMEROOM_TEACHER, day).stream()
                .flatMap(id -> snapshot.file(id).stream())
                .flatMap(file -> file.posts().stream())
                .filter(post -> post.post() == Post.HOMEROOM_TEACHER
                        && post.unitId().filter(unitId::equals).isPresent()
                        && post.span().covers(day))
                .forEach(this::end);
    }

    /** What began today was a mistake of today; everything older ends yesterday. */
    private void end(HeldPost post) {
        if (post.span().from().isBefore(day)) {
            store.save(post.endingOn(day.minusDays(1)));
        } else {
            store.remove(post);
        }
    }

    private void end(UnitMember member) {
        if (member.span().from().isBefore(day)) {
            store.save(member.endingOn(day.minusDays(1)));
        } else {
            store.remove(member);
        }
    }

    private String unitId(UnitRef ref, String campus) {
        return names.unit(ref).orElseGet(() -> {
            Optional<String> campusId = ref.type() == UnitType.SCHOOL_CLASS ? campusId(campus) : Optional.empty();
            UnitData data =
                    new UnitData(ref.type(), ref.name(), Optional.empty(), campusId, ref.schoolYear(), ref.grade());
            StoredUnit unit = new StoredUnit(ids.next(), data, Span.since(day), 0);
            perform("directory.unit", "directory.create-unit", unit.id(), log -> {
                store.insert(unit);
                log.changed(null, unit);
            });
            names.made(ref, unit.id());
            return unit.id();
        });
    }

    private Optional<String> campusId(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return names.campus(name).or(() -> {
            Campus campus = new Campus(ids.next(), name, "", day, Optional.empty(), 0);
            perform("directory.campus", "directory.create-campus", campus.id(), log -> {
                store.insert(campus);
                log.changed(null, campus);
            });
            names.campusMade(name, campus.id());
            return Optional.of(campus.id());
        });
    }

    /** What is done in an act. */
    @FunctionalInterface
    private interface Step {
        void run(ActLog log);
    }

    private void perform(String type, String action, String id, Step step) {
        acts.perform(caller, Act.on(type, id, action, DirectoryPermissions.IMPORT, Scope.school()), log -> {
            step.run(log);
            return id;
        });
    }

    private static Map<String, String> shown(PersonChange change, boolean before) {
        Map<String, String> shown = new HashMap<>();
        for (Change field : change.changes()) {
            shown.put(field.field(), before ? field.before() : field.after());
        }
        return shown;
    }
}
