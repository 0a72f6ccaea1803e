package vn.quyche.signing.internal.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.quyche.core.api.Regulated;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerificationVerdict;

/** Whether a PDF file may be signed: whole, open, of a bearable size, and showing nothing but what its bytes say. */
final class PdfFitness {

    private static final int TAIL = 1_024;
    private static final Pattern WHOLE = Pattern.compile("startxref\\s+\\d{1,10}\\s+%%EOF\\s*$");

    private final EngineLimits limits;

    PdfFitness(EngineLimits limits) {
        this.limits = limits;
    }

    /** What stands against signing it. */
    @Regulated("MT.11.3")
    Optional<VerificationFinding> trouble(byte[] file) {
        if (FileShape.of(file) != FileShape.PDF) {
            return Optional.of(VerificationFinding.missing("signing.not-pdf"));
        }
        if (!whole(file)) {
            return Optional.of(VerificationFinding.missing("signing.truncated"));
        }
        if (new PdfBombs(limits.expandedBytes()).in(file)) {
            return Optional.of(VerificationFinding.missing("verify.bomb"));
        }
        // strict: a file that a reader must mend shows different things in different readers
        try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(file)).parse(false)) {
            if (document.isEncrypted()) {
                return Optional.of(VerificationFinding.missing("verify.encrypted"));
            }
            if (document.getNumberOfPages() > limits.pages()) {
                return Optional.of(VerificationFinding.missing("verify.too-many-pages", limits.pages()));
            }
            return new PdfHazards()
                    .in(document.getDocument()).stream()
                            .filter(finding -> finding.verdict() != VerificationVerdict.VALID)
                            .findFirst();
        } catch (InvalidPasswordException e) {
            return Optional.of(VerificationFinding.missing("verify.encrypted"));
        } catch (IOException | RuntimeException e) {
            return Optional.of(VerificationFinding.missing("verify.unreadable"));
        }
    }

    private static boolean whole(byte[] file) {
        int from = Math.max(0, file.length - TAIL);
        return WHOLE.matcher(new String(file, from, file.length - from, StandardCharsets.ISO_8859_1))
                .find();
    }
}
