package vn.quyche.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Any number of schools at one address, told apart by the token: each with 15 groups of 60, inspected every month. */
final class StubSchools implements AutoCloseable {

    private static final int GROUPS = 15;
    private static final String TOKEN = "qt_bench_school_";
    private static final String[] ROLES = {"PRINCIPAL", "VICE_PRINCIPAL", "RECORDS_CLERK", "TEACHER", "GUARD"};

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    StubSchools() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/group/v1/groups/collected", exchange -> answer(exchange, groups(school(exchange))));
        server.createContext("/api/group/v1/inspected", exchange -> answer(exchange, inspected(school(exchange))));
        server.createContext("/api/duty/v1/summaries", exchange -> answer(exchange, duties(school(exchange))));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String token(int school) {
        return TOKEN + String.format("%06d", school);
    }

    private static int school(HttpExchange exchange) {
        return Integer.parseInt(
                exchange.getRequestHeaders().getFirst("Authorization").replaceAll(".*" + TOKEN, ""));
    }

    private static String groups(int school) {
        return page(IntStream.range(0, GROUPS).mapToObj(group ->
                """
                        {"id":"g%1$d","code":"N%1$02d","name":"Nhóm %1$d của trường số %2$d","kind":"SCHOOL","platform":"ZALO",
                        "members":"60 cán bộ, giáo viên, nhân viên","leader":"%3$s","administrator":"%4$s",
                        "decisionNumber":"%1$d/QĐ","decisionDate":"2026-09-01","remark":"Chỉ đạo chung"}""".formatted(group, school, BenchSchool.name(school), BenchSchool.name(school + group))));
    }

    private static String inspected(int school) {
        return page(IntStream.range(0, GROUPS * months().length).mapToObj(i -> """
                        {"id":"r%1$d","groupId":"g%2$d","groupCode":"N%2$02d","groupName":"Nhóm %2$d của trường số %3$d",
                        "from":"%4$s","to":"%5$s","signedAt":"2026-01-05T02:00:00Z","missing":%6$d,"overdue":%7$d}""".formatted(
                        i,
                        i % GROUPS,
                        school,
                        months()[i / GROUPS].atDay(1),
                        months()[i / GROUPS].atEndOfMonth(),
                        i % 3,
                        (i + school) % 5)));
    }

    private static String duties(int school) {
        return IntStream.range(0, months().length)
                .mapToObj(month -> "{\"month\":\"" + months()[month] + "\",\"lines\":["
                        + IntStream.range(0, ROLES.length * 3)
                                .mapToObj(i -> """
                                        {"domain":"d%d","role":"%s","due":%d,"done":60,"missed":%d}""".formatted(
                                                i / ROLES.length,
                                                ROLES[i % ROLES.length],
                                                60 + (school + i) % 7,
                                                (school + i) % 7))
                                .collect(Collectors.joining(","))
                        + "]}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static YearMonth[] months() {
        YearMonth now = YearMonth.now();
        return IntStream.rangeClosed(0, 12).mapToObj(now::minusMonths).toArray(YearMonth[]::new);
    }

    private static String page(Stream<String> items) {
        return items.collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
