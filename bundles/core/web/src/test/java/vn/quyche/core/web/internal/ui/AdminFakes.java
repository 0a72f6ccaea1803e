package vn.quyche.core.web.internal.ui;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.event.DeadLetter;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.web.Health;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.web.internal.link.RegulationsLink;
import vn.quyche.core.web.internal.ui.audit.AuditUi;
import vn.quyche.core.web.internal.ui.platform.PlatformUi;
import vn.quyche.core.web.internal.ui.security.SecurityUi;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeNotices;

/** Invented accounts, roles, audit lines and modules behind the shell's own pages. */
final class AdminFakes {

    final Answering accounts = new Answering();
    final Answering roles = new Answering();
    final Answering sessions = new Answering();
    final Answering tokens = new Answering();
    final Answering delegations = new Answering();
    final Answering system = new Answering();
    final Answering trail = new Answering();
    final Answering modules = new Answering();
    final Answering deadLetters = new Answering();
    final Answering jobs = new Answering();
    private final Instant now;
    private final LocalDate today;

    AdminFakes(Clock clock) {
        this.now = clock.instant();
        this.today = VietnamTime.today(clock);
        Accounts.Account hanh = account("a1", "hanh.pt", "Phạm Thị Hạnh", Accounts.State.ACTIVE, false);
        Accounts.Account duc = account("a2", "duc.lv", "Lê Văn Đức", Accounts.State.CLOSED, true);
        accounts.on("list", a -> new Page<>(List.of(hanh, duc), Optional.of("a2")))
                .on("get", a -> a[1].equals("a2") ? duc : hanh)
                .on("mine", a -> hanh)
                .on("create", a -> new Accounts.Created(hanh, Optional.of("xanh-nắng-sông-7")))
                .on("resetPassword", a -> new Accounts.Created(hanh, Optional.of("xanh-nắng-sông-8")));
        Roles.RoleView clerk = new Roles.RoleView("RECORDS_CLERK", "", true, Set.of("group:issue", "audit:read"));
        Roles.RoleView own = new Roles.RoleView("THU_QUY", "Thủ quỹ", false, Set.of());
        Roles.Grant grant = new Roles.Grant(
                "g1",
                "a1",
                "RECORDS_CLERK",
                Roles.Reach.SCHOOL,
                Optional.empty(),
                today.minusYears(1),
                Optional.empty(),
                "QĐ 12/QĐ-THHA",
                "Trần Quang Minh",
                now);
        roles.on("list", a -> List.of(clerk, own))
                .on(
                        "permissions",
                        a -> List.of(
                                Permission.of("group:issue", Role.PRINCIPAL),
                                Permission.of("audit:read"),
                                Permission.of("audit:verify")))
                .on("grantsOf", a -> List.of(grant))
                .on("holders", a -> new Page<>(List.of(grant), Optional.empty()));
        sessions.on("mine", a -> new Page<>(List.of(session("s1", true), session("s2", false)), Optional.empty()))
                .on("list", a -> new Page<>(List.of(session("s1", false)), Optional.empty()))
                .on("endOthers", a -> 1);
        Tokens.Token token = new Tokens.Token(
                "t1",
                "a1",
                "Phạm Thị Hạnh",
                "Phần mềm kế toán",
                Set.of("group:read"),
                now,
                today.plusMonths(3),
                Optional.empty(),
                Optional.empty());
        tokens.on("mine", a -> new Page<>(List.of(token), Optional.empty()))
                .on("list", a -> new Page<>(List.of(token), Optional.empty()))
                .on("create", a -> new Tokens.Created(token, "qc_secret_1234567890"));
        SystemRegister.Entry domain = new SystemRegister.Entry(
                "e1",
                SystemRegister.Kind.DOMAIN,
                "thhoaan.edu.vn",
                "Nhà đăng ký A",
                "p2",
                today.minusYears(2),
                Optional.of(today.plusDays(20)),
                "",
                Optional.empty(),
                now,
                3);
        SystemRegister.Entry server = new SystemRegister.Entry(
                "e2",
                SystemRegister.Kind.SERVER,
                "Máy chủ phòng Tin",
                "",
                "p2",
                today.minusYears(1),
                Optional.empty(),
                "Đặt tại phòng thiết bị",
                Optional.of(today),
                now,
                1);
        system.on("list", a -> new Page<>(List.of(domain, server), Optional.of("e2")))
                .on("get", a -> a[1].equals("e2") ? server : domain)
                .on("add", a -> domain)
                .on("change", a -> domain)
                .on("end", a -> server);
        Delegations.Delegation delegation = new Delegations.Delegation(
                "d1",
                "p1",
                "Trần Quang Minh",
                "p2",
                "Lê Văn Đức",
                Set.of("group:issue"),
                Optional.empty(),
                today,
                today.plusDays(7),
                "Đi công tác",
                Set.of("BC.6.8"),
                now,
                Optional.empty(),
                Delegations.State.RUNNING);
        delegations
                .on("mine", a -> new Page<>(List.of(delegation), Optional.empty()))
                .on("list", a -> new Page<>(List.of(delegation), Optional.empty()))
                .on("get", a -> delegation)
                .on("give", a -> delegation)
                .on("delegable", a -> new TreeSet<>(Set.of("group:issue")));
        AuditLine done = line("l1", AuditLine.Outcome.DONE);
        trail.on("list", a -> new Page<>(List.of(done, line("l2", AuditLine.Outcome.REFUSED)), Optional.empty()))
                .on("get", a -> done)
                .on("lastVerification", a -> Optional.of(new AuditTrail.LastVerification(now, 12_500, 0, "")))
                .on(
                        "verify",
                        a -> new AuditTrail.Verification(
                                12_500,
                                3,
                                List.of(new AuditTrail.Fault(
                                        77, "l1", AuditTrail.Fault.Kind.ALTERED, "Dòng 77 đã bị sửa."))));
        modules.on(
                "list",
                a -> List.of(
                        module("group", "Nhóm và chỉ đạo", Modules.State.ACTIVE, false, 13),
                        module("mail", "Thư công vụ", Modules.State.AVAILABLE, false, 31),
                        module("security", "Tài khoản và quyền", Modules.State.ACTIVE, true, 0)));
        deadLetters.on(
                "list",
                a -> new Page<>(
                        List.of(new DeadLetter(
                                "x1",
                                new Event("group.directive-issued.v1", "d1", Map.of()),
                                "notice",
                                9,
                                "connection refused",
                                now)),
                        Optional.empty()));
        jobs.on(
                "list",
                a -> new Page<>(
                        List.of(
                                new Jobs.Line(
                                        "audit.seal",
                                        Duration.ofSeconds(5),
                                        Jobs.State.WAITING,
                                        Optional.of(now),
                                        Optional.empty(),
                                        0,
                                        ""),
                                new Jobs.Line(
                                        "notice.digest",
                                        Duration.ofHours(1),
                                        Jobs.State.FAILING,
                                        Optional.of(now.minusSeconds(7200)),
                                        Optional.of(now.plusSeconds(3600)),
                                        3,
                                        "java.net.ConnectException: mail"),
                                new Jobs.Line(
                                        "sample.never",
                                        Duration.ofMinutes(10),
                                        Jobs.State.RUNNING,
                                        Optional.empty(),
                                        Optional.empty(),
                                        0,
                                        "")),
                        Optional.empty()));
    }

