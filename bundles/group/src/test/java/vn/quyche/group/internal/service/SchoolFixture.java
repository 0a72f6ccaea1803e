package vn.quyche.group.internal.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.Requirement;
import vn.quyche.group.api.members.PostingSuspension;
import vn.quyche.group.internal.job.ConsultationWindows;
import vn.quyche.group.internal.job.DecisionsDue;
import vn.quyche.group.internal.job.GroupEnds;
import vn.quyche.group.internal.job.ScheduledIssueJob;
import vn.quyche.group.internal.store.JpaConsultationStore;
import vn.quyche.group.internal.store.JpaCustodyStore;
import vn.quyche.group.internal.store.JpaDecisionStore;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaDocumentStore;
import vn.quyche.group.internal.store.JpaGroupHistoryStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaHandedStore;
import vn.quyche.group.internal.store.JpaMessageKindStore;
import vn.quyche.group.internal.store.JpaPostingStore;
import vn.quyche.group.internal.store.JpaReceiptStore;
import vn.quyche.group.internal.store.JpaReminderStore;
import vn.quyche.group.internal.store.JpaScheduleStore;
import vn.quyche.testkit.FakeAttachments;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.FakeNotices;
import vn.quyche.testkit.FakePrinter;
import vn.quyche.testkit.FakeRegulations;
import vn.quyche.testkit.FakeScreening;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** A small school with real stores: a principal, a vice principal, a clerk, two teachers and a Party cell. */
final class SchoolFixture {

    static final String PRINCIPAL = "p-principal";
    static final String VICE = "p-vice";
    static final String CLERK = "p-clerk";
    static final String TEACHER = "p-teacher";
    static final String OTHER_TEACHER = "p-other";
    static final String PARTY = "u-party";
    static final String MATHS = "u-maths";
    static final String SECOND_CAMPUS = "c-second";

    final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    final FakeDirectory directory = new FakeDirectory()
            .unit(PARTY, UnitType.PARTY_CELL, "Chi bộ")
            .unit(MATHS, UnitType.SUBJECT_GROUP, "Tổ Toán")
            .campus(new Campus(SECOND_CAMPUS, "Cơ sở 2", "", LocalDate.of(2020, 1, 1), Optional.empty(), 1))
            .person(PRINCIPAL, "Trần Thị Ngọc Lan", Post.PRINCIPAL)
            .person(VICE, "Lê Quang Vinh", Post.VICE_PRINCIPAL)
            .person(CLERK, "Phạm Thu Hà", Post.RECORDS_CLERK)
            .person(TEACHER, "Nguyễn Hải Đăng", Post.TEACHER)
            .person(OTHER_TEACHER, "Đỗ Minh Ánh", Post.TEACHER)
            .member(PRINCIPAL, PARTY)
            .member(VICE, PARTY)
            .member(VICE, MATHS)
            .member(TEACHER, MATHS)
            .campus(TEACHER, SECOND_CAMPUS)
            .campus(CLERK, SECOND_CAMPUS);
    final FakeScreening screening = new FakeScreening();
    final FakeAttachments attachments = new FakeAttachments(screening, clock);
    final FakeRegulations regulations = new FakeRegulations()
            .with("group.max-directive-length", 2000)
            .with("group.max-images-per-event", 10)
            .with("group.max-pins", 2)
            .with("group.end-notice-days", 7)
            .with("group.remind-before", "PT4H")
            .with("group.remind-again-after", "PT1H")
            .with("group.forget-strangers-after-days", 90)
            .with("group.tell-leader-after", "PT2H")
            .with("group.tell-office-after", "PT24H")
            .with("group.quiet-from", "21:00")
            .with("group.quiet-to", "06:00")
            .with("group.quiet-refuses", false)
            .with("group.attest-every-days", 30)
            .with("group.attest-notice-days", 7)
            .with("group.settle-members-within", "PT120H")
            .with("group.account-within-days", 14);
    final FakeDuties duties = new FakeDuties(clock);
    final FakeNotices notices = new FakeNotices(clock);
    final TestAccess access = TestAccess.nothing();
    final TestActs acts;
    final GroupSight sight;
    final JpaReceiptStore receipts;
    final JpaPostingStore posting;
    final DefaultPostingRights postingRights;
    final DefaultGroups groups;
    final DefaultRecognition recognition;
    final GroupEnds ends;
    final DecisionsDue decisionsDue;
    final DirectiveTelling telling;
    final DirectiveDuties laying;
    final DirectiveViews views;
    final DefaultDirectives directives;
    final DefaultMeetingDocuments documents;
    final DefaultConsultations consultations;
    final ConsultationWindows windows;
    final DefaultScheduledIssues scheduled;
    final ScheduledIssueJob scheduler;
    final DefaultReminders reminders;
    final DefaultCustody custody;
    /** The duties that directives laid, as they were laid. */
    final List<NewDuty> laid = new ArrayList<>();

