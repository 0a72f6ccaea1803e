package vn.quyche.demo.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws signatures that nobody has and a seal that no school has: blue and red on nothing, as the decree wants them. */
final class DemoPictures {

    private static final Color BLUE = new Color(24, 52, 168);
    private static final Color RED = new Color(206, 22, 30);
    private static final int SEAL = 480;
    private static final int WIDE = 720;
    private static final int HIGH = 300;

    private DemoPictures() {}

    /** A flourish; another one for each name. */
    static byte[] signature(String name) {
        Random hand = new Random(name.hashCode());
        BufferedImage image = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image, BLUE);
        Path2D line = new Path2D.Double();
        double x = 60;
        line.moveTo(x, 210);
        line.curveTo(x - 30, 60, x + 110, 10, x + 95, 150);
        line.curveTo(x + 85, 250, x + 20, 260, x + 60, 190);
        x += 60;
        int loops = 4 + hand.nextInt(3);
        double step = (WIDE - 240.0) / loops;
        for (int i = 0; i < loops; i++) {
            double high = 60 + hand.nextInt(90);
            double low = 205 + hand.nextInt(30);
            line.curveTo(x + step * 0.9, high, x + step * 0.1, high, x + step * 0.45, low - 40);
            line.curveTo(x + step * 0.6, low, x + step * 0.8, low, x + step, 190 - hand.nextInt(20));
            x += step;
        }
        line.curveTo(WIDE - 40, 120, WIDE - 20, 60, WIDE - 60, 70);
        pen.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(line);
        Path2D under = new Path2D.Double();
        under.moveTo(90, 265);
        under.curveTo(WIDE * 0.35, 225, WIDE * 0.6, 280, WIDE - 70.0, 235);
        pen.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(under);
        pen.dispose();
        return png(image);
    }

    /** Two rings, a star and the word MẪU (sample) in strokes: no font of the machine is asked for. */
    static byte[] seal() {
        BufferedImage image = new BufferedImage(SEAL, SEAL, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image, RED);
        double middle = SEAL / 2.0;
        pen.setStroke(new BasicStroke(12));
        pen.draw(circle(middle, middle - 10));
        pen.setStroke(new BasicStroke(4));
        pen.draw(circle(middle, middle - 28));
        pen.draw(circle(middle, middle - 104));
        Path2D star = star(13);
        for (int i = 0; i < 24; i++) {
            AffineTransform at = AffineTransform.getRotateInstance(2 * Math.PI * i / 24, middle, middle);
            at.translate(middle, 68);
            pen.fill(at.createTransformedShape(star));
        }
        pen.fill(AffineTransform.getTranslateInstance(middle, middle - 34).createTransformedShape(star(64)));
        pen.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int[] stroke : new int[][] {
            {0, 60, 0, 0, 24, 36, 48, 0, 48, 60},
            {66, 60, 90, 0, 114, 60},
            {76, 38, 104, 38},
            {78, -14, 90, -26, 102, -14},
            {78, -38, 86, -46, 94, -38, 102, -46},
            {134, 0, 134, 46, 146, 60, 166, 60, 178, 46, 178, 0}
        }) {
            Path2D part = new Path2D.Double();
            part.moveTo(middle - 89 + stroke[0], middle + 62 + stroke[1]);
            for (int i = 2; i < stroke.length; i += 2) {
                part.lineTo(middle - 89 + stroke[i], middle + 62 + stroke[i + 1]);
            }
            pen.draw(part);
        }
        pen.dispose();
        return png(image);
    }

    private static Graphics2D pen(BufferedImage image, Color colour) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(colour);
        return pen;
    }

    private static Ellipse2D circle(double middle, double radius) {
        return new Ellipse2D.Double(middle - radius, middle - radius, 2 * radius, 2 * radius);
    }

    private static Path2D star(double radius) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double far = i % 2 == 0 ? radius : radius * 0.382;
            double angle = Math.PI * i / 5 - Math.PI / 2;
            if (i == 0) {
                star.moveTo(far * Math.cos(angle), far * Math.sin(angle));
            } else {
                star.lineTo(far * Math.cos(angle), far * Math.sin(angle));
            }
        }
        star.closePath();
        return star;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
