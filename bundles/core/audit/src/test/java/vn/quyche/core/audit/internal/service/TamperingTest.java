package vn.quyche.core.audit.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.audit.AuditLog.Entry;
import vn.quyche.core.api.audit.AuditTrail.Fault;
import vn.quyche.core.api.audit.AuditTrail.Fault.Kind;
import vn.quyche.core.audit.internal.model.Finding;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

/** Somebody who has the database rewrites history. */
class TamperingTest {

    private static final String COLUMNS =
            "id, at_ms, account_id, person_id, name, door, address, correlation_id, domain,"
                    + " action, subject_type, subject_id, outcome, code, clause, before_json, after_json, note, content_hash";

    @TempDir
    Path folder;

    @OnEachDatabase
    void findsNothingWhenNobodyDid(TestDatabase db) {
        Log log = sealed(db, 2500);
        assertThat(log.verifier.run()).isEqualTo(new Verifier.Result(2500, 0, List.of()));
    }

    @OnEachDatabase
    void namesALineWhoseTextWasUpdated(TestDatabase db) {
        Log log = sealed(db, 30);
        log.sql("update q_audit.audit_line set name = 'Người khác' where seal_no = 7");
        assertThat(faults(log)).containsExactly(fault(7, Kind.ALTERED));
    }

    @OnEachDatabase
    void namesALineWhoseTimeWasUpdated(TestDatabase db) {
        Log log = sealed(db, 30);
        log.sql("update q_audit.audit_line set at_ms = at_ms - 1 where seal_no = 30");
        assertThat(faults(log)).containsExactly(fault(30, Kind.ALTERED));
    }

    @OnEachDatabase
    void namesALineWhoseHashWasUpdated(TestDatabase db) {
        Log log = sealed(db, 30);
        log.sql("update q_audit.audit_line set hash = content_hash where seal_no = 7");
        assertThat(faults(log)).contains(fault(7, Kind.ALTERED));
    }

    @OnEachDatabase
    void namesADeletedLine(TestDatabase db) {
        Log log = sealed(db, 30);
        log.sql("delete from q_audit.audit_line where seal_no = 7");
        assertThat(faults(log)).containsExactly(tuple(7L, "", Kind.REMOVED));
    }

    @OnEachDatabase
    void namesTheTailThatWasDeleted(TestDatabase db) {
        Log log = sealed(db, 30);
        log.sql("delete from q_audit.audit_line where seal_no > 27");
        assertThat(faults(log)).containsExactly(tuple(28L, "", Kind.REMOVED));
    }

    @OnEachDatabase
    void seesInTheFileThatTheTailWasDeletedAndTheHeadSetBack(TestDatabase db) {
        Log log = sealed(db, 30);
        log.sql("delete from q_audit.audit_line where seal_no > 27");
        log.sql("update q_audit.chain_head set last_no = 27,"
                + " last_hash = (select hash from q_audit.audit_line where seal_no = 27)");
        assertThat(faults(log)).containsExactly(tuple(28L, "", Kind.REMOVED));
    }

    @OnEachDatabase
    void seesInTheFileThatEverythingWasDeleted(TestDatabase db) {
        Log log = sealed(db, 30);
        log.sql("delete from q_audit.audit_line");
        log.sql("update q_audit.chain_head set last_no = 0, last_hash = '" + "0".repeat(64) + "'");
        assertThat(faults(log)).containsExactly(tuple(1L, "", Kind.REMOVED));
    }

    @OnEachDatabase
    void namesALineThatWasInsertedBehindTheEnd(TestDatabase db) {
        Log log = sealed(db, 30);
        insertCopyOf(log, 7, "X", 31);
        assertThat(faults(log)).containsExactly(tuple(31L, "X", Kind.INSERTED));
    }

    @OnEachDatabase
    void goesOnSealingBehindALineThatWasInserted(TestDatabase db) {
        Log log = sealed(db, 30);
        insertCopyOf(log, 7, "X", 31);
        log.write(5);
        log.sealer.run();
        assertThat(log.store.head().number()).isEqualTo(36);
        assertThat(faults(log)).containsExactly(tuple(31L, "X", Kind.INSERTED));
    }

