package vn.quyche.group.internal.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.internal.duty.MembersEvidence;
import vn.quyche.group.internal.job.AccountRequests;
import vn.quyche.group.internal.job.GroupAttestations;
import vn.quyche.group.internal.job.GroupVacancies;
import vn.quyche.group.internal.store.JpaAccountStore;
import vn.quyche.group.internal.store.JpaDeclarationStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaHandedStore;
import vn.quyche.group.internal.store.JpaMessageKindStore;
import vn.quyche.group.internal.store.JpaVacancyStore;
import vn.quyche.testkit.FakeTables;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

/** What is around the members of groups, in a small school whose teachers have a group on Zalo. */
final class MembersFixture {

    static final String OUTSIDE = "p-guard";

    final SchoolFixture school;
    final GroupSight sight;
    final JpaGroupStore groupStore;
    final JpaAccountStore accountStore;
    final DefaultDeclarations declarations;
    final DefaultGroupDelegations delegations;
    final GroupDelegationLimit limit;
    final DefaultPlatformAccounts accounts;
    final DefaultVacancies vacancies;
    final DefaultMessageKinds kinds;
    final GroupAttestations attestations;
    final AccountRequests requests;
    final GroupVacancies vacancyJob;
    final MembersEvidence evidence;
    final Caller guard = TestCaller.person(OUTSIDE);

    MembersFixture(TestDatabase db) {
        school = new SchoolFixture(db);
        school.directory.person(OUTSIDE, "Võ Văn Tài", Post.GUARD);
        school.directory.contact(SchoolFixture.TEACHER, "0912345601", "");
        school.regulations.with("group.name-successor-within-days", 10);
        school.access.grantOwn(guard, "group:receive");
        SequentialIds ids = new SequentialIds();
        groupStore = new JpaGroupStore(school.unit.jpa());
        JpaHandedStore handed = new JpaHandedStore(school.unit.jpa());
        accountStore = new JpaAccountStore(school.unit.jpa());
        JpaDeclarationStore declarationStore = new JpaDeclarationStore(school.unit.jpa());
        JpaVacancyStore vacancyStore = new JpaVacancyStore(school.unit.jpa());
        sight = new GroupSight(groupStore, handed, school.directory, school.access, school.clock);
        DeclarationDuties duties = new DeclarationDuties(school.duties, school.regulations, sight, school.clock);
        declarations = new DefaultDeclarations(
                school.acts,
                groupStore,
                declarationStore,
                accountStore,
                sight,
                school.directory,
                school.attachments,
                new FakeTables(),
                school.regulations,
                duties,
                ids,
                school.clock);
        delegations = new DefaultGroupDelegations(
                school.acts, school.access, groupStore, handed, sight, school.directory, ids, school.clock);
        limit = new GroupDelegationLimit(sight);
        accounts = new DefaultPlatformAccounts(
                school.acts,
                school.access,
                groupStore,
                accountStore,
                sight,
                school.directory,
                school.duties,
                school.clock);
        vacancies = new DefaultVacancies(vacancyStore, sight, school.directory);
        kinds = new DefaultMessageKinds(
                school.acts,
                school.access,
                groupStore,
                new JpaMessageKindStore(school.unit.jpa()),
                sight,
                school.directives);
        attestations = new GroupAttestations(
                sight, declarationStore, duties, school.regulations, school.duties, school.unit.tx(), school.clock);
        requests = new AccountRequests(
                sight,
                accountStore,
                groupStore,
                school.directory,
                school.regulations,
                school.duties,
                school.unit.tx(),
                school.clock);
        vacancyJob = new GroupVacancies(
                sight,
                vacancyStore,
                school.directory,
                school.regulations,
                school.duties,
                ids,
                school.unit.tx(),
                school.clock);
        evidence = new MembersEvidence(
                declarationStore, accountStore, handed, vacancyStore, groupStore, school.directory, school.clock);
    }

    /** The teachers' group on Zalo, led by the vice principal. */
    String teachers() {
        return school.groups.register(
                school.principal, teachersGroup(Appointment.post(GroupRole.OWNER, Post.VICE_PRINCIPAL)), "");
    }

    NewGroup teachersGroup(Appointment... appointments) {
        return new NewGroup(
                "Tổ giáo viên",
                GroupKind.PROFESSIONAL,
                Platform.ZALO,
                "Chuyên môn",
                MemberRule.posts(Post.TEACHER, Post.VICE_PRINCIPAL),
                List.of(appointments),
                new Decision("25/QĐ-THHS", LocalDate.of(2026, 9, 1), "Trần Thị Ngọc Lan"),
                "",
                Optional.empty());
    }

    /** Reads a list that somebody uploads. */
    String read(Caller caller, String groupId, String... lines) {
        return declarations.read(caller, groupId, upload(caller, String.join("\n", lines)), "");
    }

    String upload(Caller caller, String text) {
        return school.attachments
                .receive(caller, "danh-sach.csv", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .id();
    }
}
