package vn.quyche.core.compliance.internal.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Invalid;

/**
 * Which recurring rules to list; empty fields do not restrict.
 *
 * @param domain the bundle
 * @param state where they stand today
 * @param post on whose holders they are laid
 * @param text a part of the title, the clause or the id
 * @param by what they are sorted by
 * @param descending whether downwards
 */
public record RuleQuery(
        Optional<String> domain,
        Optional<RuleCourse.State> state,
        Optional<Post> post,
        Optional<String> text,
        Column by,
        boolean descending) {

    /** All, those that are due next first. */
    public static final RuleQuery ALL =
            new RuleQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Column.NEXT, false);

    /** What may be sorted by. */
    public enum Column {
        NEXT,
        TITLE,
        CLAUSE
    }

    /**
     * The same in another order: {@code next}, {@code title} or {@code clause}, with a minus downwards; blank leaves it.
     *
     * @throws Invalid {@code duty.rule-bad-order} at {@code sort}
     */
    public RuleQuery sorted(String word) {
        if (word.isBlank()) {
            return this;
        }
        boolean down = word.startsWith("-");
        String name = down ? word.substring(1) : word;
        return Arrays.stream(Column.values())
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(column -> new RuleQuery(domain, state, post, text, column, down))
                .orElseThrow(() -> new Invalid("sort", "duty.rule-bad-order"));
    }
}
