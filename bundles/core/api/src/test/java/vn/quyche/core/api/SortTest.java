package vn.quyche.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.SortedList;

class SortTest {

    private static final SortedList LIST = SortedList.of("some.things", "Thing t", "t.id", "-made")
            .byId("made")
            .by("due", "t.dueOn", LocalDate.class)
            .by("size", "t.size", Integer.class);

    @Test
    void readsAColumnAndItsDirection() {
        assertThat(Sort.of(Optional.of("-due"), "name", List.of("name", "due"))).isEqualTo(new Sort("due", true));
        assertThat(Sort.of(Optional.empty(), "name", List.of("name", "due"))).isEqualTo(new Sort("name", false));
        assertThat(new Sort("due", true).word()).isEqualTo("-due");
    }

    @Test
    void namesWhatIsKnown() {
        assertThatThrownBy(() -> Sort.of(Optional.of("size"), "name", List.of("name", "due")))
                .isInstanceOfSatisfying(Invalid.class, e -> {
                    assertThat(e.code()).isEqualTo("core.bad-sort");
                    assertThat(e.fields().get(0).field()).isEqualTo("sort");
                    assertThat(e.args()).containsExactly("name, due");
                });
    }

    @Test
    void aListMayGoDownwardsOnly() {
        assertThat(Sort.of(Optional.of("-time"), "-time", List.of("-time")).descending())
                .isTrue();
        assertThatThrownBy(() -> Sort.of(Optional.of("time"), "-time", List.of("-time")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void goesOnBehindTheKeyAndTheId() {
        String after = Cursor.of("some.things.-due", LocalDate.of(2026, 9, 7), "X1");
        SortedList.Query query = LIST.query(new PageRequest(10, Optional.of(after), Optional.of("-due")))
                .and("t.open = :open", "open", true);

        assertThat(query.jpql())
                .isEqualTo("select t, t.dueOn, t.id from Thing t where t.open = :open and t.dueOn <= :last0"
                        + " and (t.dueOn < :last0 or t.id < :last1)"
                        + " order by t.dueOn desc, t.id desc");
        assertThat(query.values())
                .containsEntry("last0", LocalDate.of(2026, 9, 7))
                .containsEntry("last1", "X1")
                .containsEntry("open", true);
        assertThat(query.limit()).isEqualTo(11);
        assertThat(LIST.query(PageRequest.first()).jpql()).isEqualTo("select t, t.id from Thing t order by t.id desc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "+999999999-01-01", "today", ""})
    void refusesACursorWhoseKeyIsNoDay(String key) {
        PageRequest page =
                new PageRequest(10, Optional.of(Cursor.of("some.things.due", key, "X1")), Optional.of("due"));

        assertThatThrownBy(() -> LIST.query(page))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("core.bad-cursor"));
    }

    @Test
    void aNumberInACursorFitsItsColumn() {
        String after = Cursor.of("some.things.size", Long.MAX_VALUE, "X1");

        assertThat(LIST.query(new PageRequest(10, Optional.of(after), Optional.of("size")))
                        .values())
                .containsEntry("last0", Integer.MAX_VALUE);
    }

    @Test
    void equalsFollowEachOtherByAnotherKeyBeforeTheId() {
        SortedList list = SortedList.of("some.rooms", "Room r", "r.id", "floor")
                .by("floor", new SortedList.Key("r.floor", Floor.class), new SortedList.Key("r.sortKey", String.class));

        assertThat(list.query(PageRequest.first()).jpqlOfIds())
                .isEqualTo("select r.floor, r.sortKey, r.id from Room r order by r.floor, r.sortKey, r.id");
        SortedList.Query query =
                list.query(new PageRequest(10, Optional.of(Cursor.of("some.rooms.floor", Floor.UPPER, "b", "X1"))));

        assertThat(query.jpql())
                .isEqualTo("select r, r.floor, r.sortKey, r.id from Room r where r.floor >= :last0"
                        + " and (r.floor > :last0 or r.sortKey >= :last1 and (r.sortKey > :last1 or r.id > :last2))"
                        + " order by r.floor, r.sortKey, r.id");
        assertThat(query.values())
                .containsEntry("last0", Floor.UPPER)
                .containsEntry("last1", "b")
                .containsEntry("last2", "X1");
        assertThatThrownBy(() -> list.query(
                        new PageRequest(10, Optional.of(Cursor.of("some.rooms.floor", "CELLAR", "b", "X1")))))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo("core.bad-cursor"));
    }

    @Test
    void tellsTheIdsWithTheirCursors() {
        SortedList.Query query = LIST.query(PageRequest.first(1).sorted("size"));

        assertThat(query.ids(List.of(new Object[] {3, "X2"}, new Object[] {4, "X1"})))
                .containsExactly(
                        Map.entry("X2", Cursor.of("some.things.size", 3, "X2")),
                        Map.entry("X1", Cursor.of("some.things.size", 4, "X1")));
    }

    @Test
    void joinsWhatOneColumnAloneNeeds() {
        SortedList list = SortedList.of("some.rooms", "Room r", "r.id", "made")
                .byId("made")
                .joining("house", "House h", "h.id = r.houseId", new SortedList.Key("h.name", String.class));

        assertThat(list.query(PageRequest.first()).jpqlOfIds())
                .as("two expressions, so that rows are rows")
                .isEqualTo("select r.id, r.id from Room r order by r.id");
        assertThat(list.query(PageRequest.first().sorted("-house")).jpql())
                .isEqualTo("select r, h.name, r.id from Room r, House h where h.id = r.houseId"
                        + " order by h.name desc, r.id desc");
    }

    @Test
    void keepsTheRowsOfALeftJoinThatHaveNothingThere() {
        SortedList list = SortedList.of("some.rooms", "Room r left join Lamp l on l.roomId = r.id", "r.id", "lamps")
                .by("lamps", "coalesce(l.size, 0)", Integer.class);

        assertThat(list.query(new PageRequest(10, Optional.of(Cursor.of("some.rooms.lamps", 0, "X1"))))
                        .jpqlOfIds())
                .isEqualTo("select coalesce(l.size, 0), r.id from Room r left join Lamp l on l.roomId = r.id"
                        + " where (coalesce(l.size, 0) > :last0 or coalesce(l.size, 0) = :last0 and r.id > :last1)"
                        + " order by coalesce(l.size, 0), r.id");
    }

    @Test
    void aColumnThatIsTheIdGoesByItAlone() {
        SortedList list = SortedList.of("some.rows", "Row r", "r.place", "row").by("row", "r.place", Integer.class);

        SortedList.Query query =
                list.query(new PageRequest(10, Optional.of(Cursor.of("some.rows.row", 7)), Optional.of("row")));
        assertThat(query.jpql()).isEqualTo("select r, r.place from Row r where r.place > :last0 order by r.place");
        assertThat(query.values()).containsEntry("last0", 7);
    }

    private enum Floor {
        LOWER,
        UPPER
    }
}
