package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** A domain comes and goes in the running school, by each way in, and the others do not notice. */
@ExtendWith(SharedSchool.class)
class HotDeployIT {

    private static final int CYCLES = 20;
    /** Others work and ask all the time, but leave the machine some. */
    private static final long PROBE_MILLIS = 100;

    private static final String MODULE = "/api/platform/v1/modules/group";
    private static final String DIRECTIVES = "/api/group/v1/directives";
    private static final String SERVICE = "vn.quyche.group.internal.service.DefaultGroups";
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String TEXT =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

    /** How a domain gets into a school and out again. */
    private enum Way {
        /** An administrator, by REST, as the page of the modules does it. */
        MODULES,
        /** The bundle alone, dropped into the deploy folder. */
        JAR,
        /** The bundle with its feature, dropped into the deploy folder. */
        KAR,
        /** An administrator, in the shell. */
        SHELL
    }

    private final SmallSchool school;
    private final SchoolClient browser;
    private final SchoolClient teacher;
    /** Drafts that were acknowledged to have been stored. */
    private final Set<String> stored = ConcurrentHashMap.newKeySet();

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicInteger> probes = new ConcurrentHashMap<>();

    HotDeployIT(SmallSchool school) {
        this.school = school;
        this.browser = SchoolClient.anonymous(school.process).signIn("hanh", SchoolClient.PASSWORD);
        this.teacher = SchoolClient.anonymous(school.process).signIn("binh", SchoolClient.PASSWORD);
    }

    @Test
    void disturbsNobodyAndLeavesNothing() throws Exception {
        Path watch = BundleWatch.deploy(school.process);
        until(() -> Files.exists(BundleWatch.file(school.process)));
        String directive = school.principal.create(DIRECTIVES, school.directive("Họp hội đồng"));
        String tag = school.principal
                .get(DIRECTIVES + "/" + directive)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        school.principal
                .call("POST", DIRECTIVES + "/" + directive + "/issue", null, "If-Match", tag)
                .expect(200);
        Set<String> before = drafts();
        AtomicBoolean ended = new AtomicBoolean();
        List<Thread> others = List.of(
                new Thread(() -> whileNot(ended, this::askOtherDoors)),
                // Who works in the domain itself while it goes is answered in good order, or that it is not there.
                new Thread(() -> whileNot(ended, this::writeDraft)));
        List<String> times = new ArrayList<>();
        Map<Way, List<Long>> removals = new EnumMap<>(Way.class);
        Map<Way, List<Long>> installations = new EnumMap<>(Way.class);
        Set<String> told = ConcurrentHashMap.newKeySet();
        browser.follow("/events", ended::get, new ModuleNews(told));
        others.forEach(Thread::start);
        try {
            Way way = Way.MODULES;
            for (int cycle = 1; cycle <= CYCLES; cycle++) {
                useAllDoors(cycle % 5 == 0);
                Way removed = way;
                long began = System.nanoTime();
                CompletableFuture<Void> removing = CompletableFuture.runAsync(() -> removeWhileOthersAsk(removed));
                await(404);
                // The doors close first; Karaf then works out what all other features need, which takes it a second.
                long removal = System.nanoTime() - began;
                removing.join();
                long answered = System.nanoTime() - began;
                removals.computeIfAbsent(way, key -> new ArrayList<>()).add(removal / 1_000_000);
                assertGone();
                way = cycle == CYCLES ? Way.MODULES : Way.values()[cycle % Way.values().length];
                long installation = System.nanoTime();
                install(way);
                await(200);
                installation = System.nanoTime() - installation;
                installations.computeIfAbsent(way, key -> new ArrayList<>()).add(installation / 1_000_000);
                times.add("%d: gone by %s after %d ms, answered after %d ms, back by %s in %d ms"
                        .formatted(
                                cycle,
                                removed,
                                removal / 1_000_000,
                                answered / 1_000_000,
                                way,
                                installation / 1_000_000));
            }
        } finally {
            ended.set(true);
            for (Thread other : others) {
                other.join();
            }
            for (Way each : Way.values()) {
                times.add("%s, medians: gone after %d ms, back in %d ms"
                        .formatted(each, median(removals.get(each)), median(installations.get(each))));
            }
            Files.writeString(Path.of("target/hot-deploy.txt"), String.join("\n", times) + "\n");
            System.out.println(String.join("\n", times));
        }
        assertThat(failures).isEmpty();
        assertThat(probes.values()).allSatisfy(count -> assertThat(count.get()).isGreaterThan(CYCLES));
        assertThat(BundleWatch.seen(school.process))
                .as("what happened to bundles")
                .isNotEmpty()
                .allMatch(line -> line.startsWith("vn.quyche.group "));
        assertThat(told)
                .as("what an open page was told: each cycle at least once, for it may miss one while it asks again")
                .hasSizeGreaterThan(CYCLES);
        assertThat(loaders())
                .as("class loaders that hold " + SERVICE + ": none is kept by a cycle")
                .isOne();
        // What was there before is there again, and what was said to be stored, nothing else.
        Set<String> expected = new TreeSet<>(before);
        expected.addAll(stored);
        assertThat(drafts()).isEqualTo(expected);
        assertThat(names("/api/group/v1/groups")).contains("Nhóm toàn trường");
        Files.delete(watch);
    }

