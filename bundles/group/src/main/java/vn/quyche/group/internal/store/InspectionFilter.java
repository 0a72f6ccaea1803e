package vn.quyche.group.internal.store;

import java.time.LocalDate;
import java.util.Collection;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.Inspections;

/** The conditions and the order of a list of reports. */
final class InspectionFilter {

    private static final SortedList LIST = SortedList.of("group.inspections", "Inspection i", "i.id", "-period")
            .by("period", "i.lastDay", LocalDate.class)
            .by("group", "i.groupSort", String.class)
            .by("made", "i.madeAt", Long.class);

    private InspectionFilter() {}

    /**
     * @param groups only reports on these groups, at least one
     * @param signedOnly only signed ones
     */
    static SortedList.Query of(
            Inspections.Query query, Collection<String> groups, boolean signedOnly, PageRequest page) {
        SortedList.Query wanted = LIST.query(page).and("i.groupId in :groups", "groups", groups);
        query.groupId().ifPresent(group -> wanted.and("i.groupId = :group", "group", group));
        query.state().ifPresent(state -> wanted.and("i.state = :state", "state", state));
        if (signedOnly) {
            wanted.and("i.state = :signed", "signed", Inspection.State.SIGNED);
        }
        query.text()
                .map(VietnameseText::fold)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> wanted.and("i.searchText like :text escape '!'", "text", Like.containing(text)));
        if (query.openOnly()) {
            wanted.and("exists (select f.id from InspectionFinding f where f.inspectionId = i.id"
                    + " and f.remediedAt is null)");
        }
        return wanted;
    }
}
