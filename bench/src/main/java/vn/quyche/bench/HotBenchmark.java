package vn.quyche.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SmallSchool;

/** A domain's jar is dropped into the running school and taken away again, while others use other doors. */
final class HotBenchmark implements Benchmark {

    private static final Path JAR = Path.of(System.getProperty("quyche.group.jar"));
    private static final String MODULE = "/api/platform/v1/modules/group";
    private static final String GROUPS = "/api/group/v1/groups";

    @Override
    public void run(Figures figures) throws Exception {
        try (AssemblyProcess process = BenchSchool.roomy("hot").start()) {
            SmallSchool school = SmallSchool.in(process);
            String session = new SessionOf(process, "hanh").cookie();
            // the distribution brings the domain; from here on it comes and goes as a file
            school.admin.call("DELETE", MODULE, null).expect(204);
            BenchSchool.await(() -> status(process, GROUPS, session) == 404);
            Times in = new Times();
            Times out = new Times();
            AtomicBoolean ended = new AtomicBoolean();
            AtomicInteger probes = new AtomicInteger();
            AtomicInteger failures = new AtomicInteger();
            Thread[] others = {
                probe(process, "/api/directory/v1/people?size=5", session, ended, probes, failures),
                probe(process, "/", session, ended, probes, failures)
            };
            for (int cycle = 0; cycle < Bench.setting("ROUNDS", 5); cycle++) {
                long began = System.nanoTime();
                BenchSchool.drop(process, JAR, "group.jar");
                BenchSchool.await(() -> status(process, GROUPS, session) == 200);
                in.add((System.nanoTime() - began) / 1e6);
                began = System.nanoTime();
                Files.delete(process.deploy().resolve("group.jar"));
                BenchSchool.await(() -> status(process, GROUPS, session) == 404);
                out.add((System.nanoTime() - began) / 1e6);
                Bench.say("hot: there after %.0f ms, gone after %.0f ms", in.median(), out.median());
            }
            ended.set(true);
            for (Thread other : others) {
                other.join();
            }
            figures.within("hot: jar dropped to first 200, median", "ms", in.median(), 2000);
            figures.told("hot: jar dropped to first 200, slowest", Figures.show(in.max(), "ms"));
            figures.within("hot: jar removed to gone, median", "ms", out.median(), 1000);
            figures.told("hot: jar removed to gone, slowest", Figures.show(out.max(), "ms"));
            figures.within("hot: failed of " + probes.get() + " requests on other doors", "", failures.get(), 0);
        }
    }

    private static int status(AssemblyProcess process, String path, String session) {
        return process.send(HttpRequest.newBuilder(process.uri(path))
                        .header("Cookie", session)
                        .build())
                .statusCode();
    }

    private static Thread probe(
            AssemblyProcess process,
            String path,
            String session,
            AtomicBoolean ended,
            AtomicInteger probes,
            AtomicInteger failures) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(process.uri(path))
                .header("Cookie", session)
                .build();
        Thread thread = new Thread(() -> {
            while (!ended.get()) {
                try {
                    int status = http.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode();
                    probes.incrementAndGet();
                    if (status != 200) {
                        failures.incrementAndGet();
                        Bench.say("hot: %s answered %d", path, status);
                    }
                    Thread.sleep(10);
                } catch (java.io.IOException e) {
                    failures.incrementAndGet();
                    Bench.say("hot: %s failed: %s", path, e);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        thread.start();
        return thread;
    }
}
