package vn.quyche.district.internal.model;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.district.api.DutyCount;
import vn.quyche.district.api.MonthFigures;
import vn.quyche.district.api.SchoolInspection;

/**
 * A school's inspections and duties of some months, checked.
 *
 * @param months the months for which it is whole
 * @param inspections the reports that count for them
 * @param duties the counts of each month that has any
 */
@Regulated("BC.7.2")
public record SchoolSummary(
        MonthSpan months, List<SchoolInspection> inspections, Map<YearMonth, List<DutyCount>> duties) {

    public SchoolSummary {
        inspections = List.copyOf(inspections);
        duties = Map.copyOf(duties);
    }

    /** What a month comes to; empty when there is nothing of it. */
    public Optional<MonthFigures> figures(YearMonth month) {
        List<SchoolInspection> reports = inspections.stream()
                .filter(report -> YearMonth.from(report.to()).equals(month))
                .toList();
        List<DutyCount> counts = duties.getOrDefault(month, List.of());
        return reports.isEmpty() && counts.isEmpty() ? Optional.empty() : Optional.of(sum(reports, counts));
    }

    private static MonthFigures sum(List<SchoolInspection> reports, List<DutyCount> counts) {
        return new MonthFigures(
                reports.size(),
                reports.stream()
                        .map(SchoolInspection::groupId)
                        .collect(Collectors.toSet())
                        .size(),
                reports.stream().mapToInt(SchoolInspection::differences).sum(),
                reports.stream().mapToInt(SchoolInspection::overdue).sum(),
                reports.stream().mapToInt(SchoolInspection::late).sum(),
                reports.stream().mapToInt(SchoolInspection::violations).sum(),
                reports.stream().mapToInt(SchoolInspection::found).sum(),
                reports.stream().mapToInt(SchoolInspection::openFindings).sum(),
                counts.stream().mapToInt(DutyCount::due).sum(),
                counts.stream().mapToInt(DutyCount::done).sum(),
                counts.stream().mapToInt(DutyCount::late).sum(),
                counts.stream().mapToInt(DutyCount::missed).sum(),
                counts.stream().mapToInt(DutyCount::excused).sum(),
                counts.stream().mapToInt(DutyCount::open).sum());
    }
}
