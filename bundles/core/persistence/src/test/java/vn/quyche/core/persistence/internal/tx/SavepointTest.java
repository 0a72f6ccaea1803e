package vn.quyche.core.persistence.internal.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class SavepointTest {

    @OnEachDatabase
    void whatFailedAfterASavepointIsForgivenWhenItIsUndone(TestDatabase db) throws SQLException {
        table(db);

        db.tx().run(() -> insertTwice(db, true));

        assertThat(count(db)).isEqualTo(1);
    }

    @OnEachDatabase
    void whatFailedBeforeASavepointIsNot(TestDatabase db) throws SQLException {
        table(db);

        assertThatThrownBy(() -> db.tx().run(() -> {
                    insertTwice(db, false);
                    insertTwice(db, true);
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(count(db)).isZero();
    }

    private static void insertTwice(TestDatabase db, boolean undo) {
        try (Connection connection = db.tx().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from t");
            statement.executeUpdate("insert into t values (1)");
            Savepoint savepoint = connection.setSavepoint();
            try {
                statement.executeUpdate("insert into t values (1)");
            } catch (SQLException duplicate) {
                if (undo) {
                    connection.rollback(savepoint);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void table(TestDatabase db) throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table t (id integer not null primary key)");
        }
    }

    private static int count(TestDatabase db) throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
