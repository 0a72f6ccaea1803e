package vn.quyche.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SmallSchool;

/**
 * The rate of reads and writes through the REST door, against a bare CXF service beside it in the same container with the
 * same pool, which checks and writes down nothing. Client and server share the machine; rounds alternate.
 */
final class RestBenchmark implements Benchmark {

    private static final int THREADS = 4;

    private record Pair(String name, Supplier<HttpRequest> ours, Supplier<HttpRequest> bare, boolean target) {}

    @Override
    public void run(Figures figures) throws Exception {
        try (AssemblyProcess process = BenchSchool.roomy("rest").start()) {
            SmallSchool school = SmallSchool.in(process);
            BenchSchool.addBareService(school);
            String directive = school.principal.create("/api/group/v1/directives?issue=true", school.directive("Họp"));
            school.account("vanhanh", "Người vận hành", null, "ADMIN", "PRINCIPAL");
            String operator = "Bearer " + token(school, "vanhanh", Set.of("audit:read", "directory:read"));
            String principal = "Bearer " + token(school, "hanh", Set.of("group:issue", "group:read", "group:receive"));
            String basic = "Basic "
                    + Base64.getEncoder()
                            .encodeToString(("hanh:" + SchoolClient.PASSWORD).getBytes(StandardCharsets.UTF_8));
            String session = new SessionOf(process, "hanh").cookie();
            String line = SchoolClient.bearer(process, operator.substring(7))
                    .get("/api/audit/v1/lines?size=1")
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();
            String person = "/people/" + school.teacherId;
            byte[] body = new ObjectMapper().writeValueAsBytes(school.directive("Họp hội đồng tháng này"));
            List<Pair> pairs = List.of(
                    new Pair(
                            "rest: read a line of the log, token",
                            get(process, "/api/audit/v1/lines/" + line, "Authorization", operator),
                            get(process, "/bench/bare/lines/" + line),
                            true),
                    new Pair(
                            "rest: read a person, token",
                            get(process, "/api/directory/v1" + person, "Authorization", operator),
                            get(process, "/bench/bare" + person),
                            true),
                    new Pair(
                            "rest: read a person, session",
                            get(process, "/api/directory/v1" + person, "Cookie", session),
                            get(process, "/bench/bare" + person),
                            true),
                    new Pair(
                            "rest: read a person, name and password",
                            get(process, "/api/directory/v1" + person, "Authorization", basic),
                            get(process, "/bench/bare" + person),
                            false),
                    new Pair(
                            "rest: read a directive, token",
                            get(process, "/api/group/v1/directives/" + directive, "Authorization", principal),
                            get(process, "/bench/bare/directives/" + directive),
                            false),
                    new Pair(
                            "rest: write a draft, audited, token",
                            post(process, "/api/group/v1/directives", body, "Authorization", principal),
                            post(process, "/bench/bare/rows", body),
                            true));
            String only = System.getenv().getOrDefault("BENCH_ONLY", "");
            for (Pair pair : pairs) {
                if (pair.name().contains(only)) {
                    measure(pair, figures);
                }
            }
        }
    }

    private static void measure(Pair pair, Figures figures) throws Exception {
        int seconds = Bench.setting("SECONDS", 3);
        // the compiler of the JVM must have seen both
        rate(pair.bare(), seconds);
        rate(pair.ours(), 2 * seconds);
        rate(pair.bare(), seconds);
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < Bench.setting("ROUNDS", 5); round++) {
            bare.add(rate(pair.bare(), seconds));
            ours.add(rate(pair.ours(), seconds));
        }
        Bench.say("%s: %.0f/s against %.0f/s", pair.name(), median(ours), median(bare));
        if (pair.target()) {
            figures.atLeast(pair.name(), "/s", median(ours), median(bare), 0.5);
        } else {
            figures.told(pair.name(), "/s", median(ours), median(bare));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Requests per second of several threads, each with a connection that is kept. */
    private static double rate(Supplier<HttpRequest> request, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long began = System.nanoTime();
            long end = began + seconds * 1_000_000_000L;
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                counts.add(threads.submit(() -> repeat(request, end)));
            }
            int all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all / ((System.nanoTime() - began) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private static int repeat(Supplier<HttpRequest> request, long end) throws Exception {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Runnable::run)
                .build();
        int count = 0;
        while (System.nanoTime() < end) {
            HttpResponse<byte[]> answer = http.send(request.get(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.uri() + " " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            count++;
        }
        return count;
    }

    private static Supplier<HttpRequest> get(AssemblyProcess process, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(process.uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpRequest built = request.build();
        return () -> built;
    }

    private static Supplier<HttpRequest> post(AssemblyProcess process, String path, byte[] body, String... headers) {
        URI uri = process.uri(path);
        return () -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", java.util.UUID.randomUUID().toString());
            if (headers.length > 0) {
                request.headers(headers);
            }
            return request.build();
        };
    }

    private static String token(SmallSchool school, String userName, Set<String> permissions) {
        return SchoolClient.basic(school.process, userName, SchoolClient.PASSWORD)
                .post(
                        "/api/security/v1/tokens",
                        Map.of(
                                "password",
                                SchoolClient.PASSWORD,
                                "name",
                                "bench",
                                "permissions",
                                permissions,
                                "expiresOn",
                                LocalDate.now().plusDays(30).toString()))
                .expect(201)
                .json()
                .path("secret")
                .asText();
    }
}
