package vn.quyche.group.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.directory.Post;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.GroupDelegations.NewHanding;
import vn.quyche.group.api.members.GroupOperation;
import vn.quyche.group.api.members.PlatformAccount.Method;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class MembersEvidenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @OnEachDatabase
    @Regulated({"BC.1.2", "BC.4.5", "BC.5.3", "BC.6.1", "BC.6.2", "BC.6.5", "TB.5"})
    void eachClauseHasItsProof(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        SchoolFixture school = m.school;
        assertThat(m.evidence.firstDay()).isEmpty();
        String group = m.teachers();
        m.vacancyJob.run();
        m.declarations.confirm(school.vice, m.read(school.vice, group, "Nguyễn Hải Đăng"));
        m.accounts.give(school.teacher, Platform.ZALO, "0912345601", true, 0);
        m.accounts.verify(school.vice, SchoolFixture.TEACHER, Platform.ZALO, Method.IN_GROUP, 1);
        m.delegations.hand(
                school.vice,
                group,
                new NewHanding(GroupOperation.POST, SchoolFixture.TEACHER, TODAY, TODAY, "Đi họp"),
                "");
        school.groups.change(
                school.principal,
                group,
                1,
                m.teachersGroup(
                        Appointment.post(GroupRole.OWNER, Post.VICE_PRINCIPAL),
                        Appointment.post(GroupRole.ADMIN, Post.VICE_PRINCIPAL)));
        m.vacancyJob.run();

        assertThat(m.evidence.firstDay()).contains(TODAY);
        assertThat(m.evidence.counts(TODAY, TODAY, school.clock.instant()))
                .extracting(EvidenceCount::clause, EvidenceCount::kept)
                .containsExactlyInAnyOrder(
                        tuple("BC.1.2", 1L),
                        tuple("BC.4.5", 1L),
                        tuple("BC.6.2", 1L),
                        tuple("BC.6.1", 1L),
                        tuple("BC.5.3", 1L),
                        tuple("BC.6.5", 1L),
                        tuple("TB.5", 1L));
        assertThat(lines(m, "BC.1.2", Optional.empty()))
                .extracting(Evidence::text)
                .containsExactly("Xác nhận danh sách thành viên nhóm Tổ giáo viên: 1 người");
        assertThat(m.evidence.counts(TODAY.plusDays(1), TODAY.plusDays(9), school.clock.instant()))
                .isEmpty();
    }

    @OnEachDatabase
    @Regulated("BC.4.5")
    void linesGoOnBehindTheOneBefore(TestDatabase db) {
        MembersFixture m = new MembersFixture(db);
        String group = m.teachers();
        for (int day = 0; day < 3; day++) {
            m.declarations.confirm(m.school.vice, m.read(m.school.vice, group, "Người Lạ"));
            m.school.clock.advance(Duration.ofDays(1));
        }
        List<Evidence> all = lines(m, "BC.4.5", Optional.empty());
        assertThat(all).hasSize(3).allMatch(line -> line.kind() == Evidence.Kind.VIOLATION);
        assertThat(lines(
                        m,
                        "BC.4.5",
                        Optional.of(new EvidenceQuery.Place(
                                all.get(0).at(), all.get(0).id()))))
                .isEqualTo(all.subList(1, 3));
    }

    private static List<Evidence> lines(MembersFixture m, String clause, Optional<EvidenceQuery.Place> before) {
        return m.evidence.lines(new EvidenceQuery(
                clause,
                VietnamTime.startOf(TODAY),
                VietnamTime.endOf(TODAY.plusDays(9)),
                Optional.empty(),
                before,
                10));
    }
}
