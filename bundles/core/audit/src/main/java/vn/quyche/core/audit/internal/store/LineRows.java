package vn.quyche.core.audit.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.persistence.PersistenceException;
import vn.quyche.core.audit.internal.model.Line;

/**
 * Writes lines past JPA, in its transaction: each act of the platform writes one, and each is sealed once. Persisting an
 * entity took as long as the insert itself (decision 27).
 */
final class LineRows {

    private static final String INSERT = "insert into q_audit.audit_line (id, at_ms, account_id, person_id, name, door,"
            + " address, correlation_id, domain, action, subject_type, subject_id, outcome, code, clause, before_json,"
            + " after_json, note, content_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SEAL =
            "update q_audit.audit_line set seal_no = ?, prev_hash = ?, hash = ? where id = ?";

    /** The place of a line in the chain. */
    record Seal(String id, long number, String prevHash, String hash) {}

    private LineRows() {}

    /** Inserts a line that waits for its seal. */
    static void insert(Connection connection, Line line) {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, line.id());
            insert.setLong(2, line.atMs());
            insert.setString(3, line.accountId());
            insert.setString(4, line.personId());
            insert.setString(5, line.name());
            insert.setString(6, line.door());
            insert.setString(7, line.address());
            insert.setString(8, line.correlationId());
            insert.setString(9, line.domain());
            insert.setString(10, line.action());
            insert.setString(11, line.subjectType());
            insert.setString(12, line.subjectId());
            insert.setString(13, line.outcome());
            insert.setString(14, line.code());
            insert.setString(15, line.clause());
            insert.setString(16, line.before());
            insert.setString(17, line.after());
            insert.setString(18, line.note());
            insert.setString(19, line.contentHash());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException("a line could not be written", e);
        }
    }

    /** Gives lines their places. */
    static void seal(Connection connection, List<Seal> seals) {
        try (PreparedStatement update = connection.prepareStatement(SEAL)) {
            for (Seal seal : seals) {
                update.setLong(1, seal.number());
                update.setString(2, seal.prevHash());
                update.setString(3, seal.hash());
                update.setString(4, seal.id());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException("lines could not be sealed", e);
        }
    }
}
