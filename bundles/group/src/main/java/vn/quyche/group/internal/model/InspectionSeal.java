package vn.quyche.group.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.Line;

/**
 * The seal of a signed report: SHA-256 over everything that was signed, each part preceded by its length in bytes. What was
 * done about a finding afterwards is not part of it.
 */
@Regulated("BC.7.2")
public final class InspectionSeal {

    private InspectionSeal() {}

    /** Computes the seal. */
    public static String of(Inspection signed, Map<Figure, Integer> figures, List<Line> lines, List<Finding> findings) {
        SealedParts seal = new SealedParts();
        seal.add(
                signed.id(),
                signed.groupId(),
                signed.groupCode(),
                signed.groupName(),
                signed.from().toString(),
                signed.to().toString(),
                signed.inspectorId(),
                signed.inspectorName(),
                signed.conclusion(),
                SealedParts.millis(Optional.of(signed.madeAt())),
                SealedParts.millis(signed.asOf()),
                SealedParts.millis(signed.signedAt()),
                signed.signedBy());
        for (Figure figure : Figure.values()) {
            seal.add(figure.name(), String.valueOf(figures.get(figure)));
        }
        for (Line line : lines) {
            seal.add(
                    line.section().name(),
                    line.subjectId(),
                    line.title(),
                    line.word(),
                    SealedParts.millis(line.at()),
                    String.valueOf(line.amount()),
                    String.valueOf(line.otherAmount()));
        }
        for (Finding finding : findings) {
            seal.add(
                    finding.id(),
                    finding.kind().name(),
                    finding.text(),
                    finding.remedy(),
                    finding.dueOn().toString());
        }
        return seal.seal();
    }
}
