package vn.quyche.group.internal.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.PersistenceException;
import vn.quyche.group.api.members.PostingPolicy;

/** Reads what stands for posting in a group past JPA, in its transaction: each draft asks it twice (decision 27). */
final class PostingRows {

    private static final String POLICY = "select policy from q_group.posting_rule where group_id = ? and first_day <= ?"
            + " order by first_day desc, id desc";
    private static final String WITHDRAWN = "select max(last_day) from q_group.posting_suspension where group_id = ?"
            + " and person_id = ? and last_day >= ? and first_day <= ? and returned_at is null";

    private PostingRows() {}

    /** What was said last for a day; empty where nothing was. */
    static Optional<PostingPolicy> policy(Connection connection, String groupId, LocalDate day) {
        try (PreparedStatement select = connection.prepareStatement(POLICY)) {
            select.setMaxRows(1);
            select.setString(1, groupId);
            select.setDate(2, Date.valueOf(day));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(PostingPolicy.valueOf(rows.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException("what holds for posting could not be read", e);
        }
    }

    /** Until when somebody may not post; empty when they may on the day. */
    static Optional<LocalDate> withdrawn(Connection connection, String groupId, String personId, LocalDate day) {
        try (PreparedStatement select = connection.prepareStatement(WITHDRAWN)) {
            select.setString(1, groupId);
            select.setString(2, personId);
            select.setDate(3, Date.valueOf(day));
            select.setDate(4, Date.valueOf(day));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getDate(1)).map(Date::toLocalDate);
            }
        } catch (SQLException e) {
            throw new PersistenceException("who may not post could not be read", e);
        }
    }
}
