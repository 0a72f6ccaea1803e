package vn.quyche.district.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.district.internal.model.SchoolSummary;
import vn.quyche.district.internal.store.JpaOverviewStore;
import vn.quyche.district.internal.store.JpaSchoolStore;

/** Puts a school's figures in the place of those before, in the running act. */
@Component(service = SummaryTakeOver.class)
@Regulated("BC.7.2")
public final class SummaryTakeOver {

    private final JpaSchoolStore schools;
    private final JpaOverviewStore store;
    private final Clock clock;

    @Activate
    public SummaryTakeOver(
            @Reference JpaSchoolStore schools, @Reference JpaOverviewStore store, @Reference Clock clock) {
        this.schools = schools;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes figures over.
     *
     * @param summary the checked figures
     * @param madeAt when the school made them, when it says so
     */
    public void apply(ActLog log, String schoolId, SchoolSummary summary, Optional<Instant> madeAt) {
        schools.lock(schoolId);
        boolean changed = store.replace(schoolId, summary);
        store.taken(schoolId, clock.instant(), madeAt);
        log.subject(schoolId);
        log.changed(
                null,
                Map.of(
                        "from",
                        summary.months().from().toString(),
                        "to",
                        summary.months().to().toString(),
                        "reports",
                        summary.inspections().size(),
                        "changed",
                        changed));
    }
}
