package vn.quyche.core.document.internal.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.quyche.core.document.internal.model.NotPrintable;
import vn.quyche.core.document.internal.model.NotPrintable.Obstacle;

/** What was found in a file that would be printed wrong: each thing once, so that all of it can be mended at once. */
final class Obstacles {

    private static final int MOST_TOLD = 12;

    private final Set<Obstacle> found = new LinkedHashSet<>();

    /** Notes one. */
    void add(String code, Object... args) {
        if (found.size() < MOST_TOLD) {
            found.add(new Obstacle(code, List.of(args)));
        }
    }

    void orThrow() {
        if (!found.isEmpty()) {
            throw new NotPrintable(new ArrayList<>(found));
        }
    }
}