    private static long median(List<Long> millis) {
        return millis == null ? -1 : millis.stream().sorted().toList().get(millis.size() / 2);
    }

    /**
     * A Karaf archive comes over a slow line, breaks off, and is completed by whoever copied it. No cycle of the other test:
     * this one waits for what does not happen.
     */
    @Test
    void takesAnArchiveThatCameInPiecesOnlyWhenItIsWhole() throws Exception {
        byte[] whole = Files.readAllBytes(kar());
        remove(Way.MODULES);
        await(404);
        Path half = dropped("kar");
        int logged = school.process.log().length();
        try (var out = Files.newOutputStream(half)) {
            for (int part = 0; part < 10; part++) {
                out.write(whole, part * whole.length / 20, (part + 1) * whole.length / 20 - part * whole.length / 20);
                out.flush();
                pause(300);
            }
        }
        until(() -> school.process.log().substring(logged).contains(half.getFileName() + " is not whole"));
        // Long enough for the container to look several times.
        pause(3000);
        assertThat(school.process.log().substring(logged).split("is not whole", -1))
                .as("it is said once")
                .hasSize(2);
        assertThat(school.principal.get("/api/group/v1/groups").status())
                .as("of half an archive nothing is installed")
                .isEqualTo(404);
        assertThat(isInstalled()).isFalse();
        assertThat(shell("kar:list")).doesNotContain("group");
        assertThat(school.process.log().substring(logged)).doesNotContain("ERROR");

        Files.write(half, whole);
        await(200);
        assertThat(names("/api/group/v1/groups")).contains("Nhóm toàn trường");
        remove(Way.KAR);
        await(404);
        until(() -> !isInstalled());
        install(Way.MODULES);
        await(200);
    }

    /** A newer file of the same name comes over a slow line, onto one that is installed, and stops for a while. */
    @Test
    void keepsWhatIsInstalledUntilTheNewerFileIsWhole() throws Exception {
        for (Way way : List.of(Way.JAR, Way.KAR)) {
            remove(Way.MODULES);
            await(404);
            install(way);
            await(200);
            Path file = dropped(way == Way.JAR ? "jar" : "kar");
            byte[] whole = Files.readAllBytes(file);
            int logged = school.process.log().length();
            try (var out = Files.newOutputStream(file)) {
                for (int part = 0; part < 10; part++) {
                    out.write(
                            whole, part * whole.length / 20, (part + 1) * whole.length / 20 - part * whole.length / 20);
                    out.flush();
                    answersFor(400);
                }
            }
            until(() -> school.process.log().substring(logged).contains(file.getFileName() + " is not whole"));
            answersFor(3000);
            assertThat(isInstalled()).isTrue();
            Path taken = school.process.data().resolve("karaf/data/deploy").resolve(file.getFileName());
            long before = Files.getLastModifiedTime(taken).toMillis();

            Files.write(file, whole);
            until(() -> Files.getLastModifiedTime(taken).toMillis() > before);
            pause(2000);
            await(200);
            assertThat(names("/api/group/v1/groups")).contains("Nhóm toàn trường");
            assertThat(school.process.log().substring(logged)).doesNotContain("ERROR");
            remove(way);
            await(404);
            until(() -> !isInstalled());
            assertThat(shell("kar:list")).doesNotContain("group");
            install(Way.MODULES);
            await(200);
        }
    }

