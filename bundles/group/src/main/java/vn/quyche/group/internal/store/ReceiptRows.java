package vn.quyche.group.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import javax.persistence.PersistenceException;

/**
 * Writes new receipts past JPA, in its transaction: a directive opens thousands at once, and persisting each as an entity
 * took longer than the inserts (decision 27).
 */
final class ReceiptRows {

    private static final String INSERT =
            "insert into q_group.receipt (directive_id, person_id, group_id, name, sort_key,"
                    + " requirement, deadline, stage, reply) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int CHUNK = 500;

    private ReceiptRows() {}

    /** Inserts receipts on which nothing was done yet. */
    static void insert(Connection connection, Collection<ReceiptEntity> receipts) {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int waiting = 0;
            for (ReceiptEntity receipt : receipts) {
                insert.setString(1, receipt.key.directiveId);
                insert.setString(2, receipt.key.personId);
                insert.setString(3, receipt.groupId);
                insert.setString(4, receipt.name);
                insert.setString(5, receipt.sortKey);
                insert.setString(6, receipt.requirement.name());
                insert.setLong(7, receipt.deadline);
                insert.setInt(8, receipt.stage.ordinal());
                insert.setString(9, receipt.reply);
                insert.addBatch();
                if (++waiting % CHUNK == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException("receipts could not be opened", e);
        }
    }
}
