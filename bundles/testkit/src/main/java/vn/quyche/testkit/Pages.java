package vn.quyche.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;

/** Turns the pages of a list. */
public final class Pages {

    private static final List<String> NONSENSE =
            List.of("nonsense", "-nonsense", "-", "--", "id;", "t.id", "%00", "\u0000", "a".repeat(5_000));

    private Pages() {}

    /** Every row of a list, read in pages of one and of two rows, which must give the same. */
    public static <T> List<T> read(String sort, Function<PageRequest, Page<T>> list) {
        List<T> byOnes = read(1, sort, list);
        assertThat(read(2, sort, list)).isEqualTo(byOnes);
        return byOnes;
    }

    private static <T> List<T> read(int size, String sort, Function<PageRequest, Page<T>> list) {
        List<T> rows = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(size, after, Optional.of(sort)));
            rows.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return rows;
    }

    /** Asks for columns that no list has, and for a page of one order behind a cursor of the other. */
    public static <T> void refusesNonsense(String sort, Function<PageRequest, Page<T>> list) {
        for (String word : NONSENSE) {
            assertThatThrownBy(() -> list.apply(PageRequest.first().sorted(word)))
                    .as(word)
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.code()).isEqualTo("core.bad-sort"));
        }
        list.apply(PageRequest.first(1).sorted(sort))
                .next()
                .ifPresent(after -> assertThatThrownBy(
                                () -> list.apply(new PageRequest(1, Optional.of(after), Optional.of("-" + sort))))
                        .isInstanceOfSatisfying(
                                Invalid.class, e -> assertThat(e.code()).isEqualTo("core.bad-cursor")));
    }
}
