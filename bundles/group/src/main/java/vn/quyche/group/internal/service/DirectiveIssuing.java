package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.event.Event;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.MessageKind;
import vn.quyche.group.internal.model.Addressing;
import vn.quyche.group.internal.model.DirectiveChange;
import vn.quyche.group.internal.model.DirectiveLimits;
import vn.quyche.group.internal.model.DirectiveSeal;
import vn.quyche.group.internal.model.MessagePurpose;
import vn.quyche.group.internal.model.PaperRules;
import vn.quyche.group.internal.store.JpaCustodyStore;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaMessageKindStore;
import vn.quyche.group.internal.store.JpaReceiptStore;
import vn.quyche.group.internal.store.JpaScheduleStore;

/** Turns a draft into an administrative act: checked, numbered, sealed, sent, and a duty of each recipient. */
@Component(service = DirectiveIssuing.class)
public final class DirectiveIssuing {

    private final JpaGroupStore groups;
    private final JpaDirectiveStore directives;
    private final JpaReceiptStore receipts;
    private final PostingGuard posting;
    private final JpaScheduleStore schedules;
    private final JpaCustodyStore custody;
    private final GroupSight sight;
    private final Directory directory;
    private final Attachments attachments;
    private final Regulations regulations;
    private final JpaMessageKindStore kinds;
    private final Duties duties;
    private final DirectiveDuties laying;
    private final DirectiveTelling telling;
    private final Clock clock;

    @Activate
    public DirectiveIssuing(
            @Reference JpaGroupStore groups,
            @Reference JpaDirectiveStore directives,
            @Reference JpaReceiptStore receipts,
            @Reference PostingGuard posting,
            @Reference JpaScheduleStore schedules,
            @Reference JpaCustodyStore custody,
            @Reference GroupSight sight,
            @Reference Directory directory,
            @Reference Attachments attachments,
            @Reference Regulations regulations,
            @Reference JpaMessageKindStore kinds,
            @Reference Duties duties,
            @Reference DirectiveDuties laying,
            @Reference DirectiveTelling telling,
            @Reference Clock clock) {
        this.groups = groups;
        this.directives = directives;
        this.receipts = receipts;
        this.posting = posting;
        this.schedules = schedules;
        this.custody = custody;
        this.sight = sight;
        this.directory = directory;
        this.attachments = attachments;
        this.regulations = regulations;
        this.kinds = kinds;
        this.duties = duties;
        this.laying = laying;
        this.telling = telling;
        this.clock = clock;
    }

    /** Issues a draft that is locked, within the running act. */
    @Regulated({"BC.2.2", "BC.3.3"})
    Directive issue(Directive draft, ActLog log) {
        MessagingGroup group =
                groups.lock(draft.groupId()).orElseThrow(() -> new NotFound("group.not-found", draft.groupId()));
        Instant now = clock.instant();
        Optional<Directive> replaced = draft.content().replaces().map(id -> replaceable(id, draft));
        replaced.ifPresent(old -> directives.updateState(DirectiveChange.superseded(old, draft.id()), now));
        List<Person> recipients = check(group, draft, directives.pictures(draft.id()));

        JpaGroupStore.ChainPlace place =
                groups.nextInChain(group.id(), VietnamTime.at(now).getYear());
        String number = String.format("%02d/%d/%s", place.number(), place.year(), group.code());
        Directive issued = DirectiveChange.issued(draft, number, now, place.previousHash());
        List<String> recipientIds = recipients.stream().map(Person::id).toList();
        Directive sealed =
                DirectiveChange.sealed(issued, DirectiveSeal.of(issued, kind(issued), fileHashes(draft), recipientIds));

        directives.updateState(sealed, now);
        schedules.delete(sealed.id());
        directives.issued(sealed.id(), place, recipients.size());
        groups.chain(group.id(), sealed.standing().issuance().hash());
        receipts.open(
                sealed.id(),
                group.id(),
                recipients,
                sealed.content().requirement(),
                sealed.deadline().orElseThrow());
        receipts.keepUnits(sealed.id(), units(group, sealed), recipientIds);
        replaced.ifPresent(old -> duties.withdraw(DefaultDirectives.DIRECTIVE, old.id(), number));
        laying.issued(group, sealed, recipientIds);
        telling.issued(group, sealed, recipientIds);
        log.changed(draft, sealed);
        log.emit(new Event(
                DirectiveTelling.ISSUED,
                sealed.id(),
                Map.of(
                        "groupId",
                        group.id(),
                        "number",
                        number,
                        // what concerns chosen people only is not told to others
                        "title",
                        DirectiveSight.toChosen(draft) ? "" : draft.title(),
                        "audience",
                        audience(draft),
                        DirectiveTelling.RECIPIENTS,
                        Integer.toString(recipientIds.size()))));
        return sealed;
    }

