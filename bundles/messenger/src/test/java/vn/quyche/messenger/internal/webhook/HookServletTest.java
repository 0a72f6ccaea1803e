package vn.quyche.messenger.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.internal.model.Signatures;
import vn.quyche.messenger.internal.service.MessengerFixture;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.messenger.StubPlatforms.Zalo;

class HookServletTest {

    @OnEachDatabase
    void answersWithinTheTwoSecondsOfZaloEvenForManyAtOnce(TestDatabase db) throws Exception {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            HookServlet servlet = new HookServlet(school.intake(), school.clock());
            for (int i = 0; i < 200; i++) {
                String body = event(school, "u-" + i);
                long start = System.nanoTime();
                assertThat(call(servlet, "/" + account.id(), body, Map.of("X-ZEvent-Signature", mac(school, body))))
                        .isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            }
        }
    }

    @OnEachDatabase
    void refusesWhatIsUnknownUnsignedStaleOrTooLong(TestDatabase db) throws Exception {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            HookServlet servlet = new HookServlet(school.intake(), school.clock());
            String body = event(school, "u-1");
            Map<String, String> signed = Map.of("X-ZEvent-Signature", mac(school, body));

            assertThat(call(servlet, "/" + account.id(), body, Map.of())).isEqualTo(403);
            assertThat(call(servlet, "/" + account.id(), body, Map.of("X-ZEvent-Signature", "mac=0")))
                    .isEqualTo(403);
            assertThat(call(servlet, "/", body, signed)).isEqualTo(404);
            assertThat(call(servlet, "/" + account.id() + "/x", body, signed)).isEqualTo(404);
            assertThat(call(servlet, "/01ZZZZZZZZZZZZZZZZZZZZZZZZ", body, signed))
                    .isEqualTo(404);
            assertThat(call(servlet, "/" + account.id(), "x".repeat(HookServlet.LONGEST + 1), signed))
                    .isEqualTo(413);

            school.clock().advance(Duration.ofMinutes(20));
            assertThat(call(servlet, "/" + account.id(), body, signed)).isEqualTo(403);
            assertThat(call(
                            servlet,
                            "/" + account.id(),
                            body,
                            Map.of("X-ZEvent-Signature", signed.get("X-ZEvent-Signature"), "num_retry", "3")))
                    .isEqualTo(200);
        }
    }

    @OnEachDatabase
    void takesTheLongestEventThatItAdmits(TestDatabase db) throws Exception {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            String start = event(school, "u-1");
            String body = start.substring(0, start.length() - 1) + ",\"x\":\"";
            body = body + "x".repeat(HookServlet.LONGEST - body.length() - 2) + "\"}";

            assertThat(call(
                            new HookServlet(school.intake(), school.clock()),
                            "/" + account.id(),
                            body,
                            Map.of("X-ZEvent-Signature", mac(school, body))))
                    .isEqualTo(200);
        }
    }

    @OnEachDatabase
    void turnsAnAddressAwayThatSendsForgedEventsAgainAndAgainAndNobodyElse(TestDatabase db) throws Exception {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            HookServlet servlet = new HookServlet(school.intake(), school.clock());
            String body = event(school, "u-1");
            Map<String, String> signed = Map.of("X-ZEvent-Signature", mac(school, body));
            Map<String, String> forged = Map.of("X-ZEvent-Signature", "mac=0");
            for (int i = 0; i < Refusals.MOST; i++) {
                assertThat(call(servlet, "/" + account.id(), body, forged, "203.0.113.7"))
                        .isEqualTo(403);
            }
            assertThat(call(servlet, "/" + account.id(), body, forged, "203.0.113.7"))
                    .isEqualTo(429);
            assertThat(call(servlet, "/01ZZZZZZZZZZZZZZZZZZZZZZZZ", body, signed, "203.0.113.7"))
                    .isEqualTo(429);
            assertThat(call(servlet, "/" + account.id(), body, signed, "203.0.113.8"))
                    .isEqualTo(200);
            school.clock().advance(Duration.ofMinutes(1));
            String later = event(school, "u-2");
            assertThat(call(
                            servlet,
                            "/" + account.id(),
                            later,
                            Map.of("X-ZEvent-Signature", mac(school, later)),
                            "203.0.113.7"))
                    .isEqualTo(200);
        }
    }

    @OnEachDatabase
    void theAddressesOfOneNetworkAreTurnedAwayTogetherAndGoodEventsNeverCount(TestDatabase db) throws Exception {
        try (MessengerFixture school = new MessengerFixture(db)) {
            Connection account = school.account();
            HookServlet servlet = new HookServlet(school.intake(), school.clock());
            for (int i = 0; i < 2 * Refusals.MOST; i++) {
                String body = event(school, "u-" + i);
                assertThat(call(
                                servlet,
                                "/" + account.id(),
                                body,
                                Map.of("X-ZEvent-Signature", mac(school, body)),
                                "2001:db8:1:1::1"))
                        .isEqualTo(200);
            }
            for (int i = 0; i < Refusals.MOST; i++) {
                call(servlet, "/" + account.id(), "{}", Map.of(), "2001:db8:1:2::" + Integer.toHexString(i + 1));
            }
            assertThat(call(servlet, "/" + account.id(), "{}", Map.of(), "2001:db8:1:2::ffff"))
                    .isEqualTo(429);
            assertThat(call(servlet, "/" + account.id(), "{}", Map.of(), "2001:db8:1:3::1"))
                    .isEqualTo(403);
        }
    }

    private static String event(MessengerFixture school, String user) {
        return "{\"event_name\":\"user_join_group\",\"app_id\":\"" + Zalo.APP_ID
                + "\",\"group_id\":\"z-1\",\"timestamp\":\"" + school.clock().millis() + "\",\"users\":[{\"id\":\""
                + user + "\"}]}";
    }

    private static String mac(MessengerFixture school, String body) {
        return "mac=" + Signatures.sha256(Zalo.APP_ID + body + school.clock().millis() + Zalo.HOOK_SECRET);
    }

    private static int call(HookServlet servlet, String path, String body, Map<String, String> headers)
            throws Exception {
        return call(servlet, path, body, headers, "203.0.113.1");
    }

    private static int call(HookServlet servlet, String path, String body, Map<String, String> headers, String address)
            throws Exception {
        AtomicInteger status = new AtomicInteger();
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                HookServletTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getPathInfo" -> path;
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> headers.get(args[0]);
                    case "getInputStream" -> new Body(body.getBytes(StandardCharsets.UTF_8));
                    default -> null;
                });
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                HookServletTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, args) -> {
                    if (method.getName().equals("setStatus")) {
                        status.set((int) args[0]);
                    }
                    return null;
                });
        servlet.doPost(request, response);
        return status.get();
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        private Body(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
