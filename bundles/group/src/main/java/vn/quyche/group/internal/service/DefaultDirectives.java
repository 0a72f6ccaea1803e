package vn.quyche.group.internal.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.AddressedUnit;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Issuance;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptSummary;
import vn.quyche.group.internal.model.DirectiveChange;
import vn.quyche.group.internal.model.DirectiveLimits;
import vn.quyche.group.internal.model.DirectiveSeal;
import vn.quyche.group.internal.model.ReceiptProgress;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaGroupStore;
import vn.quyche.group.internal.store.JpaReceiptStore;
import vn.quyche.group.internal.store.JpaScheduleStore;

/** Directives from draft to the last receipt. */
@Component
public final class DefaultDirectives implements Directives {

    /** The kind of thing that a directive is, for audit, duties and attachments. */
    static final String DIRECTIVE = "group.directive";

    private static final int CHAIN_BATCH = 500;
    /** What was not opened may have been replaced or withdrawn since: so many are looked at. */
    private static final int UNREAD_LOOKED_AT = 50;

    private final Acts acts;
    private final Access access;
    private final JpaGroupStore groups;
    private final JpaDirectiveStore directives;
    private final JpaReceiptStore receipts;
    private final JpaScheduleStore schedules;
    private final GroupSight sight;
    private final DirectiveSight seen;
    private final DirectiveIssuing issuing;
    private final DirectiveInput input;
    private final Screening screening;
    private final Attachments attachments;
    private final Regulations regulations;
    private final Duties duties;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultDirectives(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaGroupStore groups,
            @Reference JpaDirectiveStore directives,
            @Reference JpaReceiptStore receipts,
            @Reference JpaScheduleStore schedules,
            @Reference GroupSight sight,
            @Reference DirectiveSight seen,
            @Reference DirectiveIssuing issuing,
            @Reference Screening screening,
            @Reference Attachments attachments,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.groups = groups;
        this.directives = directives;
        this.receipts = receipts;
        this.schedules = schedules;
        this.sight = sight;
        this.seen = seen;
        this.issuing = issuing;
        this.input = new DirectiveInput(screening);
        this.screening = screening;
        this.attachments = attachments;
        this.regulations = regulations;
        this.duties = duties;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Directive> list(Caller caller, Query query, PageRequest page) {
        if (!query.inbox()) {
            return ofGroups(caller, query, page);
        }
        Page<Directive> received = received(caller, query, page);
        deliver(caller, received.items());
        return received;
    }

    private Page<Directive> received(Caller caller, Query query, PageRequest page) {
        String reader = caller.personId().orElse("");
        return Sifted.page(
                page,
                page.size(),
                batch -> directives.receivedIds(query, reader, batch),
                ids -> directives.find(ids).stream()
                        .filter(directive -> JpaDirectiveStore.matches(directive, query, reader))
                        .toList(),
                Directive::id);
    }

    /** Few go to chosen people: what of them the caller may not see is passed over here. */
    private Page<Directive> ofGroups(Caller caller, Query query, PageRequest page) {
        List<String> groupIds = sight.visible(caller, query.groupId());
        String reader = caller.personId().orElse("");
        return Sifted.page(
                page,
                page.size(),
                batch -> directives.ids(query, groupIds, reader, batch),
                ids -> seen.only(caller, directives.find(ids)),
                Directive::id);
    }

    @Override
    public Directive get(Caller caller, String directiveId) {
        return directives
                .find(directiveId)
                .filter(directive -> seen.sees(caller, directive))
                .orElseThrow(() -> new NotFound("group.directive-not-found", directiveId));
    }

    @Override
    public String draft(Caller caller, NewDirective directive, String idempotencyKey) {
        Act act = Act.create(DIRECTIVE, "group.draft-directive", GroupPermissions.ISSUE, Scope.own(caller));
        return acts.performOnce(
                caller,
                idempotencyKey,
                act,
                log -> write(caller, directive, log).id());
    }

    @Override
    public Directive revise(Caller caller, String directiveId, long version, NewDirective entered) {
        return acts.perform(caller, act(directiveId, "group.revise-directive", caller), log -> {
            Directive draft = lockedDraft(caller, directiveId);
            requireVersion(draft, version);
            NewDirective text = input.check(caller, entered);
            Directive revised = DirectiveChange.revised(draft, text);
            Set<String> dropped = new HashSet<>(draft.content().attachmentIds());
            revised.content().attachmentIds().forEach(dropped::remove);
            attachments.detach(caller, List.copyOf(dropped));
            List<String> added = new ArrayList<>(revised.content().attachmentIds());
            added.removeAll(draft.content().attachmentIds());
            attachments.attach(caller, added, DIRECTIVE, directiveId);
            directives.updateDraft(revised, issuing.pictures(revised.content().attachmentIds()));
            log.changed(draft, revised);
            return revised;
        });
    }

    @Override
    public void discard(Caller caller, String directiveId) {
        acts.perform(caller, act(directiveId, "group.discard-draft", caller), log -> {
            Directive draft = lockedDraft(caller, directiveId);
            attachments.detach(caller, draft.content().attachmentIds());
            directives.delete(directiveId);
            schedules.delete(directiveId);
            log.changed(draft, null);
            return null;
        });
    }

    @Override
    @Regulated({"BC.2.2", "BC.3.3"})
    public Directive issue(Caller caller, String directiveId, long version) {
        return acts.perform(caller, act(directiveId, "group.issue-directive", caller), log -> {
            Directive draft = lockedDraft(caller, directiveId);
            requireVersion(draft, version);
            return issuing.issue(draft, log);
        });
    }

    @Override
    public String issueNow(Caller caller, NewDirective directive, String idempotencyKey) {
        Act act = Act.create(DIRECTIVE, "group.issue-directive", GroupPermissions.ISSUE, Scope.own(caller));
        return acts.performOnce(
                caller,
                idempotencyKey,
                act,
                log -> issuing.issue(write(caller, directive, log), log).id());
    }

    @Override
    public List<Person> preview(Caller caller, NewDirective entered) {
        access.require(caller, GroupPermissions.ISSUE, Scope.own(caller));
        NewDirective text = input.check(caller, entered);
        MessagingGroup group = sight.require(caller, text.groupId());
        Directive draft = DirectiveChange.draft("", text, author(caller), caller.name());
        return issuing.check(group, draft, issuing.pictures(text.attachmentIds()));
    }

    @Override
    @Regulated("BC.3.3")
    public Directive withdraw(Caller caller, String directiveId, String reason) {
        return acts.perform(caller, act(directiveId, "group.withdraw-directive", caller), log -> {
            Directive issued = lockedIssued(caller, directiveId);
            if (!DirectiveSight.wrote(caller, issued) && !leads(caller, issued)) {
                throw new Forbidden("group.not-leader");
            }
            issuing.requireNotHeld(issued);
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 500);
            checks.orThrow();
            screening.requireText(caller, "reason", why);
            Directive withdrawn = DirectiveChange.withdrawn(issued, why);
            directives.updateState(withdrawn, clock.instant());
            duties.withdraw(DIRECTIVE, directiveId, why);
            log.changed(issued, withdrawn);
            log.emit(new Event(
                    "group.directive-withdrawn.v1",
                    directiveId,
                    Map.of(
                            "number",
                            issued.number(),
                            "groupId",
                            issued.groupId(),
                            "audience",
                            DirectiveIssuing.audience(issued))));
            return withdrawn;
        });
    }

