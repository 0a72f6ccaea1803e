package vn.quyche.signing.internal.engine;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfSignatureFieldPositionChecker;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawerFactory;

/** The engine's way of writing PDF files, with stamps that we draw and that may lie over each other, as a seal does. */
final class StampedObjects extends PdfBoxNativeObjectFactory {

    private final Stamp stamp;

    StampedObjects(Stamp stamp) {
        this.stamp = stamp;
        // over what a stamp may lie is for our own rules to say: PdfChanges
        PdfSignatureFieldPositionChecker places = new PdfSignatureFieldPositionChecker();
        places.setAlertOnSignatureFieldOverlap(new SilentOnStatusAlert());
        setPdfSignatureFieldPositionChecker(places);
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        PdfBoxSignatureDrawerFactory drawers = parameters -> new StampDrawer(stamp);
        return configure(new PdfBoxSignatureService(PDFServiceMode.SIGNATURE, drawers));
    }
}
