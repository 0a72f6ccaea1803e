package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.DeclaredLine;
import vn.quyche.group.api.members.DeclaredLine.Candidate;
import vn.quyche.group.api.members.LineKind;

/** Declared member lists and their lines, in JPA. */
@Component(service = JpaDeclarationStore.class)
public final class JpaDeclarationStore {

    private static final String BETWEEN = " ";

    private static final SortedList LIST = SortedList.of("group.declarations", "Declaration d", "d.id", "-declared")
            .byId("declared");

    private static final Key PLACE = new Key("l.key.place", Integer.class);
    private static final SortedList LINES = SortedList.of("group.declared-lines", "DeclaredLine l", PLACE, "place")
            .by("place", PLACE);

    private final JpaTemplate jpa;

    @Activate
    public JpaDeclarationStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * A declaration with what only the service needs to know.
     *
     * @param declaration the declaration
     * @param byId who made it
     * @param attachmentId the file; empty when names were ticked
     * @param basis who belonged by the rule when it was read
     */
    public record Stored(Declaration declaration, String byId, String attachmentId, String basis) {}

    /** What a confirmed declaration proves. */
    public record Proof(String id, String groupId, Instant at, int outsiders, int lines) {}

    /** Since when lists are asked for; empty before the first time. */
    public Optional<LocalDate> begun() {
        return jpa.txExpr(em -> firstDay(em).stream()
                .map(day -> ((java.sql.Date) day).toLocalDate())
                .findFirst());
    }

    /** Notes since when lists are asked for, the first time. */
    public void begin(LocalDate day) {
        jpa.tx(em -> {
            if (firstDay(em).isEmpty()) {
                em.createNativeQuery("insert into q_group.declaration_start (id, first_day) values (1, ?)")
                        .setParameter(1, java.sql.Date.valueOf(day))
                        .executeUpdate();
            }
        });
    }

    private static List<?> firstDay(EntityManager em) {
        return em.createNativeQuery("select first_day from q_group.declaration_start")
                .getResultList();
    }

    /** Stores a new declaration with its lines. */
    public void insert(Stored stored, List<DeclaredLine> lines) {
        jpa.tx(em -> {
            DeclarationEntity entity = new DeclarationEntity();
            entity.id = stored.declaration().id();
            entity.groupId = stored.declaration().groupId();
            entity.attachmentId = stored.attachmentId();
            entity.fileName = stored.declaration().fileName();
            entity.sha256 = stored.declaration().sha256();
            entity.byId = stored.byId();
            entity.byName = stored.declaration().byName();
            entity.startedAt = stored.declaration().startedAt().toEpochMilli();
            write(entity, stored);
            em.persist(entity);
            lines.forEach(line -> em.persist(entity(entity.id, line)));
        });
    }

    /** Stores a changed declaration. */
    public void update(Stored stored) {
        jpa.tx(em -> write(em.find(DeclarationEntity.class, stored.declaration().id()), stored));
    }

    /** Puts other lines in the place of those of a declaration. */
    public void replaceLines(String declarationId, List<DeclaredLine> lines) {
        jpa.tx(em -> {
            em.createQuery("delete from DeclaredLine l where l.key.declarationId = :id")
                    .setParameter("id", declarationId)
                    .executeUpdate();
            em.flush();
            em.clear();
            lines.forEach(line -> em.persist(entity(declarationId, line)));
        });
    }

    /** Says that lines are done. */
    public void linesDone(String declarationId, Collection<Integer> places, Instant at, String by) {
        jpa.tx(em -> places.forEach(place -> {
            DeclaredLineEntity line =
                    em.find(DeclaredLineEntity.class, new DeclaredLineEntity.Key(declarationId, place));
            line.doneAt = at.toEpochMilli();
            line.doneBy = by;
        }));
    }

