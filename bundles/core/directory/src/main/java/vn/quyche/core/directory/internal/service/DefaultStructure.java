package vn.quyche.core.directory.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.directory.internal.model.HeldPost;
import vn.quyche.core.directory.internal.model.PersonFile;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.model.Span;
import vn.quyche.core.directory.internal.model.StoredUnit;
import vn.quyche.core.directory.internal.model.StructureRules;
import vn.quyche.core.directory.internal.model.UnitDataKey;
import vn.quyche.core.directory.internal.model.UnitMember;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;

/** The school, its campuses and units, and what stands above it. */
@Component(service = Structure.class)
public class DefaultStructure implements Structure {

    private static final Map<UnitType, Post> HEADS = Map.of(
            UnitType.SUBJECT_GROUP, Post.SUBJECT_HEAD,
            UnitType.OFFICE, Post.OFFICE_HEAD,
            UnitType.SCHOOL_CLASS, Post.HOMEROOM_TEACHER,
            UnitType.PARTY_CELL, Post.PARTY_SECRETARY,
            UnitType.TRADE_UNION, Post.UNION_CHAIR,
            UnitType.YOUTH_UNION, Post.YOUTH_SECRETARY,
            UnitType.PIONEERS, Post.PIONEER_LEADER,
            UnitType.GUARD_OFFICE, Post.HEAD_OF_GUARDS);

    private static final String SCHOOL = "directory.school";
    private static final String UNIT = "directory.unit";
    private static final String CAMPUS = "directory.campus";
    private static final String AUTHORITY = "directory.authority";

    private final Acts acts;
    private final Access access;
    private final Ids ids;
    private final Clock clock;
    private final JpaDirectoryStore store;
    private final CurrentDirectory current;
    private final DirectoryChanges changes;

    @Activate
    public DefaultStructure(
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
    public SchoolView school(Caller caller) {
        Snapshot snapshot = current.get();
        sight(caller, snapshot);
        return snapshot.school();
    }

    @Override
    public SchoolView updateSchool(Caller caller, long version, School school) {
        return perform(caller, SCHOOL, "school", "directory.update-school", log -> {
            Snapshot snapshot = current.locked();
            Checks checks = new Checks();
            School checked = StructureRules.check(checks, school);
            checks.orThrow();
            SchoolView saved = store.saveSchool(version, checked);
            log.changed(snapshot.school().school(), checked);
            changes.tell(log, "school", "school");
            return saved;
        });
    }

    @Override
    public List<UnitView> units(Caller caller, Optional<UnitType> type, boolean withEnded) {
        Snapshot snapshot = current.get();
        Sight sight = sight(caller, snapshot);
        return snapshot.storedUnits().stream()
                .filter(unit -> withEnded || !unit.span().endedBefore(today()))
                .filter(unit -> type.map(wanted -> unit.data().type() == wanted).orElse(true))
                .sorted(Snapshot.BY_KIND_AND_NAME)
                .map(unit -> view(snapshot, sight, unit))
                .toList();
    }

    @Override
    public UnitView unit(Caller caller, String unitId) {
        Snapshot snapshot = current.get();
        return view(snapshot, sight(caller, snapshot), stored(snapshot, unitId));
    }

    @Override
    public String createUnit(Caller caller, String key, UnitData data, LocalDate validFrom) {
        Act act = Act.create(UNIT, "directory.create-unit", DirectoryPermissions.EDIT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            requireDay("validFrom", validFrom);
            UnitData checked = checked(snapshot, data, "");
            StoredUnit unit = new StoredUnit(ids.next(), checked, Span.since(validFrom), 0);
            requireNoTwin(snapshot, unit);
            store.insert(unit);
            log.subject(unit.id());
            log.changed(null, unit);
            changes.tell(log, "unit", unit.id());
            return unit.id();
        });
    }

    @Override
    public UnitView updateUnit(Caller caller, String unitId, long version, UnitData data) {
        return perform(caller, UNIT, unitId, "directory.update-unit", log -> {
            Snapshot snapshot = current.locked();
            StoredUnit before = stored(snapshot, unitId);
            if (data.type() != before.data().type()) {
                throw new Invalid("type", "directory.unit-type-fixed");
            }
            StoredUnit after = new StoredUnit(unitId, checked(snapshot, data, unitId), before.span(), version);
            requireNoTwin(snapshot, after);
            store.update(after);
            log.changed(before.data(), after.data());
            changes.tell(log, "unit", unitId);
            return unit(caller, unitId);
        });
    }

    @Override
    public void closeUnit(Caller caller, String unitId, LocalDate lastDay) {
        perform(caller, UNIT, unitId, "directory.close-unit", log -> {
            Snapshot snapshot = current.locked();
            StoredUnit before = stored(snapshot, unitId);
            Span span = ending(before.span(), lastDay);
            boolean hasUnits = snapshot.storedUnits().stream()
                    .anyMatch(u -> u.data().parentId().filter(unitId::equals).isPresent()
                            && u.span().lastsAfter(lastDay));
            if (hasUnits) {
                throw new Conflict("directory.unit-has-units", before.data().name());
            }
            int ended = endAllIn(snapshot, unitId, lastDay);
            store.update(new StoredUnit(unitId, before.data(), span, before.version()));
            log.changed(before.span(), span);
            log.note("Kết thúc " + ended + " nhiệm vụ và tư cách thành viên trong đơn vị");
            changes.tell(log, "unit", unitId);
            return unitId;
        });
    }

