package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenGuard;
import vn.quyche.signing.api.token.TokenScope;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.model.TokenJudgement;
import vn.quyche.signing.internal.store.JpaTokenStore;
import vn.quyche.signing.internal.store.JpaTokenUseStore;

/** Judges each use by the register as it is now, and writes each into the register of uses. */
@Component
public final class DefaultTokenGuard implements TokenGuard {

    private static final String HEX = "[0-9a-fA-F]{64}";

    private final Acts acts;
    private final JpaTokenStore tokens;
    private final JpaTokenUseStore uses;
    private final TokenSight sight;
    private final Delegations delegations;
    private final Duties duties;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultTokenGuard(
            @Reference Acts acts,
            @Reference JpaTokenStore tokens,
            @Reference JpaTokenUseStore uses,
            @Reference TokenSight sight,
            @Reference Delegations delegations,
            @Reference Duties duties,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.tokens = tokens;
        this.uses = uses;
        this.sight = sight;
        this.delegations = delegations;
        this.duties = duties;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.3", "MT.11.4", "MT.11.5", "MT.11.6"})
    public TokenUse ask(Caller caller, Ask entered) {
        Act act = Act.create("signing.token-use", "signing.ask-token", TokenPermissions.HOLD, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            Ask ask = checked(entered);
            Optional<SigningToken> token =
                    registered(ask).flatMap(one -> tokens.lock(one.id())).map(JpaTokenStore.Kept::token);
            TokenJudgement judgement = owns(caller, ask)
                    ? TokenJudgement.of(token, ask, facts(token, ask, ""))
                    : new TokenJudgement(
                            Optional.of(new TokenJudgement.Objection("MT.11.2", "token.not-own")), Optional.empty());
            TokenUse use = line(token, ask, judgement);
            judgement.objection().ifPresent(objection -> {
                // a line of its own: the refusal rolls everything else back
                tx.separate(() -> {
                    uses.insert(use);
                    return use;
                });
                throw refused(objection, use);
            });
            uses.insert(use);
            tokens.count(use.scopeId(), 1);
            log.subject(use.id());
            log.changed(
                    null,
                    Map.of(
                            "tokenId", use.tokenId(),
                            "documentKind", use.documentKind(),
                            "documentId", use.documentId(),
                            "sha256", use.sha256()));
            return use;
        });
    }

