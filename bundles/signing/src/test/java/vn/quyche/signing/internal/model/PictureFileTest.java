package vn.quyche.signing.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.internal.engine.DecreePaper;

class PictureFileTest {

    private static final SignaturePicture.Kind SIGNATURE = SignaturePicture.Kind.SIGNATURE;
    private static final SignaturePicture.Kind SEAL = SignaturePicture.Kind.SEAL;

    private static void refused(String code, byte[] file, SignaturePicture.Kind kind) {
        assertThatThrownBy(() -> PictureFile.read(file, kind))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.fields()).extracting(FieldError::code).containsExactly(code));
    }

    @Test
    @Regulated("TA.10.1")
    void takesABlueSignatureAndARedSealWithoutTheirMargins() {
        PictureFile signature = PictureFile.read(DecreePaper.signature(), SIGNATURE);
        assertThat(signature.wide()).isLessThan(600);
        assertThat(signature.high()).isLessThan(300);
        PictureFile seal = PictureFile.read(DecreePaper.seal(), SEAL);
        assertThat(seal.wide()).isEqualTo(seal.high());
        // what was made once is the same when it comes again
        assertThat(PictureFile.read(seal.png(), SEAL).png()).isEqualTo(seal.png());
    }

    @Test
    @Regulated("TA.10.1")
    void refusesWhatTheDecreeDoesNotTake() {
        refused("signing.picture.not-blue", DecreePaper.seal(), SIGNATURE);
        refused("signing.picture.not-red", DecreePaper.signature(), SEAL);
        refused(
                "signing.picture.not-blue",
                DecreePaper.picture(300, 200, Color.BLACK, graphics -> graphics.fillRect(20, 20, 200, 60)),
                SIGNATURE);
        refused(
                "signing.picture.not-transparent",
                DecreePaper.picture(300, 200, Color.WHITE, graphics -> {
                    graphics.fillRect(0, 0, 300, 200);
                    graphics.setColor(Color.BLUE);
                    graphics.fillRect(50, 50, 100, 50);
                }),
                SIGNATURE);
        refused(
                "signing.picture.too-small",
                DecreePaper.picture(300, 200, Color.BLUE, graphics -> graphics.fillRect(5, 5, 10, 10)),
                SIGNATURE);
        refused("signing.picture.too-small", DecreePaper.picture(300, 200, Color.BLUE, graphics -> {}), SIGNATURE);
        refused(
                "signing.picture.too-many-dots",
                DecreePaper.png(new BufferedImage(2_600, 10, BufferedImage.TYPE_INT_ARGB)),
                SIGNATURE);
    }

    @Test
    void refusesFilesThatAreNoPictureWithoutUnpackingThem() {
        refused("core.required", new byte[0], SIGNATURE);
        refused("core.required", null, SIGNATURE);
        refused("signing.picture.not-png", "GIF89a".getBytes(StandardCharsets.US_ASCII), SIGNATURE);
        refused("signing.picture.not-png", Arrays.copyOf(DecreePaper.signature(), 60), SIGNATURE);
        refused("signing.picture.too-large", new byte[PictureFile.MOST_BYTES + 1], SIGNATURE);
        byte[] bomb = DecreePaper.signature();
        // the head claims a picture of 60.000 by 60.000
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        refused("signing.picture.too-many-dots", bomb, SIGNATURE);
    }
}
