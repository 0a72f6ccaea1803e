package vn.quyche.signing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESUtils;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PdfCMSRevision;
import eu.europa.esig.dss.pdf.PdfDocDssRevision;
import eu.europa.esig.dss.pdf.PdfSignatureRevision;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is found of a file's revisions must be what the engine itself finds, only cheaper. */
class PdfRevisionsTest {

    private static final String[] PIECES = {
        "%%EOF", "%%EOF\r\n", "%", "%%EO", "\r", "\n", "x", "abcdef", "F", "%%EOF\rx"
    };

    @Test
    void revisionsEndWhereTheEngineFindsTheirEnds() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder("%PDF-");
            for (int piece = random.nextInt(20); piece > 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            byte[] file = text.toString().getBytes(StandardCharsets.US_ASCII);
            assertThat(PdfRevisions.ends(file).stream().boxed())
                    .as("%s", text)
                    .isEqualTo(PAdESUtils.extractRevisions(new InMemoryDocument(file)).stream()
                            .map(revision -> revision.getByteRange().getLength())
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> revisionsAreThoseOfTheEngine() {
        return Stream.of(GoodFiles.cases(), ChangedFiles.cases(), WrappedFiles.cases(), LongTermFiles.cases())
                .flatMap(List::stream)
                .map(each -> DynamicTest.dynamicTest(
                        each.name(), () -> compare(each.file().get())));
    }

    private static void compare(byte[] file) {
        if (FileShape.of(file) == FileShape.PDF) {
            assertThat(told(new PdfRevisions(file), file))
                    .isEqualTo(told(
                            new PdfBoxSignatureService(
                                    PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory()),
                            file));
        }
    }

    private static List<String> told(PdfBoxSignatureService service, byte[] file) {
        try {
            return service.getRevisions(new InMemoryDocument(file, "file.pdf"), null).stream()
                    .map(PdfRevisionsTest::told)
                    .toList();
        } catch (DSSException e) {
            return List.of("cannot be read");
        }
    }

    private static String told(PdfRevision revision) {
        String kind = revision.getClass().getSimpleName();
        if (revision instanceof PdfDocDssRevision proofs) {
            return kind
                    + proofs.getDssDictionary().getCRLs().keySet()
                    + proofs.getDssDictionary().getCERTs().keySet();
        }
        PdfCMSRevision signed = (PdfCMSRevision) revision;
        boolean proven = signed instanceof PdfSignatureRevision signature && signature.getDssDictionary() != null;
        return kind + signed.getByteRange() + signed.getByteRange().isValid() + signed.areAllOriginalBytesCovered()
                + proven
                + Arrays.hashCode(DSSUtils.toByteArray(signed.getSignedData()))
                + " after " + Arrays.hashCode(DSSUtils.toByteArray(signed.getPreviousRevision()));
    }
}
