package vn.quyche.core.directory.internal.service;

import java.util.List;
import java.util.function.Supplier;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.SortedRows;
import vn.quyche.core.directory.internal.model.HandoverCase;
import vn.quyche.core.directory.internal.model.Snapshot;

/**
 * Leavings and joinings by the name of the person, in the Vietnamese order: names are in memory and change, cases are some
 * hundreds, so that they are put in order here and not in the database.
 */
final class HandoverNames {

    private static final String NAME = "name";

    /** A case and what it is sorted by. */
    private record Place(String name, HandoverCase handover) {}

    private static final SortedRows<Place> LIST = SortedRows.of(
                    "directory.cases", NAME, (Place place) -> place.handover().id())
            .by(NAME, Place::name);

    private HandoverNames() {}

    /** Whether a list is asked for in this order. */
    static boolean asked(PageRequest page) {
        return page.sort()
                .filter(word -> word.equals(NAME) || word.equals("-" + NAME))
                .isPresent();
    }

    /**
     * A page in this order.
     *
     * @param cases reads all cases of the list
     * @throws vn.quyche.core.api.error.Invalid {@code core.bad-cursor}
     */
    static Page<HandoverCase> page(Snapshot snapshot, PageRequest page, Supplier<List<HandoverCase>> cases) {
        SortedRows.Query<Place> wanted = LIST.query(page);
        return wanted.page(cases.get().stream().map(handover -> new Place(name(snapshot, handover), handover)))
                .map(Place::handover);
    }

    private static String name(Snapshot snapshot, HandoverCase handover) {
        return snapshot.file(handover.personId()).map(file -> file.sortKey()).orElse("");
    }
}
