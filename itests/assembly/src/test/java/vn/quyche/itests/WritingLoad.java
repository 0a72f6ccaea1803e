package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SmallSchool;

/** Two write directives, one acknowledges them, as fast as they can, until the school is gone or they are told to end. */
final class WritingLoad {

    static final String DIRECTIVES = "/api/group/v1/directives";

    private static final int SOME_ISSUED = 40;
    private static final int SOME_ACKNOWLEDGED = 20;

    private final SmallSchool school;
    private final ConcurrentLinkedQueue<String> issued = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private volatile boolean ended;

    WritingLoad(SmallSchool school) {
        this.school = school;
        for (Runnable work : List.<Runnable>of(this::write, this::write, this::acknowledge)) {
            // When the process is gone the call fails, and the thread ends with it.
            threads.submit(work);
        }
    }

    /**
     * What the school has answered for as done.
     *
     * @param issued directives
     * @param acknowledged those of them that were acknowledged
     */
    record Done(List<String> issued, List<String> acknowledged) {

        /** All of it is there, and the chains are whole. */
        void assertKeptBy(SmallSchool school) {
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
        }
    }

    /** Waits until there is something that could be lost; a machine that is busy takes its time. */
    void awaitSome() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while ((issued.size() < SOME_ISSUED || acknowledged.size() < SOME_ACKNOWLEDGED) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(issued).hasSizeGreaterThanOrEqualTo(SOME_ISSUED);
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(SOME_ACKNOWLEDGED);
    }

    /** What is done by now. */
    Done done() {
        return new Done(List.copyOf(issued), List.copyOf(acknowledged));
    }

    void end() throws InterruptedException {
        ended = true;
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void write() {
        while (!ended) {
            SchoolClient.Answer answer = school.principal.post(
                    DIRECTIVES + "?issue=true",
                    school.directive("Chỉ đạo " + UUID.randomUUID()),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            if (answer.status() == 201) {
                issued.add(answer.id());
                waiting.add(answer.id());
            }
        }
    }

    private void acknowledge() {
        while (!ended) {
            String id = waiting.poll();
            if (id != null
                    && school.teacher
                                    .call("POST", DIRECTIVES + "/" + id + "/acknowledgement", null)
                                    .status()
                            == 200) {
                acknowledged.add(id);
            }
        }
    }
}
