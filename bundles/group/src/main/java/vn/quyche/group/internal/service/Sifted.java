package vn.quyche.group.internal.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;

/** Pages of lists of which some rows are passed over, for example because the caller may not see them. */
final class Sifted {

    private Sifted() {}

    /**
     * Reads a list a batch at a time until a page is full.
     *
     * @param batch how many rows are read at a time
     * @param read gives the ids of a page in their order, each with the cursor behind it, and of one more when there are more
     * @param keep gives what is kept of these, in any order
     * @param id the id of what is kept
     */
    static <T> Page<T> page(
            PageRequest page,
            int batch,
            Function<PageRequest, Map<String, String>> read,
            Function<Set<String>, Collection<T>> keep,
            Function<T, String> id) {
        List<Map.Entry<T, String>> found = new ArrayList<>();
        Optional<String> after = page.after();
        boolean more = true;
        while (more && found.size() <= page.size()) {
            Map<String, String> rows = read.apply(new PageRequest(batch, after, page.sort()));
            Map<String, T> kept = rows.isEmpty()
                    ? Map.of()
                    : keep.apply(rows.keySet()).stream().collect(Collectors.toMap(id, Function.identity()));
            for (Map.Entry<String, String> row : rows.entrySet()) {
                after = Optional.of(row.getValue());
                if (kept.containsKey(row.getKey())) {
                    found.add(Map.entry(kept.get(row.getKey()), row.getValue()));
                }
            }
            more = rows.size() > batch;
        }
        return Page.of(found.subList(0, Math.min(found.size(), page.size() + 1)), page.size(), Map.Entry::getValue)
                .map(Map.Entry::getKey);
    }
}
