package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.compliance.DutySummary;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.compliance.internal.store.JpaDutySummaryStore;
import vn.quyche.core.compliance.internal.store.PersonDuties;

/** Counts the duties by month, domain and role. */
@Component
public final class DefaultDutySummaries implements DutySummaries {

    private static final String NO_POST = "NONE";

    private final Access access;
    private final JpaDutySummaryStore store;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public DefaultDutySummaries(
            @Reference Access access,
            @Reference JpaDutySummaryStore store,
            @Reference Directory directory,
            @Reference Clock clock) {
        this.access = access;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public List<DutySummary> collect(Caller caller, String from, String to) {
        access.require(caller, CompliancePermissions.DUTY_COLLECT, Scope.school());
        return MonthSpan.of(from, to).months().stream()
                .map(this::month)
                .filter(month -> !month.lines().isEmpty())
                .toList();
    }

    private DutySummary month(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        LocalDate today = VietnamTime.today(clock);
        // who left meanwhile had the post at the time
        LocalDate asOf = last.isBefore(today) ? last : today;
        Map<String, DutySummary.Line> lines = new TreeMap<>();
        for (PersonDuties row :
                store.count(VietnamTime.startOf(month.atDay(1)), VietnamTime.endOf(last), clock.instant())) {
            String role = role(row.personId(), asOf);
            lines.merge(row.domain() + " " + role, line(row, role), DefaultDutySummaries::sum);
        }
        return new DutySummary(month.toString(), List.copyOf(lines.values()));
    }

    private String role(String personId, LocalDate day) {
        return directory
                .find(personId, day)
                .flatMap(person -> person.posts().stream().min(Comparator.naturalOrder()))
                .map(Post::name)
                .orElse(NO_POST);
    }

    private static DutySummary.Line line(PersonDuties row, String role) {
        return new DutySummary.Line(
                row.domain(),
                role,
                row.done() + row.late() + row.missed() + row.excused() + row.open(),
                row.done(),
                row.late(),
                row.missed(),
                row.excused(),
                row.open());
    }

    private static DutySummary.Line sum(DutySummary.Line a, DutySummary.Line b) {
        return new DutySummary.Line(
                a.domain(),
                a.role(),
                a.due() + b.due(),
                a.done() + b.done(),
                a.late() + b.late(),
                a.missed() + b.missed(),
                a.excused() + b.excused(),
                a.open() + b.open());
    }
}
