package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.conduct.ConductCase;
import vn.quyche.group.api.conduct.NewCase;
import vn.quyche.group.api.consultation.Answer;
import vn.quyche.group.api.consultation.AnswerKind;
import vn.quyche.group.api.consultation.Consultation;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.consultation.NewConsultation;
import vn.quyche.group.api.custody.CustodyExport;
import vn.quyche.group.api.custody.LegalHold;
import vn.quyche.group.api.members.DeclaredLine;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.GroupDelegations.NewHanding;
import vn.quyche.group.api.members.GroupOperation;
import vn.quyche.group.api.members.HandedOperation;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.PlatformAccounts;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRule;
import vn.quyche.group.api.members.PostingSuspension;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.TestDatabase;

/** What the work in groups leaves behind, in every order that its lists offer, a row or two a page, and in no other. */
class SortedListsTest {

    /** A list by two of its columns at most; equal rows go by their age. */
    private static <R> void goes(
            Function<PageRequest, Page<R>> list, Function<R, String> id, String column, List<String> expected) {
        assertThat(Pages.read(column, list).stream().map(id).toList())
                .as(column)
                .isEqualTo(expected);
        List<String> down = new ArrayList<>(expected);
        Collections.reverse(down);
        assertThat(Pages.read("-" + column, list).stream().map(id).toList())
                .as("-" + column)
                .isEqualTo(down);
        Pages.refusesNonsense(column, list);
        for (String hostile : List.of("x", "_AAAA", "", "01BBBBBBBBBBBBBBBBBBBBBBBB", "9".repeat(100_000))) {
            assertThatThrownBy(() -> list.apply(new PageRequest(1, Optional.of(hostile), Optional.of(column))))
                    .isInstanceOfSatisfying(
                            Invalid.class, bad -> assertThat(bad.code()).isEqualTo("core.bad-cursor"));
        }
    }

    @OnEachDatabase
    void directivesOfGroupsAndOfTheInbox(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        List<String> ids = new ArrayList<>();
        for (String title : List.of("Một", "Hai", "Ba", "Bốn")) {
            ids.add(school.directives.issueNow(school.principal, school.newDirective(group, title), ""));
        }
        Directives.Query ofGroup = Directives.Query.ofGroup(group);
        Directives.Query inbox = Directives.Query.myInbox();

        goes(page -> school.directives.list(school.clerk, ofGroup, page), Directive::id, "written", ids);
        goes(page -> school.directives.list(school.teacher, inbox, page), Directive::id, "written", ids);
        Directives.Query some =
                new Directives.Query(Optional.empty(), Optional.of("BA"), Optional.empty(), true, false, false, false);
        goes(page -> school.directives.list(school.teacher, some, page), Directive::id, "written", List.of(ids.get(2)));
        Pages.refusesNonsense("written", page -> school.directives.list(school.otherTeacher, inbox, page));
    }

    @OnEachDatabase
    void consultationsByTheirEndAndByTheirAge(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        Instant soon = school.clock.instant().plus(Duration.ofDays(1));
        Instant late = school.clock.instant().plus(Duration.ofDays(2));
        List<String> ids = new ArrayList<>();
        for (Instant end : List.of(late, soon, late)) {
            ids.add(school.consultations.open(
                    school.principal,
                    new NewConsultation(
                            group, "Góp ý", "", AnswerKind.TEXT, List.of(), Optional.empty(), Optional.of(end)),
                    ""));
        }
        Consultations.Query all = Consultations.Query.all();

        goes(page -> school.consultations.list(school.teacher, all, page), Consultation::id, "opened", ids);
        goes(
                page -> school.consultations.list(school.teacher, all, page),
                Consultation::id,
                "ends",
                List.of(ids.get(1), ids.get(0), ids.get(2)));
    }

    @OnEachDatabase
    void casesByTheirDayAndByTheirAge(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        Conduct conduct = DefaultConductTest.conduct(school);
        String group = school.schoolGroup();
        List<String> ids = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            ids.add(conduct.report(
                    school.teacher,
                    new NewCase(CaseKind.SUGGESTION, group, "", Optional.empty(), Optional.empty(), "Góp ý", List.of()),
                    ""));
            school.clock.advance(Duration.ofMinutes(count));
        }
        Conduct.Query all = Conduct.Query.of(CaseKind.SUGGESTION);

