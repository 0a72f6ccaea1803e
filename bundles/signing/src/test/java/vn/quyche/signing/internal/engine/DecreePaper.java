package vn.quyche.signing.internal.engine;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A decision in the form of the decree, with room for number, day and signature; pictures of a signature and of a seal. */
public final class DecreePaper {

    private DecreePaper() {}

    /**
     * A decision.
     *
     * @param rotation how the page is turned when it is shown; what stands on it is turned back
     */
    public static byte[] decision(String signer, int pages, int rotation) {
        return TestPdf.made(document -> {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(rotation % 180 == 0 ? PDRectangle.A4 : landscape());
                page.setRotation(rotation);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    upright(content, rotation);
                    StampFonts fonts = new StampFonts(document);
                    if (i == 1) {
                        line(content, fonts, "TRƯỜNG THCS THỬ NGHIỆM", 100, 780, false);
                        line(content, fonts, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 270, 780, false);
                        line(content, fonts, "Số:        /QĐ-TN", 130, 745, false);
                        line(content, fonts, "Thử Nghiệm, ngày      tháng      năm          ", 300, 745, true);
                        line(content, fonts, "Giao cho ông " + signer + " thực hiện.", 120, 600, false);
                    }
                    if (i == pages) {
                        line(content, fonts, "Nơi nhận: - " + signer + ";", 85, 300, false);
                        line(content, fonts, "KT. HIỆU TRƯỞNG", 370, 300, false);
                        line(content, fonts, "PHÓ HIỆU TRƯỞNG", 368, 284, false);
                        line(content, fonts, signer, 380, 200, false);
                    }
                }
            }
        });
    }

    private static PDRectangle landscape() {
        return new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    }

    private static void upright(PDPageContentStream content, int rotation) throws IOException {
        org.apache.pdfbox.util.Matrix turn = org.apache.pdfbox.util.Matrix.getRotateInstance(
                Math.toRadians(rotation),
                rotation == 90 || rotation == 180
                        ? (rotation == 90 ? PDRectangle.A4.getHeight() : PDRectangle.A4.getWidth())
                        : 0,
                rotation == 180 ? PDRectangle.A4.getHeight() : rotation == 270 ? PDRectangle.A4.getWidth() : 0);
        content.transform(turn);
    }

    private static void line(
            PDPageContentStream content, StampFonts fonts, String text, float x, float y, boolean italic)
            throws IOException {
        content.beginText();
        content.setFont(fonts.font(italic), 13);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    /** A scan has no text. */
    public static byte[] scan() {
        return TestPdf.made(document -> document.addPage(new PDPage(PDRectangle.A4)));
    }

    /** A blue signature on nothing, with margins. */
    public static byte[] signature() {
        return picture(600, 300, new Color(20, 40, 170), graphics -> {
            graphics.setStroke(new BasicStroke(9));
            graphics.drawArc(80, 60, 300, 180, 20, 300);
            graphics.drawLine(120, 240, 520, 70);
        });
    }

    /** A red seal on nothing. */
    public static byte[] seal() {
        return picture(500, 500, new Color(215, 20, 30), graphics -> {
            graphics.setStroke(new BasicStroke(14));
            graphics.drawOval(20, 20, 460, 460);
            graphics.drawOval(90, 90, 320, 320);
        });
    }

    /** Draws a picture. */
    @FunctionalInterface
    public interface Drawing {
        void draw(Graphics2D graphics);
    }

    /** A picture on nothing. */
    public static byte[] picture(int wide, int high, Color colour, Drawing drawing) {
        BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        drawing.draw(graphics);
        graphics.dispose();
        return png(image);
    }

    /** A picture as a file. */
    public static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
