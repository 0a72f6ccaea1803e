package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.pdf.AnnotationBox;
import eu.europa.esig.dss.pdf.PdfAnnotation;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.PdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.PdfModification;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModifications;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModificationsFinder;
import java.util.List;

/** For files that end with what was signed: there is nothing to compare. */
final class NoDifferences implements PdfDifferencesFinder {

    static final PdfDifferencesFinder PAGES = new NoDifferences();
    static final PdfObjectModificationsFinder OBJECTS = (signed, whole) -> new PdfObjectModifications();

    private NoDifferences() {}

    @Override
    public List<PdfModification> getAnnotationOverlaps(PdfDocumentReader reader) {
        return List.of();
    }

    @Override
    public boolean isAnnotationBoxOverlapping(AnnotationBox box, List<PdfAnnotation> annotations) {
        return false;
    }

    @Override
    public List<PdfModification> getPagesDifferences(PdfDocumentReader signed, PdfDocumentReader whole) {
        return List.of();
    }

    @Override
    public List<PdfModification> getVisualDifferences(PdfDocumentReader signed, PdfDocumentReader whole) {
        return List.of();
    }
}