    private boolean isInstalled() {
        return shell("bundle:list -s").lines().anyMatch(line -> line.strip().endsWith(" vn.quyche.group"));
    }

    private void answersFor(long millis) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < millis * 1_000_000) {
            assertThat(school.principal.get("/api/group/v1/groups").status()).isEqualTo(200);
            pause(20);
        }
    }

    /** Reads the numbers of the events {@code modules}. */
    private static final class ModuleNews implements Consumer<String> {

        private final Set<String> versions;
        private boolean modules;

        ModuleNews(Set<String> versions) {
            this.versions = versions;
        }

        @Override
        public void accept(String line) {
            if (line.startsWith("event: ")) {
                modules = line.equals("event: modules");
            } else if (modules && line.startsWith("data: ")) {
                versions.add(line);
            }
        }
    }

    /** Leaves traces of the domain's classes wherever a door could keep some. */
    private void useAllDoors(boolean shell) {
        writeDraft();
        school.principal.get(DIRECTIVES).expect(200);
        school.principal
                .post(DIRECTIVES, school.directive(""), "Idempotency-Key", "hot-refused")
                .expect(400);
        school.principal.get("/api/group/v1/openapi.json").expect(200);
        school.anonymous
                .raw("POST", "/soap/group/v1", soapList("10"), "text/xml; charset=utf-8", "SOAPAction", "\"\"")
                .expect(200);
        assertThat(school.anonymous
                        .raw("POST", "/soap/group/v1", soapList("0"), "text/xml; charset=utf-8", "SOAPAction", "\"\"")
                        .text())
                .contains("Fault");
        for (String page :
                List.of("/group/groups", "/group/directives", "/group/directives/new", "/card/group/waiting")) {
            browser.get(page).expect(200);
        }
        assertThat(browser.get("/").expect(200).text()).contains("/group/groups");
        if (shell) {
            assertThat(shell("group:list")).doesNotContain("Command not found");
        }
    }

    private void assertGone() throws Exception {
        SchoolClient.Answer gone = school.principal.get("/api/group/v1/groups").expect(404);
        assertThat(gone.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(gone.code()).isEqualTo("web.not-found");
        // The door closes first; pages, menu and words go as the bundle stops.
        until(() -> browser.get("/group/groups").status() == 404
                && teacher.get("/duty/duties").expect(200).text().contains("Phân hệ đang được gỡ"));
        assertThat(browser.get("/").expect(200).text()).doesNotContain("/group/groups");
        // A duty of the domain is kept, and says why it cannot be done now.
        assertThat(teacher.get("/duty/duties").expect(200).text())
                .contains("Họp hội đồng", "Phân hệ đang được gỡ")
                .doesNotContain("duty.group", "/group/directives");
    }

    private void removeWhileOthersAsk(Way way) {
        try {
            remove(way);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(Way way) throws IOException {
        switch (way) {
            case MODULES -> school.admin.call("DELETE", MODULE, null).expect(204);
            case JAR -> Files.delete(dropped("jar"));
            case KAR -> Files.delete(dropped("kar"));
            case SHELL -> shell("feature:uninstall quyche-group");
        }
    }

    private void install(Way way) throws IOException {
        switch (way) {
            case MODULES -> school.admin.call("PUT", MODULE, null).expect(204);
            case JAR -> drop(bundle(), dropped("jar"));
            case KAR -> drop(kar(), dropped("kar"));
            case SHELL -> shell("feature:install quyche-group");
        }
    }

    private Path dropped(String ending) {
        return school.process.deploy().resolve("group." + ending);
    }

    /** Copies as a person does: the container may look while the file grows. */
    private static void drop(Path file, Path target) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try (var out = Files.newOutputStream(target)) {
            out.write(content, 0, content.length / 2);
            out.flush();
            out.write(content, content.length / 2, content.length - content.length / 2);
        }
    }

    private static Path bundle() throws IOException {
        try (Stream<Path> jars = Files.walk(AssemblyProcess.home().resolve("system/vn/quyche/group"))) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A Karaf archive of the domain, as it would be sent to a school. */
    private static Path kar() throws IOException {
        Path jar = bundle();
        String version = jar.getParent().getFileName().toString();
        String features = """
                <?xml version="1.0" encoding="UTF-8"?>
                <features name="group-kar" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="group-kar" version="1.0.0">
                    <feature>quyche-core</feature>
                    <feature>quyche-tp-jpa</feature>
                    <bundle>mvn:vn.quyche/group/%s</bundle>
                  </feature>
                </features>
                """.formatted(version);
        Path kar = Path.of("target/group.kar").toAbsolutePath();
        BundleWatch.jar(
                kar,
                Map.of("Karaf-Feature-Start", "true"),
                Map.of(
                        "repository/vn/quyche/group-kar/1.0.0/group-kar-1.0.0-features.xml",
                        features.getBytes(StandardCharsets.UTF_8),
                        "repository/vn/quyche/group/" + version + "/" + jar.getFileName(),
                        Files.readAllBytes(jar)));
        return kar;
    }

    private void askOtherDoors() {
        probe(
                "rest",
                () -> school.teacher.get("/api/directory/v1/people?size=5").status());
        probe("page", () -> browser.get("/directory/people").status());
        probe("health", () -> school.anonymous.get("/health/ready").status());
    }

    private void probe(String door, Probe probe) {
        try {
            int status = probe.status();
            probes.computeIfAbsent(door, name -> new AtomicInteger()).incrementAndGet();
            if (status != 200) {
                failures.add(door + " status " + status);
            }
        } catch (RuntimeException e) {
            failures.add(door + " " + e.getCause());
        }
    }

    private interface Probe {
        int status();
    }

    private void writeDraft() {
        SchoolClient.Answer answer = school.principal.post(
                DIRECTIVES,
                school.directive("Bản thảo"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        if (answer.status() == 201) {
            stored.add(answer.id());
        } else if (answer.status() != 404) {
            failures.add("draft " + answer.status() + " " + answer.text());
        }
    }

    private void whileNot(AtomicBoolean ended, Runnable work) {
        while (!ended.get()) {
            work.run();
            pause(PROBE_MILLIS);
        }
    }

    private Set<String> drafts() {
        Set<String> ids = new TreeSet<>();
        String after = "";
        do {
            JsonNode page = school.principal
                    .get(DIRECTIVES + "?authored=true&size=100" + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            after = page.path("next").asText("");
        } while (!after.isEmpty());
        return ids;
    }

    private List<String> names(String path) {
        return school.principal.get(path).expect(200).json().path("items").findValuesAsText("name");
    }

    private String shell(String command) {
        return school.process.shell("admin", SchoolClient.PASSWORD, command);
    }

    private void await(int status) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            SchoolClient.Answer answer = school.principal.get("/api/group/v1/groups");
            if (answer.status() == status) {
                return;
            }
            // Nothing but there or not there.
            assertThat(answer.status()).as(answer.text()).isIn(200, 404);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
            pause(20);
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void until(Condition condition) throws IOException {
        long began = System.nanoTime();
        while (!condition.holds()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
            pause(20);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] soapList(String size) {
        return ("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header><w:Security xmlns:w=\""
                        + WSSE + "\"><w:UsernameToken><w:Username>phong</w:Username><w:Password Type=\"" + TEXT + "\">"
                        + SchoolClient.PASSWORD
                        + "</w:Password></w:UsernameToken></w:Security></soap:Header><soap:Body>"
                        + "<g:listGroups xmlns:g=\"urn:vn:quyche:group:v1\"><g:size>" + size
                        + "</g:size></g:listGroups></soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private long loaders() throws InterruptedException {
        long found = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && found > 1; attempt++) {
            jcmd("GC.run");
            Thread.sleep(1000);
            found = jcmd("VM.class_hierarchy", SERVICE)
                    .lines()
                    .filter(line -> line.contains(SERVICE))
                    .count();
        }
        if (found > 1) {
            jcmd(
                    "GC.heap_dump",
                    Path.of("target/hot-deploy.hprof").toAbsolutePath().toString());
        }
        return found;
    }

    private String jcmd(String... words) {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/jcmd", "" + school.process.pid()));
        command.addAll(List.of(words));
        return AssemblyProcess.run(command, Map.of());
    }
}