    final TestUnit unit;

    final Caller principal = TestCaller.person(PRINCIPAL);
    final Caller vice = TestCaller.person(VICE);
    final Caller clerk = TestCaller.person(CLERK);
    final Caller teacher = TestCaller.person(TEACHER);
    final Caller otherTeacher = TestCaller.person(OTHER_TEACHER);

    SchoolFixture(TestDatabase db) {
        unit = TestUnit.of(db, "group");
        acts = new TestActs(access, unit.tx());
        JpaGroupStore groupStore = new JpaGroupStore(unit.jpa());
        JpaDirectiveStore directiveStore = new JpaDirectiveStore(unit.jpa());
        receipts = new JpaReceiptStore(unit.jpa());
        posting = new JpaPostingStore(unit.jpa());
        sight = new GroupSight(groupStore, new JpaHandedStore(unit.jpa()), directory, access, clock);
        DirectiveSight seen = new DirectiveSight(groupStore, receipts, sight, access, clock);
        PostingGuard guard = new PostingGuard(posting, sight);
        SequentialIds ids = new SequentialIds();
        postingRights =
                new DefaultPostingRights(acts, access, groupStore, posting, sight, directory, notices, ids, clock);
        JpaGroupHistoryStore history = new JpaGroupHistoryStore(unit.jpa());
        JpaDecisionStore decisions = new JpaDecisionStore(unit.jpa());
        GroupDeciding deciding = new GroupDeciding(groupStore, decisions, sight, directory, duties, ids, clock);
        recognition = new DefaultRecognition(
                acts, access, groupStore, decisions, history, sight, deciding, directory, ids, clock);
        decisionsDue = new DecisionsDue(decisions, recognition, ids, clock);
        ends = new GroupEnds(groupStore, directory, regulations, duties, unit.tx(), clock);
        groups = new DefaultGroups(
                acts,
                access,
                groupStore,
                guard,
                sight,
                deciding,
                decisions,
                history,
                new GroupWords(directory, new KeyMessages(), clock),
                directory,
                ids,
                clock);
        JpaCustodyStore custodyStore = new JpaCustodyStore(unit.jpa());
        JpaScheduleStore scheduleStore = new JpaScheduleStore(unit.jpa());
        telling = new DirectiveTelling(groupStore, directiveStore, receipts, notices);
        LaidDuties noted = new LaidDuties(duties, laid);
        laying = new DirectiveDuties(groupStore, directiveStore, receipts, sight, regulations, noted);
        DirectiveIssuing issuing = new DirectiveIssuing(
                groupStore,
                directiveStore,
                receipts,
                guard,
                scheduleStore,
                custodyStore,
                sight,
                directory,
                attachments,
                regulations,
                new JpaMessageKindStore(unit.jpa()),
                noted,
                laying,
                telling,
                clock);
        directives = new DefaultDirectives(
                acts,
                access,
                groupStore,
                directiveStore,
                receipts,
                scheduleStore,
                sight,
                seen,
                issuing,
                screening,
                attachments,
                regulations,
                duties,
                ids,
                clock);
        documents =
                new DefaultMeetingDocuments(new JpaDocumentStore(unit.jpa()), directiveStore, directives, sight, seen);
        JpaConsultationStore consultationStore = new JpaConsultationStore(unit.jpa());
        consultations =
                new DefaultConsultations(acts, consultationStore, groupStore, sight, screening, notices, ids, clock);
        windows = new ConsultationWindows(consultationStore, consultations, unit.tx(), ids, clock);
        scheduled = new DefaultScheduledIssues(
                acts,
                access,
                directives,
                issuing,
                directiveStore,
                scheduleStore,
                groupStore,
                sight,
                regulations,
                screening,
                notices,
                new KeyMessages(),
                unit.tx(),
                clock);
        scheduler = new ScheduledIssueJob(scheduleStore, scheduled, ids, clock);
        reminders = new DefaultReminders(
                acts,
                new JpaReminderStore(unit.jpa()),
                directiveStore,
                receipts,
                directives,
                directory,
                regulations,
                notices,
                ids,
                clock);
        ActsAudit audit = new ActsAudit(acts, clock);
        ReceiptSheets sheets = new ReceiptSheets(directives, groups, audit, directory, clock);
        DirectiveFile file = new DirectiveFile(
                sheets, reminders, custodyStore, issuing, attachments, audit, directory, new FakePrinter(), clock);
        custody = new DefaultCustody(
                acts, access, directives, directiveStore, groupStore, custodyStore, file, seen, screening, ids, clock);
        views = new DirectiveViews(
                directives,
                groups,
                groupStore,
                receipts,
                custodyStore,
                new JpaMessageKindStore(unit.jpa()),
                sight,
                seen,
                clock);
        access.grant(
                principal, "group:read", "group:read-sensitive", "group:register", "group:settle", "group:receipts");
        for (Caller caller : List.of(principal, vice, clerk, teacher, otherTeacher)) {
            access.grantOwn(caller, "group:issue").grantOwn(caller, "group:receive");
        }
        access.grant(clerk, "group:register", "group:read", "group:receipts", "group:custody");
    }

