package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.LookAlike;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.internal.model.DirectiveSeal;

/** The register of groups, their rules, appointments and confirmed members, in JPA. */
@Component(service = JpaGroupStore.class)
public final class JpaGroupStore {

    private static final SortedList.Key NAME = new SortedList.Key("g.sortKey", String.class);
    private static final SortedList LIST = SortedList.of("group.groups", "MessagingGroup g", "g.id", "name")
            .by("name", NAME)
            .by("kind", new SortedList.Key("g.kind", GroupKind.class), NAME)
            .by("platform", new SortedList.Key("g.platform", Platform.class), NAME);

    private final JpaTemplate jpa;

    @Activate
    public JpaGroupStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Runs several reads and inserts of this bundle's stores in one persistence context, which is what most of a small one
     * costs. Nothing may be locked within: what was read before would be seen behind the lock.
     */
    public <T> T together(Supplier<T> work) {
        return jpa.txExpr(em -> work.get());
    }

    /** The next short code; the row that counts stays locked until the transaction ends. */
    public String nextCode() {
        return jpa.txExpr(em -> {
            em.createNativeQuery(
                            "update q_group.group_series set last_number = last_number + 1 where name = 'group-code'")
                    .executeUpdate();
            Number last = (Number)
                    em.createNativeQuery("select last_number from q_group.group_series where name = 'group-code'")
                            .getSingleResult();
            return String.format("N%02d", last.longValue());
        });
    }

    /** Stores a new group. */
    public void insert(MessagingGroup group) {
        jpa.tx(em -> {
            GroupEntity entity = new GroupEntity();
            entity.id = group.id();
            entity.code = group.code();
            entity.registeredAt = group.registeredAt().toEpochMilli();
            entity.chainHash = DirectiveSeal.FIRST;
            write(entity, group);
            em.persist(entity);
            insertParts(em, group);
            GroupHistory.edition(em, group, entity.registeredAt);
        });
    }

    /**
     * Stores a changed group.
     *
     * @param at from when on it is so
     */
    public void update(MessagingGroup group, Instant at) {
        jpa.tx(em -> {
            GroupEntity entity = em.find(GroupEntity.class, group.id());
            MessagingGroup before = read(em, List.of(entity)).get(0);
            write(entity, group);
            if (!before.rule().equals(group.rule()) || !before.appointments().equals(group.appointments())) {
                GroupHistory.edition(em, group, at.toEpochMilli());
            }
            em.createQuery("delete from RulePart r where r.key.groupId = :id")
                    .setParameter("id", group.id())
                    .executeUpdate();
            em.createQuery("delete from Appointment a where a.key.groupId = :id")
                    .setParameter("id", group.id())
                    .executeUpdate();
            insertParts(em, group);
        });
    }

