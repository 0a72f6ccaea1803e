package vn.quyche.core.persistence.internal.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;
import vn.quyche.core.persistence.internal.jdbc.SqlFailure;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class ThreadTxTest {

    @OnEachDatabase
    void commitsWhatWasWritten(TestDatabase db) {
        Jdbc jdbc = table(db);

        String result = db.tx().call(() -> {
            assertThat(db.tx().active()).isTrue();
            add(jdbc, "a");
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(db.tx().active()).isFalse();
        assertThat(names(new Jdbc(db.pool()))).containsExactly("a");
    }

    @OnEachDatabase
    void rollsBackEverythingWhenTheWorkThrows(TestDatabase db) {
        Jdbc one = table(db);
        Jdbc two = new Jdbc(db.tx().dataSource());

        assertThatThrownBy(() -> db.tx().run(() -> {
                    add(one, "a");
                    add(two, "b");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(names(one)).isEmpty();
        assertThat(db.tx().active()).isFalse();
    }

    @OnEachDatabase
    void rollsBackAfterAnError(TestDatabase db) {
        Jdbc jdbc = table(db);

        assertThatThrownBy(() -> db.tx().run(() -> {
                    add(jdbc, "a");
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(names(jdbc)).isEmpty();
    }

    @OnEachDatabase
    void aNestedCallJoins(TestDatabase db) {
        Jdbc jdbc = table(db);

        assertThatThrownBy(() -> db.tx().run(() -> {
                    db.tx().run(() -> add(jdbc, "inner"));
                    assertThat(names(jdbc)).containsExactly("inner");
                    throw new IllegalArgumentException("outer fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(names(jdbc)).isEmpty();
    }

    @OnEachDatabase
    void doesNotCommitAfterANestedFailureThatWasSwallowed(TestDatabase db) {
        Jdbc jdbc = table(db);
        List<String> hooks = new ArrayList<>();

        assertThatThrownBy(() -> db.tx().run(() -> {
                    add(jdbc, "a");
                    db.tx().afterCommit(() -> hooks.add("never"));
                    try {
                        db.tx().run(() -> {
                            throw new IllegalArgumentException("inner");
                        });
                    } catch (IllegalArgumentException swallowed) {
                        assertThat(swallowed).hasMessage("inner");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("inner");

        assertThat(names(jdbc)).isEmpty();
        assertThat(hooks).isEmpty();
    }

    @OnEachDatabase
    void aRollbackByAUnitDoomsTheWhole(TestDatabase db) {
        Jdbc jdbc = table(db);
        DataSource unit = db.tx().dataSource();

        assertThatThrownBy(() -> db.tx().run(() -> {
                    add(jdbc, "a");
                    try (Connection connection = unit.getConnection()) {
                        connection.rollback();
                    } catch (SQLException e) {
                        throw new IllegalArgumentException(e);
                    }
                    add(jdbc, "b");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(names(jdbc)).isEmpty();
    }

    @OnEachDatabase
    void aUnitCanNeitherCommitNorCloseTheSharedConnection(TestDatabase db) {
        Jdbc jdbc = table(db);
        DataSource unit = db.tx().dataSource();

        assertThatThrownBy(() -> db.tx().run(() -> {
                    try {
                        Connection kept;
                        try (Connection connection = unit.getConnection()) {
                            connection.setAutoCommit(true);
                            assertThat(connection.getAutoCommit()).isFalse();
                            add(jdbc, "a");
                            connection.commit();
                            kept = connection;
                        }
                        assertThat(kept.isClosed()).isTrue();
                        assertThatThrownBy(kept::createStatement).isInstanceOf(SQLException.class);
                    } catch (SQLException e) {
                        throw new IllegalArgumentException(e);
                    }
                    assertThat(names(jdbc)).containsExactly("a");
                    throw new IllegalArgumentException("end");
                }))
                .hasMessage("end");

        assertThat(names(jdbc)).isEmpty();
    }

    @OnEachDatabase
    void aFailedStatementThatWasSwallowedDoesNotCommitHalf(TestDatabase db) {
        Jdbc jdbc = table(db);

        // PostgreSQL would take the commit for a rollback, and say nothing.
        assertThatThrownBy(() -> addTwiceAndSwallow(db, jdbc))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(SQLException.class);
        assertThat(names(jdbc)).isEmpty();
    }

    @OnEachDatabase
    void separateWorkStandsWhateverBecomesOfTheOuter(TestDatabase db) {
        Jdbc jdbc = table(db);

        assertThatThrownBy(() -> db.tx().run(() -> {
                    db.tx().separate(() -> add(jdbc, "refusal"));
                    assertThat(db.tx().active()).isTrue();
                    add(jdbc, "work");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(names(jdbc)).containsExactly("refusal");
    }

    @OnEachDatabase
    void aSeparateFailureThatIsCaughtLeavesTheOuterAlone(TestDatabase db) {
        Jdbc jdbc = table(db);

        db.tx().run(() -> {
            assertThatThrownBy(() -> db.tx().separate(() -> {
                        add(jdbc, "lost");
                        throw new IllegalArgumentException("separate");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            add(jdbc, "kept");
        });

        assertThat(names(jdbc)).containsExactly("kept");
    }

    @OnEachDatabase
    void runsActionsInOrderAfterTheOutermostCommit(TestDatabase db) {
        Jdbc jdbc = table(db);
        List<String> seen = new ArrayList<>();

        db.tx().run(() -> {
            db.tx().afterCommit(() -> seen.add("first, active " + db.tx().active() + ", sees " + names(jdbc)));
            db.tx()
                    .run(() -> db.tx().afterCommit(() -> {
                        throw new IllegalArgumentException("logged, not thrown");
                    }));
            db.tx().afterCommit(() -> db.tx().run(() -> add(jdbc, "b")));
            add(jdbc, "a");
            assertThat(seen).isEmpty();
        });

        assertThat(seen).containsExactly("first, active false, sees [a]");
        assertThat(names(jdbc)).containsExactly("a", "b");
    }

    @OnEachDatabase
    void runsAnActionAtOnceWithoutATransaction(TestDatabase db) {
        List<String> seen = new ArrayList<>();

        db.tx().afterCommit(() -> seen.add("now"));

        assertThat(seen).containsExactly("now");
    }

    @OnEachDatabase
    void actionsOfASeparateTransactionFollowItsOwnCommit(TestDatabase db) {
        List<String> seen = new ArrayList<>();

        assertThatThrownBy(() -> db.tx().run(() -> {
                    db.tx().separate(() -> {
                        db.tx()
                                .afterCommit(() ->
                                        seen.add("separate, active " + db.tx().active()));
                        return null;
                    });
                    db.tx().afterCommit(() -> seen.add("outer"));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(seen).containsExactly("separate, active false");
    }

    @OnEachDatabase
    void belongsToItsThread(TestDatabase db) throws Exception {
        Jdbc jdbc = table(db);

        db.tx().run(() -> {
            add(jdbc, "mine");
            assertThat(inOtherThread(() -> db.tx().active())).isFalse();
        });

        assertThat(names(jdbc)).containsExactly("mine");
    }

    @OnEachDatabase
    void givesConnectionsBack(TestDatabase db) {
        Jdbc jdbc = table(db);

        // More than the pool holds, failing and succeeding.
        for (int i = 0; i < 15; i++) {
            String name = "n" + i;
            db.tx().run(() -> add(jdbc, name));
            assertThatThrownBy(() -> db.tx().run(() -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(names(jdbc)).hasSize(15);
    }

    @OnEachDatabase
    void saysWhenThereIsNoDatabase(TestDatabase db) {
        ThreadTx tx = db.tx();
        db.close();

        assertThatThrownBy(() -> tx.run(() -> {}))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("persistence.unavailable"));
        assertThat(tx.active()).isFalse();
    }

    private static void addTwiceAndSwallow(TestDatabase db, Jdbc jdbc) {
        db.tx().run(() -> {
            add(jdbc, "a");
            try {
                add(jdbc, "a");
            } catch (SqlFailure swallowed) {
                assertThat(swallowed.isDuplicate()).isTrue();
            }
        });
    }

    private static <T> T inOtherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static Jdbc table(TestDatabase db) {
        Jdbc jdbc = new Jdbc(db.tx().dataSource());
        jdbc.update("create table leaf (name varchar(20) not null primary key)");
        return jdbc;
    }

    private static int add(Jdbc jdbc, String name) {
        return jdbc.update("insert into leaf (name) values (?)", name);
    }

    private static List<String> names(Jdbc jdbc) {
        return jdbc.list(100, row -> row.getString(1), "select name from leaf order by name");
    }
}
