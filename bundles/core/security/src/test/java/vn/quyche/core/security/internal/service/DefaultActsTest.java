package vn.quyche.core.security.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Scope;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultActsTest {

    private static final Act ISSUE =
            Act.create("group.directive", "group.issue-directive", "group:issue", Scope.school());
    private static final Act ARCHIVE = Act.on("group.directive", "d1", "group.archive", "group:issue", Scope.school());

    @OnEachDatabase
    void writesOneLineAndCommits(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.audit.clear();
        String result = world.first.acts.perform(minh, ISSUE, log -> {
            world.changes.grow();
            log.subject("d1");
            log.changed(null, "sau");
            log.emit(new Event("group.directive-issued.v1", "d1", Map.of()));
            return "xong";
        });
        assertThat(result).isEqualTo("xong");
        assertThat(world.audit)
                .containsExactly(
                        new World.Line("DONE", minh.accountId(), "group.issue-directive", "d1", "", "", "sau"));
    }

    @OnEachDatabase
    void rollsBackAndRecordsTheRefusalWithItsClause(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.audit.clear();
        long before = world.changes.mark();
        assertThatThrownBy(() -> world.first.acts.perform(minh, ARCHIVE, log -> {
                    world.changes.grow();
                    throw new Refused("BC.6.8", "group.too-many");
                }))
                .isInstanceOf(Refused.class);
        assertThat(world.changes.mark()).isEqualTo(before);
        assertThat(world.audit)
                .containsExactly(new World.Line(
                        "REFUSED", minh.accountId(), "group.archive", "d1", "group.too-many", "BC.6.8", null));
    }

    @OnEachDatabase
    void recordsWhoLacksThePermissionAndRunsNothing(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan", Role.STAFF);
        world.audit.clear();
        assertThatThrownBy(() -> world.first.acts.perform(lan, ISSUE, log -> {
                    throw new AssertionError("must not run");
                }))
                .isInstanceOf(Forbidden.class);
        assertThat(world.refusals()).containsExactly("core.forbidden");
    }

    @OnEachDatabase
    void writesARefusalThatPassesSeveralActsOnceAndAfterTheRollback(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.audit.clear();
        assertThatThrownBy(() -> world.first.acts.perform(
                        minh,
                        ISSUE,
                        outer -> world.first.acts.perform(minh, ARCHIVE, inner -> {
                            throw new Refused("BC.6.8", "group.too-many");
                        })))
                .isInstanceOf(Refused.class);
        assertThat(world.audit)
                .singleElement()
                .satisfies(line -> assertThat(line.action()).isEqualTo("group.archive"));
    }

    @OnEachDatabase
    void recordsNothingOfWhatDoesNotExist(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.audit.clear();
        assertThatThrownBy(() -> world.first.acts.perform(minh, ARCHIVE, log -> {
                    throw new NotFound("group.not-found");
                }))
                .isInstanceOf(NotFound.class);
        assertThat(world.audit).isEmpty();
    }

    @OnEachDatabase
    void recordsTheUnexpectedWithoutItsMessage(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.audit.clear();
        assertThatThrownBy(() -> world.first.acts.perform(minh, ARCHIVE, log -> {
                    throw new IllegalStateException("nội dung mật");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.audit).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo("core.unexpected");
            assertThat(line.toString()).doesNotContain("nội dung mật");
        });
    }

    @OnEachDatabase
    void createsOnceForAKey(TestDatabase db) {
        World world = new World(db);
        Caller minh = world.account("minh", Role.PRINCIPAL);
        world.audit.clear();
        String one = world.first.acts.performOnce(minh, "k1", ISSUE, log -> world.ids.next());
        String two = world.first.acts.performOnce(minh, "k1", ISSUE, log -> world.ids.next());
        String other = world.first.acts.performOnce(minh, "k2", ISSUE, log -> world.ids.next());
        String blank = world.first.acts.performOnce(minh, " ", ISSUE, log -> world.ids.next());
        assertThat(two).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
        assertThat(blank).isNotEqualTo(other);
        assertThat(world.audit).hasSize(3);
    }

    @OnEachDatabase
    void letsOnlyLivingAccountsActOnThemselves(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan");
        Act self = Act.self("security.account", lan.accountId(), "security.x");
        assertThat(world.first.acts.<Integer>perform(lan, self, log -> 1)).isEqualTo(1);
        world.first.accounts.close(Caller.system("test"), lan.accountId(), "nghỉ");
        assertThatThrownBy(() -> world.first.acts.perform(lan, self, log -> 1)).isInstanceOf(Forbidden.class);
    }
}
