package vn.quyche.district.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.MonthFigures;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.PushedSummary;
import vn.quyche.district.api.SchoolMonth;
import vn.quyche.district.api.SchoolOverview;
import vn.quyche.district.api.TrendMonth;
import vn.quyche.district.internal.model.SchoolSummary;
import vn.quyche.district.internal.model.SummaryRule;
import vn.quyche.district.internal.store.JpaOverviewStore;
import vn.quyche.district.internal.store.JpaSchoolStore;

/** How groups are inspected and duties done at the schools. */
@Component
@Regulated("BC.7.2")
public final class DefaultOverviews implements Overviews {

    private final Acts acts;
    private final Access access;
    private final JpaOverviewStore store;
    private final JpaSchoolStore schools;
    private final SummaryTakeOver takeOver;
    private final Clock clock;

    @Activate
    public DefaultOverviews(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaOverviewStore store,
            @Reference JpaSchoolStore schools,
            @Reference SummaryTakeOver takeOver,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.schools = schools;
        this.takeOver = takeOver;
        this.clock = clock;
    }

    @Override
    public Page<SchoolOverview> list(Caller caller, Query query, PageRequest page) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        return store.list(query, VietnamTime.today(clock), staleBefore(), page);
    }

    @Override
    public SchoolMonth month(Caller caller, String schoolId, YearMonth month) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        SchoolOverview school = store.find(schoolId, month, staleBefore())
                .orElseThrow(() -> new NotFound("district.school-not-found", schoolId));
        return new SchoolMonth(
                month.toString(), school, store.inspections(schoolId, month), store.duties(schoolId, month));
    }

    @Override
    public List<TrendMonth> trend(Caller caller, String schoolId, YearMonth last, int months) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        if (months < 1 || months > MOST_MONTHS) {
            throw new Invalid("months", "core.bad-number", 1, MOST_MONTHS);
        }
        schools.find(schoolId).orElseThrow(() -> new NotFound("district.school-not-found", schoolId));
        MonthSpan span = new MonthSpan(last.minusMonths(months - 1L), last);
        Map<YearMonth, MonthFigures> known = store.months(schoolId, span);
        return span.months().stream()
                .map(month -> new TrendMonth(month.toString(), known.getOrDefault(month, MonthFigures.NOTHING)))
                .toList();
    }

    @Override
    public void push(Caller caller, PushedSummary pushed) {
        Act act = Act.create("district.school", "district.push-summary", DistrictPermissions.PUSH, Scope.school());
        acts.perform(caller, act, log -> {
            if (pushed == null) {
                throw new Invalid("schoolCode", "core.required");
            }
            DistrictSchool school = PushingSchool.require(caller, schools, clock, pushed.schoolCode(), pushed.madeAt());
            log.subject(school.id());
            if (store.madeAt(school.id())
                    .filter(last -> pushed.madeAt().isBefore(last))
                    .isPresent()) {
                throw new Conflict("district.push-older");
            }
            SchoolSummary summary =
                    SummaryRule.check(pushed.from(), pushed.to(), pushed.inspections(), pushed.duties());
            takeOver.apply(log, school.id(), summary, Optional.of(pushed.madeAt()));
            return null;
        });
    }

    private Instant staleBefore() {
        return clock.instant().minus(Duration.ofDays(STALE_DAYS));
    }
}
