package vn.quyche.group.internal.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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

    private final MessageDigest digest;

    private InspectionSeal() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Computes the seal. */
    public static String of(Inspection signed, Map<Figure, Integer> figures, List<Line> lines, List<Finding> findings) {
        InspectionSeal seal = new InspectionSeal();
        seal.parts(
                signed.id(),
                signed.groupId(),
                signed.groupCode(),
                signed.groupName(),
                signed.from().toString(),
                signed.to().toString(),
                signed.inspectorId(),
                signed.inspectorName(),
                signed.conclusion(),
                millis(Optional.of(signed.madeAt())),
                millis(signed.asOf()),
                millis(signed.signedAt()),
                signed.signedBy());
        for (Figure figure : Figure.values()) {
            seal.parts(figure.name(), String.valueOf(figures.get(figure)));
        }
        for (Line line : lines) {
            seal.parts(
                    line.section().name(),
                    line.subjectId(),
                    line.title(),
                    line.word(),
                    millis(line.at()),
                    String.valueOf(line.amount()),
                    String.valueOf(line.otherAmount()));
        }
        for (Finding finding : findings) {
            seal.parts(
                    finding.id(),
                    finding.kind().name(),
                    finding.text(),
                    finding.remedy(),
                    finding.dueOn().toString());
        }
        return HexFormat.of().formatHex(seal.digest.digest());
    }

    private void parts(String... texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }

    private static String millis(Optional<Instant> at) {
        return at.map(moment -> Long.toString(moment.toEpochMilli())).orElse("");
    }
}
