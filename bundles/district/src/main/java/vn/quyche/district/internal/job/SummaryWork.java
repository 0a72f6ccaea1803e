package vn.quyche.district.internal.job;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.district.api.CollectDoor;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.DutyMonth;
import vn.quyche.district.api.SchoolInspection;
import vn.quyche.district.internal.model.SchoolFailure;
import vn.quyche.district.internal.model.SchoolSummary;
import vn.quyche.district.internal.model.SummaryRule;
import vn.quyche.district.internal.service.DistrictPermissions;
import vn.quyche.district.internal.service.SummaryTakeOver;
import vn.quyche.district.internal.store.JpaOverviewStore;

/**
 * Reads how a school's groups were inspected and its duties done, after its list and through the same door: a school that does not give figures yet is
 * listed all the same.
 */
@Regulated("BC.7.2")
final class SummaryWork {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryWork.class);
    /** A year and its month before: reports are signed late, and duties settled late. */
    private static final int MONTHS = 13;

    private final SummaryClient rest;
    private final SummaryClient soap;
    private final JpaOverviewStore store;
    private final SummaryTakeOver takeOver;
    private final Acts acts;
    private final Tx tx;
    private final Clock clock;

    SummaryWork(RemoteHttp http, JpaOverviewStore store, SummaryTakeOver takeOver, Acts acts, Tx tx, Clock clock) {
        this.rest = new RestSummaryClient(http);
        this.soap = new SoapSummaryClient(http);
        this.store = store;
        this.takeOver = takeOver;
        this.acts = acts;
        this.tx = tx;
        this.clock = clock;
    }

    /** Reads the figures and takes them over. Never throws for what the school does. */
    void collect(DistrictSchool school, String token) {
        try {
            SchoolSummary summary = read(school, token);
            Act act = Act.on(
                    "district.school",
                    school.id(),
                    "district.take-over-summary",
                    DistrictPermissions.COLLECT,
                    Scope.school());
            acts.perform(Caller.system("district.collect"), act, log -> {
                takeOver.apply(log, school.id(), summary, Optional.empty());
                return null;
            });
        } catch (RemoteFailure failure) {
            LOG.info(
                    "The figures of school {} could not be read: {} {}", school.id(), failure.code(), failure.detail());
            failed(school, failure.code());
        } catch (RuntimeException unexpected) {
            LOG.error("The figures of school {} could not be taken over", school.id(), unexpected);
            failed(school, SchoolFailure.FAILED);
        }
    }

    private SchoolSummary read(DistrictSchool school, String token) {
        YearMonth last = YearMonth.from(VietnamTime.today(clock));
        MonthSpan months = new MonthSpan(last.minusMonths(MONTHS - 1L), last);
        SummaryClient client = school.door() == CollectDoor.SOAP ? soap : rest;
        List<SchoolInspection> inspections = inspections(client, school, token, months);
        List<DutyMonth> duties = client.duties(school, token, months);
        try {
            return SummaryRule.check(months.from().toString(), months.to().toString(), inspections, duties);
        } catch (Invalid wrong) {
            String fields = wrong.fields().stream()
                    .limit(5)
                    .map(error -> error.field() + " " + error.code())
                    .collect(Collectors.joining(", "));
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, fields, wrong);
        }
    }

    private static List<SchoolInspection> inspections(
            SummaryClient client, DistrictSchool school, String token, MonthSpan months) {
        List<SchoolInspection> reports = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            SummaryClient.Reports page = client.inspections(school, token, months, cursor);
            reports.addAll(page.items());
            if (reports.size() > SummaryRule.MOST_REPORTS) {
                throw RemoteFailure.lasting(RemoteFailure.TOO_LONG, reports.size() + "");
            }
            if (page.next().isPresent()
                    && (page.next().equals(cursor) || page.items().isEmpty())) {
                throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "next");
            }
            cursor = page.next();
        } while (cursor.isPresent());
        return reports;
    }

    private void failed(DistrictSchool school, String code) {
        tx.run(() -> store.failed(school.id(), code));
    }
}
