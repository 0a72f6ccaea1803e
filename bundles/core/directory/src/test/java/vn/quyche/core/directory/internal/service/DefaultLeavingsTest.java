package vn.quyche.core.directory.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.core.directory.internal.TestSchool.TODAY;
import static vn.quyche.core.directory.internal.TestSchool.as;
import static vn.quyche.core.directory.internal.service.DefaultPeopleTest.assertCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.directory.Leavings.ItemState;
import vn.quyche.core.api.directory.Leavings.Leaving;
import vn.quyche.core.api.directory.Leavings.State;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.directory.spi.LeavingSource;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.directory.internal.TestSchool;
import vn.quyche.core.directory.internal.model.HandoverMinutes;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

@Regulated({"BC.7.3", "MT.10.5", "TT.6.3"})
class DefaultLeavingsTest {

    private static final LocalDate LAST_DAY = TODAY.plusDays(26);

    /** A bundle with groups that people have to leave. */
    private static final class Groups implements LeavingSource {
        private final List<Item> items = new ArrayList<>();
        private final List<String> settled = new ArrayList<>();
        private boolean broken;

        @Override
        public String domain() {
            return "group";
        }

        @Override
        public List<Item> items(String personId) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return List.copyOf(items);
        }

        @Override
        public void settled(String personId, String itemKey) {
            settled.add(personId + " " + itemKey);
            items.removeIf(item -> item.key().equals(itemKey));
        }
    }

    private final Groups groups = new Groups();

    @OnEachDatabase
    void bothSidesConfirmEachItemThenTheCaseCloses(TestDatabase db) {
        TestSchool school = TestSchool.on(db, groups);
        String lan = school.person("Lê", "Thị", "Lan");
        String leader = school.person("Trần", "Văn", "Bình");
        String clerk = school.person("Phạm", "Thị", "Cúc");
        String unit = school.unit(UnitData.of(UnitType.SUBJECT_GROUP, "Tổ Văn"));
        school.post(lan, Post.TEACHER, unit);
        groups.items.add(new LeavingSource.Item("g1", "BC.7.3", "Rời nhóm Hội đồng", "/group/groups/g1", leader));

        String id = school.leaving(lan, LAST_DAY, clerk);

        Leaving opened = school.leavings.get(as(lan), id);
        assertThat(opened.items()).extracting(Leavings.Item::clause).containsExactly("BC.7.3", "MT.10.5");
        assertThat(opened.items()).extracting(Leavings.Item::receiverId).containsExactly(leader, clerk);
        assertThat(dutiesOf(school, lan)).hasSize(2).allMatch(duty -> duty.state() == Duty.State.OPEN);

        String group = opened.items().get(0).id();
        String pledge = opened.items().get(1).id();
        school.leavings.confirm(as(lan), id, group);
        assertThat(groups.settled).as("one side is not enough").isEmpty();
        assertThat(dutiesOf(school, leader)).hasSize(1);
        school.leavings.confirm(as(leader), id, group);
        assertThat(groups.settled).containsExactly(lan + " g1");
        assertCode(() -> school.leavings.close(school.clerk, id, ""), Refused.class, "directory.leaving-items-open");

        school.leavings.confirm(as(clerk), id, pledge);
        Leaving settled = school.leavings.confirm(as(lan), id, pledge);
        assertThat(settled.items()).extracting(Leavings.Item::state).containsOnly(ItemState.SETTLED);
        assertThat(settled.openItems()).isZero();

        Leaving closed = school.leavings.close(school.clerk, id, "");

        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.employmentEnded()).isTrue();
        assertThat(school.directory.employed(lan, LAST_DAY)).isTrue();
        assertThat(school.directory.employed(lan, LAST_DAY.plusDays(1))).isFalse();
        assertThat(school.directory.holders(Post.TEACHER, LAST_DAY.plusDays(1))).isEmpty();
        assertThat(school.directory.find(lan, LAST_DAY.plusDays(1)).map(Person::fullName))
                .contains("Lê Thị Lan");
        assertThat(leftEvents(school)).as("nobody is told before the last day").isEmpty();

        school.clock.set(LAST_DAY.plusDays(1));
        school.leavings.endOverdue();
        school.leavings.endOverdue();

        assertThat(leftEvents(school)).hasSize(1);
        assertThat(leftEvents(school).get(0).data())
                .containsEntry("personId", lan)
                .containsEntry("lastDay", LAST_DAY.toString())
                .containsEntry("reason", "TRANSFER");
        assertThat(dutiesOf(school, lan)).allMatch(duty -> duty.state() == Duty.State.DONE);
    }

    @OnEachDatabase
    void theHeadHandsOverTheSchoolsMailbox(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String head = school.person("Trần", "Quang", "Minh");
        String clerk = school.person("Phạm", "Thị", "Cúc");
        school.post(head, Post.PRINCIPAL, null);

        String id = school.leaving(head, LAST_DAY, clerk);

        assertThat(school.leavings.get(school.clerk, id).items())
                .extracting(Leavings.Item::clause)
                .containsExactly("MT.10.5", "TT.6.3");
    }

    @OnEachDatabase
    void onlyThePrincipalClosesWithOpenItemsAndSaysWhy(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String cuc = school.person("Phạm", "Thị", "Cúc");
        String id = school.leaving(lan, TODAY, cuc);

        assertCode(() -> school.leavings.close(school.clerk, id, ""), Refused.class, "directory.leaving-items-open");
        assertThatThrownBy(() -> school.leavings.close(school.clerk, id, "gấp")).isInstanceOf(Forbidden.class);
        assertCode(
                () -> school.leavings.close(school.principal, id, "  "), Refused.class, "directory.leaving-items-open");
        assertThat(school.directory.employed(lan, TODAY.plusDays(1))).isTrue();

        Leaving closed = school.leavings.close(school.principal, id, "Chuyển công tác gấp");

        assertThat(closed.closingReason()).isEqualTo("Chuyển công tác gấp");
        assertThat(HandoverMinutes.document(closed, school.directory.school(), "", "Phạm Thị Cúc", TODAY)
                        .toString())
                .as("the minutes tell what was left open and why")
                .contains("Lê Thị Lan", "12/QĐ", "Chưa xác nhận", "Chuyển công tác gấp", "Phạm Thị Cúc");
        assertThat(closed.items()).extracting(Leavings.Item::state).containsOnly(ItemState.WAIVED);
        assertThat(leftEvents(school)).as("it is the last day").hasSize(1);
        assertThat(dutiesOf(school, lan)).allMatch(duty -> duty.state() == Duty.State.WITHDRAWN);
    }

    @OnEachDatabase
    void nobodyWaivesTheirOwnHandover(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String head = school.person("Trần", "Quang", "Minh");
        String cuc = school.person("Phạm", "Thị", "Cúc");
        school.access.grant(as(head), "directory:leaving", "directory:leaving-waive");
        String id = school.leaving(head, LAST_DAY, cuc);

        assertCode(() -> school.leavings.close(as(head), id, "bận"), Refused.class, "directory.leaving-own");
        assertThat(school.acts.refused()).hasSize(1);
    }

    @OnEachDatabase
    void employmentEndsWithTheLastDayEvenWhenItemsAreOpen(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String cuc = school.person("Phạm", "Thị", "Cúc");
        String id = school.leaving(lan, LAST_DAY, cuc);
        school.clock.set(LAST_DAY);
        school.leavings.endOverdue();
        assertThat(leftEvents(school)).isEmpty();

        school.clock.set(LAST_DAY.plusDays(1));
        school.leavings.endOverdue();

        assertThat(school.directory.employed(lan, LAST_DAY.plusDays(1))).isFalse();
        assertThat(leftEvents(school)).hasSize(1);
        Leaving open = school.leavings.get(school.clerk, id);
        assertThat(open.state()).as("the handover is still owed").isEqualTo(State.OPEN);
        assertThat(open.employmentEnded()).isTrue();
        school.leavings.close(school.principal, id, "Không liên lạc được");
        assertThat(leftEvents(school)).as("told once").hasSize(1);
    }

    @OnEachDatabase
    void theChecklistFollowsWhatTheBundlesSay(TestDatabase db) {
        TestSchool school = TestSchool.on(db, groups);
        String lan = school.person("Lê", "Thị", "Lan");
        String cuc = school.person("Phạm", "Thị", "Cúc");
        groups.items.add(new LeavingSource.Item("g1", "BC.7.3", "Rời nhóm 1", "", ""));
        String id = school.leaving(lan, LAST_DAY, cuc);

        groups.items.clear();
        groups.items.add(new LeavingSource.Item("g2", "BC.7.3", "Rời nhóm 2", "", lan));
        Leaving seen = school.leavings.get(school.clerk, id);

        assertThat(seen.items())
                .extracting(item -> item.title().substring(0, 3) + " " + item.state())
                .containsExactly("Rời GONE", "Cam OPEN", "Rời OPEN");
        assertThat(seen.items().get(2).receiverId())
                .as("the leaver cannot receive")
                .isEqualTo(cuc);
        assertThat(seen.openItems()).isEqualTo(2);
        assertThat(dutiesOf(school, lan)).hasSize(3);

        groups.broken = true;
        assertThat(school.leavings.get(school.clerk, id).items()).hasSize(3);
        assertCode(
                () -> school.leavings.close(school.principal, id, "gấp"),
                Unavailable.class,
                "directory.leaving-source-failed");
        assertThat(school.directory.employed(lan, LAST_DAY.plusDays(1))).isTrue();
    }

    @OnEachDatabase
    void anotherReceiverConfirmsAnew(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String cuc = school.person("Phạm", "Thị", "Cúc");
        String dung = school.person("Đỗ", "Văn", "Dũng");
        String id = school.leaving(lan, LAST_DAY, cuc);
        String item = school.leavings.get(school.clerk, id).items().get(0).id();
        school.leavings.confirm(as(cuc), id, item);

        school.leavings.changeReceiver(school.clerk, id, item, dung);

        assertCode(
                () -> school.leavings.confirm(as(school.person("A", "", "B")), id, item),
                Forbidden.class,
                "directory.leaving-not-party");
        assertThat(school.leavings.confirm(as(lan), id, item).openItems()).isEqualTo(1);
        assertThat(school.leavings.confirm(as(dung), id, item).openItems()).isZero();
        assertThat(school.leavings.confirm(as(dung), id, item).openItems())
                .as("again")
                .isZero();
        assertCode(
                () -> school.leavings.changeReceiver(school.clerk, id, item, lan),
                Conflict.class,
                "directory.leaving-item-settled");
    }

    @OnEachDatabase
    void whoHasNoPartInItDoesNotSeeIt(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String cuc = school.person("Phạm", "Thị", "Cúc");
        String id = school.leaving(lan, LAST_DAY, cuc);

        assertCode(() -> school.leavings.get(school.teacher, id), NotFound.class, "directory.no-leaving");
        assertThat(ids(school, school.teacher)).isEmpty();
        assertThat(ids(school, as(lan))).containsExactly(id);
        assertThat(ids(school, as(cuc))).containsExactly(id);
        assertThat(ids(school, school.clerk)).containsExactly(id);
        assertThatThrownBy(() -> school.leavings.close(as(lan), id, "x")).isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void refusesASecondCaseAWrongReceiverAndAWrongDay(TestDatabase db) {
        TestSchool school = TestSchool.on(db);
        String lan = school.person("Lê", "Thị", "Lan");
        String cuc = school.person("Phạm", "Thị", "Cúc");

        assertCode(() -> school.leaving(lan, LAST_DAY, lan), Invalid.class, "directory.leaving-receiver-is-leaver");
        assertCode(() -> school.leaving(lan, LAST_DAY, "nobody"), NotFound.class, "directory.no-person");
        assertCode(() -> school.leaving(lan, LocalDate.of(2019, 1, 1), cuc), Conflict.class, "directory.not-employed");
        String id = school.leaving(lan, LAST_DAY, cuc);
        assertCode(() -> school.leaving(lan, LAST_DAY, cuc), Conflict.class, "directory.leaving-open");

        school.leavings.cancel(school.clerk, id, "Nhập nhầm người");

        assertThat(school.leavings.get(school.clerk, id).state()).isEqualTo(State.CANCELLED);
        assertCode(() -> school.leavings.confirm(as(lan), id, "x"), Conflict.class, "directory.leaving-not-open");
        assertThat(school.leaving(lan, LAST_DAY, cuc)).isNotEqualTo(id);
    }

    private static List<String> ids(TestSchool school, Caller caller) {
        return school.leavings.list(caller, Optional.empty(), PageRequest.first()).items().stream()
                .map(Leaving::id)
                .toList();
    }

    private static List<Event> leftEvents(TestSchool school) {
        return school.acts.events().stream()
                .filter(event -> event.type().equals("directory.person-left.v1"))
                .toList();
    }

    private static List<Duty> dutiesOf(TestSchool school, String personId) {
        Duties.Query query = new Duties.Query(
                Optional.of(personId), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        return school.duties.list(school.clerk, query, PageRequest.first()).items();
    }
}
