package vn.quyche.core.persistence.internal.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

/** What one user did to a statement is never seen by the next; who keeps statements is the database's affair. */
class StatementReuseTest {

    private static final String ALL = "select n from t order by n";
    private static final String ONE = "select n from t where n = ?";
    private static final String INSERT = "insert into t (n) values (?)";

    /** Work with a connection of the transaction. */
    @FunctionalInterface
    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    @OnEachDatabase
    void aLimitGoesWithItsUser(TestDatabase db) throws SQLException {
        table(db, 1, 2, 3);
        inTx(db, connection -> {
            try (PreparedStatement some = connection.prepareStatement(ALL)) {
                some.setMaxRows(2);
                assertThat(numbers(some)).containsExactly(1, 2);
            }
            try (PreparedStatement all = connection.prepareStatement(ALL)) {
                assertThat(all.getMaxRows()).isZero();
                assertThat(numbers(all)).containsExactly(1, 2, 3);
            }
        });
        inTx(db, connection -> {
            try (PreparedStatement all = connection.prepareStatement(ALL)) {
                assertThat(numbers(all)).containsExactly(1, 2, 3);
            }
        });
    }

    @OnEachDatabase
    void soDoArgumentsAndAnUnfinishedBatch(TestDatabase db) throws SQLException {
        table(db, 1);
        inTx(db, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setInt(1, 7);
                insert.addBatch();
            }
            try (PreparedStatement one = connection.prepareStatement(ONE)) {
                one.setInt(1, 1);
                assertThat(numbers(one)).containsExactly(1);
            }
        });
        inTx(db, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                assertThat(insert.executeBatch()).isEmpty();
            }
        });
        assertThatThrownBy(() -> inTx(db, connection -> {
                    try (PreparedStatement one = connection.prepareStatement(ONE)) {
                        numbers(one);
                    }
                }))
                .hasStackTraceContaining("SQLException");
        assertThat(count(db)).isEqualTo(1);
    }

    @OnEachDatabase
    void twoAtOnceDoNotDisturbEachOther(TestDatabase db) throws SQLException {
        table(db, 1, 2);
        for (int round = 0; round < 2; round++) {
            inTx(db, connection -> {
                try (PreparedStatement outer = connection.prepareStatement(ALL);
                        ResultSet rows = outer.executeQuery()) {
                    List<Integer> seen = new ArrayList<>();
                    while (rows.next()) {
                        seen.add(rows.getInt(1));
                        try (PreparedStatement inner = connection.prepareStatement(ALL)) {
                            assertThat(numbers(inner)).containsExactly(1, 2);
                        }
                    }
                    assertThat(seen).containsExactly(1, 2);
                }
            });
        }
    }

    @OnEachDatabase
    void aClosedOneIsOfNoMoreUse(TestDatabase db) throws SQLException {
        table(db, 1);
        inTx(db, connection -> {
            PreparedStatement first = connection.prepareStatement(ALL);
            first.close();
            first.close();
            try (PreparedStatement second = connection.prepareStatement(ALL)) {
                assertThat(first.isClosed()).isTrue();
                assertThat(second.isClosed()).isFalse();
                assertThat(numbers(second)).containsExactly(1);
            }
        });
        // that it was used after its end dooms nothing: it never reached the database
        PreparedStatement[] kept = new PreparedStatement[1];
        inTx(db, connection -> kept[0] = connection.prepareStatement(ALL));
        assertThatThrownBy(() -> kept[0].executeQuery()).isInstanceOf(SQLException.class);
    }

    @OnEachDatabase
    void aFailureDoomsTheTransactionAsEver(TestDatabase db) throws SQLException {
        table(db, 1);
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> inTx(db, connection -> {
                        insert(connection, 2);
                        try {
                            insert(connection, 1);
                        } catch (SQLException swallowed) {
                            assertThat(swallowed.getSQLState()).isEqualTo("23505");
                        }
                    }))
                    .hasMessageContaining("cannot commit");
            assertThat(count(db)).isEqualTo(1);
        }
        inTx(db, connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                insert(connection, 1);
            } catch (SQLException forgiven) {
                connection.rollback(before);
            }
            insert(connection, 2);
        });
        assertThat(count(db)).isEqualTo(2);
    }

    /** A bundle is upgraded while the school runs: its tables change under the statements that are kept. */
    @OnEachDatabase
    void aTableMayChangeBetween(TestDatabase db) throws SQLException {
        table(db, 1);
        inTx(db, connection -> {
            insert(connection, 2);
            try (PreparedStatement all = connection.prepareStatement(ALL)) {
                all.executeQuery();
            }
        });
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("alter table t add column note varchar(10) default 'x' not null");
            statement.executeUpdate("create index ix_t_note on t (note)");
        }
        inTx(db, connection -> {
            insert(connection, 3);
            try (PreparedStatement all = connection.prepareStatement(ALL)) {
                assertThat(numbers(all)).containsExactly(1, 2, 3);
            }
        });
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("drop table t");
        }
        assertThatThrownBy(() -> inTx(db, connection -> insert(connection, 4))).isInstanceOf(RuntimeException.class);
    }

    /** Fifty are kept with a connection; the others are prepared anew. */
    @OnEachDatabase
    void manyTextsAreNoHarm(TestDatabase db) throws SQLException {
        table(db, 1);
        inTx(db, connection -> {
            for (int i = 0; i < 120; i++) {
                try (PreparedStatement one = connection.prepareStatement("select n + " + i + " from t")) {
                    assertThat(numbers(one)).containsExactly(1 + i);
                }
            }
        });
    }

    private static void insert(Connection connection, int number) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, number);
            insert.executeUpdate();
        }
    }

    private static List<Integer> numbers(PreparedStatement select) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }

    private static void inTx(TestDatabase db, Work work) {
        db.tx().run(() -> {
            try (Connection connection = db.tx().dataSource().getConnection()) {
                work.with(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static int count(TestDatabase db) throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from t")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void table(TestDatabase db, int... numbers) throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table t (n integer not null primary key)");
            for (int number : numbers) {
                statement.executeUpdate("insert into t values (" + number + ")");
            }
        }
    }
}
