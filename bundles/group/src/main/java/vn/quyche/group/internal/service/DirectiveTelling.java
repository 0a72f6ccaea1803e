package vn.quyche.group.internal.service;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.spi.EventListener;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaReceiptStore;

/**
 * Tells recipients that a directive was issued: a few within the act, many when its event is delivered, a moment after. Who
 * issues does not wait for two thousand notices; receipts, which the rules count, are opened in the act in any case.
 */
@Component(service = {DirectiveTelling.class, EventListener.class})
public final class DirectiveTelling implements EventListener {

    /** The event of an issued directive. */
    static final String ISSUED = "group.directive-issued.v1";
    /** In it: how many people the directive goes to. */
    static final String RECIPIENTS = "recipients";

    /** To so many people what follows from issuing is done within the act, to more when the event is delivered. */
    static final int AT_ONCE = 200;

    private static final DateTimeFormatter DEADLINE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final JpaGroupStore groups;
    private final JpaDirectiveStore directives;
    private final JpaReceiptStore receipts;
    private final Notices notices;

    @Activate
    public DirectiveTelling(
            @Reference JpaGroupStore groups,
            @Reference JpaDirectiveStore directives,
            @Reference JpaReceiptStore receipts,
            @Reference Notices notices) {
        this.groups = groups;
        this.directives = directives;
        this.receipts = receipts;
        this.notices = notices;
    }

    /** Within the act of issuing. */
    void issued(MessagingGroup group, Directive directive, Collection<String> recipientIds) {
        if (recipientIds.size() <= AT_ONCE) {
            tell(group, directive, recipientIds);
        }
    }

    @Override
    public String name() {
        return "group.directive-telling";
    }

    @Override
    public Set<String> types() {
        return Set.of(ISSUED);
    }

    @Override
    public void on(String eventId, Event event) {
        if (!toMany(event)) {
            return;
        }
        directives
                .find(event.subjectId())
                // Nobody is called to what was withdrawn or replaced meanwhile.
                .filter(directive -> directive.state() == DirectiveState.ISSUED)
                .ifPresent(directive -> tell(
                        groups.find(directive.groupId()).orElseThrow(),
                        directive,
                        receipts.recipientIds(directive.id())));
    }

    /** Whether an event is of a directive to so many that they hear of it by the event. */
    static boolean toMany(Event event) {
        return Integer.parseInt(event.data().getOrDefault(RECIPIENTS, "0")) > AT_ONCE;
    }

    /** A notice has the directive as its key, so that nobody gets it twice. */
    private void tell(MessagingGroup group, Directive directive, Collection<String> recipientIds) {
        String title = VietnameseText.line("Chỉ đạo " + directive.number() + ": " + directive.title());
        String body = group.name() + " · hạn "
                + VietnamTime.at(directive.deadline().orElseThrow()).format(DEADLINE);
        notices.send(recipientIds.stream()
                .map(personId -> new NewNotice(
                        "group.directive:" + directive.id(),
                        personId,
                        DefaultDirectives.DIRECTIVE,
                        title,
                        body,
                        DirectiveIssuing.link(directive.id())))
                .toList());
    }
}
