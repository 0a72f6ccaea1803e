package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.compliance.DutySummary;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.district.DistrictLink;
import vn.quyche.group.api.inspection.InspectedGroup;
import vn.quyche.group.internal.service.InspectedGroups;
import vn.quyche.group.internal.store.JpaDistrictStore;

/**
 * Sends the district what the inspections and duties of the school come to: whole, and only when it changed. What could not be
 * sent is sent with the next exchange, as it stands then: nothing is queued, so that nothing is lost and nothing comes late.
 */
@Regulated("BC.7.2")
final class DistrictFigures {

    /** As the district asks for when it collects: a year and its month before, for what is signed or settled late. */
    private static final int MONTHS = 13;
    /** Duties are done all day; the district looks at months. */
    private static final Duration PAUSE = Duration.ofHours(6);

    private static final Caller CALLER = Caller.system("group.district");

    private final JpaDistrictStore store;
    private final InspectedGroups inspected;
    private final DutySummaries duties;
    private final DistrictFeed feed;
    private final Clock clock;

    DistrictFigures(
            JpaDistrictStore store, InspectedGroups inspected, DutySummaries duties, DistrictFeed feed, Clock clock) {
        this.store = store;
        this.inspected = inspected;
        this.duties = duties;
        this.feed = feed;
        this.clock = clock;
    }

    /** Sends the figures when it is time. @throws vn.quyche.core.api.remote.RemoteFailure when they are not taken */
    void send(DistrictLink link, String token, String schoolCode) {
        Instant now = clock.instant();
        if (link.figuresAt().filter(now.minus(PAUSE)::isBefore).isPresent()) {
            return;
        }
        YearMonth last = YearMonth.from(VietnamTime.today(clock));
        MonthSpan months = new MonthSpan(last.minusMonths(MONTHS - 1L), last);
        String from = months.from().toString();
        String to = months.to().toString();
        List<InspectedGroup> inspections =
                Page.every(page -> inspected.collect(CALLER, from, to, page)).toList();
        List<DutySummary> summaries = duties.collect(CALLER, from, to);
        String hash = DistrictReading.hash(Json.of(List.of(from, to, inspections, summaries)));
        if (!hash.equals(store.figuresHash())) {
            feed.send(link.address(), token, schoolCode, now, months, inspections, summaries);
        }
        store.figures(hash, now);
    }
}
