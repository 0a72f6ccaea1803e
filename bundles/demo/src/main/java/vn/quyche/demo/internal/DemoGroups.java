package vn.quyche.demo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.Decision;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.GroupKind;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.NewGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.Requirement;

/** Registers the groups of the invented school and issues directives in each state, each act by the person who may. */
final class DemoGroups {

    private final Groups groups;
    private final Directives directives;
    private final Clock clock;
    private final List<DemoStaff.Member> members;
    private final Function<DemoStaff.Member, Caller> callers;
    private final Caller principal;
    private final Caller vice;

    DemoGroups(
            Groups groups,
            Directives directives,
            Clock clock,
            List<DemoStaff.Member> members,
            Function<DemoStaff.Member, Caller> callers) {
        this.groups = groups;
        this.directives = directives;
        this.clock = clock;
        this.members = members;
        this.callers = callers;
        this.principal = callers.apply(members.get(0));
        this.vice = callers.apply(members.get(1));
    }

    /**
     * The groups that directives go to.
     *
     * @param school everybody
     * @param party the party cell
     * @param union the trade union
     * @param homeroom homeroom teachers
     * @param maths a subject group
     */
    record Ids(String school, String party, String union, String homeroom, String maths) {}

    /** Registers the groups and confirms their members. */
    Ids register(DemoStaff staff) {
        String school = register(
                "Hội đồng sư phạm THHS",
                GroupKind.SCHOOL,
                MemberRule.everybody(),
                Appointment.post(GroupRole.OWNER, Post.PRINCIPAL),
                Appointment.post(GroupRole.DEPUTY, Post.VICE_PRINCIPAL),
                Appointment.post(GroupRole.ADMIN, Post.IT_OFFICER));
        String party = register(
                "Chi bộ THHS",
                GroupKind.PARTY_CELL,
                MemberRule.units(staff.partyCell()),
                Appointment.post(GroupRole.OWNER, Post.PARTY_SECRETARY),
                Appointment.post(GroupRole.ADMIN, Post.PARTY_SECRETARY));
        String union = register(
                "Công đoàn THHS",
                GroupKind.TRADE_UNION,
                MemberRule.units(staff.union()),
                Appointment.post(GroupRole.OWNER, Post.UNION_CHAIR),
                Appointment.post(GroupRole.ADMIN, Post.UNION_CHAIR));
        String homeroom = register(
                "Giáo viên chủ nhiệm – Liên đội",
                GroupKind.HOMEROOM,
                MemberRule.posts(Post.HOMEROOM_TEACHER, Post.PIONEER_LEADER, Post.ACCOUNTANT, Post.RECORDS_CLERK),
                Appointment.post(GroupRole.OWNER, Post.PIONEER_LEADER),
                Appointment.post(GroupRole.ADMIN, Post.PIONEER_LEADER),
                Appointment.post(GroupRole.POSTER, Post.PRINCIPAL),
                Appointment.post(GroupRole.POSTER, Post.VICE_PRINCIPAL));
        String maths = register(
                "Tổ Toán – Tin THHS",
                GroupKind.PROFESSIONAL,
                MemberRule.units(staff.firstSubjectGroup()),
                Appointment.post(GroupRole.OWNER, Post.SUBJECT_HEAD, staff.firstSubjectGroup()),
                Appointment.post(GroupRole.ADMIN, Post.SUBJECT_HEAD, staff.firstSubjectGroup()),
                Appointment.post(GroupRole.POSTER, Post.VICE_PRINCIPAL));
        confirm(school, 4);
        confirm(party, 0);
        confirm(homeroom, 2);
        confirm(maths, 0);
        return new Ids(school, party, union, homeroom, maths);
    }

