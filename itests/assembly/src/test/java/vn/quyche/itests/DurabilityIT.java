package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
            WritingLoad load = new WritingLoad(school);
            load.awaitSome();
            process.kill();
            load.end();

            process.start();

            load.done().assertKeptBy(school);
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
}