    private Accounts.Account account(String id, String userName, String name, Accounts.State state, boolean locked) {
        return new Accounts.Account(
                id,
                userName,
                name,
                Optional.of("p1"),
                state,
                false,
                locked ? Optional.of(now.plusSeconds(600)) : Optional.empty(),
                Optional.of(now.minusSeconds(4000)),
                now.minusSeconds(9_000_000),
                Set.of("RECORDS_CLERK", "STAFF"),
                3);
    }

    private Sessions.Session session(String id, boolean current) {
        return new Sessions.Session(
                id,
                "a1",
                "Phạm Thị Hạnh",
                "10.0.0.7",
                "Mozilla/5.0 (Linux; Android 13) Chrome/131",
                now.minusSeconds(7200),
                now.minusSeconds(60),
                now.plusSeconds(9000),
                current);
    }

    private AuditLine line(String id, AuditLine.Outcome outcome) {
        boolean refused = outcome == AuditLine.Outcome.REFUSED;
        return new AuditLine(
                id,
                refused ? Optional.empty() : Optional.of(1204L),
                now,
                "a1",
                Optional.of("p1"),
                "Phạm Thị Hạnh",
                "UI",
                "10.0.0.7",
                "c1",
                "group.issue-directive",
                "group.directive",
                "d1",
                outcome,
                refused ? "group.too-many-images" : "",
                refused ? "BC.6.8" : "",
                "{\"title\":\"Cũ\",\"members\":[{\"phone\":\"1\"}]}",
                "{\"title\":\"<b>Mới</b>\",\"members\":[{\"phone\":\"1\"}]}",
                "",
                refused ? "" : "ab12".repeat(16));
    }

