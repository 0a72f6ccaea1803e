package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PdfByteRangeDocument;
import eu.europa.esig.dss.pades.validation.PdfRevision;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PdfCMSRevision;
import eu.europa.esig.dss.pdf.PdfDocTimestampRevision;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfSignatureRevision;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The engine's way of reading PDF files, but for how it finds where revisions end: it makes an array of each byte, 37 bytes of
 * memory for one of the file. The same ends are found here, and the engine is shown no byte to look at until it has found none.
 *
 * <p>Should it ever read in another order, it takes the digest of nothing, and no signature is valid.
 */
final class PdfRevisions extends PdfBoxSignatureService {

    private static final byte[] END_OF_FILE = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final Hidden document;
    private final BitSet ends;
    private ByteRange current;

    /** @param file whose revisions are asked for */
    PdfRevisions(byte[] file) {
        super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        this.document = new Hidden(file);
        this.ends = ends(file);
    }

    @Override
    public List<PdfRevision> getRevisions(DSSDocument same, char[] password) {
        return super.getRevisions(document, password).stream()
                .map(this::withPrevious)
                .toList();
    }

    @Override
    protected boolean validateByteRange(ByteRange range, DSSDocument whole, byte[] value) {
        current = range;
        return super.validateByteRange(range, whole, value);
    }

    @Override
    protected PdfDocumentReader loadPdfDocumentReader(DSSDocument wanted, char[] password) throws IOException {
        document.shown = true;
        boolean missed = wanted instanceof InMemoryDocument memory && memory.getBytes().length == 0;
        return super.loadPdfDocumentReader(missed ? previous(current) : wanted, password);
    }

    private PdfRevision withPrevious(PdfRevision revision) {
        if (!(revision instanceof PdfCMSRevision signed)) {
            return revision;
        }
        DSSDocument previous = previous(signed.getByteRange());
        if (signed instanceof PdfSignatureRevision signature) {
            return new PdfSignatureRevision(
                    signature.getPdfSigDictInfo(),
                    signature.getCompositeDssDictionary(),
                    signature.getDssDictionary(),
                    signature.getFields(),
                    signature.getSignedData(),
                    previous,
                    signature.areAllOriginalBytesCovered());
        }
        return new PdfDocTimestampRevision(
                signed.getPdfSigDictInfo(),
                signed.getFields(),
                signed.getSignedData(),
                previous,
                signed.areAllOriginalBytesCovered());
    }

    /** The last revision that ends before the value of a signature; empty when there is none. */
    private DSSDocument previous(ByteRange range) {
        int end = ends.previousSetBit(Math.max(0, range.getFirstPartStart() + range.getFirstPartEnd()) - 1);
        return end < 0
                ? InMemoryDocument.createEmptyDocument()
                : new PdfByteRangeDocument(document, new ByteRange(new int[] {0, end, end, 0}));
    }

    /** Where revisions end, as the engine finds it: it looks at lines, and at six bytes at a time in long ones. */
    static BitSet ends(byte[] file) {
        BitSet ends = new BitSet();
        int start = 0;
        for (int at = 0; at < file.length; at++) {
            int end = at + 1;
            if (end - start == END_OF_FILE.length && Arrays.equals(file, start, end, END_OF_FILE, 0, end - start)) {
                // what follows is passed over, whatever it is
                start = end + 1;
                if (is(file, end, '\r')) {
                    start = end + 2;
                    end += is(file, end + 1, '\n') ? 2 : 1;
                } else if (is(file, end, '\n')) {
                    end++;
                }
                ends.set(end);
                at = start - 1;
            } else if (file[at] == '\r' || file[at] == '\n' || end - start > END_OF_FILE.length) {
                start = end;
            }
        }
        return ends;
    }

    private static boolean is(byte[] file, int at, char what) {
        return at < file.length && file[at] == what;
    }

    /** A file that shows nothing but its first bytes, by which the engine knows its form, until it is read as a PDF file. */
    private static final class Hidden extends InMemoryDocument {

        private static final long serialVersionUID = 1L;
        private static final int FIRST = 8;

        private boolean shown;

        Hidden(byte[] file) {
            super(file, "file.pdf");
        }

        @Override
        public InputStream openStream() {
            return shown ? super.openStream() : new ByteArrayInputStream(getBytes(), 0, FIRST);
        }
    }
}