    @Override
    public List<Campus> campuses(Caller caller, boolean withEnded) {
        Snapshot snapshot = current.get();
        sight(caller, snapshot);
        return snapshot.campuses().stream()
                .filter(c -> withEnded || !new Span(c.validFrom(), c.validTo()).endedBefore(today()))
                .toList();
    }

    @Override
    public String createCampus(Caller caller, String key, CampusData data, LocalDate validFrom) {
        Act act = Act.create(CAMPUS, "directory.create-campus", DirectoryPermissions.EDIT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            requireDay("validFrom", validFrom);
            Checks checks = new Checks();
            CampusData checked = StructureRules.check(checks, data);
            checks.orThrow();
            Campus campus = new Campus(ids.next(), checked.name(), checked.address(), validFrom, Optional.empty(), 0);
            requireNoTwin(snapshot, campus);
            store.insert(campus);
            log.subject(campus.id());
            log.changed(null, campus);
            changes.tell(log, "campus", campus.id());
            return campus.id();
        });
    }

    @Override
    public Campus updateCampus(Caller caller, String campusId, long version, CampusData data) {
        return perform(caller, CAMPUS, campusId, "directory.update-campus", log -> {
            Snapshot snapshot = current.locked();
            Campus before = campus(snapshot, campusId);
            Checks checks = new Checks();
            CampusData checked = StructureRules.check(checks, data);
            checks.orThrow();
            Campus after = new Campus(
                    campusId, checked.name(), checked.address(), before.validFrom(), before.validTo(), version);
            requireNoTwin(snapshot, after);
            Campus saved = store.update(after);
            log.changed(before, saved);
            changes.tell(log, "campus", campusId);
            return saved;
        });
    }

    @Override
    public void closeCampus(Caller caller, String campusId, LocalDate lastDay) {
        perform(caller, CAMPUS, campusId, "directory.close-campus", log -> {
            Snapshot snapshot = current.locked();
            Campus before = campus(snapshot, campusId);
            Span span = ending(new Span(before.validFrom(), before.validTo()), lastDay);
            boolean used = snapshot.storedUnits().stream()
                            .anyMatch(u -> u.campusId().filter(campusId::equals).isPresent()
                                    && u.span().lastsAfter(lastDay))
                    || snapshot.files().stream()
                            .flatMap(file -> file.posts().stream())
                            .anyMatch(post ->
                                    post.campusId().filter(campusId::equals).isPresent()
                                            && post.span().lastsAfter(lastDay));
            if (used) {
                throw new Conflict("directory.campus-in-use", before.name());
            }
            Campus after = new Campus(
                    campusId, before.name(), before.address(), before.validFrom(), span.to(), before.version());
            store.update(after);
            log.changed(before, after);
            changes.tell(log, "campus", campusId);
            return campusId;
        });
    }

    @Override
    public List<Authority> authorities(Caller caller) {
        Snapshot snapshot = current.get();
        sight(caller, snapshot);
        return snapshot.authorities();
    }

    @Override
    public String createAuthority(Caller caller, String key, AuthorityData data) {
        Act act = Act.create(AUTHORITY, "directory.create-authority", DirectoryPermissions.EDIT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            Snapshot snapshot = current.locked();
            Authority authority = authority(ids.next(), 0, data);
            requireAlone(snapshot, authority);
            store.insert(authority);
            log.subject(authority.id());
            log.changed(null, authority);
            changes.tell(log, "authority", authority.id());
            return authority.id();
        });
    }

    @Override
    public Authority updateAuthority(Caller caller, String authorityId, long version, AuthorityData data) {
        return perform(caller, AUTHORITY, authorityId, "directory.update-authority", log -> {
            Snapshot snapshot = current.locked();
            Authority before = snapshot.authorities().stream()
                    .filter(a -> a.id().equals(authorityId))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("directory.no-authority"));
            Authority after = authority(authorityId, version, data);
            requireAlone(snapshot, after);
            Authority saved = store.update(after);
            log.changed(before, saved);
            changes.tell(log, "authority", authorityId);
            return saved;
        });
    }

    private <T> T perform(Caller caller, String type, String id, String action, Acts.Work<T> work) {
        return acts.perform(caller, Act.on(type, id, action, DirectoryPermissions.EDIT, Scope.school()), work);
    }

    /** Whoever is still in the unit leaves it with it; what was to begin later never begins. */
    private int endAllIn(Snapshot snapshot, String unitId, LocalDate lastDay) {
        int ended = 0;
        for (PersonFile file : snapshot.files()) {
            for (HeldPost post : file.posts()) {
                if (post.unitId().filter(unitId::equals).isPresent()
                        && post.span().lastsAfter(lastDay)) {
                    end(post, lastDay);
                    ended++;
                }
            }
            for (UnitMember member : file.members()) {
                if (member.unitId().equals(unitId) && member.span().lastsAfter(lastDay)) {
                    end(member, lastDay);
                    ended++;
                }
            }
        }
        return ended;
    }

    private void end(HeldPost post, LocalDate lastDay) {
        if (post.span().from().isAfter(lastDay)) {
            store.remove(post);
        } else {
            store.save(post.endingOn(lastDay));
        }
    }

    private void end(UnitMember member, LocalDate lastDay) {
        if (member.span().from().isAfter(lastDay)) {
            store.remove(member);
        } else {
            store.save(member.endingOn(lastDay));
        }
    }

    private UnitView view(Snapshot snapshot, Sight sight, StoredUnit unit) {
        boolean known = !unit.data().type().sensitive() || sight.sensitive("");
        Set<String> members = known ? snapshot.membersOf(unit.id(), today()) : Set.of();
        List<String> heads = known && HEADS.containsKey(unit.data().type())
                ? snapshot.holdersIn(unit.id(), HEADS.get(unit.data().type()), today()).stream()
                        .flatMap(id -> snapshot.file(id).stream())
                        .map(PersonFile::fullName)
                        .sorted()
                        .toList()
                : List.of();
        return new UnitView(
                unit.id(),
                unit.data(),
                unit.span().from(),
                unit.span().to(),
                known ? Optional.of(members.size()) : Optional.empty(),
                heads,
                unit.version());
    }

    private UnitData checked(Snapshot snapshot, UnitData data, String unitId) {
        Checks checks = new Checks();
        UnitData checked = StructureRules.check(checks, data);
        checks.orThrow();
        checked.campusId().ifPresent(id -> campus(snapshot, id));
        checked.parentId().ifPresent(id -> {
            stored(snapshot, id);
            if (above(snapshot, id).contains(unitId)) {
                throw new Invalid("parentId", "directory.unit-in-itself");
            }
        });
        return checked;
    }

    /** The unit and all units above it. */
    private static Set<String> above(Snapshot snapshot, String unitId) {
        Set<String> above = new HashSet<>();
        Optional<StoredUnit> unit = snapshot.storedUnit(unitId);
        while (unit.isPresent() && above.add(unit.get().id())) {
            unit = unit.get().data().parentId().flatMap(snapshot::storedUnit);
        }
        return above;
    }

    private static void requireNoTwin(Snapshot snapshot, StoredUnit unit) {
        UnitDataKey key = UnitDataKey.of(unit.data());
        boolean twin = snapshot.storedUnits().stream()
                .anyMatch(other -> !other.id().equals(unit.id())
                        && UnitDataKey.of(other.data()).equals(key)
                        && other.span().overlaps(unit.span()));
        if (twin) {
            throw new Conflict("directory.unit-exists", unit.data().name());
        }
    }

    private static void requireNoTwin(Snapshot snapshot, Campus campus) {
        String name = VietnameseText.fold(campus.name());
        Span span = new Span(campus.validFrom(), campus.validTo());
        boolean twin = snapshot.campuses().stream()
                .anyMatch(other -> !other.id().equals(campus.id())
                        && VietnameseText.fold(other.name()).equals(name)
                        && new Span(other.validFrom(), other.validTo()).overlaps(span));
        if (twin) {
            throw new Conflict("directory.campus-exists", campus.name());
        }
    }

    private static Authority authority(String id, long version, AuthorityData data) {
        Checks checks = new Checks();
        AuthorityData checked = StructureRules.check(checks, data);
        checks.orThrow();
        return new Authority(
                id,
                checked.level(),
                checked.name(),
                checked.organId(),
                checked.validFrom(),
                checked.validTo(),
                version);
    }

    /** One authority of a level at a time. */
    private static void requireAlone(Snapshot snapshot, Authority authority) {
        Span span = new Span(authority.validFrom(), authority.validTo());
        snapshot.authorities().stream()
                .filter(other -> !other.id().equals(authority.id()) && other.level() == authority.level())
                .filter(other -> new Span(other.validFrom(), other.validTo()).overlaps(span))
                .findFirst()
                .ifPresent(other -> {
                    throw new Conflict("directory.authority-overlaps", other.name());
                });
    }

    private static Span ending(Span span, LocalDate lastDay) {
        requireDay("lastDay", lastDay);
        if (lastDay.isBefore(span.from())) {
            throw new Invalid("lastDay", "directory.ends-before-start");
        }
        if (span.endedBefore(lastDay)) {
            throw new Conflict("directory.ended-already");
        }
        return span.endingOn(lastDay);
    }

    private static void requireDay(String field, LocalDate day) {
        if (day == null) {
            throw new Invalid(field, "core.required");
        }
    }

    private static StoredUnit stored(Snapshot snapshot, String unitId) {
        return snapshot.storedUnit(unitId).orElseThrow(() -> new NotFound("directory.no-unit"));
    }

    private static Campus campus(Snapshot snapshot, String campusId) {
        return snapshot.campus(campusId).orElseThrow(() -> new NotFound("directory.no-campus"));
    }

    private Sight sight(Caller caller, Snapshot snapshot) {
        return Sight.of(access, caller, snapshot, today());
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
