package vn.quyche.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;

class TestActsTest {

    private static final Caller CLERK = TestCaller.person("clerk");
    private static final Caller STRANGER = TestCaller.person("stranger");
    private static final Act CREATE = Act.create("group.group", "group.register", "group:register", Scope.school());
    private static final Event REGISTERED = new Event("group.registered.v1", "g-1", Map.of());

    private final TestActs acts = new TestActs(TestAccess.nothing().grant(CLERK, "group:register"));

    @Test
    void remembersWhatWasDone() {
        String id = acts.perform(CLERK, CREATE, log -> {
            log.subject("g-1");
            log.changed(null, "after");
            log.note("why");
            log.emit(REGISTERED);
            assertThat(acts.done()).isEmpty();
            return "g-1";
        });

        assertThat(id).isEqualTo("g-1");
        assertThat(acts.done())
                .containsExactly(
                        new TestActs.Done(CLERK, "group.register", "g-1", null, "after", "why", List.of(REGISTERED)));
        assertThat(acts.events()).containsExactly(REGISTERED);
    }

    @Test
    void remembersRefusalsButNotWhatWasNotFound() {
        assertThatThrownBy(() -> acts.perform(STRANGER, CREATE, log -> "never")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> acts.perform(CLERK, CREATE, log -> {
                    throw new Conflict("group.exists");
                }))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> acts.perform(CLERK, CREATE, log -> {
                    throw new NotFound("group.unknown");
                }))
                .isInstanceOf(NotFound.class);

        assertThat(acts.refused())
                .extracting(refused -> refused.error().code())
                .containsExactly("core.forbidden", "group.exists");
        assertThat(acts.done()).isEmpty();
    }

    @Test
    void writesARefusalOfNestedActsOnce() {
        assertThatThrownBy(() -> acts.perform(
                        CLERK,
                        CREATE,
                        outer -> acts.perform(CLERK, CREATE, inner -> {
                            throw new Conflict("group.exists");
                        })))
                .isInstanceOf(Conflict.class);

        assertThat(acts.refused()).hasSize(1);
    }

    @Test
    void createsOncePerKeyAccountAndAction() {
        List<String> created = new ArrayList<>();
        Act other = Act.create("group.directive", "group.issue", "group:register", Scope.school());

        String first = acts.performOnce(CLERK, "key", CREATE, log -> create(created));
        assertThat(acts.performOnce(CLERK, "key", CREATE, log -> create(created)))
                .isEqualTo(first);
        assertThat(acts.performOnce(CLERK, "key", other, log -> create(created)))
                .isNotEqualTo(first);
        assertThat(acts.performOnce(CLERK, "", CREATE, log -> create(created))).isNotEqualTo(first);

        assertThat(created).hasSize(3);
    }

    @OnEachDatabase
    void forgetsWhatTheTransactionUndid(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "sample");
        TestActs real = new TestActs(TestAccess.everything(), unit.tx());

        assertThatThrownBy(() -> unit.tx().run(() -> {
                    real.perform(CLERK, CREATE, log -> {
                        unit.jpa().tx(em -> em.persist(SampleEntity.of("1", "a")));
                        return "1";
                    });
                    throw new IllegalArgumentException("later");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(real.done()).isEmpty();
    }

    private static String create(List<String> created) {
        String id = SequentialIds.id(created.size() + 1L);
        created.add(id);
        return id;
    }
}
