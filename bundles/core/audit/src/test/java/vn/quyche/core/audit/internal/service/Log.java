package vn.quyche.core.audit.internal.service;

import com.github.f4b6a3.ulid.UlidCreator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import vn.quyche.core.api.audit.AuditLog.Entry;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.audit.internal.store.AuditStore;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** An audit log on a database of its own, and somebody with SQL who tampers with it. */
final class Log {

    final TestClock clock = TestClock.on("2026-09-05");
    final SequentialIds ids = new SequentialIds();
    final Messages messages = new KeyMessages();
    final TestUnit unit;
    final AuditStore store;
    DefaultAuditLog log;
    final CheckpointFile file;
    final Sealer sealer;
    final Verifier verifier;
    final Verifications verifications;
    final TestActs acts;
    final DefaultAuditTrail trail;
    private final TestDatabase db;

    Log(TestDatabase db, Path folder) {
        this.db = db;
        unit = TestUnit.of(db, "audit");
        store = new AuditStore(unit.jpa());
        log = new DefaultAuditLog(store, ids, clock);
        file = new CheckpointFile(folder);
        sealer = new Sealer(store, file, unit.tx(), clock);
        verifier = new Verifier(store, file);
        verifications = new Verifications(sealer, verifier, store, messages, ids, clock);
        acts = new TestActs(TestAccess.everything(), unit.tx());
        trail = new DefaultAuditTrail(TestAccess.everything(), acts, store, sealer, verifications);
    }

    /** From now on ids tell the time of the clock, as real ones do. */
    void ulids() {
        log = new DefaultAuditLog(
                store, () -> UlidCreator.getUlid(clock.millis()).toString(), clock);
    }

    /** Writes as many lines, told apart by their note. */
    Log write(int count) {
        unit.tx().run(() -> {
            for (int i = 0; i < count; i++) {
                done(TestCaller.person("lan"), "group.issue-directive", "d" + i);
            }
        });
        return this;
    }

    void done(Caller caller, String action, String subjectId) {
        log.done(caller, new Entry(action, "group.directive", subjectId, null, Map.of("title", "Họp"), "ghi chú"));
    }

    int sql(String statement) {
        try (Connection connection = db.pool().getConnection();
                Statement running = connection.createStatement()) {
            return running.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    long number(String query) {
        try (Connection connection = db.pool().getConnection();
                Statement running = connection.createStatement();
                ResultSet result = running.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
