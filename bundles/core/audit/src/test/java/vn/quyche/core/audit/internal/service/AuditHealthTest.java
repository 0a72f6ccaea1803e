package vn.quyche.core.audit.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.audit.AuditTrail.Query;
import vn.quyche.core.api.web.HealthCheck.Status;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

class AuditHealthTest {

    @TempDir
    Path folder;

    @OnEachDatabase
    void saysWhenSealingLagsAndWhenTheLogWasTamperedWith(TestDatabase db) {
        Log log = new Log(db, folder).write(3);
        AuditHealth health = new AuditHealth(log.store, log.messages, log.clock);
        assertThat(health.check().status()).isEqualTo(Status.OK);
        log.clock.advance(Duration.ofMinutes(2));
        assertThat(health.check().status()).isEqualTo(Status.WARN);
        log.sealer.run();
        assertThat(health.check().status()).isEqualTo(Status.OK);
        log.sql("update q_audit.audit_line set note = 'khác' where seal_no = 2");
        log.trail.verify(TestCaller.system());
        assertThat(health.check().status()).isEqualTo(Status.DOWN);
    }

    @OnEachDatabase
    void findsTheLinesOfATime(TestDatabase db) {
        Log log = new Log(db, folder);
        log.ulids();
        Instant start = log.clock.instant();
        for (int i = 0; i < 10; i++) {
            log.done(TestCaller.person("lan"), "group.x", "d" + i);
            log.clock.advance(Duration.ofHours(1));
        }
        Query query = new Query(
                Optional.of(start.plus(Duration.ofHours(3))),
                Optional.of(start.plus(Duration.ofHours(5))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(log.trail
                        .list(TestCaller.system(), query, PageRequest.first())
                        .items())
                .extracting(line -> line.subjectId())
                .containsExactly("d4", "d3");
    }
}
