package vn.quyche.core.web.internal.ui;

import java.util.Optional;
import vn.quyche.core.api.security.Caller;

/** What the frame shows of bundles that may be absent. */
interface Surroundings extends Lookups {

    /** The name of the school; empty when no directory is there. */
    String schoolName();

    /** How many notices the caller has not read; empty when no notices are there. */
    Optional<Integer> unreadNotices(Caller caller);
}
