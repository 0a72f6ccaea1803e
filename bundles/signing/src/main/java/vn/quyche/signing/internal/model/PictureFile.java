package vn.quyche.signing.internal.model;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.signing.api.SignaturePicture;

/**
 * The picture of a signature or seal as the decree wants it: PNG that lets through what is under it, blue or red. What is kept
 * is drawn anew from its dots, without margins and without whatever else the file held.
 *
 * @param png the picture
 * @param wide dots
 * @param high dots
 */
public record PictureFile(byte[] png, int wide, int high) {

    /** Bytes and dots of a file at most; dots of what is left without margins at least. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_DOTS = 2_500;
    private static final int LEAST_DOTS = 40;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    private static final int SEEN = 40;
    /** How much of the picture must be empty, and how much a colour must outweigh the other. */
    private static final double LEAST_EMPTY = 0.2;

    private static final double CLEAR = 25;

    /**
     * Reads a file.
     *
     * @throws Invalid at {@code file}, saying what is wrong with it
     */
    @Regulated("TA.10.1")
    public static PictureFile read(byte[] file, SignaturePicture.Kind kind) {
        if (file == null || file.length == 0) {
            throw new Invalid("file", "core.required");
        }
        if (file.length > MOST_BYTES) {
            throw new Invalid("file", "signing.picture.too-large", MOST_BYTES >> 20);
        }
        for (int i = 0; i < PNG.length; i++) {
            if (file.length <= i || file[i] != PNG[i]) {
                throw new Invalid("file", "signing.picture.not-png");
            }
        }
        BufferedImage image = decoded(file);
        int left = image.getWidth();
        int right = -1;
        int top = image.getHeight();
        int bottom = -1;
        long[] colour = new long[4];
        long empty = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int dot = image.getRGB(x, y);
                int alpha = dot >>> 24;
                if (alpha < SEEN) {
                    empty++;
                    continue;
                }
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = bottom < y ? y : bottom;
                colour[0] += alpha;
                colour[1] += (long) alpha * (dot >> 16 & 0xff);
                colour[2] += (long) alpha * (dot >> 8 & 0xff);
                colour[3] += (long) alpha * (dot & 0xff);
            }
        }
        if (empty < LEAST_EMPTY * image.getWidth() * image.getHeight()) {
            throw new Invalid("file", "signing.picture.not-transparent");
        }
        int wide = right - left + 1;
        int high = bottom - top + 1;
        if (wide < LEAST_DOTS || high < LEAST_DOTS / 2) {
            throw new Invalid("file", "signing.picture.too-small", LEAST_DOTS);
        }
        colour(colour, kind);
        return new PictureFile(encoded(image.getSubimage(left, top, wide, high)), wide, high);
    }

    private static void colour(long[] sums, SignaturePicture.Kind kind) {
        double red = sums[1] / (double) sums[0];
        double green = sums[2] / (double) sums[0];
        double blue = sums[3] / (double) sums[0];
        if (kind == SignaturePicture.Kind.SIGNATURE && (blue < red + CLEAR || blue < green)) {
            throw new Invalid("file", "signing.picture.not-blue");
        }
        if (kind == SignaturePicture.Kind.SEAL && (red < blue + CLEAR || red < green + CLEAR)) {
            throw new Invalid("file", "signing.picture.not-red");
        }
    }

    private static BufferedImage decoded(byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            // the head tells the size: nothing is unpacked before it is known to be bearable
            if (reader.getWidth(0) > MOST_DOTS || reader.getHeight(0) > MOST_DOTS) {
                throw new Invalid("file", "signing.picture.too-many-dots", MOST_DOTS);
            }
            return reader.read(0);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Invalid("file", "signing.picture.not-png");
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encoded(BufferedImage part) {
        BufferedImage plain = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                plain.setRGB(x, y, part.getRGB(x, y));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(plain, "png", out);
        } catch (IOException e) {
            throw new Invalid("file", "signing.picture.not-png");
        }
        return out.toByteArray();
    }
}
