package vn.quyche.core.notice.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.notice.internal.mail.SmtpServer;
import vn.quyche.core.notice.internal.service.NoticeSettings;
import vn.quyche.core.notice.internal.service.Office;
import vn.quyche.testkit.FakeDirectory;
import vn.quyche.testkit.FakeDuties;
import vn.quyche.testkit.FakeSchoolCalendar;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class DigestJobTest {

    private final TestClock clock = TestClock.at("2026-10-05T06:00:00+07:00");
    private final FakeDuties duties = new FakeDuties(clock);
    private final FakeSchoolCalendar calendar = new FakeSchoolCalendar().holiday(LocalDate.of(2026, 10, 6));
    private final FakeDirectory directory = new FakeDirectory()
            .person("lan", "Lê Thị Lan", Post.TEACHER)
            .contact("lan", "", "lan@thta.example")
            .person("minh", "Trần Quang Minh", Post.TEACHER)
            .contact("minh", "", "minh@thta.example")
            .person("binh", "Phạm Văn Bình", Post.GUARD);
    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @OnEachDatabase
    void sendsOneMailPerPersonAndSchoolDay(TestDatabase db) throws Exception {
        Office office = office(db);
        job(office).run();
        assertThat(server.getReceivedMessages()).as("too early").isEmpty();

        clock.set(at("2026-10-05T06:31"));
        job(office).run();
        job(office).run();
        clock.set(at("2026-10-05T09:00"));
        job(office).run();
        assertThat(to()).containsExactlyInAnyOrder("lan@thta.example", "minh@thta.example");

        clock.set(at("2026-10-06T06:31"));
        job(office).run();
        assertThat(to()).as("a holiday").hasSize(2);
        clock.set(at("2026-10-07T06:31"));
        job(office).run();
        assertThat(to()).hasSize(4);
    }

    @OnEachDatabase
    void tellsOfDutiesAndNoticesInVietnamese(TestDatabase db) throws Exception {
        Office office = office(db);
        clock.set(at("2026-10-05T06:31"));
        job(office).run();

        MimeMessage mail = Arrays.stream(server.getReceivedMessages())
                .filter(one -> addressee(one).equals("lan@thta.example"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("Việc cần làm ngày 05/10/2026: 2 việc, 1 việc quá hạn");
        assertThat(mail.getFrom()[0]).hasToString("vanthu@thta.example");
        assertThat(mail.getContent().toString())
                .contains("[QUÁ HẠN] Nộp kế hoạch (hạn 05:00 ngày 05/10/2026)")
                .contains("- Xác nhận chỉ đạo (hạn 17:00 ngày 05/10/2026)")
                .contains("https://quyche.example/group/directives/d1")
                .contains("THÔNG BÁO CHƯA ĐỌC")
                .contains("Lịch họp Hội đồng trường")
                .doesNotContain("thầy", "cô ");
        assertThat(GreenMailUtil.getHeaders(mail)).contains("Auto-Submitted: auto-generated");
    }

    @OnEachDatabase
    void sendsNothingToThoseWithNothingToRead(TestDatabase db) throws Exception {
        Office office = office(db);
        duties.done("c", "");
        clock.set(at("2026-10-05T06:31"));
        job(office).run();

        assertThat(to()).containsExactly("lan@thta.example");
    }

    @OnEachDatabase
    void aServerThatIsAwayIsAStateAndIsTriedAgain(TestDatabase db) throws Exception {
        Office office = office(db);
        int port = server.getSmtp().getPort();
        server.stop();
        clock.set(at("2026-10-05T06:31"));
        DigestJob job = job(office, port, "127.0.0.1");
        job.run();
        assertThat(job.check().status()).isEqualTo(HealthCheck.Status.WARN);

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
        job.run();
        assertThat(job.check().status()).isEqualTo(HealthCheck.Status.OK);
        assertThat(to()).hasSize(2);
    }

    @OnEachDatabase
    void anAddressThatCannotBeHoldsUpNobody(TestDatabase db) throws Exception {
        Office office = office(db);
        directory.contact("lan", "", "không phải địa chỉ\r\nBcc: x@y");
        clock.set(at("2026-10-05T06:31"));
        DigestJob job = job(office);
        job.run();
        job.run();

        assertThat(to()).containsExactly("minh@thta.example");
        assertThat(job.check().status()).isEqualTo(HealthCheck.Status.WARN);
    }

    @OnEachDatabase
    void withoutAServerNothingIsWrong(TestDatabase db) {
        Office office = office(db);
        clock.set(at("2026-10-05T06:31"));
        DigestJob job = job(office, 25, "");
        job.run();

        assertThat(job.check().status()).isEqualTo(HealthCheck.Status.OK);
        assertThat(office.digests.of(LocalDate.of(2026, 10, 5))).isEmpty();
    }

    private Office office(TestDatabase db) {
        duties.assign(List.of(
                duty("a", "lan", "Xác nhận chỉ đạo", "2026-10-05T17:00"),
                duty("b", "lan", "Nộp kế hoạch", "2026-10-05T05:00"),
                duty("c", "minh", "Nộp kế hoạch", "2026-10-09T05:00"),
                duty("d", "binh", "Trực cổng", "2026-10-09T05:00")));
        Office office = Office.of(db, clock);
        office.notices.send(List.of(
                new NewNotice("n", "lan", "group.directive", "Lịch họp Hội đồng trường", "", "/group/directives/d2")));
        return office;
    }

    private DigestJob job(Office office) {
        return job(office, server.getSmtp().getPort(), "127.0.0.1");
    }

    private DigestJob job(Office office, int port, String host) {
        NoticeSettings settings = new NoticeSettings(config(port, host));
        return new DigestJob(
                new SmtpServer(settings, clock),
                settings,
                office.digests,
                office.store,
                duties,
                calendar,
                directory,
                office.unit.tx(),
                clock);
    }

    private List<String> to() {
        return Arrays.stream(server.getReceivedMessages())
                .map(DigestJobTest::addressee)
                .toList();
    }

    private static String addressee(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NewDuty duty(String key, String person, String title, String due) {
        return new NewDuty(
                key,
                "group.acknowledge",
                "BC.6.3",
                title,
                person,
                "directive",
                "d1",
                "/group/directives/d1",
                at(due),
                List.of(Duration.ofHours(1)),
                Optional.empty());
    }

    private static Instant at(String vietnamTime) {
        return OffsetDateTime.parse(vietnamTime + ":00+07:00").toInstant();
    }

    private static NoticeSettings.Config config(int port, String host) {
        return new NoticeSettings.Config() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return NoticeSettings.Config.class;
            }

            @Override
            public String host() {
                return host;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public String user() {
                return "";
            }

            @Override
            public String password() {
                return "";
            }

            @Override
            public String from() {
                return "vanthu@thta.example";
            }

            @Override
            public boolean starttls() {
                return false;
            }

            @Override
            public String base_url() {
                return "https://quyche.example/";
            }

            @Override
            public String send_at() {
                return "06:30";
            }
        };
    }
}
