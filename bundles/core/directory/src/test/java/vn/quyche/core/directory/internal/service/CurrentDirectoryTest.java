package vn.quyche.core.directory.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.aries.jpa.template.JpaTemplate;
import vn.quyche.core.directory.internal.TestSchool;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.store.JpaDirectoryStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class CurrentDirectoryTest {

    /** Longer than any test takes. */
    private static final Duration FRESH = Duration.ofMillis(50);

    private static final Duration USABLE = Duration.ofHours(1);

    /** A database whose answer about the stamp can be held up. */
    private static final class SlowStore extends JpaDirectoryStore {

        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answer = new CountDownLatch(1);

        SlowStore(JpaTemplate jpa) {
            super(jpa);
        }

        @Override
        public String stamp() {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.stamp();
        }
    }

    @OnEachDatabase
    void othersGoOnWhileOneLooksUnlessSomethingWasChangedHere(TestDatabase db) throws InterruptedException {
        TestSchool school = TestSchool.on(db);
        SlowStore store = new SlowStore(school.unit.jpa());
        CurrentDirectory node = new CurrentDirectory(store, school.unit.tx(), FRESH, USABLE);
        Snapshot first = node.get();
        Thread.sleep(60);
        Thread looks = new Thread(node::get);
        looks.start();
        store.asked.await();

        assertThat(node.get()).as("while another looks").isSameAs(first);

        school.person("Lê", "Thị", "Lan");
        node.touched();
        Snapshot[] seen = new Snapshot[1];
        Thread waits = new Thread(() -> seen[0] = node.get());
        waits.start();
        while (waits.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        store.answer.countDown();
        looks.join();
        waits.join();
        assertThat(seen[0].files()).as("after a change here").hasSize(1);
    }

    @OnEachDatabase
    void aChangeThatComesWhileOneLooksIsSeenByWhoAsksNext(TestDatabase db) throws InterruptedException {
        TestSchool school = TestSchool.on(db);
        SlowStore store = new SlowStore(school.unit.jpa());
        CurrentDirectory node = new CurrentDirectory(store, school.unit.tx(), FRESH, USABLE);
        node.get();
        Thread.sleep(60);
        Thread looks = new Thread(node::get);
        looks.start();
        store.asked.await();
        node.touched();
        store.answer.countDown();
        looks.join();

        school.person("Lê", "Thị", "Lan");
        assertThat(node.get().files())
                .as("though somebody looked less than 50 ms ago")
                .hasSize(1);
    }

    /** A store in which other threads see what was committed before, and none waits for a row that another has locked. */
    private static final class OldForOthers extends JpaDirectoryStore {

        private final Thread own = Thread.currentThread();
        private String old = "";
        private int asked;

        OldForOthers(JpaTemplate jpa) {
            super(jpa);
        }

        @Override
        public String stamp() {
            if (Thread.currentThread() != own) {
                return old;
            }
            asked++;
            return super.stamp();
        }
    }

    @OnEachDatabase
    void aTransactionSeesItsOwnChangeWhateverOthersSeeMeanwhile(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        OldForOthers store = new OldForOthers(school.unit.jpa());
        CurrentDirectory node = new CurrentDirectory(store, school.unit.tx(), FRESH, USABLE);
        store.old = node.get().stamp();

        school.unit.tx().run(() -> {
            school.person("Lê", "Thị", "Lan");
            node.changed();
            Thread other = new Thread(node::get);
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(node.get().files()).hasSize(1);
        });
        node.touched();
        assertThat(node.get().files()).hasSize(1);
    }

    @OnEachDatabase
    void aTransactionThatChangesNothingLooksForEverybody(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        OldForOthers store = new OldForOthers(school.unit.jpa());
        CurrentDirectory node = new CurrentDirectory(store, school.unit.tx(), USABLE, USABLE);
        Snapshot first = node.get();
        node.touched();
        store.asked = 0;

        school.unit.tx().run(() -> {
            assertThat(node.get()).isSameAs(first);
            assertThat(node.get()).isSameAs(first);
        });
        node.get();

        assertThat(store.asked).isOne();
    }
}