    /** One declaration. */
    public Optional<Stored> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(DeclarationEntity.class, id)).map(JpaDeclarationStore::stored));
    }

    /** Declarations of groups, the newest first ({@code -declared}). */
    public Page<Declaration> list(Declarations.Query query, Collection<String> groupIds, PageRequest page) {
        SortedList.Query wanted = LIST.query(page).and("d.groupId in :groups", "groups", groupIds);
        query.state().ifPresent(state -> wanted.and("d.state = :state", "state", state));
        return groupIds.isEmpty()
                ? new Page<>(List.of(), Optional.empty())
                : Selecting.page(jpa, wanted, DeclarationEntity.class)
                        .map(entity -> stored(entity).declaration());
    }

    /** The last confirmed declaration of each of some groups, by group. */
    public Map<String, Declaration> last(Collection<String> groupIds) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from Declaration d where d.state = :confirmed and d.groupId in :groups and d.id ="
                                + " (select max(o.id) from Declaration o where o.groupId = d.groupId"
                                + " and o.state = :confirmed)",
                        DeclarationEntity.class)
                .setParameter("confirmed", Declaration.State.CONFIRMED)
                .setParameter("groups", groupIds)
                .getResultList()
                .stream()
                .map(entity -> stored(entity).declaration())
                .collect(Collectors.toMap(Declaration::groupId, declaration -> declaration)));
    }

    /** The dry runs of a group. */
    public List<Stored> drafts(String groupId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from Declaration d where d.groupId = :group and d.state = :draft",
                        DeclarationEntity.class)
                .setParameter("group", groupId)
                .setParameter("draft", Declaration.State.DRAFT)
                .getResultList()
                .stream()
                .map(JpaDeclarationStore::stored)
                .toList());
    }

    /**
     * The declarations whose strangers are to be forgotten: a later list of the group was confirmed before {@code cutoff}, or
     * the group ended on {@code lastDay} or earlier, or it is a dry run from before {@code cutoff}.
     */
    public List<String> forgettable(Instant cutoff, LocalDate lastDay, int limit) {
        return jpa.txExpr(em -> em.createQuery(
                        "select d.id from Declaration d where d.erasedAt is null and"
                                + " (d.state = :draft and d.startedAt < :cutoff or d.state = :confirmed"
                                + " and (exists (select 1 from Declaration o where o.groupId = d.groupId"
                                + " and o.state = :confirmed and o.id > d.id and o.confirmedAt < :cutoff)"
                                + " or exists (select 1 from MessagingGroup g where g.id = d.groupId"
                                + " and g.dissolvingDate <= :day))) order by d.id",
                        String.class)
                .setParameter("draft", Declaration.State.DRAFT)
                .setParameter("confirmed", Declaration.State.CONFIRMED)
                .setParameter("cutoff", cutoff.toEpochMilli())
                .setParameter("day", lastDay)
                .setMaxResults(limit)
                .getResultList());
    }

    /**
     * Erases the names and numbers of strangers on a declaration; the lines and their kinds stay.
     *
     * @return how many lines named strangers
     */
    public int forget(String declarationId, Instant at) {
        return jpa.txExpr(em -> {
            DeclarationEntity entity = em.find(DeclarationEntity.class, declarationId);
            entity.erasedAt = at.toEpochMilli();
            entity.attachmentId = "";
            entity.fileName = "";
            em.flush();
            return em.createQuery("update DeclaredLine l set l.name = :none, l.phone = :none, l.candidates = :none"
                            + " where l.key.declarationId = :id and l.personId is null")
                    .setParameter("none", "")
                    .setParameter("id", declarationId)
                    .executeUpdate();
        });
    }

    /** The declarations that were confirmed between two instants. */
    public List<Proof> confirmed(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d from Declaration d where d.confirmedAt >= :from and d.confirmedAt < :to",
                        DeclarationEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(entity -> new Proof(
                        entity.id,
                        entity.groupId,
                        Instant.ofEpochMilli(entity.confirmedAt),
                        entity.outsiders,
                        entity.members + entity.outsiders + entity.duplicates))
                .toList());
    }

    /** When the first one was confirmed. */
    public Optional<Instant> firstConfirmed() {
        return jpa.txExpr(
                em -> Stream.ofNullable(em.createQuery("select min(d.confirmedAt) from Declaration d", Long.class)
                                .getSingleResult())
                        .findFirst()
                        .map(Instant::ofEpochMilli));
    }

    /** The lines of a declaration in their order; without names of people. */
    public Page<DeclaredLine> lines(String declarationId, Optional<LineKind> kind, boolean openOnly, PageRequest page) {
        SortedList.Query wanted = LINES.query(page).and("l.key.declarationId = :id", "id", declarationId);
        kind.ifPresent(only -> wanted.and("l.kind = :kind", "kind", only));
        if (openOnly) {
            wanted.and(
                    "l.doneAt is null and l.kind in :asking",
                    "asking",
                    Set.of(LineKind.OUTSIDER, LineKind.MISSING, LineKind.DUPLICATE));
        }
        return Selecting.page(jpa, wanted, DeclaredLineEntity.class).map(JpaDeclarationStore::line);
    }

    /** One line of a declaration. */
    public Optional<DeclaredLine> line(String declarationId, int place) {
        return jpa.txExpr(em -> Optional.ofNullable(
                        em.find(DeclaredLineEntity.class, new DeclaredLineEntity.Key(declarationId, place)))
                .map(JpaDeclarationStore::line));
    }

    /** All lines of a declaration. */
    public List<DeclaredLine> lines(String declarationId) {
        return Page.every(page -> lines(declarationId, Optional.empty(), false, page))
                .toList();
    }

    /** How many lines still ask for something. */
    public int open(String declarationId) {
        return jpa.txExpr((EntityManager em) -> em.createQuery(
                                "select count(l) from DeclaredLine l where l.key.declarationId = :id"
                                        + " and l.doneAt is null and l.kind in :asking",
                                Long.class)
                        .setParameter("id", declarationId)
                        .setParameter("asking", Set.of(LineKind.OUTSIDER, LineKind.MISSING, LineKind.DUPLICATE))
                        .getSingleResult())
                .intValue();
    }

    /** The lines with the names of the people in them. */
    public static List<DeclaredLine> named(List<DeclaredLine> lines, Map<String, String> names) {
        return lines.stream()
                .map(line -> new DeclaredLine(
                        line.place(),
                        line.row(),
                        line.name(),
                        line.phone(),
                        line.kind(),
                        line.by(),
                        line.personId(),
                        line.personId().map(id -> names.getOrDefault(id, "")).orElse(""),
                        line.candidates().stream()
                                .map(one -> new Candidate(one.personId(), names.getOrDefault(one.personId(), "")))
                                .toList(),
                        line.doneAt(),
                        line.doneBy()))
                .toList();
    }

    /** The ids of all people whom lines name. */
    public static Set<String> people(List<DeclaredLine> lines) {
        return lines.stream()
                .flatMap(line -> Stream.concat(
                        line.personId().stream(), line.candidates().stream().map(Candidate::personId)))
                .collect(Collectors.toSet());
    }

    private static void write(DeclarationEntity entity, Stored stored) {
        Declaration declaration = stored.declaration();
        entity.state = declaration.state();
        entity.members = declaration.counts().members();
        entity.outsiders = declaration.counts().outsiders();
        entity.missing = declaration.counts().missing();
        entity.duplicates = declaration.counts().duplicates();
        entity.unclear = declaration.counts().unclear();
        entity.nobody = declaration.counts().nobody();
        entity.open = declaration.open();
        entity.confirmedAt =
                declaration.confirmedAt().map(Instant::toEpochMilli).orElse(null);
        entity.basis = stored.basis();
    }

    private static DeclaredLineEntity entity(String declarationId, DeclaredLine line) {
        DeclaredLineEntity entity = new DeclaredLineEntity();
        entity.key = new DeclaredLineEntity.Key(declarationId, line.place());
        entity.row = line.row();
        entity.name = line.name();
        entity.phone = line.phone();
        entity.kind = line.kind();
        entity.recognised = line.by();
        entity.personId = line.personId().orElse(null);
        entity.candidates = line.candidates().stream().map(Candidate::personId).collect(Collectors.joining(BETWEEN));
        entity.doneAt = line.doneAt().map(Instant::toEpochMilli).orElse(null);
        entity.doneBy = line.doneBy();
        return entity;
    }

    private static DeclaredLine line(DeclaredLineEntity entity) {
        return new DeclaredLine(
                entity.key.place,
                entity.row,
                entity.name,
                entity.phone,
                entity.kind,
                entity.recognised,
                Optional.ofNullable(entity.personId),
                "",
                entity.candidates.isEmpty()
                        ? List.of()
                        : Stream.of(entity.candidates.split(BETWEEN))
                                .map(id -> new Candidate(id, ""))
                                .toList(),
                Optional.ofNullable(entity.doneAt).map(Instant::ofEpochMilli),
                entity.doneBy);
    }

    private static Stored stored(DeclarationEntity entity) {
        return new Stored(
                new Declaration(
                        entity.id,
                        entity.groupId,
                        entity.fileName,
                        entity.sha256,
                        entity.state,
                        new Declaration.Counts(
                                entity.members,
                                entity.outsiders,
                                entity.missing,
                                entity.duplicates,
                                entity.unclear,
                                entity.nobody),
                        entity.open,
                        entity.byName,
                        Instant.ofEpochMilli(entity.startedAt),
                        Optional.ofNullable(entity.confirmedAt).map(Instant::ofEpochMilli),
                        Optional.ofNullable(entity.erasedAt).map(Instant::ofEpochMilli)),
                entity.byId,
                entity.attachmentId,
                entity.basis);
    }
}
