package vn.quyche.group.internal.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.event.spi.EventListener;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.internal.model.Discretion;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaReceiptStore;

/**
 * Lays the duty to answer a directive on its recipients: on a few within the act, on many when its event is delivered, a
 * moment after. Two thousand duties take twice as long as everything else in issuing to two thousand people, and the receipts,
 * which say who has to answer and until when, are opened in the act in any case.
 */
@Component(service = {DirectiveDuties.class, EventListener.class})
public final class DirectiveDuties implements EventListener {

    /** Parameter: how long before the deadline a recipient is reminded. */
    static final String REMIND_BEFORE = "group.remind-before";

    /** Parameter: how long after the deadline the leaders of the group are told who is late. */
    static final String LEADER_AFTER = "group.tell-leader-after";
    /** Parameter: how long after the deadline the office is told who is late. */
    static final String OFFICE_AFTER = "group.tell-office-after";

    /** So that the steps of a duty stay short however many lead a group. */
    private static final int MAX_LEADERS_TOLD = 5;

    private final JpaGroupStore groups;
    private final JpaDirectiveStore directives;
    private final JpaReceiptStore receipts;
    private final GroupSight sight;
    private final Regulations regulations;
    private final Duties duties;

    @Activate
    public DirectiveDuties(
            @Reference JpaGroupStore groups,
            @Reference JpaDirectiveStore directives,
            @Reference JpaReceiptStore receipts,
            @Reference GroupSight sight,
            @Reference Regulations regulations,
            @Reference Duties duties) {
        this.groups = groups;
        this.directives = directives;
        this.receipts = receipts;
        this.sight = sight;
        this.regulations = regulations;
        this.duties = duties;
    }

    /** Within the act of issuing. */
    void issued(MessagingGroup group, Directive directive, Collection<String> recipientIds) {
        if (recipientIds.size() <= DirectiveTelling.AT_ONCE) {
            lay(group, directive, recipientIds);
        }
    }

    @Override
    public String name() {
        return "group.directive-duties";
    }

    @Override
    public Set<String> types() {
        return Set.of(DirectiveTelling.ISSUED);
    }

    /**
     * The directive is locked, so that nobody withdraws or replaces it meanwhile, and its receipts, so that whoever answers
     * meanwhile finds the duty laid. Who has answered already gets a duty that is done: it counts like those of the others.
     */
    @Override
    public void on(String eventId, Event event) {
        if (!DirectiveTelling.toMany(event)) {
            return;
        }
        directives
                .lock(event.subjectId())
                .filter(directive -> directive.state() == DirectiveState.ISSUED)
                .ifPresent(directive -> {
                    receipts.lockAll(directive.id());
                    lay(
                            groups.find(directive.groupId()).orElseThrow(),
                            directive,
                            receipts.recipientIds(directive.id()));
                    receipts.fulfilledOf(directive.id())
                            .forEach(person -> duties.done(key(directive.id(), person), directive.number()));
                });
    }

    /** The key of the duty that a directive lays on a person. */
    static String key(String directiveId, String personId) {
        return "group.directive:" + directiveId + ":" + personId;
    }

    @Regulated("BC.6.3")
    private void lay(MessagingGroup group, Directive directive, Collection<String> recipientIds) {
        Instant deadline = directive.deadline().orElseThrow();
        List<Escalation> steps = steps(group, directive.authorId());
        Duration before = regulations.duration(REMIND_BEFORE, sight.today());
        String title = group.kind().sensitive()
                ? "Chỉ đạo " + directive.number()
                : "Chỉ đạo " + directive.number() + ": " + directive.title();
        duties.assign(recipientIds.stream()
                .map(personId -> new NewDuty(
                        key(directive.id(), personId),
                        "group." + directive.content().requirement().name().toLowerCase(Locale.ROOT),
                        "BC.6.3",
                        title,
                        personId,
                        DefaultDirectives.DIRECTIVE,
                        directive.id(),
                        DirectiveIssuing.link(directive.id()),
                        deadline,
                        List.of(before),
                        steps))
                .toList());
    }

    /**
     * Who is told that a recipient is late: the author at once, then the leaders of the group, then the office; of a
     * sensitive group the principal. A leader who wrote the directive is told once.
     */
    @Regulated("BC.6.3")
    private List<Escalation> steps(MessagingGroup group, String authorId) {
        Duration leader = regulations.duration(LEADER_AFTER, sight.today());
        Duration office = regulations.duration(OFFICE_AFTER, sight.today());
        Set<String> leaders = sight.roles().leaders(group.appointments());
        List<Escalation> steps = new ArrayList<>(List.of(Escalation.toPerson(authorId)));
        if (!leaders.contains(authorId)) {
            leaders.stream()
                    .sorted()
                    .limit(MAX_LEADERS_TOLD)
                    .forEach(person -> steps.add(new Escalation(leader, new Escalation.To.Someone(person))));
        }
        steps.add(new Escalation(office, Discretion.superior(group)));
        return steps;
    }
}
