package vn.quyche.core.directory.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.core.directory.internal.TestSchool.TODAY;
import static vn.quyche.core.directory.internal.TestSchool.as;
import static vn.quyche.core.directory.internal.service.DefaultPeopleTest.assertCode;

import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.Joinings.Joining;
import vn.quyche.core.api.directory.Joinings.NewJoining;
import vn.quyche.core.api.directory.Leavings.ItemState;
import vn.quyche.core.api.directory.Leavings.State;
import vn.quyche.core.api.directory.spi.JoiningSource;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.directory.internal.TestSchool;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

@Regulated("MT.10.5")
class DefaultJoiningsTest {

    @OnEachDatabase
    void bothSidesConfirmAndWhatIsDoneSettlesByItself(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String leader = school.person("Trần", "Văn", "Bình");
        String clerk = school.person("Phạm", "Thị", "Cúc");
        school.given.add(new JoiningSource.Item("g1", "BC.1.2", "Thêm vào nhóm", "/group/groups/g1", leader, false));
        school.given.add(new JoiningSource.Item("e1", "TA.12a", "Đọc quy chế", "/compliance/e1", "", true));

        String id = open(school, lan, clerk);
        Joining opened = school.joinings.get(as(lan), id);
        String group = opened.items().get(0).id();
        String reading = opened.items().get(1).id();
        String pledge = opened.items().get(2).id();

        assertThat(opened.items()).extracting(item -> item.giverId()).containsExactly(leader, clerk, clerk);
        assertCode(() -> school.joinings.confirm(as(lan), id, reading), Conflict.class, "directory.item-by-itself");
        school.joinings.confirm(as(leader), id, group);
        assertThat(school.settled).as("one side is not enough").isEmpty();
        school.joinings.confirm(as(lan), id, group);
        assertThat(school.settled).containsExactly(lan + " g1");
        school.joinings.confirm(as(lan), id, pledge);
        school.joinings.confirm(as(clerk), id, pledge);
        assertCode(() -> school.joinings.close(school.clerk, id, ""), Refused.class, "directory.joining-items-open");

        school.given.clear();
        Joining closed = school.joinings.close(school.clerk, id, "");

        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.items())
                .extracting(item -> item.state())
                .containsExactly(ItemState.SETTLED, ItemState.GONE, ItemState.SETTLED);
        assertThat(closed.closingReason()).isEmpty();
    }

    @OnEachDatabase
    void whatSomebodyElseGivesIsTheirDutyAndNoLongerThatOfTheOneBefore(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String clerk = school.person("Phạm", "Thị", "Cúc");
        String leader = school.person("Trần", "Văn", "Dũng");
        String id = open(school, lan, clerk);
        Joining opened = school.joinings.get(school.clerk, id);
        String item = opened.items().stream()
                .filter(one -> !one.byItself() && one.giverId().equals(clerk))
                .findFirst()
                .orElseThrow()
                .id();
        long before = giving(school, clerk);

        school.joinings.changeGiver(school.clerk, id, item, leader);

        assertThat(giving(school, clerk)).isEqualTo(before - 1);
        assertThat(giving(school, leader)).isOne();
        school.joinings.changeGiver(school.clerk, id, item, leader);
        assertThat(giving(school, leader)).as("the same once more").isOne();
        school.joinings.changeGiver(school.clerk, id, item, clerk);
        assertThat(giving(school, clerk)).as("and back").isEqualTo(before);
        assertThat(giving(school, leader)).isZero();
    }

    @OnEachDatabase
    void findsByNameWithoutDiacritics(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String clerk = school.person("Phạm", "Thị", "Cúc");
        String id = open(school, lan, clerk);
        for (String text : List.of("le thi", "LAN", "Lê Thị Lan")) {
            assertThat(found(school, text)).as(text).containsExactly(id);
        }
        for (String text : List.of("Cúc", "%", "_", "không ai")) {
            assertThat(found(school, text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> school.joinings.list(
                        school.clerk,
                        Optional.empty(),
                        Optional.of("không ai"),
                        new PageRequest(5, Optional.of("_hostile"))))
                .isInstanceOf(Invalid.class);
    }

    private static List<String> found(TestSchool school, String text) {
        return school
                .joinings
                .list(school.clerk, Optional.empty(), Optional.of(text), PageRequest.first())
                .items()
                .stream()
                .map(Joining::id)
                .toList();
    }

    private static long giving(TestSchool school, String person) {
        return school.duties.all().stream()
                .filter(duty ->
                        duty.state() == Duty.State.OPEN && duty.personId().equals(person))
                .count();
    }

    @OnEachDatabase
    void onlyThePrincipalClosesWithOpenItemsAndSaysWhy(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String clerk = school.person("Phạm", "Thị", "Cúc");
        String id = open(school, lan, clerk);

        assertThatThrownBy(() -> school.joinings.close(school.clerk, id, "gấp")).isInstanceOf(Forbidden.class);
        Joining closed = school.joinings.close(school.principal, id, "Thử việc ba ngày");

        assertThat(closed.closingReason()).isEqualTo("Thử việc ba ngày");
        assertThat(closed.items()).extracting(item -> item.state()).containsOnly(ItemState.WAIVED);
    }

    @OnEachDatabase
    void standsApartFromLeavingsAndIsSeenByItsPartiesOnly(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String clerk = school.person("Phạm", "Thị", "Cúc");
        assertCode(() -> open(school, lan, lan), Invalid.class, "directory.joining-giver-is-joiner");
        String id = open(school, lan, clerk);
        String leaving = school.leaving(lan, TODAY.plusDays(9), clerk);

        assertCode(() -> open(school, lan, clerk), Conflict.class, "directory.joining-open");
        assertCode(() -> school.leavings.get(school.clerk, id), NotFound.class, "directory.no-leaving");
        assertCode(() -> school.joinings.get(school.clerk, leaving), NotFound.class, "directory.no-joining");
        assertCode(() -> school.joinings.get(school.teacher, id), NotFound.class, "directory.no-joining");
        assertThat(school.joinings
                        .list(as(lan), Optional.empty(), PageRequest.first())
                        .items())
                .extracting(Joining::id)
                .containsExactly(id);
        school.joinings.cancel(school.clerk, id, "Nhập nhầm");
        assertThat(school.joinings.get(school.clerk, id).state()).isEqualTo(State.CANCELLED);
    }

    private static String open(TestSchool school, String personId, String giverId) {
        return school.joinings.open(
                school.clerk, "", new NewJoining(personId, ArrivalReason.RECRUITMENT, TODAY, "31/QĐ", giverId));
    }
}
