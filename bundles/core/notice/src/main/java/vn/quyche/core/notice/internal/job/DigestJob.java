package vn.quyche.core.notice.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.notice.internal.mail.MailFailure;
import vn.quyche.core.notice.internal.mail.MailServer;
import vn.quyche.core.notice.internal.mail.Outbox;
import vn.quyche.core.notice.internal.model.DigestText;
import vn.quyche.core.notice.internal.service.NoticeSettings;
import vn.quyche.core.notice.internal.store.JpaDigestStore;
import vn.quyche.core.notice.internal.store.JpaDigestStore.State;
import vn.quyche.core.notice.internal.store.JpaNoticeStore;

/**
 * Sends each member of staff one mail a school day with open duties and unread notices. A mail is written down as on its way
 * before it is handed to the server, so that it never comes twice; one that the server refused is tried again until the
 * evening.
 */
@Component(service = {Job.class, HealthCheck.class})
public final class DigestJob implements Job, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);
    private static final LocalTime LAST = LocalTime.of(18, 0);
    /** A server that refuses so many mails in a row is left alone until the next run. */
    private static final int MAX_FAILURES = 5;

    private final MailServer server;
    private final NoticeSettings settings;
    private final JpaDigestStore digests;
    private final JpaNoticeStore notices;
    private final Duties duties;
    private final SchoolCalendar calendar;
    private final Directory directory;
    private final Tx tx;
    private final Clock clock;
    private volatile String failure = "";

    @Activate
    public DigestJob(
            @Reference MailServer server,
            @Reference NoticeSettings settings,
            @Reference JpaDigestStore digests,
            @Reference JpaNoticeStore notices,
            @Reference Duties duties,
            @Reference SchoolCalendar calendar,
            @Reference Directory directory,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.server = server;
        this.settings = settings;
        this.digests = digests;
        this.notices = notices;
        this.duties = duties;
        this.calendar = calendar;
        this.directory = directory;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notice.digest";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        ZonedDateTime now = VietnamTime.at(clock.instant());
        LocalDate today = now.toLocalDate();
        boolean hour = !now.toLocalTime().isBefore(settings.sendAt())
                && now.toLocalTime().isBefore(LAST);
        if (!server.configured() || !hour || !calendar.workingDay(today)) {
            return;
        }
        Map<String, State> tried = digests.of(today);
        List<Person> waiting = directory.staff(today).stream()
                .filter(person -> !person.email().isBlank())
                .filter(person -> tried.getOrDefault(person.id(), State.FAILED) == State.FAILED)
                .filter(this::hasSomethingToRead)
                // Those that were refused before come last, so that they hold up nobody.
                .sorted(Comparator.comparing(person -> tried.containsKey(person.id())))
                .toList();
        if (!waiting.isEmpty()) {
            send(waiting, today);
        }
    }

    @Override
    public Result check() {
        if (!server.configured()) {
            return Result.ok("Chưa đặt máy chủ thư: không gửi thư hằng ngày");
        }
        return failure.isEmpty()
                ? Result.ok("Máy chủ thư đã nhận các thư hằng ngày gần nhất")
                : Result.warn("Chưa gửi được thư hằng ngày: " + failure
                        + ". Sẽ thử lại; xem host, user, password trong vn.quyche.core.notice.cfg");
    }

    private boolean hasSomethingToRead(Person person) {
        return duties.count(person.id()).open() > 0 || notices.unread(person.id()) > 0;
    }

    private void send(List<Person> people, LocalDate today) {
        String last = "";
        int failures = 0;
        try (Outbox outbox = server.open()) {
            for (Person person : people) {
                try {
                    send(outbox, person, today);
                    failures = 0;
                } catch (MailFailure e) {
                    LOG.warn("The daily mail of person {} was not taken", person.id(), e);
                    last = e.getMessage();
                    failures++;
                    if (e.connectionLost() || failures >= MAX_FAILURES) {
                        break;
                    }
                }
            }
        } catch (MailFailure e) {
            LOG.warn("The mail server cannot be used", e);
            last = e.getMessage();
        }
        failure = last;
    }

    private void send(Outbox outbox, Person person, LocalDate today) throws MailFailure {
        DigestText text = text(person.id(), today);
        put(person, today, State.SENDING);
        try {
            outbox.send(person.email(), text.subject(), text.body());
        } catch (MailFailure e) {
            // A connection that broke may have broken after the server took the mail.
            if (!e.connectionLost()) {
                put(person, today, State.FAILED);
            }
            throw e;
        }
        put(person, today, State.SENT);
    }

    private void put(Person person, LocalDate today, State state) {
        tx.run(() -> digests.put(person.id(), today, state, clock.instant()));
    }

    private DigestText text(String personId, LocalDate today) {
        Instant now = clock.instant();
        Duties.Query open = new Duties.Query(
                Optional.of(personId),
                Optional.empty(),
                Optional.of(Duty.State.OPEN),
                false,
                Optional.empty(),
                Optional.empty());
        List<Duty> first = duties.list(Caller.system(name()), open, PageRequest.first(DigestText.MAX_LINES))
                .items();
        Duties.Count count = duties.count(personId);
        List<Notice> unread = notices.list(personId, true, true, Optional.empty(), DigestText.MAX_LINES);
        return DigestText.of(
                today, first, count.open(), count.late(), unread, notices.unread(personId), settings.baseUrl(), now);
    }
}