    @OnEachDatabase
    void namesALineThatWasInsertedInTheMiddleWithTheRestMovedUp(TestDatabase db) {
        Log log = sealed(db, 30);
        log.sql("update q_audit.audit_line set seal_no = seal_no + 1000 where seal_no > 10");
        log.sql("update q_audit.audit_line set seal_no = seal_no - 999 where seal_no > 1000");
        insertCopyOf(log, 7, "X", 11);
        log.sql("update q_audit.chain_head set last_no = 31");
        assertThat(faults(log)).contains(tuple(11L, "X", Kind.INSERTED));
    }

    @OnEachDatabase
    void namesARefusedAttemptThatWasHiddenChangedOrInvented(TestDatabase db) {
        Log log = sealed(db, 3);
        for (String clause : List.of("BC.6.3", "BC.6.4", "BC.6.8")) {
            log.log.refused(
                    TestCaller.person("lan"),
                    new Entry("group.upload", "group.directive", "d1", null, null, ""),
                    "group.no",
                    clause);
        }
        assertThat(log.verifier.run().findings()).isEmpty();
        log.sql("delete from q_audit.refused_line where clause = 'BC.6.3'");
        log.sql("update q_audit.refused_line set person_id = 'hoa' where clause = 'BC.6.4'");
        log.sql(
                "insert into q_audit.refused_line (id, at_ms, person_id, domain, action, subject_type, subject_id, clause)"
                        + " select 'X', at_ms, person_id, domain, action, subject_type, subject_id, clause"
                        + " from q_audit.refused_line where clause = 'BC.6.8'");
        assertThat(log.verifier.run().findings())
                .extracting(Finding::lineId)
                .containsExactlyInAnyOrder(SequentialIds.id(4), SequentialIds.id(5), "X");
    }

    @OnEachDatabase
    void seesThatALineWasUpdatedBeforeItWasSealed(TestDatabase db) {
        Log log = new Log(db, folder).write(3);
        log.sql("update q_audit.audit_line set note = 'khác' where id = '" + SequentialIds.id(2) + "'");
        assertThat(log.verifier.run().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.lineId()).isEqualTo(SequentialIds.id(2));
            assertThat(finding.kind()).isEqualTo(Kind.ALTERED);
        });
        log.sealer.run();
        assertThat(faults(log)).containsExactly(fault(2, Kind.ALTERED));
    }

    @OnEachDatabase
    void seesInTheFileThatTheWholeTableWasWrittenAnew(TestDatabase db) throws IOException {
        Log log = sealed(db, 30);
        String checkpoints = Files.readString(folder.resolve("audit/checkpoints.log"));
        // Seal everything again after a change, as the platform itself would.
        log.sql("update q_audit.audit_line set seal_no = null, prev_hash = null, hash = null");
        log.sql("delete from q_audit.audit_line where id = '" + SequentialIds.id(3) + "'");
        log.sql("update q_audit.chain_head set last_no = 0, last_hash = '" + "0".repeat(64) + "'");
        log.write(1);
        log.sealer.run();
        Files.writeString(folder.resolve("audit/checkpoints.log"), checkpoints);
        assertThat(faults(log)).containsExactly(tuple(30L, SequentialIds.id(31), Kind.ALTERED));
    }

    private Log sealed(TestDatabase db, int lines) {
        Log log = new Log(db, folder).write(lines);
        log.sealer.run();
        log.clock.advance(Duration.ofMinutes(2));
        log.sealer.run();
        return log;
    }

    private static void insertCopyOf(Log log, int number, String id, int asNumber) {
        String copied = COLUMNS.substring("id".length());
        log.sql("insert into q_audit.audit_line (" + COLUMNS + ", seal_no, prev_hash, hash) select '" + id + "'"
                + copied + ", " + asNumber + ", prev_hash, hash from q_audit.audit_line where seal_no = " + number);
    }

    private static List<Tuple> faults(Log log) {
        return log.trail.verify(TestCaller.system()).faults().stream()
                .map(fault -> tuple(fault.number(), fault.lineId(), fault.kind()))
                .toList();
    }

    private static Tuple fault(int number, Fault.Kind kind) {
        return tuple((long) number, SequentialIds.id(number), kind);
    }
}
