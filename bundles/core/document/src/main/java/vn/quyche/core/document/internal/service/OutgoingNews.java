package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.SchoolCalendar;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.security.Caller;

/** Tells people what an outgoing document wants of them, and lays the clerk's duty to issue in time. */
@Component(service = OutgoingNews.class)
public final class OutgoingNews {

    /** The kind of thing that an outgoing document is. */
    static final String OUTGOING = "document.outgoing";

    private static final String ISSUE = "document.issue";

    private final Directory directory;
    private final Notices notices;
    private final Duties duties;
    private final SchoolCalendar calendar;
    private final Clock clock;

    @Activate
    public OutgoingNews(
            @Reference Directory directory,
            @Reference Notices notices,
            @Reference Duties duties,
            @Reference SchoolCalendar calendar,
            @Reference Clock clock) {
        this.directory = directory;
        this.notices = notices;
        this.duties = duties;
        this.calendar = calendar;
        this.clock = clock;
    }

    void submitted(OutgoingDocument document) {
        tell(document, List.of(document.approverId()), "Chờ duyệt: ", document.authorName() + " trình");
    }

    void sentBack(OutgoingDocument document) {
        tell(document, List.of(document.authorId()), "Trả lại: ", document.reason());
    }

    void approved(OutgoingDocument document) {
        tell(document, clerks(), "Chờ cấp số: ", document.approvedBy() + " đã duyệt");
    }

    void numbered(OutgoingDocument document) {
        tell(document, List.of(document.signerId()), "Chờ ký: ", "Số " + document.code());
    }

    /** The day of signing or, at the latest, the next working day; urgent ones on that day (NĐ 30/2020, Điều 18). */
    void signed(OutgoingDocument document) {
        Instant now = clock.instant();
        LocalDate today = VietnamTime.today(clock);
        Instant due =
                document.urgency() == Urgency.NORMAL ? calendar.afterWorkingDays(now, 1) : VietnamTime.endOf(today);
        duties.assign(clerks().stream()
                .map(clerk -> new NewDuty(
                        key(document, clerk),
                        ISSUE,
                        "",
                        VietnameseText.line("Phát hành " + document.code() + " – " + document.subject()),
                        clerk,
                        OUTGOING,
                        document.id(),
                        link(document),
                        due,
                        List.of(Duration.ofHours(4)),
                        List.of(new Escalation(Duration.ZERO, new Escalation.To.Office()))))
                .toList());
        tell(document, clerks(), "Chờ phát hành: ", "Số " + document.code());
    }

    void issued(OutgoingDocument document) {
        clerks().forEach(clerk -> duties.done(key(document, clerk), OUTGOING + ":" + document.id()));
        duties.withdraw(OUTGOING, document.id(), "Đã phát hành");
        tell(document, List.of(document.authorId()), "Đã phát hành: ", "Số " + document.code());
        tell(document, circle(document), "Văn bản nội bộ: ", "Số " + document.code());
    }

    /** Recalled or given up. */
    void ended(OutgoingDocument document, String word) {
        duties.withdraw(OUTGOING, document.id(), document.reason());
        tell(
                document,
                Stream.of(List.of(document.authorId()), clerks(), circle(document))
                        .flatMap(Collection::stream)
                        .toList(),
                word,
                document.reason());
    }

    /** To whom an internal document that was issued goes. */
    private List<String> circle(OutgoingDocument document) {
        if (document.issuedAt().isEmpty()) {
            return List.of();
        }
        LocalDate today = VietnamTime.today(clock);
        return document.circulation().stream()
                .flatMap(one -> one.unit() ? directory.membersWithin(one.id(), today).stream() : Stream.of(one.id()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The caller, their units and the units above these: who of them is named by an internal document receives it. */
    Set<String> circles(Caller caller) {
        Set<String> circles = new HashSet<>();
        caller.personId().ifPresent(id -> {
            circles.add(id);
            circles.addAll(directory.unitsAround(id, VietnamTime.today(clock)));
        });
        return circles;
    }

    private List<String> clerks() {
        return directory.holders(Post.RECORDS_CLERK, VietnamTime.today(clock)).stream()
                .map(Person::id)
                .toList();
    }

    private void tell(OutgoingDocument document, Collection<String> people, String what, String body) {
        notices.send(people.stream()
                .distinct()
                .filter(person -> !person.isEmpty())
                .map(person -> new NewNotice(
                        OUTGOING + ":" + document.id(),
                        person,
                        OUTGOING,
                        VietnameseText.line(what + document.kind().title() + " " + document.subject()),
                        body,
                        link(document)))
                .toList());
    }

    private static String key(OutgoingDocument document, String person) {
        return ISSUE + ":" + document.id() + ":" + person;
    }

    private static String link(OutgoingDocument document) {
        return "/document/outgoing/" + document.id();
    }
}
