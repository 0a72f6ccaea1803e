package vn.quyche.signing.internal.engine;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;

/** Shows the pages of a file that is to be signed, with what the signature will show; nothing is kept. */
public final class EnginePages {

    private static final Logger LOG = LoggerFactory.getLogger(EnginePages.class);
    /** Pixels of the longer side: enough to read on a phone that is drawn larger, and bearable in memory. */
    private static final int LONGEST = 1_600;

    private static final int MOST_DPI = 110;
    private static final int STAMP_DPI = 150;
    private static final Duration TIME = Duration.ofSeconds(15);

    private final EngineGate gate;
    private final EngineLimits limits;

    public EnginePages(EngineGate gate, EngineLimits limits) {
        this.gate = gate;
        this.limits = limits;
    }

    /**
     * Looks where stamps belong.
     *
     * @param signer the name of who signs; empty when nobody's is looked for
     */
    public Paper read(byte[] file, String signer) {
        return inside(file, document -> new PaperReader(document).read(signer));
    }

    /** Some pages of a file as a file of their own. */
    public byte[] extract(byte[] file, Set<Integer> pages) {
        return run(() -> PdfExtract.pages(file, pages));
    }

    /** A page as a picture (PNG), with stamps that are not in it yet. */
    public byte[] page(byte[] file, int page, List<Stamp> stamps) {
        return inside(file, document -> {
            PDPage shown = document.getPage(page - 1);
            StampDrawing.Sheet sheet = StampDrawing.Sheet.of(shown);
            for (Stamp stamp : stamps) {
                if (stamp.page() == page) {
                    shown.getAnnotations().add(annotation(document, stamp, sheet));
                }
            }
            double longest = Math.max(1, Math.max(sheet.width(), sheet.height()));
            float dpi = (float) Math.min(MOST_DPI, LONGEST * 72 / longest);
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return png(renderer.renderImageWithDPI(page - 1, dpi, ImageType.RGB));
        });
    }

    /** A stamp alone as a picture that lets through what is under it (PNG). */
    public byte[] stamp(Stamp stamp) {
        return run(() -> {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage(new PDRectangle(
                        (float) stamp.box().width(), (float) stamp.box().height()));
                document.addPage(page);
                page.getAnnotations().add(annotation(document, stamp.at(1, 0, 0), StampDrawing.Sheet.of(page)));
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, STAMP_DPI, ImageType.ARGB);
                return png(image);
            }
        });
    }

    private static PDAnnotationRubberStamp annotation(PDDocument document, Stamp stamp, StampDrawing.Sheet sheet)
            throws IOException {
        PDAnnotationRubberStamp annotation = new PDAnnotationRubberStamp();
        annotation.setRectangle(sheet.own(stamp.box()));
        PDAppearanceDictionary looks = new PDAppearanceDictionary();
        looks.setNormalAppearance(StampDrawing.look(document, stamp, sheet.turned()));
        annotation.setAppearance(looks);
        return annotation;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PDDocument document) throws IOException;
    }

    private <T> T inside(byte[] file, Work<T> work) {
        return run(() -> {
            if (file.length > limits.bytes() || new PdfBombs(limits.expandedBytes()).in(file)) {
                throw new IOException("The file is over the limits");
            }
            try (PDDocument document = Loader.loadPDF(file)) {
                if (document.getNumberOfPages() > limits.pages()) {
                    throw new IOException("The file has too many pages");
                }
                return work.on(document);
            }
        });
    }

    private <T> T run(Callable<T> work) {
        try {
            return gate.run(TIME, work);
        } catch (TimeoutException e) {
            throw new Unavailable("signing.page-too-slow", e);
        } catch (ExecutionException e) {
            // the message may quote the file
            LOG.debug("A page could not be shown", e.getCause());
            throw new Refused("TA.10.1", "signing.page-unreadable");
        }
    }
}
