package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;

/** Tells people of incoming documents, and lays the duty to handle them in time on who answers for it. */
@Component(service = IncomingNews.class)
public final class IncomingNews {

    /** The kind of thing that an incoming document is. */
    static final String INCOMING = "document.incoming";

    private static final String HANDLE = "document.handle";
    private static final List<Post> HEADS =
            List.of(Post.SUBJECT_HEAD, Post.OFFICE_HEAD, Post.HEAD_OF_GUARDS, Post.SUBJECT_DEPUTY);

    private final Directory directory;
    private final Notices notices;
    private final Duties duties;
    private final Clock clock;

    @Activate
    public IncomingNews(
            @Reference Directory directory,
            @Reference Notices notices,
            @Reference Duties duties,
            @Reference Clock clock) {
        this.directory = directory;
        this.notices = notices;
        this.duties = duties;
        this.clock = clock;
    }

    /** One notice for all that were registered together. */
    void registered(List<IncomingDocument> documents) {
        IncomingDocument first = documents.get(0);
        List<String> principals = directory.holders(Post.PRINCIPAL, today()).stream()
                .map(Person::id)
                .toList();
        String title = documents.size() == 1
                ? "Văn bản đến: " + first.subject()
                : documents.size() + " văn bản đến chờ ý kiến";
        notices.send(principals.stream()
                .map(person -> new NewNotice(
                        INCOMING + ":" + first.id(),
                        person,
                        INCOMING,
                        VietnameseText.line(title),
                        first.sender(),
                        documents.size() == 1 ? link(first) : "/document/incoming?state=REGISTERED"))
                .toList());
    }

    void directed(IncomingDocument document) {
        tell(
                document,
                directory.holders(Post.RECORDS_CLERK, today()).stream()
                        .map(Person::id)
                        .toList(),
                "Có bút phê: ",
                document.opinion());
    }

    void assigned(IncomingDocument document) {
        duties.withdraw(INCOMING, document.id(), "Giao lại");
        Set<String> leads = answering(document.lead().orElseThrow());
        document.dueOn()
                .ifPresent(due -> duties.assign(leads.stream()
                        .map(person -> new NewDuty(
                                key(document, person),
                                HANDLE,
                                "",
                                VietnameseText.line(
                                        "Giải quyết văn bản đến số " + document.number() + " – " + document.subject()),
                                person,
                                INCOMING,
                                document.id(),
                                link(document),
                                VietnamTime.endOf(due),
                                List.of(Duration.ofHours(24)),
                                List.of(new Escalation(Duration.ZERO, new Escalation.To.Office()))))
                        .toList()));
        tell(document, leads, "Chủ trì giải quyết: ", due(document));
        Set<String> others = new TreeSet<>();
        document.collaborators().forEach(one -> others.addAll(answering(one)));
        others.removeAll(leads);
        tell(document, others, "Phối hợp giải quyết: ", due(document));
    }

    void completed(IncomingDocument document) {
        document.lead()
                .ifPresent(lead -> answering(lead)
                        .forEach(person -> duties.done(key(document, person), INCOMING + ":" + document.id())));
        duties.withdraw(INCOMING, document.id(), "Đã giải quyết");
    }

    /** The person, or who heads the unit; all of a unit that has no head. */
    Set<String> answering(Assignee assignee) {
        if (!assignee.unit()) {
            return Set.of(assignee.id());
        }
        return HEADS.stream()
                .map(post -> directory.holdersIn(assignee.id(), post, today()))
                .filter(holders -> !holders.isEmpty())
                .findFirst()
                .orElseGet(() -> directory.membersOf(assignee.id(), today()));
    }

    /** The person with the units to which documents may be routed. */
    Collection<String> asAssignee(String personId) {
        List<String> ids = new ArrayList<>(List.of(personId));
        directory.find(personId, today()).ifPresent(person -> ids.addAll(person.unitIds()));
        return ids;
    }

    private void tell(IncomingDocument document, Collection<String> people, String what, String body) {
        notices.send(people.stream()
                .map(person -> new NewNotice(
                        INCOMING + ":" + document.id(),
                        person,
                        INCOMING,
                        VietnameseText.line(what + document.subject()),
                        body,
                        link(document)))
                .toList());
    }

    private static String due(IncomingDocument document) {
        return document.dueOn().map(day -> "Hạn " + VietnamTime.day(day)).orElse(document.sender());
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private static String key(IncomingDocument document, String person) {
        return HANDLE + ":" + document.id() + ":" + document.assignments() + ":" + person;
    }

    private static String link(IncomingDocument document) {
        return "/document/incoming/" + document.id();
    }
}
