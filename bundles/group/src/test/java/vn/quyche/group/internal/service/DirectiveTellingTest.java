package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.group.api.Directive;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DirectiveTellingTest {

    private static final int MANY = 201;

    @OnEachDatabase
    void tellsAFewAtOnceAndNotAgainAtTheEvent(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);

        school.telling.on("e1", event(id, 4));

        assertThat(school.notices.sent())
                .extracting(NewNotice::personId)
                .containsExactlyInAnyOrderElementsOf(SchoolFixture.everybodyBut(SchoolFixture.PRINCIPAL));
    }

    @OnEachDatabase
    void leavesManyToTheEventWhichTellsEachWhoHasAReceipt(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);
        Directive directive = school.directives.get(school.principal, id);
        int before = school.notices.sent().size();

        school.telling.issued(
                school.groups.get(school.principal, directive.groupId()),
                directive,
                Collections.nCopies(MANY, SchoolFixture.TEACHER));
        assertThat(school.notices.sent()).hasSize(before);

        school.telling.on("e1", event(id, MANY));

        List<NewNotice> told =
                school.notices.sent().subList(before, school.notices.sent().size());
        assertThat(told)
                .extracting(NewNotice::personId)
                .containsExactlyInAnyOrderElementsOf(SchoolFixture.everybodyBut(SchoolFixture.PRINCIPAL));
        assertThat(told).allSatisfy(notice -> {
            assertThat(notice.title()).isEqualTo("Chỉ đạo " + directive.number() + ": Nộp báo cáo");
            assertThat(notice.link()).isEqualTo("/group/directives/" + id);
        });
    }

    @OnEachDatabase
    void callsNobodyToWhatWasWithdrawnMeanwhile(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String id = issued(school);
        school.directives.withdraw(school.principal, id, "Nhầm ngày");
        int before = school.notices.sent().size();

        school.telling.on("e1", event(id, MANY));
        school.telling.on("e2", event("no-such-directive", MANY));

        assertThat(school.notices.sent()).hasSize(before);
    }

    private static String issued(SchoolFixture school) {
        return school.directives.issueNow(
                school.principal, school.newDirective(school.schoolGroup(), "Nộp báo cáo"), "");
    }

    private static Event event(String directiveId, int recipients) {
        return new Event(
                DirectiveTelling.ISSUED,
                directiveId,
                Map.of(DirectiveTelling.RECIPIENTS, Integer.toString(recipients)));
    }
}