    /** A group. */
    public Optional<MessagingGroup> find(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(GroupEntity.class, id))
                .map(entity -> read(em, List.of(entity)).get(0)));
    }

    /** A group, locked against all others until the transaction ends. */
    public Optional<MessagingGroup> lock(String id) {
        return jpa.txExpr(em -> {
            // The plain way to lock a row that Derby and PostgreSQL share.
            em.createNativeQuery("update q_group.messaging_group set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(GroupEntity.class, id))
                    .map(entity -> read(em, List.of(entity)).get(0));
        });
    }

    /** Whether an active group, other than {@code exceptId}, bears the name, without regard to case and diacritics. */
    public boolean nameTaken(String name, String exceptId) {
        return jpa.txExpr(em -> em.createQuery(
                                "select count(g) from MessagingGroup g"
                                        + " where g.nameFolded = :name and g.dissolvedMark = '' and g.id <> :except",
                                Long.class)
                        .setParameter("name", VietnameseText.fold(name))
                        .setParameter("except", exceptId)
                        .getSingleResult()
                > 0);
    }

    /** The active groups, to compare their names. */
    public List<LookAlike> names() {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select g.id, g.code, g.name from MessagingGroup g where g.status = :active order by g.sortKey",
                        Object[].class)
                .setParameter("active", GroupStatus.ACTIVE)
                .getResultList()
                .stream()
                .map(row -> new LookAlike((String) row[0], (String) row[1], (String) row[2]))
                .toList());
    }

    /** The active temporary groups whose last day is not after a day. */
    public List<MessagingGroup> endingBy(LocalDate day) {
        return jpa.txExpr(em -> read(
                em,
                em.createQuery(
                                "select g from MessagingGroup g where g.status = :active and g.endsOn <= :day",
                                GroupEntity.class)
                        .setParameter("active", GroupStatus.ACTIVE)
                        .setParameter("day", day)
                        .getResultList()));
    }

    /** Groups by their ids. */
    public Map<String, MessagingGroup> byId(Set<String> ids) {
        if (ids.isEmpty()) {
            return new java.util.HashMap<>();
        }
        return jpa.txExpr(em -> read(
                        em,
                        em.createQuery("select g from MessagingGroup g where g.id in :ids", GroupEntity.class)
                                .setParameter("ids", ids)
                                .getResultList())
                .stream()
                .collect(Collectors.toMap(MessagingGroup::id, group -> group)));
    }

    /**
     * The ids of groups by {@code name}, or by {@code kind} or {@code platform} and then by name, each with the cursor behind
     * it; one more than the page has when there are more. From an index alone: Derby would rather sort the whole table than
     * look up a page of it.
     */
    public Map<String, String> ids(Groups.Query query, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        query.text()
                .ifPresent(text -> wanted.and(
                                "(g.nameFolded like :text escape '!' or g.code = :code)",
                                "text",
                                Like.containing(VietnameseText.fold(text)))
                        .with("code", VietnameseText.nfc(text).toUpperCase(Locale.ROOT)));
        query.kind().ifPresent(kind -> wanted.and("g.kind = :kind", "kind", kind));
        query.platform().ifPresent(platform -> wanted.and("g.platform = :platform", "platform", platform));
        query.status().ifPresent(status -> wanted.and("g.status = :status", "status", status));
        return Selecting.ids(jpa, wanted);
    }

    /** The ids of those confirmed to be in a group, with the time of the confirmation. */
    public Map<String, Instant> members(String groupId) {
        return jpa.txExpr(em -> em
                .createQuery("select m from GroupMember m where m.key.groupId = :id", MemberEntity.class)
                .setParameter("id", groupId)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(m -> m.key.personId, m -> Instant.ofEpochMilli(m.since))));
    }

    /** The ids of the groups in which a person was confirmed to be. */
    public Set<String> groupsOf(String personId) {
        return jpa.txExpr(em -> new HashSet<>(
                em.createQuery("select m.key.groupId from GroupMember m where m.key.personId = :id", String.class)
                        .setParameter("id", personId)
                        .getResultList()));
    }

    /** Confirms people to be in a group; those who are stay as they were. */
    public void addMembers(String groupId, Set<String> personIds, Instant since) {
        jpa.tx(em -> personIds.forEach(personId -> {
            if (em.find(MemberEntity.class, new MemberEntity.Key(groupId, personId)) == null) {
                em.persist(new MemberEntity(groupId, personId, since.toEpochMilli()));
                GroupHistory.joined(em, groupId, personId, since.toEpochMilli());
            }
        }));
    }

    /**
     * Takes people out of a group.
     *
     * @param at from when on they are no longer in it
     */
    public void removeMembers(String groupId, Set<String> personIds, Instant at) {
        jpa.tx(em -> personIds.forEach(personId -> {
            MemberEntity member = em.find(MemberEntity.class, new MemberEntity.Key(groupId, personId));
            if (member != null) {
                em.remove(member);
                GroupHistory.gone(em, groupId, personId, at.toEpochMilli());
            }
        }));
    }

    /**
     * The next place in the series and the chain of a group's directives. The group must be {@link #lock locked}.
     *
     * @param year the year of the series; it starts again at 1 each year
     */
    public ChainPlace nextInChain(String groupId, int year) {
        return jpa.txExpr(em -> {
            GroupEntity entity = em.find(GroupEntity.class, groupId);
            entity.seriesLast = entity.seriesYear == year ? entity.seriesLast + 1 : 1;
            entity.seriesYear = year;
            return new ChainPlace(year, entity.seriesLast, entity.chainHash);
        });
    }

    /** Sets the last hash of a group's chain. The group must be {@link #lock locked}. */
    public void chain(String groupId, String hash) {
        jpa.tx(em -> em.find(GroupEntity.class, groupId).chainHash = hash);
    }

    /** The last hash of a group's chain. */
    public String chainHash(String groupId) {
        return jpa.txExpr(em -> em.find(GroupEntity.class, groupId).chainHash);
    }

    /**
     * A place in the series and the chain of a group.
     *
     * @param year the year of the series
     * @param number the number, from 1
     * @param previousHash the hash of the directive before
     */
    public record ChainPlace(int year, int number, String previousHash) {}

    private static void write(GroupEntity entity, MessagingGroup group) {
        entity.name = group.name();
        entity.nameFolded = VietnameseText.fold(group.name());
        entity.sortKey = VietnameseText.sortKey(group.name());
        entity.kind = group.kind();
        entity.platform = group.platform();
        entity.purpose = group.purpose();
        entity.allStaff = group.rule().allStaff();
        entity.decisionNumber = group.establishing().number();
        entity.decisionDate = group.establishing().date();
        entity.decisionSigner = group.establishing().signer();
        entity.link = group.link();
        entity.endsOn = group.endsOn().orElse(null);
        entity.status = group.status();
        entity.dissolvedMark = group.status() == GroupStatus.ACTIVE ? "" : group.id();
        entity.dissolvingNumber = group.dissolving().map(Decision::number).orElse(null);
        entity.dissolvingDate = group.dissolving().map(Decision::date).orElse(null);
        entity.dissolvingSigner = group.dissolving().map(Decision::signer).orElse(null);
        entity.version = group.version();
    }

    private static void insertParts(EntityManager em, MessagingGroup group) {
        MemberRule rule = group.rule();
        rule.posts().forEach(post -> em.persist(new RulePartEntity(group.id(), RulePartEntity.POST, post.name())));
        rule.unitIds().forEach(unit -> em.persist(new RulePartEntity(group.id(), RulePartEntity.UNIT, unit)));
        rule.campusIds().forEach(campus -> em.persist(new RulePartEntity(group.id(), RulePartEntity.CAMPUS, campus)));
        for (int place = 0; place < group.appointments().size(); place++) {
            em.persist(new AppointmentEntity(
                    group.id(), place, group.appointments().get(place)));
        }
    }

    private static List<MessagingGroup> read(EntityManager em, List<GroupEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        List<String> ids = entities.stream().map(entity -> entity.id).toList();
        Map<String, List<RulePartEntity>> parts = Selecting.of(
                        em, RulePartEntity.class, "select r from RulePart r where r.key.groupId %s", ids)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(part -> part.key.groupId));
        Map<String, List<AppointmentEntity>> appointments = Selecting.of(
                        em, AppointmentEntity.class, "select a from Appointment a where a.key.groupId %s", ids)
                .getResultList()
                .stream()
                .sorted(Comparator.comparingInt(appointment -> appointment.key.place))
                .collect(Collectors.groupingBy(appointment -> appointment.key.groupId));
        List<MessagingGroup> groups = new ArrayList<>();
        for (GroupEntity entity : entities) {
            groups.add(toRecord(
                    entity,
                    parts.getOrDefault(entity.id, List.of()),
                    appointments.getOrDefault(entity.id, List.of()).stream()
                            .map(AppointmentEntity::toRecord)
                            .toList()));
        }
        return groups;
    }

    private static MessagingGroup toRecord(
            GroupEntity entity, List<RulePartEntity> parts, List<Appointment> appointments) {
        MemberRule rule = new MemberRule(
                entity.allStaff,
                parts(parts, RulePartEntity.POST).stream().map(Post::valueOf).collect(Collectors.toSet()),
                parts(parts, RulePartEntity.UNIT),
                parts(parts, RulePartEntity.CAMPUS));
        return new MessagingGroup(
                entity.id,
                entity.code,
                entity.name,
                entity.kind,
                entity.platform,
                entity.purpose,
                rule,
                appointments,
                new Decision(entity.decisionNumber, entity.decisionDate, entity.decisionSigner),
                entity.link,
                Optional.<LocalDate>ofNullable(entity.endsOn),
                entity.status,
                Optional.ofNullable(entity.dissolvingNumber)
                        .map(number -> new Decision(number, entity.dissolvingDate, entity.dissolvingSigner)),
                Instant.ofEpochMilli(entity.registeredAt),
                entity.version);
    }

    private static Set<String> parts(List<RulePartEntity> parts, String kind) {
        return parts.stream()
                .filter(part -> part.key.kind.equals(kind))
                .map(part -> part.key.part)
                .collect(Collectors.toSet());
    }
}
