package vn.quyche.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DemoPicturesTest {

    @Test
    void theSealIsRedAndTheGroundIsEmpty() throws Exception {
        BufferedImage seal = ImageIO.read(new ByteArrayInputStream(DemoPictures.seal()));

        assertThat(seal.getRGB(1, 1) >>> 24).isZero();
        Color middle = new Color(seal.getRGB(seal.getWidth() / 2, seal.getHeight() / 2 - 34));
        assertThat(middle.getRed()).isGreaterThan(2 * middle.getBlue());
    }

    @Test
    void everybodySignsInTheirOwnWay() {
        assertThat(DemoPictures.signature("Nguyễn Thử")).isNotEqualTo(DemoPictures.signature("Trần Thử"));
        assertThat(DemoPictures.signature("Nguyễn Thử")).isEqualTo(DemoPictures.signature("Nguyễn Thử"));
    }
}
