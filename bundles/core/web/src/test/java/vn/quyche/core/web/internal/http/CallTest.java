package vn.quyche.core.web.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.web.internal.settings.WebSettings;

class CallTest {

    private static final WebSettings BEHIND_PROXIES =
            new WebSettings(TestDoors.config(Map.of("trusted_proxies", new String[] {"127.0.0.1", " 10.0.0.2 ", ""})));

    private static HttpServletRequest request(String address, String forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                CallTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> "X-Forwarded-For".equals(args[0]) ? forwarded : null;
                    default -> throw new AssertionError(method);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 198.51.100.7             | 203.0.113.9",
                "127.0.0.1   |                          | 127.0.0.1",
                "127.0.0.1   | 198.51.100.7             | 198.51.100.7",
                "127.0.0.1   | 6.6.6.6, 198.51.100.7    | 198.51.100.7",
                "127.0.0.1   | 198.51.100.7, 10.0.0.2   | 198.51.100.7",
                "127.0.0.1   | 2001:db8::1              | 2001:db8::1",
                "127.0.0.1   | <script>                 | 127.0.0.1",
                "127.0.0.1   | ,                        | 127.0.0.1"
            })
    void believesOnlyItsOwnProxiesAboutTheAddress(String peer, String forwarded, String address) {
        assertThat(Call.address(request(peer, forwarded), BEHIND_PROXIES)).isEqualTo(address);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"short", "has space in it", "line\nbreak-12345", "tiếng-việt-12345"})
    void replacesACorrelationIdThatCouldSpoilALog(String given) {
        assertThat(Call.correlationId(given)).isNotEqualTo(given).hasSize(36);
    }

    @Test
    void replacesACorrelationIdWithoutEnd() {
        assertThat(Call.correlationId("a".repeat(65))).hasSize(36);
        assertThat(Call.correlationId("a".repeat(64))).hasSize(64);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"vi", "fr-FR", "vi-VN,en;q=0.5", "en;q=zero", ",,,;;;"})
    void speaksVietnameseUnlessEnglishIsPreferred(String header) {
        assertThat(Languages.of(header)).isEqualTo(Languages.VIETNAMESE);
    }

    @Test
    void speaksEnglishWhenAsked() {
        assertThat(Languages.of("en-US,en;q=0.9,vi;q=0.1")).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.of("en," + "x".repeat(10_000))).isEqualTo(Languages.VIETNAMESE);
    }
}
