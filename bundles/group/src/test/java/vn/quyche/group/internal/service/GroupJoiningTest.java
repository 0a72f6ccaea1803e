package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.spi.JoiningSource;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.internal.duty.GroupJoining;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

@Regulated("BC.1.2")
class GroupJoiningTest {

    @OnEachDatabase
    void whoJoinsEntersTheGroupsOfTheirRule(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String all = school.schoolGroup();
        school.groups.register(
                school.principal, school.newGroup("Ban giám hiệu", MemberRule.posts(Post.VICE_PRINCIPAL)), "");
        JpaGroupStore store = new JpaGroupStore(school.unit.jpa());
        GroupJoining joining = new GroupJoining(
                store,
                new GroupSight(
                        store,
                        new vn.quyche.group.internal.store.JpaHandedStore(school.unit.jpa()),
                        school.directory,
                        school.access,
                        school.clock),
                school.clock);

        assertThat(joining.items(SchoolFixture.TEACHER)).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo(all);
            assertThat(item.giverId()).isEqualTo(SchoolFixture.PRINCIPAL);
            assertThat(item.byItself()).isFalse();
        });
        joining.settled(SchoolFixture.TEACHER, all);
        joining.settled(SchoolFixture.TEACHER, all);

        assertThat(store.members(all)).containsKey(SchoolFixture.TEACHER);
        assertThat(joining.items(SchoolFixture.TEACHER)).isEmpty();
        assertThat(joining.items(SchoolFixture.VICE))
                .extracting(JoiningSource.Item::title)
                .hasSize(2);
    }
}
