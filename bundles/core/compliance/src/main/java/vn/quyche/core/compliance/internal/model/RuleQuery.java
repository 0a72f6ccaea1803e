package vn.quyche.core.compliance.internal.model;

import java.util.Optional;
import vn.quyche.core.api.directory.Post;

/**
 * Which recurring rules to list; empty fields do not restrict.
 *
 * @param domain the bundle
 * @param state where they stand today
 * @param post on whose holders they are laid
 * @param text a part of the title, the clause or the id
 */
public record RuleQuery(
        Optional<String> domain, Optional<RuleCourse.State> state, Optional<Post> post, Optional<String> text) {

    /** All. */
    public static final RuleQuery ALL =
            new RuleQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