    /**
     * Issues what is under way now: in each state one.
     *
     * @param units to which one of them goes
     */
    void direct(Ids ids, List<String> units) {
        String school = ids.school();
        String homeroom = ids.homeroom();
        String report = issue(
                principal,
                school,
                "Nộp báo cáo sơ kết tháng 11",
                "Các tổ gửi báo cáo sơ kết tháng 11 về văn phòng. Tổ trưởng chịu trách nhiệm số liệu. Mẫu như tháng trước.",
                Requirement.ACKNOWLEDGE,
                Duration.ofDays(3));
        for (DemoStaff.Member member : members.subList(2, 40)) {
            Caller caller = callers.apply(member);
            directives.read(caller, report);
            if (member.hashCode() % 3 != 0) {
                directives.acknowledge(caller, report);
            }
        }
        directives.pin(principal, report, "Việc của cả trường trong tuần");
        String drill = issue(
                principal,
                school,
                "Diễn tập phòng cháy chữa cháy",
                "Toàn trường diễn tập lúc 15 giờ thứ Sáu tại sân Khu A. Bảo vệ mở cả hai cổng từ 14 giờ 45.",
                Requirement.READ,
                Duration.ofDays(5));
        directives.withdraw(principal, drill, "Hoãn do thời tiết, có lịch mới sau");
        String wrong = issue(
                vice,
                school,
                "Họp hội đồng lúc 8 giờ",
                "Họp hội đồng sư phạm lúc 8 giờ sáng thứ Bảy tại phòng họp Khu A.",
                Requirement.ACKNOWLEDGE,
                Duration.ofDays(2));
        directives.issueNow(
                vice,
                text(
                        school,
                        "Họp hội đồng lúc 9 giờ",
                        "Họp hội đồng sư phạm lúc 9 giờ sáng thứ Bảy tại phòng họp Khu A. Thay cho giờ đã báo.",
                        Requirement.REPLY,
                        Duration.ofDays(2),
                        Optional.of(wrong)),
                "");
        issue(
                vice,
                homeroom,
                "Báo sĩ số đầu giờ",
                "Giáo viên chủ nhiệm báo sĩ số và học sinh vắng không phép của lớp.",
                Requirement.COMPLETE,
                Duration.ofMinutes(2));
        NewDirective some = text(
                school,
                "Rà soát thiết bị phòng máy",
                "Tổ Toán – Tin và Khu B kiểm tra máy tính, máy chiếu của phòng học, báo hỏng hóc về văn phòng.",
                Requirement.COMPLETE,
                Duration.ofDays(4),
                Optional.empty());
        String toUnits = directives.issueNow(
                vice,
                new NewDirective(
                        school,
                        some.title(),
                        some.text(),
                        some.requirement(),
                        some.deadline(),
                        List.of(),
                        units,
                        "",
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                "");
        directives
                .receipts(vice, toUnits, ReceiptFilter.of(units.get(0)), PageRequest.first(3))
                .items()
                .forEach(receipt -> directives.complete(reader(receipt), toUnits, "Đã kiểm tra, không hỏng"));
        directives.draft(
                vice,
                text(
                        school,
                        "Kiểm tra hồ sơ chuyên môn học kỳ I",
                        "Các tổ chuẩn bị hồ sơ theo kế hoạch đầu năm.",
                        Requirement.ACKNOWLEDGE,
                        Duration.ofDays(7),
                        Optional.empty()),
                "");
    }

    private Caller reader(Receipt receipt) {
        return members.stream()
                .filter(member -> member.id().equals(receipt.personId()))
                .findFirst()
                .map(callers)
                .orElseThrow();
    }

    private String issue(Caller by, String group, String title, String body, Requirement requirement, Duration within) {
        return directives.issueNow(by, text(group, title, body, requirement, within, Optional.empty()), "");
    }

    private NewDirective text(
            String group,
            String title,
            String body,
            Requirement requirement,
            Duration within,
            Optional<String> replaces) {
        Instant deadline = clock.instant().plus(within);
        return new NewDirective(
                group, title, body, requirement, Optional.of(deadline), List.of(), "", List.of(), replaces);
    }

    private String register(String name, GroupKind kind, MemberRule rule, Appointment... appointments) {
        return groups.register(
                principal,
                new NewGroup(
                        name,
                        kind,
                        Platform.ZALO,
                        "Chỉ đạo, điều hành và trao đổi công việc",
                        rule,
                        List.of(appointments),
                        new Decision(
                                "42/QĐ-THHS",
                                VietnamTime.today(clock),
                                members.get(0).name()),
                        "",
                        Optional.empty()),
                "");
    }

    /** Confirms all members but the last few, so that there is something to settle. */
    private void confirm(String group, int left) {
        List<String> missing = groups.differences(principal, group).stream()
                .map(MemberDifference::personId)
                .toList();
        Set<String> joined = missing.subList(0, missing.size() - left).stream().collect(Collectors.toSet());
        groups.confirmJoined(principal, group, joined);
    }
}
