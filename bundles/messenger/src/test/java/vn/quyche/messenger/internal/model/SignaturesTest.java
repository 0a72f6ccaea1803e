package vn.quyche.messenger.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final byte[] BODY = "{\"event\":\"webhook\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void knowsThePlainDigestOfZalo() {
        String mac = Signatures.sha256("app" + new String(BODY, StandardCharsets.UTF_8) + "1700000000000" + "key");

        assertThat(Signatures.zalo("mac=" + mac, "app", BODY, "1700000000000", "key"))
                .isTrue();
        assertThat(Signatures.zalo(
                        "mac=" + mac.toUpperCase(java.util.Locale.ROOT), "app", BODY, "1700000000000", "key"))
                .isTrue();
        assertThat(Signatures.zalo(mac, "app", BODY, "1700000000001", "key")).isFalse();
        assertThat(Signatures.zalo("", "app", BODY, "1700000000000", "key")).isFalse();
    }

    @Test
    void knowsTheHmacOfViber() {
        // printf '{"event":"webhook"}' | openssl dgst -sha256 -hmac token
        String mac = "6e24a073902ade16d3b73ef4dcec42a50f8f8d3392aaf2b26b4a1369bd60b080";

        assertThat(Signatures.viber(mac, BODY, "token")).isTrue();
        assertThat(Signatures.viber(mac, BODY, "other")).isFalse();
        assertThat(Signatures.viber("", BODY, "token")).isFalse();
    }
}
