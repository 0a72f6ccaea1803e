package vn.quyche.core.compliance.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.model.TrainingRecord;
import vn.quyche.core.compliance.internal.model.TrainingRecordQuery;

/** Reads who came to trainings, by person, regulation and training. */
@Component(service = JpaTrainingRecordStore.class)
public final class JpaTrainingRecordStore {

    private static final String LIST = "compliance.training-records.";

    private final JpaTemplate jpa;

    @Activate
    public JpaTrainingRecordStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Who was to come to a training that was held, by name; {@code madeUp} is not filled. */
    public List<Attendee> attendees(String trainingId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select a from AttendanceEntity a where a.trainingId = :id order by a.nameKey, a.personId",
                        AttendanceEntity.class)
                .setParameter("id", trainingId)
                .getResultList()
                .stream()
                .map(row -> new Attendee(row.personId, row.name, row.present, false))
                .toList());
    }

    /** Who came to a training or to one that makes up for it. */
    public Set<String> present(String rootId) {
        return people("a.rootId = :what", rootId);
    }

    /** Who ever came to a training on a regulation. */
    public Set<String> trained(String regulationId) {
        return people("a.regulationId = :what", regulationId);
    }

    private Set<String> people(String condition, String what) {
        return jpa.txExpr(em -> new HashSet<>(em.createQuery(
                        "select distinct a.personId from AttendanceEntity a where a.present = :present and "
                                + condition,
                        String.class)
                .setParameter("present", true)
                .setParameter("what", what)
                .getResultList()));
    }

    /** Records, newest first unless sorted otherwise; they have no id but training and person together. */
    public Page<TrainingRecord> list(TrainingRecordQuery query, PageRequest page) {
        Sort sort = Sort.of(page.sort(), "-time", List.of("time", "name"));
        boolean byName = sort.column().equals("name");
        String column = byName ? "a.nameKey" : "a.startsAt";
        String list = LIST + sort.word();
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        query.personId().ifPresent(person -> {
            conditions.add("a.personId = :person");
            values.put("person", person);
        });
        query.regulationId().ifPresent(regulation -> {
            conditions.add("a.regulationId = :regulation");
            values.put("regulation", regulation);
        });
        query.schoolYear().ifPresent(year -> {
            conditions.add("a.schoolYear = :year");
            values.put("year", year);
        });
        query.present().ifPresent(present -> {
            conditions.add("a.present = :present");
            values.put("present", present);
        });
        page.after().map(text -> Cursor.parse(list, 3, text)).ifPresent(last -> {
            conditions.add(behind(column, sort.descending()));
            values.put("lastKey", byName ? last.text(0) : (Object) last.number(0));
            values.put("lastTraining", last.text(1));
            values.put("lastPerson", last.text(2));
        });
        String down = sort.descending() ? " desc" : "";
        String order = column + down + ", a.trainingId" + down + ", a.personId" + down;
        return jpa.txExpr(em -> {
            TypedQuery<AttendanceEntity> rows = em.createQuery(
                    "select a from AttendanceEntity a"
                            + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                            + " order by " + order,
                    AttendanceEntity.class);
            values.forEach(rows::setParameter);
            Page<AttendanceEntity> found = Page.of(
                    rows.setMaxResults(page.size() + 1).getResultList(),
                    page.size(),
                    row -> Cursor.of(list, byName ? row.nameKey : (Object) row.startsAt, row.trainingId, row.personId));
            Map<String, TrainingEntity> trainings = trainings(
                    em, found.items().stream().map(row -> row.trainingId).collect(Collectors.toSet()));
            return found.map(row -> record(row, trainings.get(row.trainingId)));
        });
    }

    private static String behind(String column, boolean descending) {
        return "%1$s %2$s= :lastKey and (%1$s %2$s :lastKey or a.trainingId %2$s :lastTraining or (a.trainingId = :lastTraining and a.personId %2$s :lastPerson))"
                .formatted(column, descending ? "<" : ">");
    }

    private static Map<String, TrainingEntity> trainings(EntityManager em, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em
                        .createQuery("select t from TrainingEntity t where t.id in :ids", TrainingEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    private static TrainingRecord record(AttendanceEntity row, TrainingEntity training) {
        return new TrainingRecord(
                row.trainingId,
                training.title,
                row.regulationId,
                training.regulation.isEmpty() ? training.clause : training.regulation,
                row.schoolYear,
                Instant.ofEpochMilli(row.startsAt),
                row.personId,
                row.name,
                row.present);
    }
}
