package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.Refused;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultMessageKindsTest {

    @OnEachDatabase
    @Regulated("BC.2.1")
    void directivesAreAboutWhatTheirGroupIsFor(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = school.schoolGroup();
        assertThat(m.kinds.allowed(school.teacher, group)).containsExactlyInAnyOrder(MessageKind.values());
        m.kinds.allow(school.principal, group, Set.of(MessageKind.POLICY, MessageKind.LAW));
        assertThat(m.kinds.allowed(school.teacher, group))
                .containsExactlyInAnyOrder(MessageKind.POLICY, MessageKind.LAW);

        String draft = school.directives.draft(school.vice, school.newDirective(group, "Luật mới"), "");
        assertThatThrownBy(() -> school.directives.issue(school.vice, draft, 1))
                .as("one that does not say what it is about is a direction")
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.clause()).contains("BC.2.1"));
        assertThatThrownBy(() -> m.kinds.mark(school.vice, draft, MessageKind.ACTIVITY))
                .isInstanceOf(Refused.class);
        m.kinds.mark(school.vice, draft, MessageKind.LAW);
        school.directives.issue(school.vice, draft, 1);
        assertThat(m.kinds.of(school.teacher, draft)).contains(MessageKind.LAW);
        assertThatThrownBy(() -> m.kinds.mark(school.vice, draft, MessageKind.POLICY))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void leadersAndTheOfficeSayWhatAGroupIsFor(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        String group = m.teachers();
        m.kinds.allow(school.vice, group, Set.of(MessageKind.PROFESSION));
        m.kinds.allow(school.principal, group, Set.of(MessageKind.MEETING));
        assertThat(m.kinds.mayAllow(school.teacher, group)).isFalse();
        assertThatThrownBy(() -> m.kinds.allow(school.teacher, group, Set.of(MessageKind.LAW)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> m.kinds.allow(school.vice, group, Set.of())).isInstanceOf(Invalid.class);
    }
}