    /** The group of the whole school, led by the principal; the vice principal may post too. */
    String schoolGroup() {
        return groups.register(principal, newGroup("Hội đồng sư phạm", MemberRule.everybody()), "");
    }

    /** The group of the party cell, which only its members and the principal may see. */
    String partyGroup() {
        NewGroup party = newGroup("Chi bộ", MemberRule.units(PARTY));
        return groups.register(
                principal,
                new NewGroup(
                        party.name(),
                        GroupKind.PARTY_CELL,
                        party.platform(),
                        party.purpose(),
                        party.rule(),
                        party.appointments(),
                        party.establishing(),
                        "",
                        Optional.empty()),
                "");
    }

    /** Withdraws the right to post until a day. */
    String suspend(String groupId, String personId, LocalDate last) {
        String id = "suspension-" + personId;
        posting.withdraw(new PostingSuspension(
                id, groupId, personId, "", sight.today(), last, "case", Optional.empty(), "", ""));
        return id;
    }

    NewGroup newGroup(String name, MemberRule rule) {
        return new NewGroup(
                name,
                GroupKind.SCHOOL,
                Platform.ZALO,
                "Chỉ đạo chung của nhà trường",
                rule,
                List.of(
                        Appointment.post(GroupRole.OWNER, Post.PRINCIPAL),
                        Appointment.post(GroupRole.POSTER, Post.VICE_PRINCIPAL)),
                new Decision("24/QĐ-THHS", LocalDate.of(2026, 9, 1), "Trần Thị Ngọc Lan"),
                "",
                Optional.empty());
    }

    NewDirective newDirective(String groupId, String title, String... attachmentIds) {
        return new NewDirective(
                groupId,
                title,
                "Các tổ nộp báo cáo về văn phòng.",
                Requirement.ACKNOWLEDGE,
                Optional.of(deadline()),
                List.of(),
                "",
                List.of(attachmentIds),
                Optional.empty());
    }

    NewDirective about(NewDirective directive, String event) {
        return new NewDirective(
                directive.groupId(),
                directive.title(),
                directive.text(),
                directive.requirement(),
                directive.deadline(),
                directive.recipients(),
                event,
                directive.attachmentIds(),
                directive.replaces());
    }

    NewDirective to(NewDirective directive, String... personIds) {
        return new NewDirective(
                directive.groupId(),
                directive.title(),
                directive.text(),
                directive.requirement(),
                directive.deadline(),
                List.of(personIds),
                directive.units(),
                directive.event(),
                directive.attachmentIds(),
                directive.replaces(),
                directive.document());
    }

    NewDirective toUnits(NewDirective directive, String... unitIds) {
        return new NewDirective(
                directive.groupId(),
                directive.title(),
                directive.text(),
                directive.requirement(),
                directive.deadline(),
                directive.recipients(),
                List.of(unitIds),
                directive.event(),
                directive.attachmentIds(),
                directive.replaces(),
                directive.document());
    }

    NewDirective replacing(NewDirective directive, String directiveId) {
        return new NewDirective(
                directive.groupId(),
                directive.title(),
                directive.text(),
                directive.requirement(),
                directive.deadline(),
                directive.recipients(),
                directive.event(),
                directive.attachmentIds(),
                Optional.of(directiveId));
    }

    Instant deadline() {
        return Instant.parse("2026-10-06T10:00:00Z");
    }

    String[] pictures(Caller by, int count) {
        String[] ids = new String[count];
        for (int i = 0; i < count; i++) {
            byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) i, (byte) (i >> 8)};
            ids[i] = attachments.receive(by, "anh-" + i + ".png", png).id();
        }
        return ids;
    }

    static Set<String> everybodyBut(String personId) {
        Set<String> all = new java.util.HashSet<>(Set.of(PRINCIPAL, VICE, CLERK, TEACHER, OTHER_TEACHER));
        all.remove(personId);
        return all;
    }
}
