package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SmallSchool;

/** The power fails in the middle of the work: what was answered as done is done. */
class DurabilityIT {

    private static final String DIRECTIVES = "/api/group/v1/directives";

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        try (AssemblyProcess process = AssemblyProcess.named("durable").empty().start()) {
            SmallSchool school = SmallSchool.in(process);
            ConcurrentLinkedQueue<String> issued = new ConcurrentLinkedQueue<>();
            ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
            write(school, issued, acknowledged);

            process.start();

            for (String id : issued) {
                JsonNode directive =
                        school.principal.get(DIRECTIVES + "/" + id).expect(200).json();
                assertThat(directive.path("state").asText()).isEqualTo("ISSUED");
            }
            for (String id : acknowledged) {
                JsonNode receipt = school.teacher
                        .get(DIRECTIVES + "/" + id + "/receipt")
                        .expect(200)
                        .json();
                assertThat(receipt.path("stage").asText()).isEqualTo("ACKNOWLEDGED");
            }
            JsonNode audit = school.admin
                    .call("POST", "/api/audit/v1/verification", null)
                    .expect(200)
                    .json();
            assertThat(audit.path("faults")).isEmpty();
            assertThat(audit.path("lines").asInt()).isGreaterThanOrEqualTo(issued.size() + acknowledged.size());
            JsonNode chain = school.principal
                    .get(DIRECTIVES + "/verification?group=" + school.groupId)
                    .expect(200)
                    .json();
            assertThat(chain.path("broken")).isEmpty();
            // And the work goes on where it stopped, with the next number.
            school.principal
                    .post(DIRECTIVES + "?issue=true", school.directive("Sau sự cố"), "Idempotency-Key", "after")
                    .expect(201);
        }
    }

    /** Two write, one acknowledges; after enough was done the process is killed under their hands. */
    private static void write(
            SmallSchool school, ConcurrentLinkedQueue<String> issued, ConcurrentLinkedQueue<String> acknowledged)
            throws InterruptedException {
        AtomicBoolean dead = new AtomicBoolean();
        ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>();
        Runnable writer = () -> {
            while (!dead.get()) {
                var answer = school.principal.post(
                        DIRECTIVES + "?issue=true",
                        school.directive("Chỉ đạo " + UUID.randomUUID()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
                if (answer.status() == 201) {
                    issued.add(answer.id());
                    waiting.add(answer.id());
                }
            }
        };
        Runnable reader = () -> {
            while (!dead.get()) {
                String id = waiting.poll();
                if (id != null
                        && school.teacher
                                        .call("POST", DIRECTIVES + "/" + id + "/acknowledgement", null)
                                        .status()
                                == 200) {
                    acknowledged.add(id);
                }
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(3);
        for (Runnable work : List.of(writer, writer, reader)) {
            // When the process is gone the call fails, and the thread ends with it.
            threads.submit(work);
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while ((issued.size() < 40 || acknowledged.size() < 20) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        school.process.kill();
        dead.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(issued).hasSizeGreaterThanOrEqualTo(40);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(20);
    }
}
