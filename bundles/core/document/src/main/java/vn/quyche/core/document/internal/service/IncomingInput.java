package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Caller;

/** Checks what is entered about incoming documents. */
@Component(service = IncomingInput.class)
public final class IncomingInput {

    private static final int MOST_COLLABORATORS = 30;

    private final Directory directory;
    private final Screening screening;
    private final Clock clock;

    @Activate
    public IncomingInput(@Reference Directory directory, @Reference Screening screening, @Reference Clock clock) {
        this.directory = directory;
        this.screening = screening;
        this.clock = clock;
    }

    /**
     * A document to register, in good order.
     *
     * @param place what stands behind the names of the fields of one of several, empty for a single one
     */
    NewIncoming checked(Checks checks, NewIncoming entered, String place) {
        LocalDate today = VietnamTime.today(clock);
        String sender = VietnameseText.line(checks.text("sender" + place, entered.sender(), 1, 200));
        String code = VietnameseText.line(checks.text("code" + place, entered.code(), 0, 60));
        String subject = VietnameseText.line(checks.text("subject" + place, entered.subject(), 1, 500));
        String remark = VietnameseText.line(checks.text("remark" + place, entered.remark(), 0, 500));
        checks.that(entered.kind() != null, "kind" + place, "core.required");
        LocalDate arrived = entered.arrivedOn().orElse(today);
        checks.that(!arrived.isAfter(today), "arrivedOn" + place, "document.arrived-later");
        checks.that(
                entered.day().filter(day -> day.isAfter(arrived)).isEmpty(),
                "day" + place,
                "document.day-after-arrival");
        String book = entered.bookId() == null || entered.bookId().isBlank()
                ? DefaultBooks.GENERAL_INCOMING
                : entered.bookId().strip();
        return new NewIncoming(
                book,
                Optional.of(arrived),
                sender,
                code,
                entered.day(),
                entered.kind(),
                subject,
                entered.urgency() == null ? Urgency.NORMAL : entered.urgency(),
                entered.paper(),
                remark,
                entered.again(),
                entered.fileIds());
    }

    /** Refuses what is secret: such documents are registered on paper alone. */
    @Regulated({"BC.3.2", "BC.4.1"})
    void screen(Caller caller, NewIncoming checked, String place) {
        screening.requireText(caller, "sender" + place, checked.sender());
        screening.requireText(caller, "subject" + place, checked.subject());
        screening.requireText(caller, "remark" + place, checked.remark());
    }

    /**
     * Who handles documents, in good order.
     *
     * @param directing whether the principal speaks, who must say something and may leave the routing to the clerk
     */
    Routing checked(Caller caller, Routing entered, boolean directing) {
        LocalDate today = VietnamTime.today(clock);
        Checks checks = new Checks();
        String opinion = checks.text("opinion", entered.opinion(), directing ? 1 : 0, 2000);
        Optional<Assignee> lead =
                entered.lead().filter(one -> one.id() != null && !one.id().isBlank());
        checks.that(directing || lead.isPresent(), "lead", "core.required");
        lead.ifPresent(one -> checks.that(known(one, today), "lead", "document.unknown-assignee"));
        List<Assignee> collaborators = new ArrayList<>();
        for (Assignee one : entered.collaborators()) {
            if (one == null || one.id() == null || !known(one, today)) {
                checks.add("collaborators", "document.unknown-assignee");
            } else if (!lead.map(Assignee::id).filter(one.id()::equals).isPresent() && !collaborators.contains(one)) {
                collaborators.add(one);
            }
        }
        checks.that(
                collaborators.size() <= MOST_COLLABORATORS,
                "collaborators",
                "document.too-many-collaborators",
                MOST_COLLABORATORS);
        checks.that(lead.isPresent() || collaborators.isEmpty(), "lead", "core.required");
        checks.that(entered.dueOn().filter(today::isAfter).isEmpty(), "dueOn", "document.due-in-the-past");
        checks.orThrow();
        screening.requireText(caller, "opinion", opinion);
        return new Routing(opinion, lead, collaborators, entered.dueOn());
    }

    /** What became of a document. */
    String outcome(Caller caller, String text) {
        Checks checks = new Checks();
        String outcome = checks.text("outcome", text, 1, 2000);
        checks.orThrow();
        screening.requireText(caller, "outcome", outcome);
        return outcome;
    }

    private boolean known(Assignee assignee, LocalDate today) {
        return assignee.unit() ? directory.unit(assignee.id()).isPresent() : directory.employed(assignee.id(), today);
    }
}
