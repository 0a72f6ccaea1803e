package vn.quyche.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;

class TestUnitTest {

    @OnEachDatabase
    void storesAndReadsAnEntity(TestDatabase db) {
        JpaTemplate jpa = TestUnit.of(db, "sample").jpa();

        jpa.tx(em -> em.persist(SampleEntity.of("1", "Tổ Toán")));

        SampleEntity found = jpa.txExpr(em -> em.find(SampleEntity.class, "1"));
        assertThat(found.name).isEqualTo("Tổ Toán");
        assertThat(found.since).isEqualTo(LocalDate.of(2025, 9, 5));
        assertThat(found.at).isEqualTo(1_757_000_000_123L);
        assertThat(found.open).isTrue();
        assertThat(found.longText).hasSize(10_000);
    }

    @OnEachDatabase
    void readsItsOwnWritesInsideATransaction(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "sample");

        unit.tx().run(() -> {
            unit.jpa().tx(em -> em.persist(SampleEntity.of("1", "a")));
            unit.jpa().tx(em -> em.find(SampleEntity.class, "1").name = "b");
            assertThat(names(unit)).containsExactly("b");
        });

        assertThat(names(unit)).containsExactly("b");
    }

    @OnEachDatabase
    void undoesWhatAllUnitsWroteWhenTheTransactionFails(TestDatabase db) {
        TestUnit one = TestUnit.of(db, "sample");
        TestUnit two = TestUnit.of(db, "sample");

        assertThatThrownBy(() -> one.tx().run(() -> {
                    one.jpa().tx(em -> em.persist(SampleEntity.of("1", "a")));
                    two.jpa().tx(em -> em.persist(SampleEntity.of("2", "b")));
                    assertThat(names(one)).containsExactly("a", "b");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(names(two)).isEmpty();
    }

    @OnEachDatabase
    void doesNotCommitWhenAUnitFailedAndTheFailureWasSwallowed(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "sample");

        assertThatThrownBy(() -> unit.tx().run(() -> {
                    unit.jpa().tx(em -> em.persist(SampleEntity.of("1", "same")));
                    try {
                        unit.jpa().tx(em -> em.persist(SampleEntity.of("2", "same")));
                    } catch (PersistenceException swallowed) {
                        assertThat(swallowed).hasMessageContaining("thing");
                    }
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(names(unit)).isEmpty();
    }

    private static List<String> names(TestUnit unit) {
        return unit.jpa()
                .txExpr(em -> em.createQuery("select t.name from Thing t order by t.name", String.class)
                        .getResultList());
    }
}
