package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.event.Event;
import vn.quyche.group.api.Reminder;
import vn.quyche.group.internal.duty.DirectiveReminderListener;
import vn.quyche.group.internal.store.JpaReminderStore;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DirectiveRemindersTest {

    @OnEachDatabase
    @Regulated("BC.6.3")
    void latenessIsToldToAuthorThenLeaderThenOffice(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();

        school.directives.issueNow(school.vice, school.newDirective(group, "Nộp báo cáo"), "");
        assertThat(school.laid)
                .hasSize(4)
                .allSatisfy(duty -> assertThat(duty.escalations())
                        .containsExactly(
                                Escalation.toPerson(SchoolFixture.VICE),
                                new Escalation(Duration.ofHours(2), new Escalation.To.Someone(SchoolFixture.PRINCIPAL)),
                                new Escalation(Duration.ofHours(24), new Escalation.To.Office())));

        school.laid.clear();
        school.directives.issueNow(school.principal, school.newDirective(group, "Họp"), "");
        assertThat(school.laid)
                .extracting(NewDuty::escalations)
                .containsOnly(List.of(
                        Escalation.toPerson(SchoolFixture.PRINCIPAL),
                        new Escalation(Duration.ofHours(24), new Escalation.To.Office())));
    }

    @OnEachDatabase
    @Regulated("BC.6.3")
    void showsWhoWasRemindedWhenTheLatestFirstAndOnce(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id =
                school.directives.issueNow(school.vice, school.newDirective(school.schoolGroup(), "Nộp báo cáo"), "");
        DirectiveReminderListener listener = new DirectiveReminderListener(new JpaReminderStore(school.unit.jpa()));
        String both = SchoolFixture.TEACHER + "," + SchoolFixture.OTHER_TEACHER;
        Event before = event(id, "duty.reminder", both, both, "2026-10-06T06:00:00Z");
        Event escalated = event(id, "duty.escalated", SchoolFixture.PRINCIPAL, both, "2026-10-06T12:00:00Z");
        hear(school, listener, "e1", before);
        hear(school, listener, "e1", before);
        hear(school, listener, "e2", escalated);
        hear(school, listener, "e3", new Event("duty.reminded.v1", "other", Map.of("subjectType", "x", "kind", "y")));

        var first = school.reminders.list(school.principal, id, PageRequest.first(2));
        var second = school.reminders.list(school.vice, id, new PageRequest(2, first.next()));
        assertThat(first.items())
                .extracting(Reminder::kind, Reminder::name, Reminder::people)
                .containsExactly(
                        tuple(Reminder.Kind.ESCALATED, "Trần Thị Ngọc Lan", 2),
                        tuple(Reminder.Kind.BEFORE, "Đỗ Minh Ánh", 1));
        assertThat(second.items()).extracting(Reminder::name).containsExactly("Nguyễn Hải Đăng");
        assertThat(second.next()).isEmpty();
        assertThatThrownBy(() -> school.reminders.list(school.teacher, id, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
    }

    private static void hear(SchoolFixture school, DirectiveReminderListener listener, String id, Event event) {
        school.unit.tx().run(() -> listener.on(id, event));
    }

    private static Event event(String directive, String kind, String told, String people, String at) {
        return new Event(
                "duty.reminded.v1",
                directive,
                Map.of("subjectType", "group.directive", "kind", kind, "told", told, "people", people, "at", at));
    }
}
