package vn.quyche.core.directory.internal.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.AuthorityLevel;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Gender;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Structure.SchoolView;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.directory.internal.model.DirectoryData;
import vn.quyche.core.directory.internal.model.EmployedTime;
import vn.quyche.core.directory.internal.model.HeldPost;
import vn.quyche.core.directory.internal.model.Span;
import vn.quyche.core.directory.internal.model.StoredPerson;
import vn.quyche.core.directory.internal.model.StoredUnit;
import vn.quyche.core.directory.internal.model.UnitMember;

/**
 * The school and its people in the database. Reading means loading everything: what is asked is answered from memory.
 *
 * <p>Updates lock their row, so that of two changes to one version the second one sees that it comes late.
 */
@Component(service = JpaDirectoryStore.class)
public class JpaDirectoryStore {

    private static final String REVISION = "directory";
    private static final String SCHOOL = "school";

    private final JpaTemplate jpa;

    @Activate
    public JpaDirectoryStore(@Reference(target = "(osgi.unit.name=directory)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Tells whether anything changed since a snapshot was made. */
    public String stamp() {
        return jpa.txExpr(JpaDirectoryStore::stamp);
    }

    /** Gives the directory a new stamp. */
    public void advance(String stamp) {
        jpa.tx(em -> em.createQuery("update RevisionEntity r set r.stamp = :stamp where r.id = :id")
                .setParameter("stamp", stamp)
                .setParameter("id", REVISION)
                .executeUpdate());
    }

    /** The stamp, locked until the transaction ends: changes come one after the other, so that what they check holds. */
    public String lock() {
        return jpa.txExpr(em -> em.find(RevisionEntity.class, REVISION, LockModeType.PESSIMISTIC_WRITE).stamp);
    }

    /** Everything. The stamp is read first: what changes meanwhile makes the data look old, never new. */
    public DirectoryData load() {
        return jpa.txExpr(em -> new DirectoryData(
                stamp(em),
                Optional.ofNullable(em.find(SchoolEntity.class, SCHOOL)).map(JpaDirectoryStore::school),
                all(em, CampusEntity.class, JpaDirectoryStore::campus),
                all(em, AuthorityEntity.class, JpaDirectoryStore::authority),
                all(em, UnitEntity.class, JpaDirectoryStore::unit),
                all(em, PersonEntity.class, JpaDirectoryStore::person),
                all(em, EmploymentEntity.class, e -> new EmployedTime(e.id, e.personId, span(e.validFrom, e.validTo))),
                all(em, AssignmentEntity.class, JpaDirectoryStore::post),
                all(
                        em,
                        MembershipEntity.class,
                        e -> new UnitMember(e.id, e.personId, e.unitId, span(e.validFrom, e.validTo)))));
    }

    /** Stores the school; version 0 for the first time. */
    public SchoolView saveSchool(long version, School school) {
        return jpa.txExpr(em -> {
            SchoolEntity entity = em.find(SchoolEntity.class, SCHOOL, LockModeType.PESSIMISTIC_WRITE);
            boolean first = entity == null;
            if (first) {
                entity = new SchoolEntity();
                entity.id = SCHOOL;
            }
            require(entity.version, version);
            entity.name = school.name();
            entity.code = school.code();
            entity.abbreviation = school.abbreviation();
            entity.place = school.place();
            entity.address = school.address();
            entity.version++;
            if (first) {
                em.persist(entity);
            }
            return school(entity);
        });
    }

    public void insert(Campus campus) {
        jpa.tx(em -> {
            CampusEntity entity = new CampusEntity();
            entity.id = campus.id();
            fill(entity, campus);
            em.persist(entity);
        });
    }

    /** Stores a changed campus; its version is the one that was read. */
    public Campus update(Campus campus) {
        return jpa.txExpr(em -> {
            CampusEntity entity = locked(em, CampusEntity.class, campus.id(), "directory.no-campus");
            require(entity.version, campus.version());
            fill(entity, campus);
            entity.version++;
            return campus(entity);
        });
    }

    public void insert(Authority authority) {
        jpa.tx(em -> {
            AuthorityEntity entity = new AuthorityEntity();
            entity.id = authority.id();
            fill(entity, authority);
            em.persist(entity);
        });
    }

    /** Stores a changed authority; its version is the one that was read. */
    public Authority update(Authority authority) {
        return jpa.txExpr(em -> {
            AuthorityEntity entity = locked(em, AuthorityEntity.class, authority.id(), "directory.no-authority");
            require(entity.version, authority.version());
            fill(entity, authority);
            entity.version++;
            return authority(entity);
        });
    }

    public void insert(StoredUnit unit) {
        jpa.tx(em -> {
            UnitEntity entity = new UnitEntity();
            entity.id = unit.id();
            fill(entity, unit);
            em.persist(entity);
        });
    }

    /** Stores a changed unit; its version is the one that was read. */
    public StoredUnit update(StoredUnit unit) {
        return jpa.txExpr(em -> {
            UnitEntity entity = locked(em, UnitEntity.class, unit.id(), "directory.no-unit");
            require(entity.version, unit.version());
            fill(entity, unit);
            entity.version++;
            return unit(entity);
        });
    }

    public void insert(StoredPerson person) {
        jpa.tx(em -> em.persist(fresh(person)));
    }

    /** Stores a changed person; the version is the one that was read. */
    public StoredPerson update(StoredPerson person) {
        return jpa.txExpr(em -> {
            PersonEntity entity = locked(em, PersonEntity.class, person.id(), "directory.no-person");
            require(entity.version, person.version());
            fill(entity, person.data());
            entity.version++;
            return person(entity);
        });
    }

    /** Stores many new people with all that belongs to them, in few round trips. */
    public void insertAll(
            List<StoredPerson> people, List<EmployedTime> employments, List<HeldPost> posts, List<UnitMember> members) {
        jpa.tx(em -> {
            people.forEach(person -> em.persist(fresh(person)));
            employments.forEach(employment -> em.persist(filled(new EmploymentEntity(), employment)));
            posts.forEach(post -> em.persist(filled(new AssignmentEntity(), post)));
            members.forEach(member -> em.persist(filled(new MembershipEntity(), member)));
        });
    }

    /** Stores an employment, new or changed. */
    public void save(EmployedTime employment) {
        upsert(EmploymentEntity.class, employment.id(), EmploymentEntity::new, entity -> filled(entity, employment));
    }

    /** Stores a post, new or changed. */
    public void save(HeldPost post) {
        upsert(AssignmentEntity.class, post.id(), AssignmentEntity::new, entity -> filled(entity, post));
    }

    /** Stores a membership, new or changed. */
    public void save(UnitMember member) {
        upsert(MembershipEntity.class, member.id(), MembershipEntity::new, entity -> filled(entity, member));
    }

    /** Takes a post back that was never held, for example one that was to begin after the person left. */
    public void remove(HeldPost post) {
        jpa.tx(em ->
                Optional.ofNullable(em.find(AssignmentEntity.class, post.id())).ifPresent(em::remove));
    }

    /** Takes a membership back that never was. */
    public void remove(UnitMember member) {
        jpa.tx(em -> Optional.ofNullable(em.find(MembershipEntity.class, member.id()))
                .ifPresent(em::remove));
    }

    private static String stamp(EntityManager em) {
        return em.createQuery("select r.stamp from RevisionEntity r where r.id = :id", String.class)
                .setParameter("id", REVISION)
                .getSingleResult();
    }

    private static <E, R> List<R> all(EntityManager em, Class<E> type, Function<E, R> record) {
        return em.createQuery("select e from " + type.getSimpleName() + " e", type)
                .setHint("eclipselink.read-only", "True")
                .getResultStream()
                .map(record)
                .toList();
    }

    private <E> void upsert(Class<E> type, String id, Supplier<E> fresh, Consumer<E> fill) {
        jpa.tx(em -> {
            E known = em.find(type, id);
            E entity = known == null ? fresh.get() : known;
            fill.accept(entity);
            if (known == null) {
                em.persist(entity);
            }
        });
    }

    private static <E> E locked(EntityManager em, Class<E> type, String id, String missing) {
        E entity = em.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw new NotFound(missing);
        }
        return entity;
    }

    private static void require(long stored, long read) {
        if (stored != read) {
            throw new Conflict("core.changed-meanwhile");
        }
    }

    private static SchoolView school(SchoolEntity e) {
        return new SchoolView(new School(e.name, e.code, e.abbreviation, e.place, e.address), e.version);
    }

    private static Campus campus(CampusEntity e) {
        return new Campus(e.id, e.name, e.address, e.validFrom, Optional.ofNullable(e.validTo), e.version);
    }

    private static void fill(CampusEntity e, Campus campus) {
        e.name = campus.name();
        e.address = campus.address();
        e.validFrom = campus.validFrom();
        e.validTo = campus.validTo().orElse(null);
    }

    private static Authority authority(AuthorityEntity e) {
        return new Authority(
                e.id,
                AuthorityLevel.valueOf(e.level),
                e.name,
                e.organId,
                e.validFrom,
                Optional.ofNullable(e.validTo),
                e.version);
    }

    private static void fill(AuthorityEntity e, Authority authority) {
        e.level = authority.level().name();
        e.name = authority.name();
        e.organId = authority.organId();
        e.validFrom = authority.validFrom();
        e.validTo = authority.validTo().orElse(null);
    }

    private static StoredUnit unit(UnitEntity e) {
        UnitData data = new UnitData(
                UnitType.valueOf(e.type),
                e.name,
                Optional.ofNullable(e.parentId),
                Optional.ofNullable(e.campusId),
                e.schoolYear,
                e.grade);
        return new StoredUnit(e.id, data, span(e.validFrom, e.validTo), e.version);
    }

    private static void fill(UnitEntity e, StoredUnit unit) {
        e.type = unit.data().type().name();
        e.name = unit.data().name();
        e.parentId = unit.data().parentId().orElse(null);
        e.campusId = unit.data().campusId().orElse(null);
        e.schoolYear = unit.data().schoolYear();
        e.grade = unit.data().grade();
        e.validFrom = unit.span().from();
        e.validTo = unit.span().to().orElse(null);
    }

    private static StoredPerson person(PersonEntity e) {
        People.Data data = new People.Data(
                e.familyName,
                e.middleName,
                e.givenName,
                Optional.ofNullable(e.birthDate),
                Optional.ofNullable(e.gender).map(Gender::valueOf),
                e.phone,
                e.email,
                e.staffCode == null ? "" : e.staffCode);
        return new StoredPerson(e.id, data, e.version);
    }

    private static PersonEntity fresh(StoredPerson person) {
        PersonEntity entity = new PersonEntity();
        entity.id = person.id();
        fill(entity, person.data());
        return entity;
    }

    private static EmploymentEntity filled(EmploymentEntity entity, EmployedTime employment) {
        entity.id = employment.id();
        entity.personId = employment.personId();
        entity.validFrom = employment.span().from();
        entity.validTo = employment.span().to().orElse(null);
        return entity;
    }

    private static AssignmentEntity filled(AssignmentEntity entity, HeldPost post) {
        entity.id = post.id();
        entity.personId = post.personId();
        entity.post = post.post().name();
        entity.unitId = post.unitId().orElse(null);
        entity.campusId = post.campusId().orElse(null);
        entity.concurrent = post.concurrent();
        entity.decisionNumber = post.decisionNumber();
        entity.validFrom = post.span().from();
        entity.validTo = post.span().to().orElse(null);
        return entity;
    }

    private static MembershipEntity filled(MembershipEntity entity, UnitMember member) {
        entity.id = member.id();
        entity.personId = member.personId();
        entity.unitId = member.unitId();
        entity.validFrom = member.span().from();
        entity.validTo = member.span().to().orElse(null);
        return entity;
    }

    /** No code is null, not empty: codes are unique. */
    private static void fill(PersonEntity e, People.Data data) {
        e.familyName = data.familyName();
        e.middleName = data.middleName();
        e.givenName = data.givenName();
        e.birthDate = data.birthDate().orElse(null);
        e.gender = data.gender().map(Gender::name).orElse(null);
        e.phone = data.phone();
        e.email = data.email();
        e.staffCode = data.staffCode().isEmpty() ? null : data.staffCode();
    }

    private static HeldPost post(AssignmentEntity e) {
        return new HeldPost(
                e.id,
                e.personId,
                Post.valueOf(e.post),
                Optional.ofNullable(e.unitId),
                Optional.ofNullable(e.campusId),
                e.concurrent,
                e.decisionNumber,
                span(e.validFrom, e.validTo));
    }

    private static Span span(LocalDate from, LocalDate to) {
        return new Span(from, Optional.ofNullable(to));
    }
}
