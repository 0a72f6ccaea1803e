package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.model.TokenDuty;
import vn.quyche.signing.internal.store.JpaTokenCaseStore;
import vn.quyche.signing.internal.store.JpaTokenCustodyStore;
import vn.quyche.signing.internal.store.JpaTokenStore;
import vn.quyche.signing.internal.store.JpaTokenUseStore;

/** Losses, suspicions, support. A report bars the token before anything else can happen with it. */
@Component
public final class DefaultTokenCases implements TokenCases {

    /** The kind of thing that a case is, for audit and duties. */
    static final String CASE = "signing.token-case";

    private static final String TELL_WITHIN = "signing.tell-provider-within";
    private static final String REPLACE_WITHIN = "signing.replace-token-within-days";

    private final Acts acts;
    private final JpaTokenStore tokens;
    private final JpaTokenCustodyStore custody;
    private final JpaTokenCaseStore store;
    private final JpaTokenUseStore uses;
    private final TokenReturns returns;
    private final TokenSight sight;
    private final Regulations regulations;
    private final Duties duties;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultTokenCases(
            @Reference Acts acts,
            @Reference JpaTokenStore tokens,
            @Reference JpaTokenCustodyStore custody,
            @Reference JpaTokenCaseStore store,
            @Reference JpaTokenUseStore uses,
            @Reference TokenReturns returns,
            @Reference TokenSight sight,
            @Reference Regulations regulations,
            @Reference Duties duties,
            @Reference Notices notices,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.tokens = tokens;
        this.custody = custody;
        this.store = store;
        this.uses = uses;
        this.returns = returns;
        this.sight = sight;
        this.regulations = regulations;
        this.duties = duties;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<TokenCase> list(Caller caller, Query query, PageRequest page) {
        Optional<String> reporter = sight.seesAll(caller)
                ? Optional.empty()
                : Optional.of(caller.personId().orElse("-"));
        return store.list(query, reporter, page);
    }

    @Override
    public TokenCase get(Caller caller, String caseId) {
        return seen(caller, caseId, store.find(caseId));
    }

    private TokenCase seen(Caller caller, String caseId, Optional<TokenCase> found) {
        return found.filter(one -> sight.seesAll(caller)
                        || caller.personId().filter(one.reporterId()::equals).isPresent())
                .orElseThrow(() -> new NotFound("token.case-not-found", caseId));
    }

    @Override
    @Regulated({"MT.11.4", "MT.11.7"})
    public String report(Caller caller, NewCase entered, String key) {
        Act act = Act.create(CASE, "signing.report-token", TokenPermissions.HOLD, Scope.own(caller));
        return acts.performOnce(caller, key, act, log -> {
            String me = TokenSight.person(caller);
            Checks checks = new Checks();
            String text = checks.text("text", entered.text(), 3, 4000);
            checks.that(entered.kind() != null, "kind", "core.required");
            Instant now = clock.instant();
            checks.that(
                    entered.knownUntil().map(at -> !at.isAfter(now)).orElse(true),
                    "knownUntil",
                    "token.known-in-future");
            checks.orThrow();
            SigningToken token = sight.lock(caller, entered.tokenId() == null ? "" : entered.tokenId())
                    .token();
            if (!sight.keeps(caller) && !TokenSight.isOf(caller, token)) {
                throw new Refused("MT.11.4", "token.report-not-yours");
            }
            if (token.state().ended()) {
                throw new Conflict("token.wrong-state");
            }
            Optional<TokenCase> open = entered.kind().bars() ? store.barring(token.id()) : Optional.empty();
            if (open.isPresent()) {
                again(caller, token, open.get(), entered, text);
                log.subject(open.get().id());
                return open.get().id();
            }
            TokenCase reported = new TokenCase(
                    ids.next(),
                    token.id(),
                    token.serial(),
                    entered.kind(),
                    me,
                    caller.name(),
                    now,
                    entered.knownUntil().orElse(token.lastKnownAt()),
                    text,
                    Optional.empty(),
                    "",
                    List.of(new TokenCase.Step(TokenCase.StepKind.REPORTED, now, caller.name(), text)),
                    Optional.empty(),
                    1);
            store.insert(reported);
            if (entered.kind().bars()) {
                bar(token, entered.kind());
            }
            lay(token, reported, now);
            warn(token, reported, caller.name());
            log.subject(reported.id());
            log.changed(
                    Map.of("state", token.state()),
                    Map.of(
                            "tokenId",
                            token.id(),
                            "kind",
                            reported.kind(),
                            "knownUntil",
                            reported.knownUntil().toString()));
            return reported.id();
        });
    }

    /** A second report adds what it knows: an earlier time reaches further back, a loss weighs more than a suspicion. */
    private void again(Caller caller, SigningToken token, TokenCase open, NewCase entered, String text) {
        TokenCase locked = store.lock(open.id()).orElseThrow();
        Instant known = entered.knownUntil()
                .filter(at -> at.isBefore(locked.knownUntil()))
                .orElse(locked.knownUntil());
        store.step(after(locked, known, Optional.empty(), "", TokenCase.StepKind.REPORTED, caller.name(), text));
        if (entered.kind() == TokenCase.Kind.LOSS && token.state() == TokenState.SUSPECTED) {
            tokens.update(token.in(TokenState.LOST));
        }
    }

    private void bar(SigningToken token, TokenCase.Kind kind) {
        returns.callOffPending(token.id(), "USB ký số bị báo mất hoặc nghi bị lộ");
        tokens.update(token.in(kind == TokenCase.Kind.LOSS ? TokenState.LOST : TokenState.SUSPECTED));
        duties.withdraw("signing.token-unused", token.id(), "USB ký số bị báo mất hoặc nghi bị lộ");
    }

    private void lay(SigningToken token, TokenCase reported, Instant now) {
        Instant tell = now.plus(regulations.duration(TELL_WITHIN, sight.today()));
        Instant replace =
                VietnamTime.endOf(sight.today().plusDays(regulations.intValue(REPLACE_WITHIN, sight.today())));
        List<NewDuty> laid = new ArrayList<>();
        for (String keeper : sight.keepers()) {
            laid.add(TokenDuty.tell(reported, keeper, tell));
            if (reported.kind().bars()) {
                laid.add(TokenDuty.replace(token, keeper, replace));
            }
        }
        duties.assign(laid);
    }

    private void warn(SigningToken token, TokenCase reported, String by) {
        String title = switch (reported.kind()) {
            case LOSS -> "Mất USB ký số " + token.serial() + ", đã khóa";
            case SUSPICION -> "USB ký số " + token.serial() + " nghi bị lộ, đã khóa";
            case SUPPORT -> "Yêu cầu hỗ trợ USB ký số " + token.serial();
        };
        notices.send(sight.leaders().stream()
                .filter(person -> !person.equals(reported.reporterId()))
                .sorted()
                .map(person -> new NewNotice(
                        "signing.token-case:" + reported.id(),
                        person,
                        "signing.token-case",
                        title,
                        by + ": " + reported.text(),
                        "/signing/token-cases/" + reported.id()))
                .toList());
    }

    @Override
    @Regulated({"MT.11.4", "MT.11.7"})
    public TokenCase step(Caller caller, String caseId, TokenCase.StepKind kind, String text) {
        return change(caller, caseId, "signing.follow-token-case", before -> {
            Checks checks = new Checks();
            String said = checks.text("text", text, 3, 4000);
            checks.that(
                    kind != null && kind != TokenCase.StepKind.REPORTED && kind != TokenCase.StepKind.CLOSED,
                    "kind",
                    "core.required");
            checks.orThrow();
            if (kind == TokenCase.StepKind.PROVIDER_TOLD) {
                sight.keepers().forEach(keeper -> duties.done(TokenDuty.tellKey(caseId, keeper), caseId));
            }
            return after(before, before.knownUntil(), Optional.empty(), "", kind, caller.name(), said);
        });
    }

    @Override
    @Regulated({"MT.11.4", "MT.11.7"})
    public TokenCase close(Caller caller, String caseId, TokenCase.Outcome outcome, String replacementId, String text) {
        return change(caller, caseId, "signing.close-token-case", before -> {
            Checks checks = new Checks();
            String said = checks.text("text", text, 3, 4000);
            checks.that(outcome != null && outcome.fits(before.kind()), "outcome", "core.required");
            String replacement = replacementId == null ? "" : replacementId.strip();
            checks.that(
                    replacement.isEmpty()
                            || !replacement.equals(before.tokenId())
                                    && tokens.find(replacement).isPresent(),
                    "replacementId",
                    "token.replacement-unknown");
            checks.orThrow();
            if (before.kind().bars()) {
                decide(caller, before, outcome);
            } else {
                sight.keepers().forEach(keeper -> duties.done(TokenDuty.tellKey(caseId, keeper), caseId));
            }
            if (!replacement.isEmpty()) {
                sight.keepers()
                        .forEach(keeper -> duties.done(TokenDuty.replaceKey(before.tokenId(), keeper), replacement));
            }
            return after(
                    before,
                    before.knownUntil(),
                    Optional.of(outcome),
                    replacement,
                    TokenCase.StepKind.CLOSED,
                    caller.name(),
                    said);
        });
    }

    /** What was lost is revoked by its provider, who must know; only the head lets it sign again. */
    private void decide(Caller caller, TokenCase before, TokenCase.Outcome outcome) {
        if (outcome == TokenCase.Outcome.RECOVERED && !sight.grants(caller)) {
            throw new Refused("MT.11.4", "token.principal-unblocks");
        }
        if (outcome == TokenCase.Outcome.REVOKED
                && before.steps().stream().noneMatch(step -> step.kind() == TokenCase.StepKind.PROVIDER_TOLD)) {
            throw new Refused("MT.11.4", "token.provider-not-told");
        }
        SigningToken token = tokens.lock(before.tokenId()).orElseThrow().token();
        TokenState state = switch (outcome) {
            case REVOKED -> TokenState.REVOKED;
            case DESTROYED -> TokenState.DESTROYED;
            default ->
                custody.lastDone(token.id())
                        .filter(last -> last.kind() == HandOver.Kind.ISSUE)
                        .map(last -> TokenState.IN_USE)
                        .orElse(TokenState.KEPT);
        };
        boolean recovered = outcome == TokenCase.Outcome.RECOVERED;
        tokens.update(recovered ? token.in(state).known(clock.instant()) : token.in(state));
        if (recovered) {
            duties.withdraw(CASE, before.id(), "USB ký số đã tìm thấy");
            duties.withdraw("signing.token-replacement", token.id(), "USB ký số đã tìm thấy");
        }
    }

    @Override
    @Regulated("MT.11.4")
    public Page<TokenUse> signedSince(Caller caller, String caseId, PageRequest page) {
        TokenCase found = get(caller, caseId);
        return uses.signedSince(found.tokenId(), found.knownUntil(), page);
    }

    /** What a step makes of a case that is locked. */
    private interface Change {
        TokenCase of(TokenCase before);
    }

    private TokenCase change(Caller caller, String caseId, String action, Change change) {
        Act act = Act.on(CASE, caseId, action, TokenPermissions.KEEP, Scope.school());
        return acts.perform(caller, act, log -> {
            // the token before its case, as a second report does
            TokenCase seen = get(caller, caseId);
            tokens.lock(seen.tokenId());
            TokenCase before = store.lock(caseId).orElseThrow();
            if (before.closedAt().isPresent()) {
                throw new Conflict("token.case-closed");
            }
            TokenCase after = change.of(before);
            store.step(after);
            TokenCase.Step step = after.steps().get(after.steps().size() - 1);
            log.changed(
                    null,
                    Map.of(
                            "step",
                            step.kind(),
                            "outcome",
                            after.outcome().map(Enum::name).orElse("")));
            return after;
        });
    }

    private TokenCase after(
            TokenCase one,
            Instant knownUntil,
            Optional<TokenCase.Outcome> outcome,
            String replacementId,
            TokenCase.StepKind kind,
            String by,
            String text) {
        Instant now = clock.instant();
        List<TokenCase.Step> steps = new ArrayList<>(one.steps());
        steps.add(new TokenCase.Step(kind, now, by, text));
        return new TokenCase(
                one.id(),
                one.tokenId(),
                one.serial(),
                one.kind(),
                one.reporterId(),
                one.reporterName(),
                one.reportedAt(),
                knownUntil,
                one.text(),
                outcome,
                replacementId,
                steps,
                outcome.map(ended -> now),
                one.version() + 1);
    }
}
