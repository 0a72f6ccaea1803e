package vn.quyche.signing.internal.service;

import java.time.Clock;
import java.time.Instant;
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
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningCertificate;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenScope;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.model.CertificateFile;
import vn.quyche.signing.internal.model.DocumentKinds;
import vn.quyche.signing.internal.model.HolderMatch;
import vn.quyche.signing.internal.model.TokenDuty;
import vn.quyche.signing.internal.store.JpaTokenCustodyStore;
import vn.quyche.signing.internal.store.JpaTokenStore;
import vn.quyche.signing.internal.store.JpaTokenUseStore;

/** The register: what comes into it, what changes, what tokens may sign. The certificate's text stays out of the audit log. */
@Component
public final class DefaultTokens implements Tokens {

    private static final int MOST_DAYS_OF_SCOPE = 5 * 366;
    private static final int MOST_DOCUMENTS = 1_000_000;

    private final Acts acts;
    private final JpaTokenStore store;
    private final JpaTokenCustodyStore custody;
    private final JpaTokenUseStore uses;
    private final TokenSight sight;
    private final Directory directory;
    private final Delegations delegations;
    private final Duties duties;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultTokens(
            @Reference Acts acts,
            @Reference JpaTokenStore store,
            @Reference JpaTokenCustodyStore custody,
            @Reference JpaTokenUseStore uses,
            @Reference TokenSight sight,
            @Reference Directory directory,
            @Reference Delegations delegations,
            @Reference Duties duties,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.store = store;
        this.custody = custody;
        this.uses = uses;
        this.sight = sight;
        this.directory = directory;
        this.delegations = delegations;
        this.duties = duties;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<SigningToken> list(Caller caller, Query query, PageRequest page) {
        Optional<String> visibleTo = query.mine() || !sight.seesAll(caller)
                ? Optional.of(caller.personId().orElse("-"))
                : Optional.empty();
        Page<SigningToken> found = store.list(query, visibleTo, page);
        return new Page<>(sight.named(found.items()), found.next());
    }

    @Override
    public SigningToken get(Caller caller, String tokenId) {
        return sight.require(caller, tokenId);
    }

    @Override
    public Rights rights(Caller caller, String tokenId) {
        SigningToken token = sight.require(caller, tokenId);
        boolean keeps = sight.keeps(caller);
        boolean custodian =
                caller.personId().filter(token.custodianId()::equals).isPresent();
        return new Rights(keeps, sight.grants(caller), custodian, keeps || TokenSight.isOf(caller, token));
    }

    @Override
    public boolean keeps(Caller caller) {
        return sight.keeps(caller);
    }

    @Override
    @Regulated("MT.11.1")
    public List<Lacking> lacking(Caller caller) {
        return sight.seesAll(caller) ? sight.lacking() : List.of();
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.2"})
    public String register(Caller caller, NewToken entered, String key) {
        Act act = Act.create(TokenDuty.TOKEN, "signing.register-token", TokenPermissions.KEEP, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            String keeper = TokenSight.person(caller);
            Checks checks = new Checks();
            String serial = VietnameseText.line(checks.text("serial", entered.serial(), 3, 100));
            String provider = VietnameseText.line(checks.text("provider", entered.provider(), 2, 200));
            String purpose = checks.text("purpose", entered.purpose(), 2, 500);
            String place = checks.text("place", entered.place(), 2, 300);
            String remark = checks.text("remark", entered.remark(), 0, 500);
            checks.that(entered.kind() != null, "kind", "core.required");
            boolean personal = entered.kind() == SignatureKind.PERSONAL;
            String holder = personal && entered.holderId() != null ? entered.holderId() : "";
            checks.that(!personal || !holder.isBlank(), "holderId", "core.required");
            checks.that(!personal || holder.isBlank() || sight.employed(holder), "holderId", "token.holder-not-staff");
            checks.orThrow();
            CertificateFile file = CertificateFile.read(entered.certificate());
            SigningCertificate certificate = file.certificate();
            requireNamed(
                    file, personal ? sight.name(holder) : directory.school().name(), personal, remark);
            Instant now = clock.instant();
            if (!certificate.validTo().isAfter(now)) {
                throw new Refused("MT.11.1", "token.certificate-ended", VietnamTime.moment(certificate.validTo()));
            }
            store.lockRegister();
            requireNew(serial, certificate);
            if (store.hasOne(entered.kind(), holder)) {
                throw new Refused("MT.11.1", personal ? "token.has-one" : "token.school-has-one");
            }
            SigningToken token = new SigningToken(
                    ids.next(),
                    serial,
                    entered.kind(),
                    provider,
                    purpose,
                    holder,
                    "",
                    keeper,
                    "",
                    place,
                    TokenState.KEPT,
                    certificate,
                    remark,
                    now,
                    now,
                    Optional.empty(),
                    1);
            store.insert(token, file.stored());
            replaced(token);
            log.subject(token.id());
            log.changed(
                    null,
                    Map.of(
                            "serial",
                            serial,
                            "kind",
                            entered.kind(),
                            "holderId",
                            holder,
                            "fingerprint",
                            certificate.fingerprint()));
            return token.id();
        });
    }

    @Override
    @Regulated({"MT.11.1", "MT.11.2"})
    public SigningToken renew(Caller caller, String tokenId, byte[] certificate, String remark, long version) {
        return change(caller, tokenId, "signing.renew-token", version, (before, log) -> {
            Checks checks = new Checks();
            String why = checks.text("remark", remark, 0, 500);
            checks.orThrow();
            requireDecided(before);
            CertificateFile file = CertificateFile.read(certificate);
            SigningCertificate read = file.certificate();
            boolean personal = before.kind() == SignatureKind.PERSONAL;
            requireNamed(
                    file,
                    personal
                            ? sight.name(before.holderId())
                            : directory.school().name(),
                    personal,
                    why);
            if (!read.validTo().isAfter(before.certificate().validTo())) {
                throw new Refused("MT.11.1", "token.certificate-older");
            }
            store.lockRegister();
            if (store.byFingerprint(read.fingerprint()).isPresent()) {
                throw new Conflict("token.certificate-known");
            }
            SigningToken after = before.certified(
                    read, why, before.state() == TokenState.EXPIRED ? stateByCustody(before) : before.state());
            store.renew(after, file.stored());
            log.changed(
                    Map.of("fingerprint", before.certificate().fingerprint()),
                    Map.of("fingerprint", read.fingerprint()));
            return after;
        });
    }

    @Override
    public SigningToken change(
            Caller caller, String tokenId, String provider, String purpose, String place, long version) {
        return change(caller, tokenId, "signing.change-token", version, (before, log) -> {
            Checks checks = new Checks();
            SigningToken after = before.described(
                    VietnameseText.line(checks.text("provider", provider, 2, 200)),
                    checks.text("purpose", purpose, 2, 500),
                    checks.text("place", place, 2, 300));
            checks.orThrow();
            store.update(after);
            log.changed(
                    Map.of("provider", before.provider(), "purpose", before.purpose(), "place", before.place()),
                    Map.of("provider", after.provider(), "purpose", after.purpose(), "place", after.place()));
            return after;
        });
    }

    @Override
    @Regulated("MT.11.4")
    public SigningToken mark(Caller caller, String tokenId, TokenState state, String reason, long version) {
        return change(caller, tokenId, "signing.mark-token", version, (before, log) -> {
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 3, 500);
            checks.that(
                    state == TokenState.BLOCKED
                            || state == TokenState.REVOKED
                            || state == TokenState.DESTROYED
                            || state == TokenState.IN_USE,
                    "state",
                    "core.required");
            checks.orThrow();
            requireDecided(before);
            boolean fits = switch (state) {
                case IN_USE -> before.state() == TokenState.BLOCKED;
                case BLOCKED -> before.state() == TokenState.IN_USE || before.state() == TokenState.KEPT;
                case REVOKED -> before.state() != TokenState.REVOKED;
                default -> true;
            };
            if (!fits) {
                throw new Conflict("token.wrong-state");
            }
            if (state == TokenState.IN_USE && !sight.grants(caller)) {
                throw new Refused("MT.11.4", "token.principal-unblocks");
            }
            SigningToken after = before.in(state == TokenState.IN_USE ? stateByCustody(before) : state);
            store.update(after);
            log.note(why);
            log.changed(Map.of("state", before.state()), Map.of("state", after.state()));
            return after;
        });
    }

