package vn.quyche.signing.internal.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.quyche.signing.api.VerificationFinding;

/** What our own reading of a PDF file finds, before and beside the engine's. */
final class PdfLook {

    private static final byte[] HYBRID = "/XRefStm".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] RANGE = "/ByteRange".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = 1_024;
    private static final Pattern LAST = Pattern.compile("startxref\\s+(\\d{1,10})\\s+%%EOF\\s*$");

    private final byte[] file;
    private final EngineLimits limits;
    private final List<VerificationFinding> findings = new ArrayList<>();
    private List<PdfSignature> signatures = List.of();
    private boolean readable;

    PdfLook(byte[] file, EngineLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** What concerns the whole file. */
    List<VerificationFinding> findings() {
        return findings;
    }

    List<PdfSignature> signatures() {
        return signatures;
    }

    /** Whether the engine may read the file. */
    boolean readable() {
        return readable;
    }

    /** Whether something stands behind what the last signature covers. */
    boolean hasLaterRevisions() {
        return signatures.isEmpty() || signatures.size() > 1 || later(signatures.get(0));
    }

    /** Whether something was added behind a signature. */
    boolean later(PdfSignature signature) {
        int end = (int) Math.min(signature.end(), file.length);
        for (int i = end; i < file.length; i++) {
            if (!PdfSignatures.isSpace(file[i])) {
                return true;
            }
        }
        return false;
    }

    PdfLook look() {
        if (new PdfBombs(limits.expandedBytes()).in(file)) {
            findings.add(VerificationFinding.missing("verify.bomb"));
            return this;
        }
        try (PDDocument document = parse(file, true)) {
            if (document.isEncrypted()) {
                findings.add(VerificationFinding.missing("verify.encrypted"));
                return this;
            }
            if (document.getNumberOfPages() > limits.pages()) {
                findings.add(VerificationFinding.missing("verify.too-many-pages", limits.pages()));
                return this;
            }
            signatures = new PdfSignatures(file, document.getDocument()).read();
            if (ranges() > signatures.size()) {
                findings.add(VerificationFinding.wrong("verify.hidden-signature"));
            }
            if (signatures.isEmpty()) {
                if (findings.isEmpty()) {
                    findings.add(VerificationFinding.missing("verify.no-signature"));
                }
                return this;
            }
            if (signatures.size() > limits.signatures()) {
                findings.add(VerificationFinding.missing("verify.too-many-signatures", limits.signatures()));
                return this;
            }
            findings.addAll(new PdfHazards().in(document.getDocument()));
        } catch (InvalidPasswordException e) {
            findings.add(VerificationFinding.missing("verify.encrypted"));
            return this;
        } catch (IOException | RuntimeException e) {
            findings.add(VerificationFinding.missing("verify.unreadable"));
            return this;
        }
        readable = true;
        changes();
        return this;
    }

    /** How many signatures the bytes hold, whether or not the form shows them. */
    private int ranges() {
        int count = 0;
        for (int at = PdfBombs.find(file, RANGE, 0, file.length);
                at >= 0;
                at = PdfBombs.find(file, RANGE, at + 1, file.length)) {
            count++;
        }
        return count;
    }

    /** Whether what stands behind a signature is a revision to the end of the file, and not just bytes. */
    private boolean endsWithRevision(int end) {
        String tail = new String(
                file,
                Math.max(end, file.length - TAIL),
                Math.min(file.length - end, TAIL),
                StandardCharsets.ISO_8859_1);
        Matcher last = LAST.matcher(tail);
        if (!last.find()) {
            return false;
        }
        long table = Long.parseLong(last.group(1));
        return table >= end && table < file.length;
    }

    /** What was changed after each signature. */
    private void changes() {
        List<PdfSignature> older = signatures.stream()
                .filter(signature -> signature.findings().isEmpty() && later(signature))
                .toList();
        List<PdfSignature> stray = older.stream()
                .filter(signature -> !endsWithRevision((int) signature.end()))
                .toList();
        if (!stray.isEmpty()) {
            stray.forEach(signature -> signature.findings().add(VerificationFinding.wrong("verify.trailing-bytes")));
            return;
        }
        if (older.isEmpty()) {
            return;
        }
        try (PDDocument now = parse(file, false)) {
            for (PdfSignature signature : older) {
                int end = (int) signature.end();
                if (PdfBombs.find(file, HYBRID, end, file.length) >= 0) {
                    signature.findings().add(VerificationFinding.missing("verify.structure"));
                    continue;
                }
                try (PDDocument then = parse(Arrays.copyOf(file, end), false)) {
                    signature.findings().addAll(new PdfChanges(then, now).find());
                }
            }
        } catch (IOException | RuntimeException e) {
            older.forEach(signature -> signature.findings().add(VerificationFinding.missing("verify.structure")));
        }
    }

    private static PDDocument parse(byte[] bytes, boolean lenient) throws IOException {
        return new PDFParser(new RandomAccessReadBuffer(bytes)).parse(lenient);
    }

    /** Our signatures by the ranges under which the engine knows them. */
    Map<List<Long>, PdfSignature> byRange() {
        Map<List<Long>, PdfSignature> byRange = new HashMap<>();
        signatures.forEach(signature -> byRange.put(signature.range(), signature));
        return byRange;
    }
}
