package vn.quyche.core.directory.internal.service;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.persistence.Cursor;
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
        Sort sort = Sort.of(page.sort(), NAME, List.of(NAME));
        String list = "directory.cases." + sort.word();
        Optional<Cursor> after = page.after().map(text -> Cursor.parse(list, 2, text));
        Comparator<Place> up = Comparator.comparing(Place::name)
                .thenComparing(place -> place.handover().id());
        Comparator<Place> order = sort.descending() ? up.reversed() : up;
        List<Place> found = cases.get().stream()
                .map(handover -> new Place(name(snapshot, handover), handover))
                .filter(place -> after.map(end -> isBehind(place, end, sort.descending()))
                        .orElse(true))
                .sorted(order)
                .limit(page.size() + 1L)
                .toList();
        return Page.of(
                        found,
                        page.size(),
                        place -> Cursor.of(list, place.name(), place.handover().id()))
                .map(Place::handover);
    }

    private static String name(Snapshot snapshot, HandoverCase handover) {
        return snapshot.file(handover.personId()).map(file -> file.sortKey()).orElse("");
    }

    private static boolean isBehind(Place place, Cursor end, boolean down) {
        int byName = place.name().compareTo(end.text(0));
        int order = byName != 0 ? byName : place.handover().id().compareTo(end.text(1));
        return down ? order < 0 : order > 0;
    }
}