    @Override
    public SigningToken confirm(Caller caller, String tokenId) {
        Act act = Act.on(TokenDuty.TOKEN, tokenId, "signing.confirm-token", TokenPermissions.HOLD, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            SigningToken before = sight.lock(caller, tokenId).token();
            if (caller.personId().filter(before.custodianId()::equals).isEmpty()) {
                throw new Refused("MT.11.2", "token.not-custodian");
            }
            requireDecided(before);
            SigningToken after = before.known(clock.instant());
            store.update(after);
            log.changed(null, Map.of("lastKnownAt", after.lastKnownAt().toString()));
            return sight.named(after);
        });
    }

    @Override
    public List<TokenScope> scopes(Caller caller, String tokenId) {
        return store.scopes(sight.require(caller, tokenId).id());
    }

    @Override
    @Regulated("MT.11.6")
    public String grant(Caller caller, String tokenId, NewScope entered, String key) {
        Act act = Act.on(TokenDuty.TOKEN, tokenId, "signing.grant-scope", TokenPermissions.GRANT, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            SigningToken token = sight.lock(caller, tokenId).token();
            Checks checks = new Checks();
            String basis = checks.text("basis", entered.basis(), 3, 500);
            checks.that(
                    entered.kinds().stream().allMatch(DocumentKinds.all()::containsKey), "kinds", "token.unknown-kind");
            boolean days = entered.from() != null && entered.to() != null;
            checks.that(days, "from", "core.required");
            checks.that(!days || !entered.to().isBefore(entered.from()), "to", "token.ends-before-it-begins");
            checks.that(!days || !entered.to().isBefore(sight.today()), "to", "token.scope-past");
            checks.that(
                    !days || entered.from().plusDays(MOST_DAYS_OF_SCOPE).isAfter(entered.to()),
                    "to",
                    "token.scope-too-long");
            checks.that(
                    entered.most() >= 0 && entered.most() <= MOST_DOCUMENTS,
                    "most",
                    "core.bad-number",
                    0,
                    MOST_DOCUMENTS);
            checks.orThrow();
            String delegation =
                    entered.delegationId() == null ? "" : entered.delegationId().strip();
            requireDelegated(token, delegation);
            if (token.state().ended()) {
                throw new Conflict("token.wrong-state");
            }
            TokenScope scope = new TokenScope(
                    ids.next(),
                    tokenId,
                    entered.kinds().stream().distinct().toList(),
                    entered.from(),
                    entered.to(),
                    entered.most(),
                    0,
                    delegation,
                    basis,
                    caller.name(),
                    clock.instant(),
                    Optional.empty());
            store.grant(scope);
            log.changed(
                    null,
                    Map.of(
                            "scopeId", scope.id(),
                            "kinds", scope.kinds(),
                            "from", scope.from().toString(),
                            "to", scope.to().toString(),
                            "most", scope.most(),
                            "basis", basis));
            return scope.id();
        });
    }

    @Override
    @Regulated("MT.11.6")
    public void endScope(Caller caller, String tokenId, String scopeId, String reason) {
        Act act = Act.on(TokenDuty.TOKEN, tokenId, "signing.end-scope", TokenPermissions.GRANT, Scope.school());
        acts.perform(caller, act, log -> {
            sight.lock(caller, tokenId);
            Checks checks = new Checks();
            log.note(checks.text("reason", reason, 3, 500));
            checks.orThrow();
            TokenScope scope = store.scopes(tokenId).stream()
                    .filter(one -> one.id().equals(scopeId))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("token.scope-not-found", scopeId));
            if (scope.endedAt().isPresent()) {
                throw new Conflict("token.scope-ended");
            }
            store.endScope(scopeId, clock.instant());
            log.changed(Map.of("scopeId", scopeId), null);
            return scopeId;
        });
    }

    @Override
    public Page<TokenUse> uses(
            Caller caller, Optional<String> tokenId, Optional<TokenUse.Outcome> outcome, PageRequest page) {
        tokenId.ifPresent(id -> sight.require(caller, id));
        Optional<String> person = tokenId.isEmpty() && !sight.seesAll(caller)
                ? Optional.of(caller.personId().orElse("-"))
                : Optional.empty();
        return uses.list(tokenId, person, outcome, page);
    }

    /** What a change makes of a token that is locked. */
    private interface Change {
        SigningToken of(SigningToken before, ActLog log);
    }

    private SigningToken change(Caller caller, String tokenId, String action, long version, Change change) {
        Act act = Act.on(TokenDuty.TOKEN, tokenId, action, TokenPermissions.KEEP, Scope.school());
        return acts.perform(caller, act, log -> {
            SigningToken before = sight.lock(caller, tokenId).token();
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            if (before.state() == TokenState.DESTROYED) {
                throw new Conflict("token.wrong-state");
            }
            return sight.named(change.of(before, log));
        });
    }

    /** What was reported is decided in its case, and what is on its way is between two people. */
    private static void requireDecided(SigningToken token) {
        if (token.state().reported()) {
            throw new Conflict("token.case-open");
        }
        if (token.state() == TokenState.HANDING_OVER) {
            throw new Conflict("token.hand-over-pending");
        }
    }

    private void requireNew(String serial, SigningCertificate certificate) {
        if (store.bySerial(serial).isPresent()) {
            throw new Conflict("token.serial-known", serial);
        }
        if (store.byFingerprint(certificate.fingerprint()).isPresent()) {
            throw new Conflict("token.certificate-known");
        }
    }

    /** A person's certificate must name the person; the school's may call it otherwise, with a remark. */
    private static void requireNamed(CertificateFile file, String name, boolean personal, String remark) {
        HolderMatch match = HolderMatch.of(file.names(), name);
        if (match == HolderMatch.LOOKS_ALIKE) {
            throw new Refused("MT.11.1", "token.certificate-looks-alike", name);
        }
        if (match == HolderMatch.OTHER && (personal || remark.isBlank())) {
            throw new Refused(
                    "MT.11.1",
                    personal ? "token.certificate-of-another" : "token.certificate-other-school",
                    file.certificate().name(),
                    name);
        }
    }

    private void requireDelegated(SigningToken token, String delegationId) {
        if (delegationId.isEmpty()) {
            return;
        }
        Delegations.Delegation delegation;
        try {
            delegation = delegations.get(Caller.system("signing.grant-scope"), delegationId);
        } catch (NotFound e) {
            throw new Invalid("delegationId", "token.delegation-unknown");
        }
        if (delegation.state() == Delegations.State.ENDED || !sight.mayHold(token, delegation.toPersonId())) {
            throw new Refused("MT.11.6", "token.delegation-of-another");
        }
    }

    /** A new token of the same holder is what the duty to replace the lost one asked for. */
    private void replaced(SigningToken token) {
        store.ofHolder(token.kind(), token.holderId()).stream()
                .filter(former -> !former.id().equals(token.id()))
                .forEach(former -> sight.keepers()
                        .forEach(keeper -> duties.done(TokenDuty.replaceKey(former.id(), keeper), token.id())));
    }

    private TokenState stateByCustody(SigningToken token) {
        return custody.lastDone(token.id())
                .filter(last -> last.kind() == HandOver.Kind.ISSUE)
                .map(last -> TokenState.IN_USE)
                .orElse(TokenState.KEPT);
    }
}