        for (String column : List.of("due", "opened")) {
            goes(page -> conduct.list(school.principal, all, page), ConductCase::id, column, ids);
        }
    }

    @OnEachDatabase
    void holdsAndOperationsByTheirAge(TestDatabase db) {
        MembersFixture members = new MembersFixture(db);
        SchoolFixture school = members.school;
        String group = members.teachers();
        List<String> held = new ArrayList<>();
        for (String title : List.of("Một", "Hai", "Ba")) {
            String id = school.directives.issueNow(school.vice, school.newDirective(group, title), "");
            held.add(school.custody.hold(school.clerk, id, "Thanh tra").id());
        }
        goes(page -> school.custody.holds(school.clerk, Optional.empty(), page), LegalHold::id, "laid", held);

        List<String> handed = new ArrayList<>();
        for (GroupOperation operation : List.of(GroupOperation.values()).subList(0, 2)) {
            handed.add(members.delegations.hand(
                    school.vice,
                    group,
                    new NewHanding(
                            operation,
                            SchoolFixture.TEACHER,
                            members.sight.today(),
                            members.sight.today(),
                            "Đi công tác"),
                    ""));
        }
        GroupDelegations.Query all = new GroupDelegations.Query(Optional.of(group), false);
        goes(page -> members.delegations.list(school.vice, all, page), HandedOperation::id, "given", handed);
    }

    @OnEachDatabase
    void receiptsByStageAndByName(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        school.directives.acknowledge(school.teacher, id);
        List<Receipt> byName = new ArrayList<>(school.directives
                .receipts(school.principal, id, ReceiptFilter.all(), PageRequest.first())
                .items());
        assertThat(byName).hasSizeGreaterThan(3);
        byName.sort(Comparator.comparing((Receipt receipt) -> VietnameseText.nameSortKey(receipt.name()))
                .thenComparing(Receipt::personId));
        List<Receipt> byStage = new ArrayList<>(byName);
        byStage.sort(Comparator.comparing(Receipt::stage));

        Function<PageRequest, Page<Receipt>> receipts =
                page -> school.directives.receipts(school.principal, id, ReceiptFilter.all(), page);
        assertThat(Pages.read("", receipts)).isEqualTo(byStage);
        goes(receipts, Receipt::personId, "stage", ids(byStage));
        goes(receipts, Receipt::personId, "name", ids(byName));
        ReceiptFilter pending = new ReceiptFilter(Optional.of(ReceiptStage.PENDING), false, Optional.empty());
        goes(
                page -> school.directives.receipts(school.principal, id, pending, page),
                Receipt::personId,
                "name",
                ids(byName.stream()
                        .filter(one -> one.stage() == ReceiptStage.PENDING)
                        .toList()));
        assertThatThrownBy(() -> receipts.apply(new PageRequest(
                        1, Optional.of(Cursor.of("group.receipts.stage", "CELLAR", "a", "b")), Optional.empty())))
                .isInstanceOfSatisfying(
                        Invalid.class, bad -> assertThat(bad.code()).isEqualTo("core.bad-cursor"));
    }

    private static List<String> ids(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::personId).toList();
    }

    @OnEachDatabase
    void whatIsKeptOfADirectiveAndOfAGroup(TestDatabase db) {
        MembersFixture members = new MembersFixture(db);
        SchoolFixture school = members.school;
        String group = school.schoolGroup();
        String id = school.directives.issueNow(school.principal, school.newDirective(group, "Một"), "");
        for (String reason : List.of("Thanh tra", "Kiểm tra")) {
            school.custody.export(school.clerk, id, reason);
            school.clock.advance(Duration.ofMinutes(1));
        }
        List<String> exported =
                new ArrayList<>(school.custody.exports(school.clerk, id, PageRequest.first()).items().stream()
                        .map(CustodyExport::id)
                        .toList());
        Collections.reverse(exported);
        goes(page -> school.custody.exports(school.clerk, id, page), CustodyExport::id, "exported", exported);
        school.clock.advance(Duration.ofMinutes(1));
        school.groups.change(
                school.principal,
                group,
                school.groups.get(school.principal, group).version(),
                school.newGroup("Hội đồng sư phạm", MemberRule.units(SchoolFixture.PARTY)));
        goes(
                page -> school.recognition.editions(school.principal, group, page),
                edition -> edition.since().toString(),
                "since",
                school
                        .recognition
                        .editions(school.principal, group, PageRequest.first().sorted("since"))
                        .items()
                        .stream()
                        .map(edition -> edition.since().toString())
                        .sorted()
                        .toList());
        List<PlatformAccount> accounts = members.accounts
                .list(
                        school.principal,
                        new PlatformAccounts.Query(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        PageRequest.first())
                .items();
        assertThat(accounts).isNotEmpty();
        goes(
                page -> members.accounts.list(
                        school.principal,
                        new PlatformAccounts.Query(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        page),
                account -> account.personId() + account.platform(),
                "name",
                accounts.stream()
                        .map(account -> account.personId() + account.platform())
                        .toList());
    }

    @OnEachDatabase
    void whatIsSaidOfPostingByItsDayAndItsAge(TestDatabase db) {
        SchoolFixture school = new SchoolFixture(db);
        String group = school.schoolGroup();
        LocalDate day = school.sight.today();
        List<String> said = new ArrayList<>();
        for (PostingPolicy policy : List.of(PostingPolicy.LEADERS, PostingPolicy.EVERYONE, PostingPolicy.READ_ONLY)) {
            day = day.plusDays(1);
            said.add(school.postingRights.say(school.principal, group, policy, day, "Theo nội quy của nhóm", ""));
        }
        goes(page -> school.postingRights.history(school.principal, group, page), PostingRule::id, "from", said);

        List<String> withdrawn = new ArrayList<>();
        for (String person : List.of(SchoolFixture.TEACHER, SchoolFixture.VICE)) {
            withdrawn.add(school.suspend(group, person, day));
        }
        Collections.sort(withdrawn);
        goes(
                page -> school.postingRights.suspensions(school.principal, group, true, page),
                PostingSuspension::id,
                "withdrawn",
                withdrawn);
    }

    @OnEachDatabase
    void answersByNameAndDeclaredLinesByTheirPlace(TestDatabase db) {
        MembersFixture members = new MembersFixture(db);
        SchoolFixture school = members.school;
        String group = school.schoolGroup();
        String consultation = school.consultations.open(
                school.principal,
                new NewConsultation(
                        group,
                        "Góp ý",
                        "",
                        AnswerKind.TEXT,
                        List.of(),
                        Optional.empty(),
                        Optional.of(school.clock.instant().plus(Duration.ofDays(1)))),
                "");
        for (Caller caller : List.of(school.teacher, school.otherTeacher, school.vice)) {
            school.consultations.answer(caller, consultation, 0, "Đồng ý");
        }
        Function<PageRequest, Page<Answer>> answers =
                page -> school.consultations.answers(school.principal, consultation, page);
        List<Answer> byName = new ArrayList<>(answers.apply(PageRequest.first()).items());
        byName.sort(Comparator.comparing((Answer answer) -> VietnameseText.nameSortKey(answer.name()))
                .thenComparing(Answer::personId));
        assertThat(byName).hasSize(3);
        goes(
                answers,
                Answer::personId,
                "name",
                byName.stream().map(Answer::personId).toList());

        String declaration = members.read(
                school.vice,
                members.teachers(),
                "Tên;Số điện thoại",
                "Bạn;",
                "Người Lạ;0999999999",
                "Người Lạ Hai;0999999998");
        Function<PageRequest, Page<DeclaredLine>> lines =
                page -> members.declarations.lines(school.vice, declaration, Optional.empty(), false, page);
        List<String> places = lines.apply(PageRequest.first()).items().stream()
                .map(DeclaredLine::place)
                .sorted()
                .map(String::valueOf)
                .toList();
        assertThat(places).hasSizeGreaterThan(2);
        goes(lines, line -> String.valueOf(line.place()), "place", places);
    }
}