    /**
     * Checks everything that issuing checks, and gives the recipients by name.
     *
     * @param pictures how many pictures the directive holds
     */
    @Regulated({"MT.12.1", "BC.6.8", "BC.5.1"})
    List<Person> check(MessagingGroup group, Directive draft, int pictures) {
        if (!group.open(sight.today())) {
            throw new Conflict("group.dissolved", group.name());
        }
        posting.require(group, draft.authorId());
        MessagePurpose.require(group.name(), kinds.of(group.id()), kinds.ofDirective(draft.id()));
        DirectiveLimits limits = new DirectiveLimits(regulations, sight.today());
        limits.requireShortAndTimely(draft.content().text(), draft.deadline(), clock.instant());
        PaperRules.require(draft.content());
        String event = draft.content().event();
        int used = event.isEmpty() ? 0 : directives.picturesOf(group.id(), event, draft.id());
        limits.requirePicturesWithin(event, used, pictures);
        List<Person> recipients = addressing()
                .recipients(
                        group,
                        draft.content(),
                        draft.authorId(),
                        sight.membership().people(group.rule()));
        if (recipients.isEmpty()) {
            throw new Invalid("recipients", "group.no-recipients", group.name());
        }
        return recipients;
    }

    /** Only who may post in the group does. */
    void requirePoster(MessagingGroup group, String personId) {
        posting.require(group, personId);
    }

    /** How many of the files are pictures. */
    int pictures(List<String> attachmentIds) {
        return (int) attachmentIds.stream()
                .map(attachments::get)
                .filter(Attachment::picture)
                .count();
    }

    /** The SHA-256 of each file of a directive, in order. */
    List<String> fileHashes(Directive directive) {
        return directive.content().attachmentIds().stream()
                .map(id -> attachments.get(id).sha256())
                .toList();
    }

    /** What the seal of an issued directive has to be. */
    String seal(Directive issued) {
        return DirectiveSeal.of(issued, kind(issued), fileHashes(issued), receipts.recipientIds(issued.id()));
    }

    /** What a directive is about. */
    Optional<MessageKind> kind(Directive directive) {
        return kinds.ofDirective(directive.id());
    }

    /** To whom a directive goes, as events say it: {@code ALL} of the group or {@code CHOSEN} people. */
    static String audience(Directive directive) {
        return DirectiveSight.toChosen(directive) ? "CHOSEN" : "ALL";
    }

    /** The units to which a directive is addressed, with the members of its group who belong to them today. */
    List<Addressing.Part> units(MessagingGroup group, Directive directive) {
        return addressing()
                .parts(group, directive.content().units(), sight.membership().people(group.rule()));
    }

    private Addressing addressing() {
        return new Addressing(directory, sight.today());
    }

    /** What is kept as evidence stays as it is: it is neither withdrawn nor replaced. */
    @Regulated("BC.3.3")
    void requireNotHeld(Directive issued) {
        custody.standing(issued.id()).ifPresent(hold -> {
            throw new Refused("BC.3.3", "group.held", issued.number(), hold.laidByName());
        });
    }

    private Directive replaceable(String id, Directive draft) {
        Directive old = directives.lock(id).orElseThrow(() -> new NotFound("group.directive-not-found", id));
        if (!old.groupId().equals(draft.groupId()) || old.state() != DirectiveState.ISSUED) {
            throw new Conflict("group.not-replaceable", old.number());
        }
        requireNotHeld(old);
        return old;
    }

    static String link(String directiveId) {
        return "/group/directives/" + directiveId;
    }
}
