package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.internal.model.HandOverMinutes;
import vn.quyche.signing.internal.model.TokenDuty;
import vn.quyche.signing.internal.store.JpaTokenCustodyStore;
import vn.quyche.signing.internal.store.JpaTokenStore;

/** Hand-overs: proposed, confirmed by both, numbered. */
@Component(service = {TokenCustody.class, TokenReturns.class})
@Regulated("MT.11.5")
public final class DefaultTokenCustody implements TokenCustody, TokenReturns {

    /** The kind of thing that a hand-over is, for audit and duties. */
    static final String HAND_OVER = "signing.hand-over";

    private static final String WITHIN = "signing.confirm-hand-over-within";

    private final Acts acts;
    private final JpaTokenStore tokens;
    private final JpaTokenCustodyStore store;
    private final TokenSight sight;
    private final Directory directory;
    private final Regulations regulations;
    private final Duties duties;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultTokenCustody(
            @Reference Acts acts,
            @Reference JpaTokenStore tokens,
            @Reference JpaTokenCustodyStore store,
            @Reference TokenSight sight,
            @Reference Directory directory,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.tokens = tokens;
        this.store = store;
        this.sight = sight;
        this.directory = directory;
        this.regulations = regulations;
        this.duties = duties;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<HandOver> list(Caller caller, Query query, PageRequest page) {
        Optional<String> party = query.waiting() || !seesAll(caller, query)
                ? Optional.of(caller.personId().orElse("-"))
                : Optional.empty();
        Page<HandOver> found = store.list(query, party, page);
        return new Page<>(named(found.items()), found.next());
    }

    /** Whom a token names or who has it sees its whole chain. */
    private boolean seesAll(Caller caller, Query query) {
        return sight.seesAll(caller)
                || query.tokenId()
                        .flatMap(tokens::find)
                        .filter(kept -> TokenSight.isOf(caller, kept.token()))
                        .isPresent();
    }

    @Override
    public HandOver get(Caller caller, String handOverId) {
        return named(seen(caller, handOverId));
    }

    private HandOver seen(Caller caller, String handOverId) {
        return store.find(handOverId)
                .filter(found -> sight.seesAll(caller) || isParty(caller, found))
                .orElseThrow(() -> new NotFound("token.hand-over-not-found", handOverId));
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.5"})
    public String propose(Caller caller, NewHandOver entered, String key) {
        Act act = Act.create(HAND_OVER, "signing.propose-hand-over", TokenPermissions.HOLD, Scope.own(caller));
        return acts.performOnce(caller, key, act, log -> {
            String me = TokenSight.person(caller);
            Checks checks = new Checks();
            String place = checks.text("place", entered.place(), 2, 300);
            String reason = checks.text("reason", entered.reason(), 3, 500);
            String condition = checks.text("condition", entered.condition(), 0, 500);
            checks.that(entered.kind() != null, "kind", "core.required");
            String receiver = entered.receiverId() == null ? "" : entered.receiverId();
            checks.that(!receiver.isBlank(), "receiverId", "core.required");
            checks.that(receiver.isBlank() || sight.employed(receiver), "receiverId", "token.holder-not-staff");
            checks.orThrow();
            JpaTokenStore.Kept kept = sight.lock(caller, entered.tokenId() == null ? "" : entered.tokenId());
            SigningToken token = kept.token();
            if (!sight.keeps(caller) && !me.equals(token.custodianId())) {
                throw new Refused("MT.11.5", "token.not-party");
            }
            requireMovable(kept, entered.kind());
            requireReceiver(token, entered.kind(), receiver);
            Instant now = clock.instant();
            HandOver pending = new HandOver(
                    ids.next(),
                    token.id(),
                    token.serial(),
                    entered.kind(),
                    token.custodianId(),
                    "",
                    receiver,
                    "",
                    place,
                    reason,
                    condition,
                    now,
                    caller.name(),
                    me.equals(token.custodianId()) ? Optional.of(now) : Optional.empty(),
                    me.equals(receiver) ? Optional.of(now) : Optional.empty(),
                    HandOver.State.PENDING,
                    "",
                    Optional.empty(),
                    "");
            store.insert(pending);
            tokens.pending(token.id(), pending.id());
            if (token.state() == TokenState.KEPT || token.state() == TokenState.IN_USE) {
                tokens.update(token.in(TokenState.HANDING_OVER));
            }
            ask(pending, now);
            log.subject(pending.id());
            log.changed(
                    null,
                    Map.of(
                            "tokenId", token.id(),
                            "kind", pending.kind(),
                            "giverId", pending.giverId(),
                            "receiverId", receiver));
            return pending.id();
        });
    }

    /** Who has not confirmed has it as a duty; a giver who left cannot be asked. */
    private void ask(HandOver pending, Instant now) {
        Instant due = now.plus(regulations.duration(WITHIN, sight.today()));
        List<NewDuty> asked = new ArrayList<>();
        if (pending.giverAt().isEmpty() && sight.employed(pending.giverId())) {
            asked.add(TokenDuty.confirm(pending, pending.giverId(), due));
        }
        if (pending.receiverAt().isEmpty()) {
            asked.add(TokenDuty.confirm(pending, pending.receiverId(), due));
        }
        duties.assign(asked);
    }

    private static void requireMovable(JpaTokenStore.Kept kept, HandOver.Kind kind) {
        if (!kept.pendingId().isEmpty()) {
            throw new Conflict("token.hand-over-pending");
        }
        TokenState state = kept.token().state();
        boolean fits = kind == HandOver.Kind.ISSUE
                ? state == TokenState.KEPT || state == TokenState.IN_USE
                : state != TokenState.LOST && state != TokenState.DESTROYED;
        if (!fits) {
            throw new Conflict("token.wrong-state");
        }
    }

    private void requireReceiver(SigningToken token, HandOver.Kind kind, String receiver) {
        if (receiver.equals(token.custodianId())) {
            throw new Refused("MT.11.5", "token.same-person");
        }
        boolean fits = kind == HandOver.Kind.ISSUE ? sight.mayHold(token, receiver) : sight.receives(receiver);
        if (!fits) {
            throw new Refused(
                    "MT.11.1",
                    kind == HandOver.Kind.ISSUE ? "token.not-for-receiver" : "token.not-for-keeper",
                    sight.name(receiver));
        }
    }

    @Override
    public HandOver confirm(Caller caller, String handOverId) {
        Act act = Act.on(HAND_OVER, handOverId, "signing.confirm-hand-over", TokenPermissions.HOLD, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            HandOver before = locked(caller, handOverId);
            String me = TokenSight.person(caller);
            if (!isParty(caller, before)) {
                throw new Refused("MT.11.5", "token.not-party");
            }
            boolean gives = me.equals(before.giverId());
            if ((gives ? before.giverAt() : before.receiverAt()).isPresent()) {
                return named(before);
            }
            requirePending(before);
            Instant now = clock.instant();
            HandOver after = confirmed(before, gives, now);
            duties.done("signing.confirm-hand-over:" + before.id() + ":" + me, before.id());
            if (after.giverAt().isPresent() && after.receiverAt().isPresent()) {
                after = finish(after, now);
            }
            store.update(after);
            log.changed(null, Map.of("side", gives ? "giver" : "receiver", "number", after.number()));
            return named(after);
        });
    }

    /** The hand-over, behind the lock of its token: both sides at once, or a report of loss meanwhile, wait here. */
    private HandOver locked(Caller caller, String handOverId) {
        HandOver seen = seen(caller, handOverId);
        tokens.lock(seen.tokenId());
        return store.fresh(handOverId);
    }

    private static void requirePending(HandOver handOver) {
        if (handOver.state() != HandOver.State.PENDING) {
            throw new Conflict("token.hand-over-settled");
        }
    }

    /** The token changes hands, and the minutes get their number. */
    private HandOver finish(HandOver both, Instant now) {
        SigningToken token = tokens.find(both.tokenId()).orElseThrow().token();
        TokenState state = token.state();
        if (state == TokenState.HANDING_OVER) {
            state = both.kind() == HandOver.Kind.ISSUE ? TokenState.IN_USE : TokenState.KEPT;
        }
        tokens.update(token.with(both.receiverId(), both.place(), state, now));
        tokens.pending(token.id(), "");
        int year = VietnamTime.at(now).getYear();
        String number = HandOverMinutes.number(store.nextNumber(year), year);
        if (both.kind() == HandOver.Kind.ISSUE) {
            sight.keepers()
                    .forEach(keeper ->
                            duties.done(TokenDuty.giveKey(token.kind(), both.receiverId(), keeper), both.id()));
        } else {
            duties.withdraw("signing.token-unused", token.id(), "Đã trả, biên bản " + number);
            sight.leaders()
                    .forEach(keeper -> duties.done(
                            "signing.collect-token:" + token.id() + ":" + both.giverId() + ":" + keeper, both.id()));
        }
        return settled(both, HandOver.State.DONE, number, now, "");
    }

    @Override
    public HandOver cancel(Caller caller, String handOverId, String reason) {
        Act act = Act.on(HAND_OVER, handOverId, "signing.cancel-hand-over", TokenPermissions.HOLD, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            HandOver before = locked(caller, handOverId);
            if (!isParty(caller, before) && !sight.keeps(caller)) {
                throw new Refused("MT.11.5", "token.not-party");
            }
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 3, 500);
            checks.orThrow();
            requirePending(before);
            SigningToken token = tokens.find(before.tokenId()).orElseThrow().token();
            HandOver after = callOff(before, why);
            if (token.state() == TokenState.HANDING_OVER) {
                tokens.update(token.in(stateBefore(token.id())));
            }
            log.note(why);
            log.changed(Map.of("state", before.state()), Map.of("state", after.state()));
            return named(after);
        });
    }

    private TokenState stateBefore(String tokenId) {
        return store.lastDone(tokenId)
                .filter(last -> last.kind() == HandOver.Kind.ISSUE)
                .map(last -> TokenState.IN_USE)
                .orElse(TokenState.KEPT);
    }

    @Override
    public void callOffPending(String tokenId, String why) {
        tokens.find(tokenId)
                .map(JpaTokenStore.Kept::pendingId)
                .filter(id -> !id.isEmpty())
                .flatMap(store::find)
                .ifPresent(pending -> callOff(pending, why));
    }

    private HandOver callOff(HandOver pending, String why) {
        HandOver after = settled(pending, HandOver.State.CANCELLED, "", clock.instant(), why);
        store.update(after);
        tokens.pending(pending.tokenId(), "");
        duties.withdraw(HAND_OVER, pending.id(), why);
        return after;
    }

    @Override
    public void returned(String tokenId, String giverId) {
        JpaTokenStore.Kept kept = tokens.lock(tokenId).orElseThrow(() -> new NotFound("token.not-found", tokenId));
        SigningToken token = kept.token();
        if (!token.custodianId().equals(giverId)) {
            return;
        }
        String receiver = sight.receiver(giverId).orElseThrow(() -> new Conflict("token.nobody-receives"));
        callOffPending(tokenId, "Bàn giao khi rời trường");
        Instant now = clock.instant();
        HandOver both = new HandOver(
                ids.next(),
                tokenId,
                token.serial(),
                HandOver.Kind.RETURN,
                giverId,
                "",
                receiver,
                "",
                token.place(),
                "Rời trường",
                "",
                now,
                "",
                Optional.of(now),
                Optional.of(now),
                HandOver.State.PENDING,
                "",
                Optional.empty(),
                "");
        store.insert(both);
        if (token.state() == TokenState.IN_USE || token.state() == TokenState.KEPT) {
            tokens.update(token.in(TokenState.HANDING_OVER));
        }
        store.update(finish(both, now));
    }

    @Override
    public PrintedDocument minutes(Caller caller, String handOverId) {
        HandOver done = get(caller, handOverId);
        if (done.state() != HandOver.State.DONE) {
            throw new Conflict("token.minutes-not-ready");
        }
        SigningToken token =
                sight.named(tokens.find(done.tokenId()).orElseThrow().token());
        return HandOverMinutes.document(done, token, directory);
    }

    private static boolean isParty(Caller caller, HandOver one) {
        return caller.personId()
                .filter(person -> person.equals(one.giverId()) || person.equals(one.receiverId()))
                .isPresent();
    }

    private HandOver named(HandOver one) {
        return named(List.of(one)).get(0);
    }

    private List<HandOver> named(List<HandOver> list) {
        Set<String> people = new HashSet<>();
        list.forEach(one -> people.addAll(List.of(one.giverId(), one.receiverId())));
        Map<String, String> names = directory.names(people);
        return list.stream()
                .map(one -> new HandOver(
                        one.id(),
                        one.tokenId(),
                        one.serial(),
                        one.kind(),
                        one.giverId(),
                        names.getOrDefault(one.giverId(), ""),
                        one.receiverId(),
                        names.getOrDefault(one.receiverId(), ""),
                        one.place(),
                        one.reason(),
                        one.condition(),
                        one.proposedAt(),
                        one.proposedBy(),
                        one.giverAt(),
                        one.receiverAt(),
                        one.state(),
                        one.number(),
                        one.settledAt(),
                        one.remark()))
                .toList();
    }

    private static HandOver confirmed(HandOver one, boolean gives, Instant now) {
        return new HandOver(
                one.id(),
                one.tokenId(),
                one.serial(),
                one.kind(),
                one.giverId(),
                "",
                one.receiverId(),
                "",
                one.place(),
                one.reason(),
                one.condition(),
                one.proposedAt(),
                one.proposedBy(),
                gives ? Optional.of(now) : one.giverAt(),
                gives ? one.receiverAt() : Optional.of(now),
                one.state(),
                one.number(),
                one.settledAt(),
                one.remark());
    }

    private static HandOver settled(HandOver one, HandOver.State state, String number, Instant now, String remark) {
        return new HandOver(
                one.id(),
                one.tokenId(),
                one.serial(),
                one.kind(),
                one.giverId(),
                "",
                one.receiverId(),
                "",
                one.place(),
                one.reason(),
                one.condition(),
                one.proposedAt(),
                one.proposedBy(),
                one.giverAt(),
                one.receiverAt(),
                state,
                number,
                Optional.of(now),
                remark);
    }
}
