package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/** A domain comes and goes in the running school, and the others do not notice. */
@ExtendWith(SharedSchool.class)
class HotDeployIT {

    private static final int CYCLES = 5;
    private static final String MODULE = "/api/platform/v1/modules/group";
    private static final String SERVICE = "vn.quyche.group.internal.service.DefaultGroups";

    private final SmallSchool school;

    HotDeployIT(SmallSchool school) {
        this.school = school;
    }

    @Test
    void disturbsNobodyAndLeavesNothing() throws Exception {
        Map<String, String> before = others();
        assertThat(before).hasSizeGreaterThan(50);
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger probes = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        Thread probe = new Thread(() -> {
            while (!ended.get()) {
                try {
                    int status = school.teacher
                            .get("/api/directory/v1/people?size=5")
                            .status();
                    probes.incrementAndGet();
                    if (status != 200) {
                        failures.add("status " + status);
                    }
                } catch (RuntimeException e) {
                    failures.add(String.valueOf(e.getCause()));
                }
            }
        });
        probe.start();
        try {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                school.admin.call("DELETE", MODULE, null).expect(204);
                await(404);
                school.admin.call("PUT", MODULE, null).expect(204);
                await(200);
            }
        } finally {
            ended.set(true);
            probe.join();
        }
        assertThat(failures).isEmpty();
        assertThat(probes.get()).isPositive();
        assertThat(others()).isEqualTo(before);
        assertThat(loaders()).as("class loaders that hold " + SERVICE).isLessThanOrEqualTo(1);
        // What was there before is there again.
        JsonNode groups =
                school.principal.get("/api/group/v1/groups").expect(200).json();
        assertThat(groups.path("items").findValuesAsText("name")).contains("Nhóm toàn trường");
    }

    private void await(int status) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            int now = school.principal.get("/api/group/v1/groups").status();
            if (now == status) {
                return;
            }
            // Nothing but there or not there.
            assertThat(now).isIn(200, 404);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            Thread.sleep(50);
        }
    }

    /** Id, state and last change of every bundle but the domain's own. A refresh would change the last. */
    private Map<String, String> others() {
        Map<String, String> bundles = new TreeMap<>();
        String list = school.process.shell("admin", SchoolClient.PASSWORD, "bundle:list -t 0 -s --no-format");
        list.lines()
                .filter(line -> !line.contains("vn.quyche.group"))
                .filter(line -> line.matches("\\d+\\s.*"))
                .forEach(line -> bundles.put(line.split("\\s+")[0], line));
        return bundles;
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
        return found;
    }

    private String jcmd(String... words) {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/jcmd", "" + school.process.pid()));
        command.addAll(List.of(words));
        return AssemblyProcess.run(command, Map.of());
    }
}
