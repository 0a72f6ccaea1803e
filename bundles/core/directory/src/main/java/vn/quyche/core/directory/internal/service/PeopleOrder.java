package vn.quyche.core.directory.internal.service;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.People.Row;
import vn.quyche.core.directory.internal.model.PersonFile;

/**
 * The order of a list of people: by what a column shows to the caller, so that nothing hidden shows in it, and by name among
 * equals. Whoever has nothing in the column comes last, in either direction.
 *
 * @param word as it is asked for, for example {@code -unit}
 * @param key what is compared
 * @param down whether the greatest comes first
 */
record PeopleOrder(String word, Function<Row, String> key, boolean down) {

    private static final String NOTHING = "\uffff";
    private static final List<String> KNOWN = List.of("name", "post", "unit", "campus", "state");
    private static final Map<String, Function<Row, String>> COLUMNS = Map.of(
            "name", row -> "",
            "post",
                    row -> row.posts().stream()
                            .min(Comparator.naturalOrder())
                            .map(post -> String.format("%03d", post.ordinal()))
                            .orElse(NOTHING),
            "unit", row -> first(row.units()),
            "campus", row -> first(row.campuses()),
            "state", row -> String.valueOf(row.state().ordinal()));

    /**
     * A person with the place in the list.
     *
     * @param file the person
     * @param key what the column has
     */
    record Place(PersonFile file, String key) {}

    static PeopleOrder of(Optional<String> word) {
        Sort sort = Sort.of(word, "name", KNOWN);
        return new PeopleOrder(sort.word(), COLUMNS.get(sort.column()), sort.descending());
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? NOTHING : VietnameseText.sortKey(names.get(0));
    }

    /** The people in this order. */
    Stream<Place> places(PeopleViews views, List<PersonFile> people) {
        return people.stream()
                .map(file -> new Place(file, byName() ? "" : key.apply(views.row(file))))
                .sorted(this::compare);
    }

    /** Whether a person comes behind the place at which a page ended. */
    boolean isBehind(Place place, String endKey, String endName) {
        int byKey = compareKeys(place.key(), endKey);
        int byName = place.file().sortKey().compareTo(endName);
        return byKey > 0 || byKey == 0 && (byName() && down ? byName < 0 : byName > 0);
    }

    private int compare(Place one, Place other) {
        int byKey = compareKeys(one.key(), other.key());
        if (byKey != 0) {
            return byKey;
        }
        int byName = one.file().sortKey().compareTo(other.file().sortKey());
        return byName() && down ? -byName : byName;
    }

    private int compareKeys(String one, String other) {
        boolean nothing = one.equals(NOTHING) || other.equals(NOTHING);
        return down && !nothing ? other.compareTo(one) : one.compareTo(other);
    }

    private boolean byName() {
        return word.endsWith("name");
    }
}