    @Override
    @Regulated("BC.5.2")
    public void pin(Caller caller, String directiveId, String reason) {
        acts.perform(caller, act(directiveId, "group.pin-directive", caller), log -> {
            Directive issued = lockedIssued(caller, directiveId);
            groups.lock(issued.groupId());
            if (!mayPin(caller, issued)) {
                throw new Refused("BC.5.2", "group.only-leader-pins");
            }
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, 300);
            checks.orThrow();
            screening.requireText(caller, "reason", why);
            if (!issued.standing().pinned()) {
                new DirectiveLimits(regulations, sight.today()).requireRoomForPin(directives.pinned(issued.groupId()));
            }
            Directive pinned = DirectiveChange.pinned(issued, why);
            directives.updateState(pinned, clock.instant());
            log.changed(issued, pinned);
            return null;
        });
    }

    @Override
    @Regulated("BC.5.2")
    public void unpin(Caller caller, String directiveId) {
        acts.perform(caller, act(directiveId, "group.unpin-directive", caller), log -> {
            Directive issued = lockedIssued(caller, directiveId);
            if (!mayPin(caller, issued)) {
                throw new Refused("BC.5.2", "group.only-leader-pins");
            }
            Directive unpinned = DirectiveChange.pinned(issued, "");
            directives.updateState(unpinned, clock.instant());
            log.changed(issued, unpinned);
            return null;
        });
    }

    @Override
    @Regulated("BC.6.4")
    public void read(Caller caller, String directiveId) {
        Optional<Receipt> mine = myReceipt(caller, directiveId);
        if (mine.filter(receipt -> receipt.readAt().isEmpty()).isPresent()) {
            step(caller, directiveId, "group.read-directive", false, progress -> progress.read(now()));
        }
    }

    @Override
    @Regulated({"BC.6.3", "BC.6.4"})
    public void acknowledge(Caller caller, String directiveId) {
        if (myReceipt(caller, directiveId).flatMap(Receipt::acknowledgedAt).isEmpty()) {
            step(caller, directiveId, "group.acknowledge-directive", true, progress -> progress.acknowledged(now()));
        }
    }

    @Override
    @Regulated({"BC.6.3", "BC.6.4"})
    public int acknowledgeAll(Caller caller, Collection<String> directiveIds) {
        Set<String> chosen = new TreeSet<>(directiveIds);
        if (chosen.isEmpty() || chosen.size() > PageRequest.MAX_SIZE) {
            throw new Invalid("id", "group.nothing-chosen", PageRequest.MAX_SIZE);
        }
        Act act = Act.on(
                DIRECTIVE,
                chosen.iterator().next(),
                "group.acknowledge-directives",
                GroupPermissions.RECEIVE,
                Scope.own(caller));
        return acts.perform(caller, act, log -> {
            List<String> taken = new ArrayList<>();
            for (String id : chosen) {
                Directive directive = get(caller, id);
                if (advance(
                        caller, directive, "group.acknowledge-directive", progress -> progress.acknowledged(now()))) {
                    taken.add(id);
                }
            }
            log.changed(null, Map.of("acknowledged", taken));
            return taken.size();
        });
    }

    @Override
    public List<Directive> unread(Caller caller, int limit) {
        List<Directive> found = caller
                .personId()
                .map(person -> directives.find(receipts.unread(person, UNREAD_LOOKED_AT)))
                .orElse(List.of())
                .stream()
                .filter(directive -> directive.state() == DirectiveState.ISSUED)
                .limit(limit)
                .toList();
        deliver(caller, found);
        return found;
    }

    @Override
    @Regulated({"BC.6.3", "BC.6.4"})
    public void reply(Caller caller, String directiveId, String text) {
        String answer = checked(caller, text, 1);
        step(caller, directiveId, "group.reply-to-directive", true, progress -> progress.replied(answer, now()));
    }

    @Override
    @Regulated({"BC.6.3", "BC.6.4"})
    public void complete(Caller caller, String directiveId, String remark) {
        String answer = checked(caller, remark, 0);
        step(caller, directiveId, "group.complete-directive", true, progress -> progress.completed(answer, now()));
    }

    @Override
    public Optional<Receipt> myReceipt(Caller caller, String directiveId) {
        return caller.personId().flatMap(person -> receipts.find(directiveId, person, clock.instant()));
    }

    @Override
    public Map<String, Receipt> myReceipts(Caller caller, Collection<String> directiveIds) {
        return caller.personId()
                .map(person -> receipts.find(directiveIds, person, clock.instant()))
                .orElse(Map.of());
    }

    @Override
    public Page<Receipt> receipts(Caller caller, String directiveId, ReceiptFilter filter, PageRequest page) {
        Directive directive = requireReceipts(caller, directiveId);
        filter.unitId()
                .filter(unit -> !directive.content().units().contains(unit))
                .ifPresent(unit -> {
                    throw new NotFound("group.not-addressed", unit);
                });
        return receipts.list(directiveId, filter, page, clock.instant());
    }

    @Override
    @Regulated("BC.2.2")
    public List<AddressedUnit> units(Caller caller, String directiveId) {
        Directive directive = get(caller, directiveId);
        if (directive.state() != DirectiveState.DRAFT) {
            return receipts.units(directiveId);
        }
        return issuing.units(sight.require(caller, directive.groupId()), directive).stream()
                .map(part -> new AddressedUnit(
                        part.id(), part.name(), part.personIds().size()))
                .toList();
    }

    private Directive requireReceipts(Caller caller, String directiveId) {
        Directive directive = get(caller, directiveId);
        if (!seen.seesReceipts(
                caller, directive, groups.find(directive.groupId()).orElseThrow())) {
            throw new Forbidden("group.receipts-of-others");
        }
        return directive;
    }

    @Override
    public Map<String, ReceiptSummary> summaries(Caller caller, Collection<String> directiveIds) {
        List<String> visible = directives.find(List.copyOf(directiveIds)).stream()
                .filter(directive -> seen.sees(caller, directive))
                .map(Directive::id)
                .toList();
        return receipts.summaries(visible, clock.instant());
    }

    @Override
    public ReceiptSummary summary(Caller caller, String directiveId) {
        get(caller, directiveId);
        return receipts.summary(directiveId, clock.instant());
    }

    @Override
    @Regulated("BC.3.3")
    public List<String> verify(Caller caller, String groupId) {
        sight.require(caller, groupId);
        List<String> broken = new ArrayList<>();
        String previous = DirectiveSeal.FIRST;
        int year = 0;
        int number = 0;
        List<Directive> batch;
        do {
            batch = directives.chain(groupId, year, number, CHAIN_BATCH);
            for (Directive directive : batch) {
                String expected = issuing.seal(directive);
                Issuance issuance = directive.standing().issuance();
                if (!issuance.previousHash().equals(previous)
                        || !issuance.hash().equals(expected)) {
                    broken.add(directive.number());
                }
                previous = issuance.hash();
                String[] parts = directive.number().split("/");
                number = Integer.parseInt(parts[0]);
                year = Integer.parseInt(parts[1]);
            }
        } while (batch.size() == CHAIN_BATCH);
        if (!previous.equals(groups.chainHash(groupId))) {
            broken.add("…");
        }
        return broken;
    }

    private Directive write(Caller caller, NewDirective entered, ActLog log) {
        NewDirective text = input.check(caller, entered);
        Directive draft = groups.together(() -> insert(caller, text));
        log.subject(draft.id());
        log.changed(null, draft);
        return draft;
    }

    private Directive insert(Caller caller, NewDirective text) {
        MessagingGroup group = sight.require(caller, text.groupId());
        String author = author(caller);
        issuing.requirePoster(group, author);
        Directive draft = DirectiveChange.draft(ids.next(), text, author, caller.name());
        attachments.attach(caller, draft.content().attachmentIds(), DIRECTIVE, draft.id());
        directives.insert(draft, issuing.pictures(draft.content().attachmentIds()), clock.instant());
        return draft;
    }

    private void step(
            Caller caller, String directiveId, String action, boolean answering, UnaryOperator<ReceiptProgress> take) {
        Act act = Act.on(DIRECTIVE, directiveId, action, GroupPermissions.RECEIVE, Scope.own(caller));
        acts.perform(caller, act, log -> {
            Directive directive = get(caller, directiveId);
            ReceiptProgress before = locked(caller, directive);
            if (answering) {
                requireIssued(directive);
            }
            ReceiptProgress after = take.apply(before);
            keep(caller, directive, action, before, after);
            log.changed(before, after);
            return null;
        });
    }

    /** Takes a step on one of several directives; whether it changed anything. */
    private boolean advance(Caller caller, Directive directive, String action, UnaryOperator<ReceiptProgress> take) {
        ReceiptProgress before = locked(caller, directive);
        if (before.acknowledgedAt() != null) {
            return false;
        }
        requireIssued(directive);
        keep(caller, directive, action, before, take.apply(before));
        return true;
    }

    private ReceiptProgress locked(Caller caller, Directive directive) {
        return receipts.lockProgress(directive.id(), author(caller))
                .orElseThrow(() -> new Conflict("group.not-a-recipient", directive.number()));
    }

    private void keep(
            Caller caller, Directive directive, String action, ReceiptProgress before, ReceiptProgress after) {
        String person = author(caller);
        receipts.store(directive.id(), person, after);
        if (!before.fulfilled() && after.fulfilled()) {
            duties.done(DirectiveDuties.key(directive.id(), person), action);
        }
    }

    private static void requireIssued(Directive directive) {
        if (directive.state() != DirectiveState.ISSUED) {
            throw new Conflict("group.directive-closed", directive.number());
        }
    }

    private void deliver(Caller caller, List<Directive> found) {
        caller.personId().ifPresent(person -> {
            List<String> fresh =
                    receipts.undelivered(found.stream().map(Directive::id).toList(), person);
            if (!fresh.isEmpty()) {
                Act act = Act.on(
                        DIRECTIVE,
                        fresh.get(0),
                        "group.deliver-directives",
                        GroupPermissions.RECEIVE,
                        Scope.own(caller));
                acts.perform(caller, act, log -> {
                    receipts.deliver(fresh, person, progress -> progress.delivered(now()));
                    log.changed(null, Map.of("delivered", fresh));
                    return null;
                });
            }
        });
    }

    private String checked(Caller caller, String text, int min) {
        Checks checks = new Checks();
        String answer = checks.text("reply", text, min, 2000);
        checks.orThrow();
        screening.requireText(caller, "reply", answer);
        return answer;
    }

    private Directive lockedDraft(Caller caller, String directiveId) {
        Directive draft = directives
                .lock(directiveId)
                .filter(found -> seen.sees(caller, found))
                .orElseThrow(() -> new NotFound("group.directive-not-found", directiveId));
        if (!DirectiveSight.wrote(caller, draft)) {
            throw new Forbidden("group.not-author");
        }
        if (draft.state() != DirectiveState.DRAFT) {
            throw new Conflict("group.not-a-draft", draft.number());
        }
        return draft;
    }

    private Directive lockedIssued(Caller caller, String directiveId) {
        Directive issued = directives
                .lock(directiveId)
                .filter(found -> seen.sees(caller, found))
                .orElseThrow(() -> new NotFound("group.directive-not-found", directiveId));
        if (issued.state() != DirectiveState.ISSUED) {
            throw new Conflict("group.directive-closed", issued.number());
        }
        return issued;
    }

    private static void requireVersion(Directive draft, long version) {
        if (draft.version() != version) {
            throw new Conflict("core.changed-meanwhile");
        }
    }

    private boolean leads(Caller caller, Directive directive) {
        return groups.find(directive.groupId())
                .filter(group -> sight.leads(caller, group))
                .isPresent();
    }

    private boolean mayPin(Caller caller, Directive directive) {
        return groups.find(directive.groupId())
                .filter(group -> caller.personId()
                        .filter(person -> sight.roles().mayPin(group, person))
                        .isPresent())
                .isPresent();
    }

    /** The person who acts; directives are written and received by people, never by technical accounts. */
    private static String author(Caller caller) {
        return caller.personId().orElseThrow(() -> new Forbidden("group.not-a-person"));
    }

    private static Act act(String directiveId, String action, Caller caller) {
        return Act.on(DIRECTIVE, directiveId, action, GroupPermissions.ISSUE, Scope.own(caller));
    }

    private long now() {
        return clock.millis();
    }
}
