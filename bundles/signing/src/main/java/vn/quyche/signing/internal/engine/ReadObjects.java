package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;

/** The engine's way of reading one PDF file. */
final class ReadObjects extends PdfBoxNativeObjectFactory {

    private final byte[] file;

    /**
     * The engine's own comparison of revisions costs half of the time and stands beside ours only where there is something to
     * compare; pictures are never compared, since objects are.
     */
    ReadObjects(byte[] file, boolean laterRevisions) {
        this.file = file;
        DefaultPdfDifferencesFinder pages = new DefaultPdfDifferencesFinder();
        pages.setMaximalPagesAmountForVisualComparison(0);
        setPdfDifferencesFinder(laterRevisions ? pages : NoDifferences.PAGES);
        setPdfObjectModificationsFinder(
                laterRevisions ? new DefaultPdfObjectModificationsFinder() : NoDifferences.OBJECTS);
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new PdfRevisions(file));
    }
}
