package vn.quyche.district.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.security.Caller;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.internal.store.JpaSchoolStore;

/** Tells which school sends something. */
final class PushingSchool {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private PushingSchool() {}

    /**
     * The school that is tied to the caller's account, locked.
     *
     * @param schoolCode the code that it says it has
     * @param madeAt when it made what it sends
     */
    static DistrictSchool require(
            Caller caller, JpaSchoolStore schools, Clock clock, String schoolCode, Instant madeAt) {
        Checks checks = new Checks();
        String code = checks.text("schoolCode", schoolCode, 1, 40);
        checks.that(madeAt != null, "madeAt", "core.required");
        checks.that(
                madeAt == null || madeAt.isBefore(clock.instant().plus(CLOCKS_DIFFER)),
                "madeAt",
                "district.made-in-future");
        checks.orThrow();
        DistrictSchool school = schools.byCode(code)
                .filter(found -> found.accountId().equals(Optional.of(caller.accountId())))
                .flatMap(found -> schools.lock(found.id()))
                .orElseThrow(() -> new Forbidden("district.not-your-school", code));
        if (!school.active(VietnamTime.today(clock))) {
            throw new Conflict("district.school-inactive", school.name());
        }
        return school;
    }
}