    @Override
    @Regulated({"MT.11.4", "MT.11.6"})
    public TokenUse signed(Caller caller, String useId) {
        Act act = Act.on("signing.token-use", useId, "signing.use-token", TokenPermissions.HOLD, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            TokenUse use = own(caller, useId);
            Ask ask = new Ask(use.serial(), "", use.personId(), use.documentKind(), use.documentId(), use.sha256());
            Optional<SigningToken> token = tokens.lock(use.tokenId()).map(JpaTokenStore.Kept::token);
            TokenJudgement judgement = TokenJudgement.of(token, ask, facts(token, ask, use.scopeId()));
            judgement.objection().ifPresent(objection -> {
                tx.separate(() -> {
                    settle(use, TokenUse.Outcome.FAILED, objection.clause(), objection.code());
                    return use;
                });
                throw refused(objection, use);
            });
            settle(use, TokenUse.Outcome.SIGNED, "", "");
            tokens.update(token.orElseThrow().used(clock.instant()));
            duties.withdraw("signing.token-unused", use.tokenId(), "USB ký số đã được dùng lại");
            log.changed(null, Map.of("documentId", use.documentId(), "sha256", use.sha256()));
            return uses.fresh(useId);
        });
    }

    @Override
    public TokenUse failed(Caller caller, String useId, String reason) {
        Act act = Act.on("signing.token-use", useId, "signing.fail-token", TokenPermissions.HOLD, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            TokenUse use = own(caller, useId);
            Checks checks = new Checks();
            log.note(checks.text("reason", reason, 0, 500));
            checks.orThrow();
            settle(use, TokenUse.Outcome.FAILED, "", "token.use-failed");
            return uses.fresh(useId);
        });
    }

    private void settle(TokenUse use, TokenUse.Outcome outcome, String clause, String code) {
        if (!uses.settle(use.id(), outcome, clause, code, clock.instant())) {
            throw new Conflict("token.use-settled");
        }
        if (outcome == TokenUse.Outcome.FAILED) {
            tokens.count(use.scopeId(), -1);
        }
    }

    private TokenUse own(Caller caller, String useId) {
        return uses.find(useId)
                .filter(use -> caller.isSystem()
                        || caller.personId().filter(use.personId()::equals).isPresent())
                .orElseThrow(() -> new NotFound("token.use-not-found", useId));
    }

    private static Ask checked(Ask entered) {
        Checks checks = new Checks();
        String serial = VietnameseText.line(checks.text("serial", entered.serial(), 0, 100));
        String fingerprint = checks.text("fingerprint", entered.fingerprint(), 0, 64);
        checks.that(!serial.isEmpty() || !fingerprint.isEmpty(), "serial", "core.required");
        checks.that(fingerprint.isEmpty() || fingerprint.matches(HEX), "fingerprint", "token.no-hash");
        String kind = checks.text("documentKind", entered.documentKind(), 1, 20);
        String document = checks.text("documentId", entered.documentId(), 1, 100);
        String hash = checks.text("sha256", entered.sha256(), 1, 64);
        checks.that(hash.matches(HEX), "sha256", "token.no-hash");
        String person = checks.text("personId", entered.personId(), 1, 26);
        checks.orThrow();
        return new Ask(
                serial, fingerprint.toLowerCase(Locale.ROOT), person, kind, document, hash.toLowerCase(Locale.ROOT));
    }

    private Optional<SigningToken> registered(Ask ask) {
        return ask.serial().isEmpty() ? tokens.byFingerprint(ask.fingerprint()) : tokens.bySerial(ask.serial());
    }

    private static boolean owns(Caller caller, Ask ask) {
        return caller.isSystem()
                || caller.personId().filter(ask.personId()::equals).isPresent();
    }

    /** @param counted the scope that counts the use already; empty for none */
    private TokenJudgement.Facts facts(Optional<SigningToken> token, Ask ask, String counted) {
        return new TokenJudgement.Facts(
                clock.instant(),
                sight.employed(ask.personId()),
                token.map(one -> sight.mayHold(one, ask.personId())).orElse(false),
                token.map(one -> tokens.scopes(one.id())).orElse(List.of()).stream()
                        .filter(scope -> delegated(scope, ask.personId()))
                        .map(scope -> scope.id().equals(counted) ? scope.without(1) : scope)
                        .toList());
    }

    /** A scope on a delegation lasts as long as the delegation runs, for the person to whom it was given. */
    private boolean delegated(TokenScope scope, String personId) {
        if (scope.delegationId().isEmpty()) {
            return true;
        }
        try {
            Delegations.Delegation delegation =
                    delegations.get(Caller.system("signing.ask-token"), scope.delegationId());
            return delegation.state() == Delegations.State.RUNNING
                    && delegation.toPersonId().equals(personId);
        } catch (NotFound e) {
            return false;
        }
    }

    private TokenUse line(Optional<SigningToken> token, Ask ask, TokenJudgement judgement) {
        Optional<TokenJudgement.Objection> objection = judgement.objection();
        return new TokenUse(
                ids.next(),
                token.map(SigningToken::id).orElse(""),
                token.map(SigningToken::serial).orElse(ask.serial().isEmpty() ? ask.fingerprint() : ask.serial()),
                ask.personId(),
                sight.name(ask.personId()),
                ask.documentKind(),
                ask.documentId(),
                ask.sha256(),
                judgement.scope().map(TokenScope::id).orElse(""),
                clock.instant(),
                objection.isPresent() ? TokenUse.Outcome.REFUSED : TokenUse.Outcome.GRANTED,
                objection.map(TokenJudgement.Objection::clause).orElse(""),
                objection.map(TokenJudgement.Objection::code).orElse(""),
                Optional.empty());
    }

    private static Refused refused(TokenJudgement.Objection objection, TokenUse use) {
        return new Refused(objection.clause(), objection.code(), use.serial(), use.documentKind());
    }
}
