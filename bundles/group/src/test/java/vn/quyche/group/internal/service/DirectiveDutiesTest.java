package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.event.Event;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

@Regulated("BC.6.3")
class DirectiveDutiesTest {

    /** With the five of the fixture, without the author: more than are called within the act. */
    private static final int MORE = 197;

    @OnEachDatabase
    void laysAFewAtOnceAndNotAgainAtTheEvent(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);

        assertThat(school.laid)
                .extracting(NewDuty::personId)
                .containsExactlyInAnyOrderElementsOf(SchoolFixture.everybodyBut(SchoolFixture.PRINCIPAL));
        school.laying.on("e1", event(id, 4));
        assertThat(school.laid).hasSize(4);
    }

    @OnEachDatabase
    void laysManyWhenTheEventComesAndOnce(TestDatabase db) {
        SchoolFixture school = crowded(db);
        String id = issued(school);
        assertThat(school.laid).isEmpty();
        assertThat(school.receipts.recipientIds(id)).hasSize(MORE + 4);

        deliver(school, id);
        deliver(school, id);

        List<Duty> laid = school.duties.all();
        assertThat(laid)
                .extracting(Duty::personId)
                .containsExactlyInAnyOrderElementsOf(school.receipts.recipientIds(id));
        assertThat(laid).allSatisfy(duty -> {
            assertThat(duty.state()).isEqualTo(Duty.State.OPEN);
            assertThat(duty.key()).isEqualTo(DirectiveDuties.key(id, duty.personId()));
        });
    }

    @OnEachDatabase
    void whoAnsweredBeforeItWasLaidHasDoneIt(TestDatabase db) {
        SchoolFixture school = crowded(db);
        String id = issued(school);
        school.directives.acknowledge(school.teacher, id);

        deliver(school, id);

        assertThat(school.duties.all())
                .filteredOn(duty -> duty.state() == Duty.State.DONE)
                .extracting(Duty::personId)
                .containsExactly(SchoolFixture.TEACHER);
    }

    @OnEachDatabase
    void laysNothingForWhatWasWithdrawnMeanwhile(TestDatabase db) {
        SchoolFixture school = crowded(db);
        String id = issued(school);
        school.directives.withdraw(school.principal, id, "Nhầm ngày");

        deliver(school, id);
        school.laying.on("e2", event("no-such-directive", MORE + 4));

        assertThat(school.laid).isEmpty();
    }

    private static SchoolFixture crowded(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        for (int i = 0; i < MORE; i++) {
            school.directory.person("p-more-" + i, "Giáo viên " + i, Post.TEACHER);
        }
        return school;
    }

    private static String issued(SchoolFixture school) {
        return school.directives.issueNow(
                school.principal, school.newDirective(school.schoolGroup(), "Nộp báo cáo"), "");
    }

    private static void deliver(SchoolFixture school, String id) {
        school.unit.tx().run(() -> school.laying.on("e1", event(id, MORE + 4)));
    }

    private static Event event(String directiveId, int recipients) {
        return new Event(
                DirectiveTelling.ISSUED,
                directiveId,
                Map.of(DirectiveTelling.RECIPIENTS, Integer.toString(recipients)));
    }
}
