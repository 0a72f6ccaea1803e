package vn.quyche.signing.internal.engine;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/** Draws stamps: into the file that is signed and, the very same, into the picture that is shown before. */
final class StampDrawing {

    private StampDrawing() {}

    /** How a page lies: its visible part, and how far it is turned when it is shown. */
    record Sheet(PDRectangle box, int turned) {

        static Sheet of(PDPage page) {
            return new Sheet(page.getCropBox(), Math.floorMod(page.getRotation(), 360));
        }

        boolean onItsSide() {
            return turned % 180 != 0;
        }

        /** The width as it is shown. */
        double width() {
            return onItsSide() ? box.getHeight() : box.getWidth();
        }

        double height() {
            return onItsSide() ? box.getWidth() : box.getHeight();
        }

        /** A place on the page as it is shown, in the page's own coordinates. */
        PDRectangle own(Stamp.Box shown) {
            double right = shown.x() + shown.width();
            double bottom = shown.y() + shown.height();
            return switch (turned) {
                case 90 -> rectangle(shown.y(), shown.x(), shown.height(), shown.width());
                case 180 -> rectangle(box.getWidth() - right, shown.y(), shown.width(), shown.height());
                case 270 -> rectangle(box.getWidth() - bottom, box.getHeight() - right, shown.height(), shown.width());
                default -> rectangle(shown.x(), box.getHeight() - bottom, shown.width(), shown.height());
            };
        }

        /** A place in the page's own coordinates, on the page as it is shown. */
        Stamp.Box shown(PDRectangle own) {
            double x = own.getLowerLeftX() - box.getLowerLeftX();
            double y = own.getLowerLeftY() - box.getLowerLeftY();
            double right = box.getWidth() - x - own.getWidth();
            double top = box.getHeight() - y - own.getHeight();
            return switch (turned) {
                case 90 -> new Stamp.Box(y, x, own.getHeight(), own.getWidth());
                case 180 -> new Stamp.Box(right, y, own.getWidth(), own.getHeight());
                case 270 -> new Stamp.Box(top, right, own.getHeight(), own.getWidth());
                default -> new Stamp.Box(x, top, own.getWidth(), own.getHeight());
            };
        }

        private PDRectangle rectangle(double x, double y, double width, double height) {
            return new PDRectangle(
                    (float) (box.getLowerLeftX() + x), (float) (box.getLowerLeftY() + y), (float) width, (float)
                            height);
        }
    }

    /** The look of a stamp, upright on a page that is turned. */
    static PDAppearanceStream look(PDDocument document, Stamp stamp, int turned) throws IOException {
        PDAppearanceStream look = new PDAppearanceStream(document);
        look.setResources(new PDResources());
        look.setFormType(1);
        look.setBBox(
                new PDRectangle((float) stamp.box().width(), (float) stamp.box().height()));
        // the reader lays the turned box into the place again; only the turn has to be said
        look.setMatrix(Matrix.getRotateInstance(Math.toRadians(turned), 0, 0).createAffineTransform());
        StampFonts fonts = new StampFonts(document);
        try (PDPageContentStream content = new PDPageContentStream(document, look)) {
            for (Stamp.Piece piece : stamp.pieces()) {
                draw(document, content, fonts, stamp, piece);
            }
        }
        return look;
    }

    private static void draw(
            PDDocument document, PDPageContentStream content, StampFonts fonts, Stamp stamp, Stamp.Piece piece)
            throws IOException {
        double height = stamp.box().height();
        if (piece instanceof Stamp.Picture picture) {
            PDImageXObject image = PDImageXObject.createFromByteArray(document, picture.png(), "stamp");
            Stamp.Box box = picture.box();
            content.drawImage(
                    image, (float) box.x(), (float) (height - box.y() - box.height()), (float) box.width(), (float)
                            box.height());
        } else if (piece instanceof Stamp.Line line) {
            content.beginText();
            content.setFont(fonts.font(line.italic()), (float) line.size());
            content.newLineAtOffset((float) line.x(), (float) (height - line.baseline()));
            content.showText(line.text());
            content.endText();
        }
    }
}
