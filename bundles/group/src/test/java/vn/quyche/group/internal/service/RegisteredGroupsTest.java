package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import vn.quyche.core.api.messenger.OfficialGroups.OfficialGroup;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class RegisteredGroupsTest {

    @OnEachDatabase
    void tellsConnectionsOfTheGroupsThatTheCallerMaySeeAndWhoBelongs(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        JpaGroupStore store = new JpaGroupStore(school.unit.jpa());
        RegisteredGroups groups = new RegisteredGroups(store, school.sight);
        String whole = school.schoolGroup();

        assertThat(groups.open(school.principal))
                .containsExactly(new OfficialGroup(whole, "N01", "Hội đồng sư phạm", "/group/groups/" + whole));
        assertThat(groups.find(school.principal, "unknown")).isEmpty();
        assertThat(groups.members(whole)).contains(SchoolFixture.TEACHER).hasSize(5);
        school.directory.left(SchoolFixture.TEACHER, LocalDate.of(2026, 10, 4));
        assertThat(groups.members(whole)).doesNotContain(SchoolFixture.TEACHER);
        assertThat(groups.find(school.teacher, whole)).isEmpty();
    }

    @OnEachDatabase
    void anIssuedDirectiveTellsItsNumberAndTitleAndNothingOfItsText(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String whole = school.schoolGroup();
        String id = school.directives.draft(school.principal, school.newDirective(whole, "Nộp báo cáo"), "");
        school.directives.issue(
                school.principal,
                id,
                school.directives.get(school.principal, id).version());

        assertThat(school.acts.events())
                .filteredOn(event -> event.type().equals("group.directive-issued.v1"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.data()).containsAllEntriesOf(Map.of("groupId", whole, "title", "Nộp báo cáo"));
                    assertThat(event.data().toString()).doesNotContain("về văn phòng");
                });
    }
}
