package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.api.persistence.SortedList.Key;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupEdition;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.internal.model.PeriodFacts;

/** Reads how groups were, for the list of a day and for inspections. Each query goes by the group and a time. */
@Component(service = JpaGroupHistoryStore.class)
public final class JpaGroupHistoryStore {

    private static final Key SINCE = new Key("e.key.since", Long.class);
    private static final SortedList LIST =
            SortedList.of("group.editions", "GroupEdition e", SINCE, "-since").by("since", SINCE);

    private final JpaTemplate jpa;

    @Activate
    public JpaGroupHistoryStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What is known of a group and some days. */
    public PeriodFacts facts(String groupId, DaySpan days, Instant asOf) {
        long from = VietnamTime.startOf(days.from()).toEpochMilli();
        long to = asOf.toEpochMilli();
        return jpa.txExpr(em -> new PeriodFacts(
                days,
                asOf,
                editions(em, groupId, to),
                spans(em, groupId, from, to),
                issued(em, groupId, from, to),
                steps(em, groupId, to),
                slips(em, groupId, from, to),
                cases(em, groupId, from, to)));
    }

    /** How groups were at the end of a day; one that was registered later as it began. */
    public Map<String, GroupEdition> asOf(Set<String> groupIds, LocalDate day) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        long end = VietnamTime.endOf(day).toEpochMilli();
        return jpa.txExpr(em -> {
            Map<String, List<EditionEntity>> all = em
                    .createQuery(
                            "select e from GroupEdition e where e.key.groupId in :groups order by e.key.since",
                            EditionEntity.class)
                    .setParameter("groups", groupIds)
                    .getResultList()
                    .stream()
                    .collect(Collectors.groupingBy(edition -> edition.key.groupId));
            List<EditionEntity> wanted = all.values().stream()
                    .map(editions -> editions.stream()
                            .filter(edition -> edition.key.since < end)
                            .reduce((earlier, later) -> later)
                            .orElse(editions.get(0)))
                    .toList();
            return read(em, wanted).stream().collect(Collectors.toMap(Held::groupId, Held::edition));
        });
    }

    /** How a group was, the latest first ({@code -since}). */
    public Page<GroupEdition> editions(String groupId, PageRequest page) {
        SortedList.Query wanted = LIST.query(page).and("e.key.groupId = :group", "group", groupId);
        return jpa.txExpr(em -> {
            Page<EditionEntity> found = Selecting.page(jpa, wanted, EditionEntity.class);
            return new Page<>(
                    read(em, found.items()).stream().map(Held::edition).toList(), found.next());
        });
    }

    private record Held(String groupId, GroupEdition edition) {}

    /** Editions with what belongs to them, in their order. */
    private static List<Held> read(EntityManager em, List<EditionEntity> editions) {
        if (editions.isEmpty()) {
            return List.of();
        }
        Set<String> groupIds =
                editions.stream().map(edition -> edition.key.groupId).collect(Collectors.toSet());
        Set<Long> since = editions.stream().map(edition -> edition.key.since).collect(Collectors.toSet());
        Map<String, List<EditionPartEntity>> parts = em
                .createQuery(
                        "select p from EditionPart p where p.key.groupId in :groups and p.key.since in :since",
                        EditionPartEntity.class)
                .setParameter("groups", groupIds)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(part -> part.key.groupId + part.key.since));
        Map<String, List<Appointment>> roles = em
                .createQuery(
                        "select r from EditionRole r where r.key.groupId in :groups and r.key.since in :since"
                                + " order by r.key.place",
                        EditionRoleEntity.class)
                .setParameter("groups", groupIds)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        role -> role.key.groupId + role.key.since,
                        Collectors.mapping(EditionRoleEntity::toRecord, Collectors.toList())));
        return editions.stream()
                .map(edition -> new Held(
                        edition.key.groupId,
                        new GroupEdition(
                                Instant.ofEpochMilli(edition.key.since),
                                rule(edition, parts.getOrDefault(edition.key.groupId + edition.key.since, List.of())),
                                roles.getOrDefault(edition.key.groupId + edition.key.since, List.of()))))
                .toList();
    }

    private static List<PeriodFacts.Edition> editions(EntityManager em, String groupId, long to) {
        List<EditionEntity> found = em.createQuery(
                        "select e from GroupEdition e where e.key.groupId = :group order by e.key.since",
                        EditionEntity.class)
                .setParameter("group", groupId)
                .getResultList();
        Map<Long, List<EditionPartEntity>> parts = em
                .createQuery("select p from EditionPart p where p.key.groupId = :group", EditionPartEntity.class)
                .setParameter("group", groupId)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(part -> part.key.since));
        Map<Long, List<Appointment>> roles = em
                .createQuery(
                        "select r from EditionRole r where r.key.groupId = :group order by r.key.place",
                        EditionRoleEntity.class)
                .setParameter("group", groupId)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        role -> role.key.since, Collectors.mapping(EditionRoleEntity::toRecord, Collectors.toList())));
        List<PeriodFacts.Edition> editions = new ArrayList<>();
        for (EditionEntity edition : found) {
            if (editions.isEmpty() || edition.key.since < to) {
                editions.add(new PeriodFacts.Edition(
                        Instant.ofEpochMilli(edition.key.since),
                        rule(edition, parts.getOrDefault(edition.key.since, List.of())),
                        roles.getOrDefault(edition.key.since, List.of())));
            }
        }
        return editions;
    }

    private static MemberRule rule(EditionEntity edition, List<EditionPartEntity> parts) {
        Map<String, Set<String>> byKind = parts.stream()
                .collect(Collectors.groupingBy(
                        part -> part.key.kind, Collectors.mapping(part -> part.key.part, Collectors.toSet())));
        return new MemberRule(
                edition.allStaff,
                byKind.getOrDefault(RulePartEntity.POST, Set.of()).stream()
                        .map(Post::valueOf)
                        .collect(Collectors.toSet()),
                byKind.get(RulePartEntity.UNIT),
                byKind.get(RulePartEntity.CAMPUS));
    }

    private static List<PeriodFacts.Span> spans(EntityManager em, String groupId, long from, long to) {
        return em
                .createQuery(
                        "select s from MemberSpan s where s.key.groupId = :group and s.key.since < :to"
                                + " and (s.until is null or s.until >= :from)",
                        SpanEntity.class)
                .setParameter("group", groupId)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(span -> new PeriodFacts.Span(
                        span.key.personId, Instant.ofEpochMilli(span.key.since), instant(span.until)))
                .toList();
    }

    private static List<PeriodFacts.Issued> issued(EntityManager em, String groupId, long from, long to) {
        return em
                .createQuery(
                        "select d.id, d.number, d.title, d.issuedAt from Directive d where d.groupId = :group"
                                + " and d.issuedAt >= :from and d.issuedAt < :to order by d.issuedAt, d.id",
                        Object[].class)
                .setParameter("group", groupId)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(row -> new PeriodFacts.Issued(
                        (String) row[0], (String) row[1], (String) row[2], Instant.ofEpochMilli((Long) row[3])))
                .toList();
    }

    /** Few directives are pinned, replaced or withdrawn, hence all steps up to then: what is pinned may be so for years. */
    private static List<PeriodFacts.Step> steps(EntityManager em, String groupId, long to) {
        return em
                .createQuery(
                        "select d.id, d.number, d.title, s.kind, s.takenAt, s.reason from DirectiveStep s, Directive d"
                                + " where d.id = s.key.directiveId and s.groupId = :group and s.takenAt < :to"
                                + " order by s.takenAt, s.key.directiveId, s.key.place",
                        Object[].class)
                .setParameter("group", groupId)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(row -> new PeriodFacts.Step(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (PeriodFacts.StepKind) row[3],
                        Instant.ofEpochMilli((Long) row[4]),
                        (String) row[5]))
                .toList();
    }

    private static List<PeriodFacts.Slip> slips(EntityManager em, String groupId, long from, long to) {
        Map<String, PeriodFacts.Slip> slips = new LinkedHashMap<>();
        for (String which : List.of(
                "select r from Receipt r, Directive d where d.id = r.key.directiveId and d.groupId = :group"
                        + " and d.issuedAt >= :from and d.issuedAt < :to",
                "select r from Receipt r where r.groupId = :group and r.deadline >= :from and r.deadline < :to")) {
            em.createQuery(which, ReceiptEntity.class)
                    .setParameter("group", groupId)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .getResultList()
                    .forEach(row -> slips.put(row.key.directiveId + row.key.personId, slip(row)));
        }
        return List.copyOf(slips.values());
    }

    private static PeriodFacts.Slip slip(ReceiptEntity row) {
        return new PeriodFacts.Slip(
                row.key.directiveId,
                row.key.personId,
                row.name,
                Instant.ofEpochMilli(row.deadline),
                instant(row.readAt),
                instant(row.fulfilledAt));
    }

    private static List<PeriodFacts.Case> cases(EntityManager em, String groupId, long from, long to) {
        return em
                .createQuery(
                        "select c from ConductCase c where c.groupId = :group and c.openedAt < :to"
                                + " and (c.settledAt is null or c.settledAt >= :from) order by c.openedAt, c.id",
                        CaseEntity.class)
                .setParameter("group", groupId)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(row -> new PeriodFacts.Case(
                        row.id,
                        row.kind,
                        row.topic,
                        Instant.ofEpochMilli(row.openedAt),
                        instant(row.foundAt),
                        instant(row.settledAt),
                        row.outcome))
                .toList();
    }

    private static Optional<Instant> instant(Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }
}
