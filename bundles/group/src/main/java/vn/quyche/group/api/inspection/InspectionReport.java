package vn.quyche.group.api.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A report as a whole.
 *
 * @param inspection the report
 * @param asOf until when things count
 * @param figures what was counted; every figure has a value
 * @param lines what stands behind the figures, in their order
 * @param findings what was found, in the order in which it was entered
 * @param intact whether the seal fits what is stored; true for a draft
 * @param version the version of the report, which is its {@code ETag}
 */
public record InspectionReport(
        Inspection inspection,
        Instant asOf,
        Map<Figure, Integer> figures,
        List<Line> lines,
        List<Finding> findings,
        boolean intact,
        long version) {

    public InspectionReport {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /** The lines of a section. */
    public List<Line> of(Line.Section section) {
        return lines.stream().filter(line -> line.section() == section).toList();
    }
}
