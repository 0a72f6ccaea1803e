package vn.quyche.demo.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.DemoTime;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;

/** Loads the demo school once, where nobody has been entered yet. The platform is not ready before it is done. */
@Component(immediate = true)
public final class DemoSchool implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSchool.class);
    private static final Set<Post> HEADS =
            EnumSet.of(Post.PARTY_SECRETARY, Post.UNION_CHAIR, Post.YOUTH_SECRETARY, Post.PIONEER_LEADER);

    private final Directory directory;
    private final Structure structure;
    private final People people;
    private final Accounts accounts;
    private final Groups groups;
    private final Directives directives;
    private final Notices notices;
    private final DemoMembers membership;
    private final DemoMeetings meetings;
    private final DemoOversight oversight;
    private final DemoPapers papers;
    private final DemoSigning signing;
    private final Clock clock;
    private final DemoTime time;
    private final Path list;
    private final Caller system = Caller.system("demo");
    private final Thread loading = new Thread(this::load, "quyche-demo");
    private volatile Result state = Result.down("Trường mẫu đang được dựng");

    @Activate
    public DemoSchool(
            BundleContext context,
            @Reference Directory directory,
            @Reference Structure structure,
            @Reference People people,
            @Reference Accounts accounts,
            @Reference Groups groups,
            @Reference Directives directives,
            @Reference Notices notices,
            @Reference DemoMembers membership,
            @Reference DemoMeetings meetings,
            @Reference DemoOversight oversight,
            @Reference DemoPapers papers,
            @Reference DemoSigning signing,
            @Reference Clock clock,
            @Reference DemoTime time) {
        this.directory = directory;
        this.structure = structure;
        this.people = people;
        this.accounts = accounts;
        this.groups = groups;
        this.directives = directives;
        this.notices = notices;
        this.membership = membership;
        this.meetings = meetings;
        this.oversight = oversight;
        this.papers = papers;
        this.signing = signing;
        this.clock = clock;
        this.time = time;
        this.list = Path.of(context.getProperty("quyche.data"), "demo-accounts.txt");
        loading.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        loading.interrupt();
        loading.join(10_000);
    }

    @Override
    public String name() {
        return "demo.school";
    }

    @Override
    public boolean essential() {
        return true;
    }

    @Override
    public Result check() {
        return state;
    }

    private void load() {
        try {
            if (directory.staff(VietnamTime.today(clock)).isEmpty()) {
                Runnable rest = fill();
                time.end();
                state = Result.ok("Trường mẫu đã được dựng");
                rest.run();
            } else {
                state = Result.ok("Đã có người trong danh bạ nên không dựng trường mẫu");
            }
        } catch (InterruptedException stopped) {
            LOG.info("The demo school stays without a part of its past: the platform stops");
        } catch (RuntimeException e) {
            LOG.error("The demo school could not be loaded", e);
            // The platform works without it: people shall get in and see what is wrong.
            state = Result.warn("Trường mẫu chưa dựng được trọn vẹn: " + e.getMessage());
        } finally {
            time.end();
        }
    }

    /** Gives what may still be done while people look at it: signing, whose first turn takes seconds. */
    private Runnable fill() throws InterruptedException {
        LocalDate today = VietnamTime.today(clock);
        LocalDate august = today.withMonth(8).withDayOfMonth(15);
        DemoStaff staff =
                new DemoStaff(structure, people, system, august.isAfter(today) ? august.minusYears(1) : august);
        List<DemoStaff.Member> members = staff.enter();
        String password = password();
        Map<String, Caller> callers = new HashMap<>();
        for (DemoStaff.Member member : members) {
            callers.put(member.id(), account(member, password));
        }
        String pin = DemoSigning.pin();
        writeList(members, password, pin);
        DemoGroups registered = new DemoGroups(groups, directives, clock, members, member -> callers.get(member.id()));
        DemoGroups.Ids ids = registered.register(staff);
        DemoCast cast = new DemoCast(
                ids, members.stream().map(member -> callers.get(member.id())).toList());
        if (time.past()) {
            LocalDate present = VietnamTime.at(time.present()).toLocalDate();
            new DemoPast(directives, time, clock, callers, caller(callers, members, 0), caller(callers, members, 1))
                    .play(ids, staff, calendar -> {
                        membership.plan(calendar, cast, today, present);
                        meetings.plan(calendar, cast, present);
                        oversight.plan(calendar, cast, today, present);
                        papers.plan(calendar, cast, present);
                        signing.plan(calendar, cast, pin, time.present());
                    });
            time.end();
            callers.values().forEach(notices::readAll);
        }
        registered.direct(ids, List.of(staff.firstSubjectGroup(), staff.secondCampus()));
        LocalDate day = VietnamTime.today(clock);
        membership.now(cast, day);
        meetings.now(cast);
        oversight.now(cast, day);
        papers.now(cast);
        return signing.now(cast, pin);
    }

    private static Caller caller(Map<String, Caller> callers, List<DemoStaff.Member> members, int place) {
        return callers.get(members.get(place).id());
    }

    /** Makes the account and takes its first password change, so that one password opens all demo accounts. */
    private Caller account(DemoStaff.Member member, String password) {
        Accounts.Created created = accounts.create(
                system,
                "",
                new Accounts.NewAccount(
                        member.userName(), member.name(), Optional.of(member.id()), roles(member.post())));
        Caller caller = new Caller(
                created.account().id(),
                Optional.of(member.id()),
                member.name(),
                Door.SYSTEM,
                "",
                "demo",
                Locale.forLanguageTag("vi"),
                Optional.empty());
        accounts.changePassword(caller, created.initialPassword().orElseThrow(), password, Optional.empty());
        return caller;
    }

    /** Everybody is staff; some are more. */
    private static Set<String> roles(Post post) {
        Role role = switch (post) {
            case PRINCIPAL -> Role.PRINCIPAL;
            case VICE_PRINCIPAL -> Role.VICE_PRINCIPAL;
            case RECORDS_CLERK -> Role.RECORDS_CLERK;
            case IT_OFFICER -> Role.ADMIN;
            case GUARD, HEAD_OF_GUARDS -> Role.GUARD;
            default -> HEADS.contains(post) ? Role.UNIT_HEAD : Role.STAFF;
        };
        return role == Role.STAFF ? Set.of(role.name()) : Set.of(Role.STAFF.name(), role.name());
    }

    private void writeList(List<DemoStaff.Member> members, String password, String pin) {
        List<String> lines = new ArrayList<>();
        lines.add("Demo accounts, password " + password);
        Map<Post, String> shown = Map.of(
                Post.PRINCIPAL, "Hiệu trưởng",
                Post.VICE_PRINCIPAL, "Phó hiệu trưởng",
                Post.RECORDS_CLERK, "Văn thư",
                Post.IT_OFFICER, "Quản trị (CNTT)",
                Post.TEACHER, "Giáo viên",
                Post.HEAD_OF_GUARDS, "Bảo vệ");
        Set<Post> done = EnumSet.noneOf(Post.class);
        for (DemoStaff.Member member : members) {
            if (shown.containsKey(member.post()) && done.add(member.post())) {
                lines.add(
                        String.format("  %-12s %-24s %s", member.userName(), member.name(), shown.get(member.post())));
            }
        }
        lines.add("Signing PIN " + pin
                + " for the keys of principal, vice principal and clerk (the seal); their authority is"
                + " invented, no one else believes it; copies of the keys are in "
                + DemoSigning.keyFiles(Path.of("")));
        try {
            Files.write(list, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder word = new StringBuilder("hoasen-");
        for (int i = 0; i < 8; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.append('-').append(100 + random.nextInt(900)).toString();
    }
}
