package vn.quyche.district.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.ReviewState;
import vn.quyche.district.api.SchoolGroup;
import vn.quyche.district.api.Taken;
import vn.quyche.district.internal.model.ListDifference;
import vn.quyche.district.internal.store.JpaCollectedStore;
import vn.quyche.district.internal.store.JpaSchoolStore;

/** Puts a school's whole list in the place of the one before, in the running act. */
@Component(service = TakeOver.class)
@Regulated("TB.1")
public final class TakeOver {

    private final JpaSchoolStore schools;
    private final JpaCollectedStore groups;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public TakeOver(
            @Reference JpaSchoolStore schools,
            @Reference JpaCollectedStore groups,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.schools = schools;
        this.groups = groups;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Notes that a list is as it was; nothing else changes, so that there is nothing to log.
     *
     * @param list the checked list
     * @return what there is; empty when the list differs and has to be taken over
     */
    public Optional<Taken> keepIfSame(String schoolId, List<SchoolGroup> list) {
        schools.lock(schoolId);
        Map<String, CollectedGroup> known = known(schoolId);
        ListDifference difference = ListDifference.of(listed(known), list);
        if (!difference.empty()) {
            return Optional.empty();
        }
        groups.same(rows(known, difference.same()));
        schools.taken(schoolId, clock.instant(), Optional.empty());
        return Optional.of(difference.taken());
    }

    /**
     * Takes a list over.
     *
     * @param list the checked list
     * @param madeAt when the school made it, when it says so
     */
    public Taken apply(ActLog log, String schoolId, List<SchoolGroup> list, Optional<Instant> madeAt) {
        DistrictSchool school =
                schools.lock(schoolId).orElseThrow(() -> new NotFound("district.school-not-found", schoolId));
        Instant now = clock.instant();
        Map<String, CollectedGroup> known = known(schoolId);
        ListDifference difference = ListDifference.of(listed(known), list);
        for (SchoolGroup group : difference.added()) {
            CollectedGroup gone = known.get(group.id());
            if (gone == null) {
                groups.insert(ids.next(), schoolId, group, now);
            } else {
                groups.replace(gone.id(), group, GroupChange.NEW, ReviewState.PENDING, now);
            }
        }
        for (SchoolGroup group : difference.changed()) {
            CollectedGroup row = known.get(group.id());
            groups.replace(row.id(), group, GroupChange.CHANGED, stateAfter(row, group), now);
        }
        groups.gone(rows(known, difference.gone()), now);
        groups.same(rows(known, difference.same()));
        schools.taken(schoolId, now, madeAt);
        Taken taken = difference.taken();
        log.subject(schoolId);
        log.changed(null, taken);
        if (!difference.empty()) {
            log.emit(new Event(
                    "district.list-taken.v1",
                    schoolId,
                    Map.of(
                            "schoolCode", school.code(),
                            "added", String.valueOf(taken.added()),
                            "changed", String.valueOf(taken.changed()),
                            "gone", String.valueOf(taken.gone()))));
        }
        return taken;
    }

    /** A school that was asked to change something, and has, waits for a decision again. */
    private static ReviewState stateAfter(CollectedGroup row, SchoolGroup after) {
        return row.state() == ReviewState.CHANGE_ASKED || ListDifference.needsDecision(row.group(), after)
                ? ReviewState.PENDING
                : row.state();
    }

    /** All that was ever collected from the school, by its own ids. */
    private Map<String, CollectedGroup> known(String schoolId) {
        return groups.ofSchool(schoolId).stream()
                .collect(Collectors.toMap(row -> row.group().id(), Function.identity()));
    }

    private static Map<String, SchoolGroup> listed(Map<String, CollectedGroup> known) {
        Map<String, SchoolGroup> listed = new HashMap<>();
        known.forEach((id, row) -> {
            if (row.goneAt().isEmpty()) {
                listed.put(id, row.group());
            }
        });
        return listed;
    }

    private static List<String> rows(Map<String, CollectedGroup> known, List<String> groupIds) {
        return groupIds.stream().map(id -> known.get(id).id()).toList();
    }
}
