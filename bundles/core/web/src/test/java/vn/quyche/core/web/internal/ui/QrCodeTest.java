package vn.quyche.core.web.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;

class QrCodeTest {

    @Test
    @Regulated("TB.2")
    void drawsAQrCodeThatIsReadBack() throws Exception {
        String text = "https://gddt.example/district/check?q=7K3M9QTR2X";
        QrCode qr = QrCode.of(text);
        int scale = 4;
        int size = qr.size() * scale;
        int[] pixels = new int[size * size];
        java.util.Arrays.fill(pixels, 0xFFFFFF);
        Matcher bar = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(qr.path());
        List<String> bars = new ArrayList<>();
        while (bar.find()) {
            bars.add(bar.group());
            int x = Integer.parseInt(bar.group(1)) * scale;
            int y = Integer.parseInt(bar.group(2)) * scale;
            int width = Integer.parseInt(bar.group(3)) * scale;
            for (int dy = 0; dy < scale; dy++) {
                java.util.Arrays.fill(pixels, (y + dy) * size + x, (y + dy) * size + x + width, 0);
            }
        }
        assertThat(String.join("", bars)).isEqualTo(qr.path());
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(text);
    }
}
