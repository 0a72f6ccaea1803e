package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.Line;

/** Reports on inspections: what was signed with its figures and lines, and the findings. */
@Component(service = JpaInspectionStore.class)
public final class JpaInspectionStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaInspectionStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new report. */
    public void insert(Inspection inspection) {
        jpa.tx(em -> {
            InspectionEntity entity = new InspectionEntity();
            entity.take(inspection);
            em.persist(entity);
        });
    }

    /** Stores a changed draft. */
    public void update(Inspection inspection) {
        jpa.tx(em -> em.find(InspectionEntity.class, inspection.id()).take(inspection));
    }

    /** Stores a report that was signed, with what it counted. */
    public void sign(Inspection signed, Map<Figure, Integer> figures, List<Line> lines) {
        jpa.tx(em -> {
            em.find(InspectionEntity.class, signed.id()).take(signed);
            figures.forEach((figure, amount) -> em.persist(new FigureEntity(signed.id(), figure, amount)));
            for (int place = 0; place < lines.size(); place++) {
                em.persist(new LineEntity(signed.id(), place, lines.get(place)));
            }
        });
    }

    /** Throws a draft away. */
    public void delete(String id) {
        jpa.tx(em -> {
            em.createQuery("delete from InspectionFinding f where f.inspectionId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            em.remove(em.find(InspectionEntity.class, id));
        });
    }

    /** A report. */
    public Optional<Inspection> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(InspectionEntity.class, id)).map(InspectionEntity::toRecord));
    }

    /** A report, locked until the transaction ends. */
    public Optional<Inspection> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_group.inspection set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(InspectionEntity.class, id)).map(InspectionEntity::toRecord);
        });
    }

    /** Whether a report stands for a group and a period. */
    public boolean stands(String groupId, LocalDate from, LocalDate to) {
        return jpa.txExpr(em -> em.createQuery(
                                "select count(i) from Inspection i"
                                        + " where i.groupId = :group and i.firstDay = :from and i.lastDay = :to",
                                Long.class)
                        .setParameter("group", groupId)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .getSingleResult()
                > 0);
    }

    /**
     * Reports, the latest period first ({@code -period}); also by {@code group} and {@code made}.
     *
     * @param groups only on these groups
     * @param signedOnly only signed ones
     */
    public Page<Inspection> list(
            Inspections.Query query, Collection<String> groups, boolean signedOnly, PageRequest page) {
        SortedList.Query wanted = InspectionFilter.of(query, groups, signedOnly, page);
        if (groups.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        return Selecting.page(jpa, wanted, InspectionEntity.class).map(InspectionEntity::toRecord);
    }

    /** The figures of a signed report. */
    public Map<Figure, Integer> figures(String id) {
        return jpa.txExpr(em -> {
            Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
            em.createQuery("select f from InspectionFigure f where f.key.inspectionId = :id", FigureEntity.class)
                    .setParameter("id", id)
                    .getResultList()
                    .forEach(row -> figures.put(row.key.figure, row.amount));
            return figures;
        });
    }

    /** The lines of a signed report. */
    public List<Line> lines(String id) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select l from InspectionLine l where l.key.inspectionId = :id order by l.key.place",
                        LineEntity.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(LineEntity::toRecord)
                .toList());
    }

    /** The findings of a report. */
    public List<Finding> findings(String id) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select f from InspectionFinding f where f.inspectionId = :id order by f.id",
                        FindingEntity.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(FindingEntity::toRecord)
                .toList());
    }

    /** Stores a new finding. */
    public void insert(Finding finding, String groupId) {
        jpa.tx(em -> em.persist(new FindingEntity(finding, groupId)));
    }

    /** The group that a finding is about. */
    public Optional<String> groupOfFinding(String findingId) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(FindingEntity.class, findingId)).map(finding -> finding.groupId));
    }

    /** Takes a finding away. */
    public void deleteFinding(String findingId) {
        jpa.tx(em -> em.remove(em.find(FindingEntity.class, findingId)));
    }

    /** Stores what was done about a finding. */
    public void remedied(Finding finding) {
        jpa.tx(em -> em.find(FindingEntity.class, finding.id()).take(finding));
    }

    /** The last day of the last signed report of each group that has one. */
    public Map<String, LocalDate> inspectedTo() {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select i.groupId, max(i.lastDay) from Inspection i where i.state = :signed group by i.groupId",
                        Object[].class)
                .setParameter("signed", Inspection.State.SIGNED)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (LocalDate) row[1])));
    }

    /** When the first report was signed. */
    public Optional<Instant> firstSigned() {
        return jpa.txExpr(em -> Stream.ofNullable(em.createQuery("select min(i.signedAt) from Inspection i", Long.class)
                        .getSingleResult())
                .map(Instant::ofEpochMilli)
                .findFirst());
    }

    /** The reports that were signed between two instants, latest first. */
    public List<Inspection> signed(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select i from Inspection i where i.signedAt >= :from and i.signedAt < :to"
                                + " order by i.signedAt desc, i.id desc",
                        InspectionEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(InspectionEntity::toRecord)
                .toList());
    }
}
