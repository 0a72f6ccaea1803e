package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.AddressedUnit;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.ReceiptSummary;
import vn.quyche.group.api.Reminder;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultDirectivesTest {

    @OnEachDatabase
    @Regulated({"BC.2.2", "BC.3.3"})
    void issuesADraftWithNumberSealAndAReceiptForEachMember(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.draft(school.principal, school.newDirective(group, "Nộp báo cáo"), "");

        Directive issued = school.directives.issue(school.principal, id, 1);

        assertThat(issued.number()).isEqualTo("01/2026/N01");
        assertThat(issued.state()).isEqualTo(DirectiveState.ISSUED);
        assertThat(issued.standing().issuance().hash()).hasSize(64);
        assertThat(school.receipts.recipientIds(id))
                .containsExactlyInAnyOrderElementsOf(SchoolFixture.everybodyBut(SchoolFixture.PRINCIPAL));
        assertThat(school.notices.sent()).extracting(NewNotice::personId).contains(SchoolFixture.TEACHER);
        assertThat(school.acts.events()).extracting(event -> event.type()).contains("group.directive-issued.v1");
    }

    @OnEachDatabase
    @Regulated("BC.3.3")
    void neverAltersAnIssuedDirective(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Nộp báo cáo"), "");

        assertThatThrownBy(() ->
                        school.directives.revise(school.principal, id, 2, school.newDirective(group, "Nội dung khác")))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> school.directives.discard(school.principal, id))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> school.directives.issue(school.principal, id, 2))
                .isInstanceOf(Conflict.class);
        assertThat(school.directives.get(school.principal, id).title()).isEqualTo("Nộp báo cáo");
    }

    @OnEachDatabase
    @Regulated("BC.3.3")
    void findsADirectiveThatWasAlteredInTheDatabase(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        String second = school.directives.issueNow(school.principal, school.newDirective(group, "Hai"), "");
        school.directives.issueNow(school.principal, school.newDirective(group, "Ba"), "");
        assertThat(school.directives.verify(school.principal, group)).isEmpty();

        school.unit
                .jpa()
                .tx(em -> em.createNativeQuery("update q_group.directive set body = 'khác' where id = ?")
                        .setParameter(1, second)
                        .executeUpdate());

        assertThat(school.directives.verify(school.principal, group)).containsExactly("02/2026/N01");
    }

    @OnEachDatabase
    @Regulated("BC.3.3")
    void findsThatTheLastDirectiveWasRemoved(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        String last = school.directives.issueNow(school.principal, school.newDirective(group, "Hai"), "");

        school.unit
                .jpa()
                .tx(em -> em.createNativeQuery("delete from q_group.directive where id = ?")
                        .setParameter(1, last)
                        .executeUpdate());

        assertThat(school.directives.verify(school.principal, group)).isNotEmpty();
    }

    @OnEachDatabase
    void numbersWithoutGapWhenTwoIssueAtOnce(TestDatabase db) throws Exception {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        List<Callable<String>> calls = new java.util.ArrayList<>();
        for (int i = 0; i < 8; i++) {
            NewDirective directive = school.newDirective(group, "Chỉ đạo " + i);
            calls.add(() -> school.directives.issueNow(i(directive) ? school.vice : school.principal, directive, ""));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<String> call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        List<Directive> all = school.directives
                .list(school.principal, Directives.Query.ofGroup(group), PageRequest.first())
                .items();
        assertThat(all).extracting(Directive::number).doesNotHaveDuplicates().hasSize(8);
        assertThat(all).extracting(Directive::number).contains("01/2026/N01", "08/2026/N01");
        assertThat(school.directives.verify(school.principal, group)).isEmpty();
    }

    private static boolean i(NewDirective directive) {
        return directive.title().hashCode() % 2 == 0;
    }

    @OnEachDatabase
    @Regulated("MT.12.1")
    void letsOnlyTheNamedPostersIssue(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();

        assertThat(school.directives.issueNow(school.vice, school.newDirective(group, "Lịch họp"), ""))
                .isNotEmpty();
        assertThatThrownBy(() -> school.directives.issueNow(school.teacher, school.newDirective(group, "Tự ý"), ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("MT.12.1"));
        assertThat(school.acts.refused()).hasSize(1);
    }

    @OnEachDatabase
    @Regulated("BC.5.1")
    void refusesALongDirectiveAndOneWithoutOrWithPastDeadline(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective right = school.newDirective(group, "Nộp báo cáo");
        NewDirective tooLong = with(right, "a".repeat(2001), right.deadline());
        NewDirective openEnded = with(right, right.text(), Optional.empty());
        NewDirective past = with(right, right.text(), Optional.of(school.clock.instant()));

        for (NewDirective wrong : List.of(tooLong, openEnded, past)) {
            assertThatThrownBy(() -> school.directives.issueNow(school.principal, wrong, ""))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.clause()).contains("BC.5.1"));
        }
        NewDirective justRight = with(right, "ệ".repeat(2000), right.deadline());
        assertThat(school.directives.issueNow(school.principal, justRight, "")).isNotEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.6.8")
    void refusesTheEleventhPictureOfAnEventOverAllItsDirectives(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective first = school.about(
                school.newDirective(group, "Khai giảng", school.pictures(school.principal, 7)), "Lễ khai giảng");
        school.directives.issueNow(school.principal, first, "");

        NewDirective tooMany = school.about(
                school.newDirective(group, "Khai giảng, tiếp", school.pictures(school.principal, 4)), "lễ KHAI giảng");
        assertThatThrownBy(() -> school.directives.issueNow(school.principal, tooMany, ""))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.clause()).contains("BC.6.8");
                    assertThat(refused.args()).startsWith(11, 10, 1, 7);
                });
        NewDirective three = school.about(
                school.newDirective(group, "Khai giảng, tiếp", school.pictures(school.principal, 3)), "Lễ khai giảng");
        assertThat(school.directives.issueNow(school.principal, three, "")).isNotEmpty();
        NewDirective eleven = school.newDirective(group, "Ảnh", school.pictures(school.principal, 11));
        assertThatThrownBy(() -> school.directives.issueNow(school.principal, eleven, ""))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.too-many-images");
    }

    @OnEachDatabase
    void leavesNothingBehindWhenRefused(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective eleven = school.newDirective(group, "Ảnh", school.pictures(school.principal, 11));

        assertThatThrownBy(() -> school.directives.issueNow(school.principal, eleven, ""))
                .isInstanceOf(Refused.class);

        assertThat(school.directives
                        .list(school.principal, Directives.Query.ofGroup(group), PageRequest.first())
                        .items())
                .isEmpty();
        String next = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        assertThat(school.directives.get(school.principal, next).number()).isEqualTo("01/2026/N01");
    }

    @OnEachDatabase
    @Regulated({"BC.3.2", "BC.4.1"})
    void keepsNothingOfWhatScreeningRefuses(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        school.screening.refuse("TỐI MẬT", "BC.3.2", "screening.secrecy-marking");
        NewDirective secret = with(
                school.newDirective(group, "Chuyển văn bản"), "TỐI MẬT\nKế hoạch 12", Optional.of(school.deadline()));

        assertThatThrownBy(() -> school.directives.draft(school.principal, secret, ""))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.clause()).contains("BC.3.2");
                    assertThat(refused.toString()).doesNotContain("Kế hoạch 12");
                });
        assertThat(school.directives
                        .list(school.principal, Directives.Query.ofGroup(group), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.5.2")
    void letsOnlyLeadersPinAFewWithAReason(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String one = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        String two = school.directives.issueNow(school.principal, school.newDirective(group, "Hai"), "");
        String three = school.directives.issueNow(school.vice, school.newDirective(group, "Ba"), "");

        assertThatThrownBy(() -> school.directives.pin(school.vice, three, "Quan trọng"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> school.directives.pin(school.principal, one, " "))
                .isInstanceOf(Invalid.class);
        school.directives.pin(school.principal, one, "Cả năm học");
        school.directives.pin(school.principal, two, "Tuần này");
        assertThatThrownBy(() -> school.directives.pin(school.principal, three, "Nữa"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("BC.5.2"));
        school.directives.unpin(school.principal, one);
        school.directives.pin(school.principal, three, "Tuần này");

        assertThat(school.directives.get(school.teacher, three).standing().pinReason())
                .isEqualTo("Tuần này");
        assertThat(school.directives.verify(school.principal, group)).isEmpty();
    }

    @OnEachDatabase
    @Regulated({"BC.6.3", "BC.6.4"})
    void followsEachRecipientFromDeliveryToAcknowledgement(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Nộp báo cáo"), "");
        String key = "group.directive:" + id + ":" + SchoolFixture.TEACHER;
        assertThat(school.duties.byKey(key)).hasValueSatisfying(duty -> {
            assertThat(duty.clause()).isEqualTo("BC.6.3");
            assertThat(duty.dueAt()).isEqualTo(school.deadline());
            assertThat(duty.state()).isEqualTo(Duty.State.OPEN);
        });

        school.directives.list(school.teacher, Directives.Query.myInbox(), PageRequest.first());
        assertThat(receipt(school, id).stage()).isEqualTo(ReceiptStage.DELIVERED);
        school.directives.read(school.teacher, id);
        assertThat(receipt(school, id).stage()).isEqualTo(ReceiptStage.READ);
        assertThat(school.duties.byKey(key).orElseThrow().state()).isEqualTo(Duty.State.OPEN);
        school.directives.acknowledge(school.teacher, id);
        school.directives.acknowledge(school.teacher, id);

        assertThat(receipt(school, id).stage()).isEqualTo(ReceiptStage.ACKNOWLEDGED);
        assertThat(receipt(school, id).late()).isFalse();
        assertThat(school.duties.byKey(key).orElseThrow().state()).isEqualTo(Duty.State.DONE);
        ReceiptSummary summary = school.directives.summary(school.principal, id);
        assertThat(summary.recipients()).isEqualTo(4);
        assertThat(summary.fulfilled()).isEqualTo(1);
        assertThat(summary.byStage()).containsEntry(ReceiptStage.PENDING, 3);
        assertThat(school.acts.done().stream().filter(act -> act.action().equals("group.acknowledge-directive")))
                .hasSize(1);
    }

    @OnEachDatabase
    @Regulated("BC.6.3")
    void showsWhoIsLateAndListsThoseWhoDidLeastFirst(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Nộp báo cáo"), "");
        school.directives.acknowledge(school.clerk, id);
        school.clock.advance(Duration.ofDays(3));
        school.directives.acknowledge(school.teacher, id);

        var first = school.directives.receipts(school.principal, id, ReceiptFilter.all(), PageRequest.first(3));
        var second =
                school.directives.receipts(school.principal, id, ReceiptFilter.all(), new PageRequest(3, first.next()));

        assertThat(first.items())
                .extracting(Receipt::name)
                .containsExactly("Đỗ Minh Ánh", "Lê Quang Vinh", "Nguyễn Hải Đăng");
        assertThat(second.items()).extracting(Receipt::name).containsExactly("Phạm Thu Hà");
        assertThat(first.items()).allMatch(Receipt::late);
        assertThat(second.items()).noneMatch(Receipt::late);
        assertThat(school.directives.summary(school.principal, id).late()).isEqualTo(3);
        assertThatThrownBy(
                        () -> school.directives.receipts(school.teacher, id, ReceiptFilter.all(), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void freezesTheRecipientsAtIssue(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Nộp báo cáo"), "");

        school.directory.person("p-late", "Mai Thanh Tùng");

        assertThat(school.receipts.recipientIds(id)).hasSize(4).doesNotContain("p-late");
        assertThat(school.directives.verify(school.principal, group)).isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.4.5")
    void refusesRecipientsOutsideTheGroup(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.groups.register(
                school.principal, school.newGroup("Chi ủy", MemberRule.units(SchoolFixture.PARTY)), "");
        NewDirective directive = school.to(school.newDirective(group, "Họp"), SchoolFixture.TEACHER);

        assertThatThrownBy(() -> school.directives.preview(school.principal, directive))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("BC.4.5"));
        assertThat(school.directives.preview(school.principal, school.to(directive, SchoolFixture.VICE)))
                .extracting(Person::fullName)
                .containsExactly("Lê Quang Vinh");
    }

    @OnEachDatabase
    void correctsOnlyByADirectiveThatReplaces(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String wrong = school.directives.issueNow(school.principal, school.newDirective(group, "Họp 8 giờ"), "");

        String right = school.directives.issueNow(
                school.principal, school.replacing(school.newDirective(group, "Họp 9 giờ"), wrong), "");

        Directive old = school.directives.get(school.teacher, wrong);
        assertThat(old.state()).isEqualTo(DirectiveState.SUPERSEDED);
        assertThat(old.standing().replacedBy()).contains(right);
        assertThat(school.duties
                        .byKey("group.directive:" + wrong + ":" + SchoolFixture.TEACHER)
                        .orElseThrow()
                        .state())
                .isEqualTo(Duty.State.WITHDRAWN);
        assertThatThrownBy(() -> school.directives.acknowledge(school.teacher, wrong))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> school.directives.issueNow(
                        school.principal, school.replacing(school.newDirective(group, "Họp 10 giờ"), wrong), ""))
                .isInstanceOf(Conflict.class);
        assertThat(school.directives.verify(school.principal, group)).isEmpty();
    }

    @OnEachDatabase
    void showsDraftsToTheirAuthorOnlyAndDirectivesToThoseConcerned(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String draft = school.directives.draft(school.vice, school.newDirective(group, "Nháp"), "");
        String issued = school.directives.issueNow(
                school.principal, school.to(school.newDirective(group, "Riêng"), SchoolFixture.TEACHER), "");

        assertThatThrownBy(() -> school.directives.get(school.principal, draft)).isInstanceOf(NotFound.class);
        assertThat(school.directives
                        .list(school.teacher, Directives.Query.myInbox(), PageRequest.first())
                        .items())
                .extracting(Directive::id)
                .containsExactly(issued);
        assertThat(school.directives
                        .list(school.clerk, Directives.Query.myInbox(), PageRequest.first())
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> school.directives.acknowledge(school.clerk, issued))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void givesTheOwnReceiptsOfAWholeList(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String one = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        String two = school.directives.issueNow(school.principal, school.newDirective(group, "Hai"), "");
        String draft = school.directives.draft(school.principal, school.newDirective(group, "Ba"), "");
        school.directives.acknowledge(school.teacher, one);

        Map<String, Receipt> mine = school.directives.myReceipts(school.teacher, List.of(one, two, draft, "nothing"));

        assertThat(mine).containsOnlyKeys(one, two);
        assertThat(mine.get(one).stage()).isEqualTo(ReceiptStage.ACKNOWLEDGED);
        assertThat(mine.get(two).personId()).isEqualTo(SchoolFixture.TEACHER);
        assertThat(school.directives.myReceipts(school.principal, List.of(one))).isEmpty();
        assertThat(school.directives.myReceipts(school.teacher, List.of())).isEmpty();
    }

    @OnEachDatabase
    void refusesCursorsOfOtherLists(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        Directives.Query all = Directives.Query.ofGroup(group);

        for (String hostile : List.of("", "~", "a\u0000", Cursor.of("group.groups", "a", id), "9".repeat(100_000))) {
            PageRequest page = new PageRequest(5, Optional.of(hostile));
            assertThatThrownBy(() -> school.directives.list(school.principal, all, page))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> school.directives.receipts(school.principal, id, ReceiptFilter.all(), page))
                    .isInstanceOf(Invalid.class);
        }
        assertThat(school.directives
                        .receipts(
                                school.principal,
                                id,
                                ReceiptFilter.all(),
                                school.directives
                                        .receipts(school.principal, id, ReceiptFilter.all(), PageRequest.first(1))
                                        .next()
                                        .map(next -> new PageRequest(1, Optional.of(next)))
                                        .orElseThrow())
                        .items())
                .hasSize(1);
    }

    @OnEachDatabase
    void issuesOnceForTheSameKey(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective directive = school.newDirective(group, "Nộp báo cáo");

        String first = school.directives.issueNow(school.principal, directive, "k1");

        assertThat(school.directives.issueNow(school.principal, directive, "k1"))
                .isEqualTo(first);
        assertThat(school.directives
                        .list(school.principal, Directives.Query.ofGroup(group), PageRequest.first())
                        .items())
                .hasSize(1);
    }

    @OnEachDatabase
    void refusesBrokenText(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective right = school.newDirective(group, "Nộp báo cáo");

        assertThatThrownBy(() ->
                        school.directives.draft(school.principal, with(right, "abc\ud800def", right.deadline()), ""))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        school.directives.draft(school.principal, with(right, "abc\u0000def", right.deadline()), ""))
                .isInstanceOf(Invalid.class);
        String nfd = java.text.Normalizer.normalize("Nộp báo cáo tổ", java.text.Normalizer.Form.NFD);
        String id = school.directives.draft(school.principal, with(right, nfd, right.deadline()), "");
        assertThat(school.directives.get(school.principal, id).content().text()).isEqualTo("Nộp báo cáo tổ");
    }

    @OnEachDatabase
    @Regulated("BC.5.5")
    void showsWhatWentToChosenPeopleToThemAndToWhoLeadsOrOverseesAlone(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        for (int i = 0; i < 5; i++) {
            school.directives.issueNow(
                    school.vice, school.to(school.newDirective(group, "Riêng " + i), SchoolFixture.TEACHER), "");
        }
        String open = school.directives.issueNow(school.vice, school.newDirective(group, "Chung"), "");
        String last = school.directives.issueNow(
                school.vice, school.to(school.newDirective(group, "Riêng"), SchoolFixture.TEACHER), "");
        Directives.Query all = Directives.Query.ofGroup(group);

        assertThat(school.directives
                        .list(school.otherTeacher, all, PageRequest.first(2))
                        .items())
                .extracting(Directive::id)
                .containsExactly(open);
        assertThatThrownBy(() -> school.directives.get(school.otherTeacher, last))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> school.directives.summary(school.otherTeacher, last))
                .isInstanceOf(NotFound.class);
        // the leader, the author, who received it, and the office, which oversees
        for (Caller caller : List.of(school.principal, school.vice, school.teacher, school.clerk)) {
            assertThat(school.directives.get(caller, last).id()).isEqualTo(last);
            assertThat(Page.every(page -> school.directives.list(caller, all, new PageRequest(2, page.after())))
                            .toList())
                    .hasSize(7);
        }
        // reading all groups is not overseeing directives
        school.access.grant(school.otherTeacher, "group:read");
        assertThatThrownBy(() -> school.directives.get(school.otherTeacher, last))
                .isInstanceOf(NotFound.class);
        assertThat(school.acts.events())
                .filteredOn(event -> event.subjectId().equals(last))
                .allSatisfy(event -> assertThat(event.data())
                        .containsEntry("audience", "CHOSEN")
                        .containsEntry("title", ""));
    }

    @OnEachDatabase
    @Regulated("BC.6.4")
    void confirmsSeveralAtOnceOrNone(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String one = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        String two = school.directives.issueNow(school.principal, school.newDirective(group, "Hai"), "");
        String foreign = school.directives.issueNow(
                school.principal, school.to(school.newDirective(group, "Ba"), SchoolFixture.VICE), "");

        assertThatThrownBy(() -> school.directives.acknowledgeAll(school.teacher, List.of(one, foreign)))
                .isInstanceOf(NotFound.class);
        assertThat(receipt(school, one).acknowledgedAt()).isEmpty();
        assertThatThrownBy(() -> school.directives.acknowledgeAll(school.teacher, List.of()))
                .isInstanceOf(Invalid.class);
        assertThat(school.directives.acknowledgeAll(school.teacher, List.of(one, two, one)))
                .isEqualTo(2);
        assertThat(school.directives.acknowledgeAll(school.teacher, List.of(one, two)))
                .isZero();
        assertThat(receipt(school, two).acknowledgedAt()).isPresent();
        assertThatThrownBy(() -> school.directives.acknowledgeAll(school.principal, List.of(one)))
                .isInstanceOf(Conflict.class);
    }

    @OnEachDatabase
    void whatTheHomePageShowsIsDelivered(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String one = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        String two = school.directives.issueNow(school.principal, school.newDirective(group, "Hai"), "");

        assertThat(school.directives.unread(school.teacher, 1))
                .extracting(Directive::id)
                .containsExactly(two);
        assertThat(receipt(school, two).stage()).isEqualTo(ReceiptStage.DELIVERED);
        assertThat(receipt(school, one).stage()).isEqualTo(ReceiptStage.PENDING);
        school.directives.read(school.teacher, two);
        assertThat(school.directives.unread(school.teacher, 5))
                .extracting(Directive::id)
                .containsExactly(one);
        assertThat(school.directives.unread(school.principal, 5)).isEmpty();
        school.directives.withdraw(school.principal, one, "Gửi nhầm");
        assertThat(school.directives.unread(school.teacher, 5)).isEmpty();
    }

    @OnEachDatabase
    void pagesThroughThoseWhoAreLateAlone(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        school.directives.acknowledge(school.teacher, id);
        assertThat(school.directives
                        .receipts(school.principal, id, ReceiptFilter.late(), PageRequest.first())
                        .items())
                .isEmpty();
        school.clock.set(school.deadline().plusSeconds(60));
        school.directives.acknowledge(school.vice, id);

        List<String> late = Page.every(page -> school.directives.receipts(
                        school.principal, id, ReceiptFilter.late(), new PageRequest(1, page.after())))
                .map(Receipt::personId)
                .toList();
        assertThat(late)
                .containsExactlyInAnyOrder(SchoolFixture.VICE, SchoolFixture.CLERK, SchoolFixture.OTHER_TEACHER);
        assertThatThrownBy(
                        () -> school.directives.receipts(school.teacher, id, ReceiptFilter.late(), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        String other = school.directives.draft(school.principal, school.newDirective(group, "Nháp"), "");
        assertThat(school.directives.summaries(school.principal, List.of(id, other, "khong-co")))
                .containsOnlyKeys(id)
                .hasEntrySatisfying(id, summary -> {
                    assertThat(summary.recipients()).isEqualTo(4);
                    assertThat(summary.fulfilled()).isEqualTo(2);
                    assertThat(summary.late()).isEqualTo(3);
                });
    }

    @OnEachDatabase
    @Regulated({"BC.2.2", "BC.5.5"})
    void goesToThePeopleOfUnitsAndCampusesAmongTheMembersAsTheyWereAtIssue(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective toUnits =
                school.toUnits(school.newDirective(group, "Họp tổ"), SchoolFixture.MATHS, SchoolFixture.SECOND_CAMPUS);
        String draft = school.directives.draft(school.vice, toUnits, "");

        assertThat(school.directives.preview(school.vice, toUnits))
                .extracting(Person::id)
                .containsExactlyInAnyOrder(SchoolFixture.TEACHER, SchoolFixture.CLERK);
        assertThat(school.directives.units(school.vice, draft))
                .containsExactly(
                        new AddressedUnit(SchoolFixture.MATHS, "Tổ Toán", 2),
                        new AddressedUnit(SchoolFixture.SECOND_CAMPUS, "Cơ sở 2", 2));
        school.directives.issue(school.vice, draft, 1);
        school.directory.notMember(SchoolFixture.TEACHER, SchoolFixture.MATHS);

        assertThat(school.receipts.recipientIds(draft))
                .containsExactlyInAnyOrder(SchoolFixture.TEACHER, SchoolFixture.CLERK);
        assertThat(school.directives.units(school.clerk, draft))
                .containsExactly(
                        new AddressedUnit(SchoolFixture.MATHS, "Tổ Toán", 1),
                        new AddressedUnit(SchoolFixture.SECOND_CAMPUS, "Cơ sở 2", 2));
        assertThat(receiptsOf(school, draft, ReceiptFilter.of(SchoolFixture.MATHS)))
                .containsExactly(SchoolFixture.TEACHER);
        school.directives.acknowledge(school.clerk, draft);
        assertThat(receiptsOf(school, draft, ReceiptFilter.of(SchoolFixture.SECOND_CAMPUS)))
                .containsExactly(SchoolFixture.TEACHER, SchoolFixture.CLERK);
        school.clock.set(school.deadline().plusSeconds(60));
        assertThat(receiptsOf(
                        school,
                        draft,
                        new ReceiptFilter(Optional.empty(), true, Optional.of(SchoolFixture.SECOND_CAMPUS))))
                .containsExactly(SchoolFixture.TEACHER);
        assertThat(school.directives.verify(school.principal, group)).isEmpty();
        assertThat(school.acts.events().get(school.acts.events().size() - 1).data())
                .containsEntry("audience", "CHOSEN");
        assertThatThrownBy(() -> school.directives.get(school.otherTeacher, draft))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> receiptsOf(school, draft, ReceiptFilter.of(SchoolFixture.PARTY)))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("group.not-addressed");
    }

    @OnEachDatabase
    @Regulated({"BC.2.2", "BC.5.5"})
    void reachesThePeopleOfTheUnitsBelowOnceEachButNotThoseOfASensitiveUnit(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        below(school, "u-team", UnitType.SUBJECT_GROUP, SchoolFixture.MATHS);
        below(school, "u-class", UnitType.SCHOOL_CLASS, "u-team");
        below(school, "u-cell", UnitType.PARTY_CELL, SchoolFixture.MATHS);
        school.directory
                .member(SchoolFixture.TEACHER, "u-team")
                .member(SchoolFixture.OTHER_TEACHER, "u-class")
                .member(SchoolFixture.PRINCIPAL, "u-cell");
        NewDirective toUnits =
                school.toUnits(school.newDirective(school.schoolGroup(), "Họp tổ"), SchoolFixture.MATHS, "u-team");
        String draft = school.directives.draft(school.vice, toUnits, "");

        assertThat(school.directives.preview(school.vice, toUnits))
                .extracting(Person::id)
                .containsExactlyInAnyOrder(SchoolFixture.TEACHER, SchoolFixture.OTHER_TEACHER);
        school.directives.issue(school.vice, draft, 1);

        assertThat(school.receipts.recipientIds(draft))
                .containsExactlyInAnyOrder(SchoolFixture.TEACHER, SchoolFixture.OTHER_TEACHER);
        assertThat(school.directives.units(school.vice, draft))
                .containsExactly(
                        new AddressedUnit(SchoolFixture.MATHS, "Tổ Toán", 2), new AddressedUnit("u-team", "u-team", 2));
        assertThat(receiptsOf(school, draft, ReceiptFilter.of(SchoolFixture.MATHS)))
                .containsExactlyInAnyOrder(SchoolFixture.TEACHER, SchoolFixture.OTHER_TEACHER);
        assertThat(school.directives.verify(school.principal, toUnits.groupId()))
                .isEmpty();
    }

    private static void below(SchoolFixture school, String id, UnitType type, String above) {
        school.directory.unit(new Unit(id, type, id, Optional.of(above), Optional.empty()));
    }

    @OnEachDatabase
    @Regulated("BC.4.5")
    void refusesUnitsThatAreNotInTheGroupOrNobodyElsesConcern(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        NewDirective directive = school.newDirective(group, "Họp");
        String party = school.partyGroup();

        assertThatThrownBy(() -> school.directives.preview(school.vice, school.toUnits(directive, "u-none")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("group.no-unit");
        assertThatThrownBy(() -> school.directives.preview(school.vice, school.toUnits(directive, SchoolFixture.PARTY)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("group.unit-sensitive");
        assertThat(school.directives.preview(
                        school.principal,
                        school.toUnits(school.newDirective(party, "Họp chi bộ"), SchoolFixture.PARTY)))
                .extracting(Person::id)
                .containsExactly(SchoolFixture.VICE);
        assertThatThrownBy(() -> school.directives.preview(
                        school.principal,
                        school.toUnits(school.newDirective(party, "Họp chi bộ"), SchoolFixture.SECOND_CAMPUS)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("group.unit-outside");
        assertThatThrownBy(() -> school.directives.draft(school.vice, school.toUnits(directive, "u".repeat(27)), ""))
                .isInstanceOf(Invalid.class);
    }

    private static List<String> receiptsOf(SchoolFixture school, String id, ReceiptFilter filter) {
        return Page.every(page -> school.directives.receipts(school.vice, id, filter, new PageRequest(1, page.after())))
                .map(Receipt::personId)
                .toList();
    }

    @OnEachDatabase
    @Regulated("BC.6.3")
    void remindsAllWhoHaveNotDoneItAndNotAgainAtOnce(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        school.directives.acknowledge(school.teacher, id);

        assertThatThrownBy(() -> school.reminders.remind(school.teacher, id)).isInstanceOf(Forbidden.class);
        assertThat(school.reminders.remind(school.principal, id)).isEqualTo(3);
        assertThatThrownBy(() -> school.reminders.remind(school.clerk, id))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.reminded-lately");
        assertThat(school.notices.sentTo(SchoolFixture.TEACHER)).hasSize(1);
        assertThat(school.notices.sentTo(SchoolFixture.VICE)).hasSize(2);
        assertThat(school.reminders
                        .list(school.principal, id, PageRequest.first())
                        .items())
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(Reminder.Kind.ASKED));

        school.clock.set(school.clock.instant().plusSeconds(3600));
        for (Caller caller : List.of(school.vice, school.clerk, school.otherTeacher)) {
            school.directives.acknowledge(caller, id);
        }
        assertThatThrownBy(() -> school.reminders.remind(school.principal, id))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("group.nobody-open");
    }

    private static Receipt receipt(SchoolFixture school, String directiveId) {
        return school.directives.myReceipt(school.teacher, directiveId).orElseThrow();
    }

    private static NewDirective with(NewDirective directive, String text, Optional<java.time.Instant> deadline) {
        return new NewDirective(
                directive.groupId(),
                directive.title(),
                text,
                directive.requirement(),
                deadline,
                directive.recipients(),
                directive.event(),
                directive.attachmentIds(),
                directive.replaces());
    }
}