    private static Modules.Module module(String domain, String title, Modules.State state, boolean core, int clauses) {
        return new Modules.Module(
                domain,
                title,
                "vn.quyche." + domain,
                state == Modules.State.AVAILABLE ? "" : "1.0.0",
                state,
                core,
                clauses,
                "quyche-" + domain);
    }

    void install(UiFixture shell, Access access) {
        FakeDirectory directory = new FakeDirectory()
                .unit("to-1", UnitType.SUBJECT_GROUP, "Tổ Một")
                .person("p1", "Trần Quang Minh", Post.PRINCIPAL)
                .person("p2", "Lê Văn Đức", Post.TEACHER, Post.IT_OFFICER);
        set(shell.directory, "directory", directory);
        FakeNotices notices = new FakeNotices(shell.clock);
        notices.send(List.of(
                new NewNotice(
                        "k1",
                        "p-minh",
                        "group.directive",
                        "Chỉ đạo 25/CĐ-THHA cần xác nhận",
                        "Hạn 16 giờ hôm nay.",
                        "/sample/directives/d1"),
                new NewNotice("k2", "p-minh", "group.reply", "Lê Văn Đức đã trả lời", "", "/sample/directives/d2")));
        set(shell.notices, "notices", notices);
        var own = (java.util.function.Function<String, java.net.URL>) UiModules::shellResource;
        shell.add(
                new SecurityUi(
                        accounts.as(Accounts.class),
                        access,
                        roles.as(Roles.class),
                        sessions.as(Sessions.class),
                        tokens.as(Tokens.class),
                        delegations.as(Delegations.class),
                        system.as(SystemRegister.class),
                        shell.texts,
                        shell.directory,
                        shell.clock),
                own);
        shell.add(new AuditUi(trail.as(AuditTrail.class)), own);
        Health health = caller -> new Health.Report(
                false,
                List.of(
                        new Health.Line(
                                "database.pool",
                                HealthCheck.Status.DOWN,
                                true,
                                "Không mở được kết nối: kiểm tra máy chủ cơ sở dữ liệu."),
                        new Health.Line(
                                "screening.clamav", HealthCheck.Status.WARN, false, "Chưa cấu hình quét vi-rút."),
                        new Health.Line("audit.chain", HealthCheck.Status.OK, true, "Nhật ký toàn vẹn.")));
        shell.add(
                new PlatformUi(
                        modules.as(Modules.class),
                        health,
                        deadLetters.as(DeadLetters.class),
                        jobs.as(Jobs.class),
                        shell.texts,
                        new RegulationsLink()),
                own);
    }

    /** Puts a service where DS would. */
    private static void set(Object link, String field, Object service) {
        try {
            Field target = link.getClass().getDeclaredField(field);
            target.setAccessible(true);
            target.set(link, service);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
