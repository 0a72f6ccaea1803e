package vn.quyche.core.directory.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.directory.internal.model.EmployedTime;
import vn.quyche.core.directory.internal.model.HeldPost;
import vn.quyche.core.directory.internal.model.NameKey;
import vn.quyche.core.directory.internal.model.PersonFile;
import vn.quyche.core.directory.internal.model.PersonRules;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.model.Span;
import vn.quyche.core.directory.internal.model.StoredPerson;
import vn.quyche.core.directory.internal.model.StoredUnit;
import vn.quyche.core.directory.internal.model.UnitMember;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;

/** People, their posts and memberships. */
@Component(service = People.class)
public class DefaultPeople implements People {

    /** Somebody works here from a day on. */
    static final String JOINED = "directory.person-joined.v1";

    private static final String PERSON = "directory.person";
    private static final String PEOPLE = "directory.people";
    private static final String ASSIGNMENT = "directory.assignment";
    private static final String MEMBERSHIP = "directory.membership";

    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;
    private final JpaDirectoryStore store;
    private final CurrentDirectory current;
    private final DirectoryChanges changes;

    @Activate
    public DefaultPeople(
            @Reference Acts acts,
            @Reference Access access,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference JpaDirectoryStore store,
            @Reference CurrentDirectory current,
            @Reference DirectoryChanges changes) {
        this.acts = acts;
        this.access = access;
        this.ids = ids;
        this.clock = clock;
        this.store = store;
        this.current = current;
        this.changes = changes;
    }

    @Override
    public Page<Row> list(Caller caller, Query query, PageRequest page) {
        PeopleViews views = views(caller);
        PeopleOrder order = PeopleOrder.of(page.sort());
        String list = PEOPLE + "." + order.word();
        Optional<Cursor> after = page.after().map(text -> Cursor.parse(list, 2, text));
        List<PeopleOrder.Place> found = order.places(views, views.matching(query))
                .filter(place -> after.map(end -> order.isBehind(place, end.text(0), end.text(1)))
                        .orElse(true))
                .limit(page.size() + 1L)
                .toList();
        return Page.of(
                        found,
                        page.size(),
                        place -> Cursor.of(list, place.key(), place.file().sortKey()))
                .map(place -> views.row(place.file()));
    }

    @Override
    public List<List<String>> table(Caller caller, Query query, PageRequest like) {
        access.require(caller, DirectoryPermissions.READ_PERSONAL, Scope.school());
        PeopleViews views = views(caller);
        List<List<String>> table = new ArrayList<>();
        table.add(StaffTable.HEADINGS);
        PeopleOrder.of(like.sort())
                .places(views, views.matching(query))
                .forEach(place -> table.add(StaffTable.row(views.row(place.file()), place.file())));
        return table;
    }

    @Override
    public Detail get(Caller caller, String personId) {
        Snapshot snapshot = current.get();
        PeopleViews views = views(caller, snapshot);
        return views.detail(file(snapshot, personId));
    }

