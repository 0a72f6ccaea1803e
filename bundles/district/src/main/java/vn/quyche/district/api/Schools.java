package vn.quyche.district.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The schools of the district. Clause TB.1. */
@ProviderType
public interface Schools {

    /** Which schools. */
    enum Part {
        /** Those that belong to the district today. */
        ACTIVE,
        /** Those whose list could not be taken over when it was last tried. */
        FAILING,
        /** Also those that no longer belong to it. */
        ALL
    }

    /**
     * What to look for.
     *
     * @param text a part of the name or the code, without regard to case and diacritics
     * @param part which schools
     */
    record Query(Optional<String> text, Part part) {

        /** The active schools. */
        public static Query active() {
            return new Query(Optional.empty(), Part.ACTIVE);
        }
    }

    /**
     * Registers a school; takes {@code district:schools}.
     *
     * @param idempotencyKey the same key registers only once; may be blank
     * @return the id
     * @throws vn.quyche.core.api.error.Conflict {@code district.school-code-taken}
     */
    String register(Caller caller, NewDistrictSchool school, String idempotencyKey);

    /**
     * Changes a school; takes {@code district:schools}.
     *
     * @param version the version that was seen
     */
    DistrictSchool change(Caller caller, String schoolId, long version, NewDistrictSchool school);

    /** One school; takes {@code district:read}. */
    DistrictSchool get(Caller caller, String schoolId);

    /** The school with a code; takes {@code district:read}. */
    DistrictSchool byCode(Caller caller, String code);

    /**
     * Schools, and how their groups stand; takes {@code district:read}.
     *
     * @param page sorted by {@code name}, {@code code} or {@code taken}
     */
    Page<SchoolStanding> list(Caller caller, Query query, PageRequest page);
}
