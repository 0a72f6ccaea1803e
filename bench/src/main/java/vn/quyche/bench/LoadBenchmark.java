package vn.quyche.bench;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SmallSchool;

/**
 * Two hundred people, signed in, who look at their work in pages, open and acknowledge directives, while the office issues
 * one to all of them every twenty seconds. Each thinks for a second between two steps. Client and school share the machine.
 */
final class LoadBenchmark implements Benchmark {

    private static final int PEOPLE = 200;
    private static final int THINK_MS = 1000;
    private static final int ISSUE_EVERY_MS = 20_000;
    private static final int SHOWN_ERRORS = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final List<String> issued = new CopyOnWriteArrayList<>();
    private final Map<String, Times> times = new ConcurrentHashMap<>();
    private final Times all = new Times();
    private final AtomicInteger errors = new AtomicInteger();

    @Override
    public void run(Figures figures) throws Exception {
        try (AssemblyProcess process = BenchSchool.roomy("load").start()) {
            SmallSchool school = SmallSchool.in(process);
            List<SessionOf> sessions = signIn(process, school);
            issue(school);
            long millis = Bench.setting("SECONDS", 600) * 1000L;
            long began = System.currentTimeMillis();
            long end = began + millis;
            ExecutorService threads = Executors.newCachedThreadPool();
            List<Future<?>> people = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i++) {
                Person person = new Person(process, sessions.get(i), new Random(i));
                people.add(threads.submit(() -> person.work(end)));
            }
            people.add(threads.submit(() -> keepIssuing(school, end)));
            // what is loaded and kept for good is there after a fifth of the time
            Thread.sleep(millis / 5);
            double early = BenchSchool.liveHeapMib(process.pid());
            Thread.sleep(Math.max(0, began + millis * 3 / 5 - System.currentTimeMillis()));
            double middle = BenchSchool.liveHeapMib(process.pid());
            for (Future<?> one : people) {
                one.get();
            }
            threads.shutdown();
            double late = BenchSchool.liveHeapMib(process.pid());
            figures.told(
                    "load: " + PEOPLE + " people for " + millis / 1000 + " s",
                    Figures.show(all.count() / (millis / 1000.0), "requests/s"));
            figures.told("load: median", Figures.show(all.median(), "ms"));
            figures.told("load: p99", Figures.show(all.at(0.99), "ms"));
            figures.told("load: slowest", Figures.show(all.max(), "ms"));
            times.forEach((kind, taken) -> figures.told(
                    "load: " + kind + " (" + taken.count() + "), median and p99",
                    Figures.show(taken.median(), "ms") + ", " + Figures.show(taken.at(0.99), "ms")));
            figures.within("load: errors", "", errors.get(), 0);
            figures.told("load: heap alive after a fifth", Figures.show(early, "MiB"));
            figures.atMost("load: heap alive at the end, against three fifths", "MiB", late, middle, 1.1);
            figures.told("load: resident at the end", Figures.show(BenchSchool.residentMib(process.pid()), "MiB"));
        }
    }

    private static List<SessionOf> signIn(AssemblyProcess process, SmallSchool school) throws Exception {
        List<String> ids = BenchSchool.importPeople(school, PEOPLE);
        ids.removeAll(List.of(school.principalId, school.teacherId, school.secondTeacherId, school.guardId));
        List<SessionOf> sessions = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String userName = "nguoi" + i;
            school.account(userName, BenchSchool.name(i), ids.get(i), "STAFF");
            sessions.add(new SessionOf(process, userName));
        }
        Bench.say("load: %d people have signed in", sessions.size());
        return sessions;
    }

    private void issue(SmallSchool school) {
        issued.add(school.principal.create(
                "/api/group/v1/directives?issue=true", school.directive("Việc thứ " + (issued.size() + 1))));
    }

    private void keepIssuing(SmallSchool school, long end) {
        try {
            while (System.currentTimeMillis() + ISSUE_EVERY_MS < end) {
                Thread.sleep(ISSUE_EVERY_MS);
                long began = System.nanoTime();
                issue(school);
                note("issue to all", began);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            failed("issue", e.toString());
        }
    }

    private void note(String kind, long began) {
        double millis = (System.nanoTime() - began) / 1e6;
        all.add(millis);
        times.computeIfAbsent(kind, any -> new Times()).add(millis);
    }

    private void failed(String what, String why) {
        if (errors.incrementAndGet() <= SHOWN_ERRORS) {
            Bench.say("load: %s: %s", what, why);
        }
    }

    /** Somebody at work. */
    private final class Person {

        private final AssemblyProcess process;
        private final SessionOf session;
        private final Random random;
        private final Set<String> acknowledged = new HashSet<>();

        Person(AssemblyProcess process, SessionOf session, Random random) {
            this.process = process;
            this.session = session;
            this.random = random;
        }

        void work(long end) {
            try {
                Thread.sleep(random.nextInt(THINK_MS));
                while (System.currentTimeMillis() < end) {
                    step();
                    Thread.sleep(THINK_MS / 2 + random.nextInt(THINK_MS));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void step() throws InterruptedException {
            int choice = random.nextInt(100);
            String waiting = issued.stream()
                    .filter(id -> !acknowledged.contains(id))
                    .findFirst()
                    .orElse("");
            if (choice < 20) {
                get("first page", "/");
            } else if (choice < 40) {
                get("inbox", "/group/directives?view=inbox");
            } else if (choice < 55) {
                get("directive", "/group/directives/" + issued.get(random.nextInt(issued.size())));
            } else if (choice < 65) {
                get("my duties", "/duty/duties");
            } else if (choice < 70) {
                get("inbox by REST", "/api/group/v1/directives?inbox=true&size=20");
            } else if (choice < 75) {
                get("people", "/api/directory/v1/people?size=20");
            } else if (!waiting.isEmpty()) {
                get("directive", "/group/directives/" + waiting);
                acknowledge(waiting);
            } else {
                get("first page", "/");
            }
        }

        private void get(String kind, String path) throws InterruptedException {
            send(kind, HttpRequest.newBuilder(process.uri(path)), 200);
        }

        private void acknowledge(String directive) throws InterruptedException {
            String body = "_csrf=" + URLEncoder.encode(session.csrf(), StandardCharsets.UTF_8);
            HttpRequest.Builder post = HttpRequest.newBuilder(
                            process.uri("/group/directives/" + directive + "/acknowledge"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (send("acknowledge", post, 303)) {
                acknowledged.add(directive);
            }
        }

        private boolean send(String kind, HttpRequest.Builder request, int wanted) throws InterruptedException {
            HttpRequest built = request.header("Cookie", session.cookie())
                    .timeout(Duration.ofSeconds(60))
                    .build();
            long began = System.nanoTime();
            try {
                HttpResponse<String> answer = http.send(built, HttpResponse.BodyHandlers.ofString());
                note(kind, began);
                if (answer.statusCode() == wanted) {
                    return true;
                }
                failed(kind, built.uri().getPath() + " " + answer.statusCode());
            } catch (java.io.IOException e) {
                failed(kind, built.uri().getPath() + " " + e);
            }
            return false;
        }
    }
}
