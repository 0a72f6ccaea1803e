package vn.quyche.demo.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.GroupMember;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.GroupDelegations;
import vn.quyche.group.api.members.GroupOperation;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.group.api.members.MessageKinds;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.PlatformAccounts;

/** Who is in the groups of the invented school, as their leaders declare it; the accounts of people; what was handed on. */
@Component(service = DemoMembers.class)
public final class DemoMembers {

    private static final LocalTime AFTERNOON = LocalTime.of(14, 10);
    /** Of so many, one gave no account, and one gave an account that nobody has verified. */
    private static final int OPEN_OF = 10;

    private static final int OPEN = 7;
    private static final int UNVERIFIED = 3;

    private final Groups groups;
    private final Declarations declarations;
    private final PlatformAccounts accounts;
    private final GroupDelegations delegations;
    private final MessageKinds kinds;

    @Activate
    public DemoMembers(
            @Reference Groups groups,
            @Reference Declarations declarations,
            @Reference PlatformAccounts accounts,
            @Reference GroupDelegations delegations,
            @Reference MessageKinds kinds) {
        this.groups = groups;
        this.declarations = declarations;
        this.accounts = accounts;
        this.delegations = delegations;
        this.kinds = kinds;
    }

    /** Enters what happened between two days. */
    void plan(DemoCalendar calendar, DemoCast cast, LocalDate first, LocalDate present) {
        DemoGroups.Ids ids = cast.groups();
        calendar.on(
                first.plusDays(2),
                LocalTime.of(9, 0),
                () -> kinds.allow(
                        cast.pioneerLeader(),
                        ids.homeroom(),
                        EnumSet.of(
                                MessageKind.DIRECTION,
                                MessageKind.PROFESSION,
                                MessageKind.MEETING,
                                MessageKind.ACTIVITY)));
        accounts(calendar, cast, first.plusDays(4));
        // the one that is overdue
        declared(calendar, present.minusDays(47), cast.unionChair(), ids.union(), 0, "");
        declared(calendar, present.minusDays(36), cast.principal(), ids.school(), 2, "");
        declared(calendar, present.minusDays(35), cast.pioneerLeader(), ids.homeroom(), 0, "");
        declared(calendar, present.minusDays(9), cast.principal(), ids.party(), 0, "");
        declared(calendar, present.minusDays(8), cast.principal(), ids.school(), 3, "");
        declared(calendar, present.minusDays(8), cast.mathsHead(), ids.maths(), 0, "");
        declared(calendar, present.minusDays(1), cast.pioneerLeader(), ids.homeroom(), 1, "Tạ Đình Khôi");
    }

    /** What runs now. */
    void now(DemoCast cast, LocalDate today) {
        delegations.hand(
                cast.pioneerLeader(),
                cast.groups().homeroom(),
                new GroupDelegations.NewHanding(
                        GroupOperation.POST,
                        DemoCast.id(cast.homeroomTeacher()),
                        today,
                        today.plusDays(14),
                        "Đi tập huấn công tác Đội, nhờ đăng thông báo thay"),
                "");
    }

    private void declared(
            DemoCalendar calendar, LocalDate day, Caller leader, String group, int missing, String outsiders) {
        calendar.on(DemoCalendar.workday(day), AFTERNOON, () -> declare(leader, group, missing, outsiders));
    }

    private void declare(Caller leader, String group, int missing, String outsiders) {
        Set<String> belong = new TreeSet<>();
        for (GroupMember member : groups.members(leader, group)) {
            belong.add(member.personId());
        }
        for (MemberDifference difference : groups.differences(leader, group)) {
            if (difference.kind() == MemberDifference.Kind.MISSING) {
                belong.add(difference.personId());
            } else {
                belong.remove(difference.personId());
            }
        }
        Set<String> ticked = belong.stream().limit(belong.size() - missing).collect(Collectors.toSet());
        Declaration draft = declarations.get(leader, declarations.tick(leader, group, ticked, outsiders, ""));
        declarations.confirm(leader, draft.id());
    }

    private void accounts(DemoCalendar calendar, DemoCast cast, LocalDate day) {
        List<Caller> people = cast.people();
        for (int place = 0; place < people.size(); place++) {
            Caller person = people.get(place);
            if (place % OPEN_OF == OPEN) {
                continue;
            }
            String phone = DemoStaff.phone(place);
            calendar.on(
                    day,
                    LocalTime.of(8, 0).plusMinutes(place * 7L),
                    () -> accounts.give(person, Platform.ZALO, phone, true, 0));
            if (place % OPEN_OF != UNVERIFIED) {
                Caller by = person.equals(cast.itOfficer()) ? cast.principal() : cast.itOfficer();
                calendar.on(
                        day.plusDays(1),
                        LocalTime.of(8, 30).plusMinutes(place * 3L),
                        () -> accounts.verify(
                                by, DemoCast.id(person), Platform.ZALO, PlatformAccount.Method.IN_GROUP, 1));
            }
        }
    }
}
