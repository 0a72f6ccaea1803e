package vn.quyche.district.internal.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.district.api.DutyCount;
import vn.quyche.district.api.DutyMonth;
import vn.quyche.district.api.SchoolInspection;

/**
 * What a school's figures must be: counts that fit each other, of the months they are said to be of, none twice, and no room for
 * anything about people.
 */
@Regulated("BC.7.2")
public final class SummaryRule {

    /** More reports than this are no school's. */
    public static final int MOST_REPORTS = 5_000;
    /** More counts of duties than this are no school's. */
    public static final int MOST_COUNTS = 20_000;

    private static final int HIGHEST = 1_000_000;
    private static final String ROLE = "[A-Z][A-Z0-9_]{0,39}";
    private static final String DOMAIN = "[a-z][a-z0-9-]{0,39}";

    private SummaryRule() {}

    /**
     * The figures, checked.
     *
     * @param from the first month as text
     * @param to the last month
     * @throws Invalid naming the first things that are wrong
     */
    public static SchoolSummary check(
            String from, String to, List<SchoolInspection> inspections, List<DutyMonth> duties) {
        MonthSpan months = MonthSpan.of(from, to);
        if (inspections.size() > MOST_REPORTS) {
            throw new Invalid("inspections", "district.too-many-reports", MOST_REPORTS);
        }
        Checks checks = new Checks();
        List<SchoolInspection> reports = reports(checks, months, inspections);
        Map<YearMonth, List<DutyCount>> counts = counts(checks, months, duties);
        checks.orThrow();
        return new SchoolSummary(months, reports, counts);
    }

    private static List<SchoolInspection> reports(Checks checks, MonthSpan months, List<SchoolInspection> inspections) {
        Set<String> ids = new HashSet<>();
        List<SchoolInspection> checked = new ArrayList<>(inspections.size());
        for (int i = 0; i < inspections.size(); i++) {
            String field = "inspections[" + i + "]";
            SchoolInspection report = inspections.get(i);
            if (report == null) {
                checks.add(field, "core.required");
                continue;
            }
            SchoolInspection clean = report(checks, field, months, report);
            checks.that(ids.add(clean.id()), field + ".id", "district.report-twice", clean.id());
            checked.add(clean);
        }
        return checked;
    }

    private static SchoolInspection report(Checks checks, String field, MonthSpan months, SchoolInspection report) {
        checks.that(report.signedAt() != null, field + ".signedAt", "core.required");
        checks.that(report.from() != null, field + ".from", "core.required");
        checks.that(report.to() != null, field + ".to", "core.required");
        if (report.from() != null && report.to() != null) {
            checks.that(!report.from().isAfter(report.to()), field + ".to", "district.period-reversed");
            checks.that(has(months, report.to()), field + ".to", "district.outside-months");
        }
        counts(
                checks,
                field,
                report.missing(),
                report.surplus(),
                report.overdue(),
                report.late(),
                report.violations(),
                report.found(),
                report.openFindings());
        return new SchoolInspection(
                checks.text(field + ".id", report.id(), 1, 40),
                checks.text(field + ".groupId", report.groupId(), 1, 40),
                checks.text(field + ".groupCode", report.groupCode(), 1, 40),
                checks.text(field + ".groupName", report.groupName(), 1, 200),
                report.from(),
                report.to(),
                report.signedAt(),
                report.missing(),
                report.surplus(),
                report.overdue(),
                report.late(),
                report.violations(),
                report.found(),
                report.openFindings());
    }

    private static boolean has(MonthSpan months, LocalDate day) {
        return months.days().has(day);
    }

    private static Map<YearMonth, List<DutyCount>> counts(Checks checks, MonthSpan months, List<DutyMonth> duties) {
        Map<YearMonth, List<DutyCount>> checked = new TreeMap<>();
        int all = 0;
        for (int i = 0; i < duties.size(); i++) {
            String field = "duties[" + i + "]";
            DutyMonth duty = duties.get(i);
            if (duty == null) {
                checks.add(field, "core.required");
                continue;
            }
            all += duty.lines().size();
            if (all > MOST_COUNTS) {
                throw new Invalid("duties", "district.too-many-counts", MOST_COUNTS);
            }
            YearMonth month = MonthSpan.month(checks, field + ".month", duty.month());
            if (month == null) {
                continue;
            }
            checks.that(has(months, month.atDay(1)), field + ".month", "district.outside-months");
            checks.that(!checked.containsKey(month), field + ".month", "district.month-twice", duty.month());
            List<DutyCount> lines = lines(checks, field, duty.lines());
            if (!lines.isEmpty()) {
                checked.put(month, lines);
            }
        }
        return checked;
    }

    private static List<DutyCount> lines(Checks checks, String month, List<DutyCount> lines) {
        Set<String> known = new HashSet<>();
        List<DutyCount> checked = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String field = month + ".lines[" + i + "]";
            DutyCount line = lines.get(i);
            if (line == null) {
                checks.add(field, "core.required");
                continue;
            }
            String domain = checks.text(field + ".domain", line.domain(), 1, 40);
            checks.that(domain.isEmpty() || domain.matches(DOMAIN), field + ".domain", "core.bad-characters");
            String role = checks.text(field + ".role", line.role(), 1, 40);
            checks.that(role.isEmpty() || role.matches(ROLE), field + ".role", "core.bad-characters");
            checks.that(known.add(domain + " " + role), field + ".role", "district.count-twice", role);
            counts(checks, field, line.due(), line.done(), line.late(), line.missed(), line.excused(), line.open());
            long parts = IntStream.of(line.done(), line.late(), line.missed(), line.excused(), line.open())
                    .asLongStream()
                    .sum();
            checks.that(parts == line.due(), field + ".due", "district.counts-differ");
            checked.add(new DutyCount(
                    domain, role, line.due(), line.done(), line.late(), line.missed(), line.excused(), line.open()));
        }
        return checked;
    }

    private static void counts(Checks checks, String field, int... counts) {
        checks.that(
                IntStream.of(counts).allMatch(count -> count >= 0 && count <= HIGHEST),
                field,
                "core.bad-number",
                0,
                HIGHEST);
    }
}