    @Override
    public String create(Caller caller, String key, Data data, LocalDate firstDay) {
        Act act = Act.create(PERSON, "directory.create-person", DirectoryPermissions.EDIT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            Checks checks = new Checks();
            Data checked = PersonRules.check(checks, data, today());
            checks.that(firstDay != null, "firstDay", "core.required");
            checks.orThrow();
            requireUnknown(snapshot, checked, "");
            String personId = ids.next();
            store.insert(new StoredPerson(personId, checked, 0));
            store.save(new EmployedTime(ids.next(), personId, Span.since(firstDay)));
            log.subject(personId);
            log.changed(null, Map.of("person", checked, "firstDay", firstDay));
            log.emit(joined(personId, firstDay));
            changes.tell(log, "person", personId);
            return personId;
        });
    }

    @Override
    public Detail update(Caller caller, String personId, long version, Data data) {
        return perform(caller, PERSON, personId, "directory.update-person", log -> {
            Snapshot snapshot = current.locked();
            PersonFile file = file(snapshot, personId);
            Checks checks = new Checks();
            Data checked = PersonRules.check(checks, data, today());
            checks.orThrow();
            requireUnknown(snapshot, checked, personId);
            store.update(new StoredPerson(personId, checked, version));
            log.changed(file.person().data(), checked);
            changes.tell(log, "person", personId);
            return get(caller, personId);
        });
    }

    @Override
    public void rejoin(Caller caller, String personId, LocalDate firstDay) {
        perform(caller, PERSON, personId, "directory.rejoin-person", log -> {
            PersonFile file = file(current.locked(), personId);
            requireDay("firstDay", firstDay);
            Span span = Span.since(firstDay);
            if (file.employments().stream().anyMatch(e -> e.span().overlaps(span))) {
                throw new Conflict("directory.employed-already", file.fullName());
            }
            store.save(new EmployedTime(ids.next(), personId, span));
            log.changed(null, Map.of("firstDay", firstDay));
            log.emit(joined(personId, firstDay));
            changes.tell(log, "person", personId);
            return personId;
        });
    }

    @Override
    public String assign(Caller caller, String key, String personId, NewAssignment assignment) {
        Act act = Act.create(ASSIGNMENT, "directory.assign-post", DirectoryPermissions.EDIT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            PersonFile file = file(snapshot, personId);
            HeldPost held = checked(snapshot, file, assignment);
            if (sight(caller, snapshot).tells(held.post(), held.unitId())) {
                access.require(caller, DirectoryPermissions.READ_SENSITIVE, Scope.school());
            }
            requireFree(snapshot, file, held);
            store.save(held);
            log.subject(held.id());
            log.changed(null, held);
            changes.tell(log, "person", personId);
            return held.id();
        });
    }

    @Override
    public void endAssignment(Caller caller, String assignmentId, LocalDate lastDay) {
        perform(caller, ASSIGNMENT, assignmentId, "directory.end-post", log -> {
            Snapshot snapshot = current.locked();
            HeldPost held = snapshot.files().stream()
                    .flatMap(file -> file.posts().stream())
                    .filter(post -> post.id().equals(assignmentId))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("directory.no-assignment"));
            if (sight(caller, snapshot).tells(held.post(), held.unitId())) {
                access.require(caller, DirectoryPermissions.READ_SENSITIVE, Scope.school());
            }
            HeldPost ended = held.endingOn(lastDay(held.span(), lastDay));
            store.save(ended);
            log.changed(held, ended);
            changes.tell(log, "person", held.personId());
            return assignmentId;
        });
    }

    @Override
    public String join(Caller caller, String key, String personId, String unitId, LocalDate from) {
        Act act = Act.create(MEMBERSHIP, "directory.join-unit", DirectoryPermissions.EDIT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            PersonFile file = file(snapshot, personId);
            requireDay("from", from);
            StoredUnit unit = unit(snapshot, unitId, from);
            requireEmployed(file, from);
            if (unit.data().type().sensitive()) {
                access.require(caller, DirectoryPermissions.READ_SENSITIVE, Scope.school());
            }
            UnitMember member = new UnitMember(ids.next(), personId, unitId, Span.since(from));
            if (file.members().stream()
                    .anyMatch(m -> m.unitId().equals(unitId) && m.span().overlaps(member.span()))) {
                throw new Conflict(
                        "directory.member-already", file.fullName(), unit.data().name());
            }
            store.save(member);
            log.subject(member.id());
            log.changed(null, member);
            changes.tell(log, "person", personId);
            return member.id();
        });
    }

    @Override
    public void endMembership(Caller caller, String membershipId, LocalDate lastDay) {
        perform(caller, MEMBERSHIP, membershipId, "directory.leave-unit", log -> {
            Snapshot snapshot = current.locked();
            UnitMember member = snapshot.files().stream()
                    .flatMap(file -> file.members().stream())
                    .filter(m -> m.id().equals(membershipId))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("directory.no-membership"));
            if (sight(caller, snapshot).sensitiveUnit(member.unitId())) {
                access.require(caller, DirectoryPermissions.READ_SENSITIVE, Scope.school());
            }
            UnitMember ended = member.endingOn(lastDay(member.span(), lastDay));
            store.save(ended);
            log.changed(member, ended);
            changes.tell(log, "person", member.personId());
            return membershipId;
        });
    }

    static Event joined(String personId, LocalDate firstDay) {
        return new Event(JOINED, personId, Map.of("personId", personId, "firstDay", firstDay.toString()));
    }

    private <T> T perform(Caller caller, String type, String id, String action, Acts.Work<T> work) {
        return acts.perform(caller, Act.on(type, id, action, DirectoryPermissions.EDIT, Scope.school()), work);
    }

    private HeldPost checked(Snapshot snapshot, PersonFile file, NewAssignment wanted) {
        Checks checks = new Checks();
        checks.that(wanted.post() != null, "post", "core.required");
        checks.that(wanted.from() != null, "from", "core.required");
        String decision = checks.text("decisionNumber", wanted.decisionNumber(), 0, 60);
        checks.orThrow();
        Optional<StoredUnit> unit = wanted.unitId().map(id -> unit(snapshot, id, wanted.from()));
        wanted.campusId().ifPresent(id -> {
            if (snapshot.campus(id).isEmpty()) {
                throw new NotFound("directory.no-campus");
            }
        });
        boolean inClass =
                unit.filter(u -> u.data().type() == UnitType.SCHOOL_CLASS).isPresent();
        checks.that(wanted.post() != Post.HOMEROOM_TEACHER || inClass, "unitId", "directory.post-needs-class");
        checks.orThrow();
        requireEmployed(file, wanted.from());
        return new HeldPost(
                ids.next(),
                file.id(),
                wanted.post(),
                wanted.unitId(),
                wanted.campusId(),
                wanted.concurrent(),
                decision,
                Span.since(wanted.from()));
    }

    /** One principal, one homeroom teacher for a class; and nobody holds the same post in the same place twice. */
    private static void requireFree(Snapshot snapshot, PersonFile file, HeldPost wanted) {
        boolean held = file.posts().stream()
                .anyMatch(post -> post.post() == wanted.post()
                        && post.unitId().equals(wanted.unitId())
                        && post.campusId().equals(wanted.campusId())
                        && post.span().overlaps(wanted.span()));
        if (held) {
            throw new Conflict("directory.post-held", file.fullName());
        }
        boolean exclusive = wanted.post() == Post.PRINCIPAL || wanted.post() == Post.HOMEROOM_TEACHER;
        if (exclusive) {
            snapshot.files().stream()
                    .filter(other -> other.posts().stream()
                            .anyMatch(post -> post.post() == wanted.post()
                                    && post.unitId().equals(wanted.unitId())
                                    && post.span().overlaps(wanted.span())))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new Conflict("directory.post-taken", other.fullName());
                    });
        }
    }

    private static void requireUnknown(Snapshot snapshot, Data data, String personId) {
        if (!data.staffCode().isEmpty()) {
            snapshot.byStaffCode(data.staffCode())
                    .filter(file -> !file.id().equals(personId))
                    .ifPresent(file -> {
                        throw new Conflict("directory.staff-code-taken", data.staffCode(), file.fullName());
                    });
        }
        String name = NameKey.of(data.fullName());
        snapshot.files().stream()
                .filter(file -> !file.id().equals(personId))
                .filter(file -> data.birthDate().isPresent()
                        && file.person().data().birthDate().equals(data.birthDate())
                        && NameKey.of(file.fullName()).equals(name))
                // Two with one name and birthday are told apart by their codes.
                .filter(file -> data.staffCode().isEmpty()
                        || file.person().data().staffCode().isEmpty())
                .findFirst()
                .ifPresent(file -> {
                    throw new Conflict("directory.person-exists", file.fullName());
                });
    }

    private static void requireEmployed(PersonFile file, LocalDate day) {
        if (!file.employed(day)) {
            throw new Conflict("directory.not-employed", file.fullName(), day);
        }
    }

    private static void requireDay(String field, LocalDate day) {
        if (day == null) {
            throw new Invalid(field, "core.required");
        }
    }

    private static LocalDate lastDay(Span span, LocalDate lastDay) {
        requireDay("lastDay", lastDay);
        if (lastDay.isBefore(span.from())) {
            throw new Invalid("lastDay", "directory.ends-before-start");
        }
        if (span.endedBefore(lastDay)) {
            throw new Conflict("directory.ended-already");
        }
        return lastDay;
    }

    private static StoredUnit unit(Snapshot snapshot, String unitId, LocalDate day) {
        StoredUnit unit = snapshot.storedUnit(unitId).orElseThrow(() -> new NotFound("directory.no-unit"));
        if (!unit.span().covers(day)) {
            throw new Conflict("directory.unit-not-standing", unit.data().name());
        }
        return unit;
    }

    private static PersonFile file(Snapshot snapshot, String personId) {
        return snapshot.file(personId).orElseThrow(() -> new NotFound("directory.no-person"));
    }

    private PeopleViews views(Caller caller) {
        return views(caller, current.get());
    }

    private PeopleViews views(Caller caller, Snapshot snapshot) {
        return new PeopleViews(snapshot, sight(caller, snapshot), today());
    }

    private Sight sight(Caller caller, Snapshot snapshot) {
        return Sight.of(access, caller, snapshot, today());
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
