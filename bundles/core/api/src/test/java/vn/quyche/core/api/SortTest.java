package vn.quyche.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
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
                .isEqualTo("select t, t.dueOn, t.id from Thing t where t.open = :open and t.dueOn <= :lastKey"
                        + " and (t.dueOn < :lastKey or t.id < :lastId)"
                        + " order by t.dueOn desc, t.id desc");
        assertThat(query.values())
                .containsEntry("lastKey", LocalDate.of(2026, 9, 7))
                .containsEntry("lastId", "X1")
                .containsEntry("open", true);
        assertThat(query.limit()).isEqualTo(11);
        assertThat(LIST.query(PageRequest.first()).jpql())
                .isEqualTo("select t, t.id, t.id from Thing t order by t.id desc");
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
                .containsEntry("lastKey", Integer.MAX_VALUE);
    }
}
