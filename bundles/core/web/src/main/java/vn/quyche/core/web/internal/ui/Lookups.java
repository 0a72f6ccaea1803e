package vn.quyche.core.web.internal.ui;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.compliance.Clause;

/** What templates look up in other bundles, when those are there. */
interface Lookups {

    /** The names of people; unknown ids are missing. */
    Map<String, String> names(Collection<String> personIds);

    /** A clause as the school numbers it. */
    Optional<Clause> clause(String id);
}
