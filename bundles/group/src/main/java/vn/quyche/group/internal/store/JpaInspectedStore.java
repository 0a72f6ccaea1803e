package vn.quyche.group.internal.store;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.InspectedGroup;
import vn.quyche.group.api.inspection.Inspection;

/** Signed reports as counts, for the superior authority. */
@Component(service = JpaInspectedStore.class)
public final class JpaInspectedStore {

    private static final SortedList LIST = SortedList.of("group.inspected", "Inspection i", "i.id", "-period")
            .by("period", "i.lastDay", LocalDate.class);
    private static final Set<Figure> TOLD =
            Set.of(Figure.MISSING, Figure.SURPLUS, Figure.OVERDUE, Figure.LATE, Figure.VIOLATIONS, Figure.FOUND);

    private final JpaTemplate jpa;

    @Activate
    public JpaInspectedStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** The reports whose period ends within some days, the last period first ({@code -period}). */
    public Page<InspectedGroup> list(DaySpan days, PageRequest page) {
        SortedList.Query wanted = LIST.query(page)
                .and("i.state = :signed", "signed", Inspection.State.SIGNED)
                .and("i.lastDay >= :from", "from", days.from())
                .and("i.lastDay <= :to", "to", days.to());
        return jpa.txExpr(em -> {
            Page<Inspection> found =
                    Selecting.page(jpa, wanted, InspectionEntity.class).map(InspectionEntity::toRecord);
            return new Page<>(counted(em, found.items()), found.next());
        });
    }

    private static List<InspectedGroup> counted(EntityManager em, List<Inspection> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        List<String> ids = reports.stream().map(Inspection::id).toList();
        Map<String, Map<Figure, Integer>> figures = new HashMap<>();
        em.createQuery(
                        "select f from InspectionFigure f where f.key.inspectionId in :ids and f.key.figure in :told",
                        FigureEntity.class)
                .setParameter("ids", ids)
                .setParameter("told", TOLD)
                .getResultList()
                .forEach(row -> figures.computeIfAbsent(row.key.inspectionId, id -> new EnumMap<>(Figure.class))
                        .put(row.key.figure, row.amount));
        Map<String, Integer> open = new HashMap<>();
        em.createQuery(
                        "select f.inspectionId, count(f) from InspectionFinding f"
                                + " where f.inspectionId in :ids and f.remediedAt is null group by f.inspectionId",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> open.put((String) row[0], ((Number) row[1]).intValue()));
        return reports.stream()
                .map(report ->
                        counted(report, figures.getOrDefault(report.id(), Map.of()), open.getOrDefault(report.id(), 0)))
                .toList();
    }

    private static InspectedGroup counted(Inspection report, Map<Figure, Integer> figures, int open) {
        return new InspectedGroup(
                report.id(),
                report.groupId(),
                report.groupCode(),
                report.groupName(),
                report.from(),
                report.to(),
                report.signedAt().orElseThrow(),
                figures.getOrDefault(Figure.MISSING, 0),
                figures.getOrDefault(Figure.SURPLUS, 0),
                figures.getOrDefault(Figure.OVERDUE, 0),
                figures.getOrDefault(Figure.LATE, 0),
                figures.getOrDefault(Figure.VIOLATIONS, 0),
                figures.getOrDefault(Figure.FOUND, 0),
                open);
    }
}
