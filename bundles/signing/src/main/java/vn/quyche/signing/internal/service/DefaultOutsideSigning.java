package vn.quyche.signing.internal.service;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.PreparedSignature.State;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.store.JpaPreparedSignatureStore;

/** Signs in two steps for who has the key; every refusal stays in the log. */
@Component
public final class DefaultOutsideSigning implements OutsideSigning {

    private static final String PREPARATION = "signing.preparation";
    private static final String SIGN_DOCUMENTS = "document:sign";

    private final Acts acts;
    private final Access access;
    private final TokenSight sight;
    private final SigningEngine engine;
    private final SigningWork work;
    private final Preparations preparations;
    private final CopyRegister copies;
    private final JpaPreparedSignatureStore store;

    @Activate
    public DefaultOutsideSigning(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference SigningEngine engine,
            @Reference SigningWork work,
            @Reference Preparations preparations,
            @Reference CopyRegister copies,
            @Reference JpaPreparedSignatureStore store) {
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.engine = engine;
        this.work = work;
        this.preparations = preparations;
        this.copies = copies;
        this.store = store;
    }

    @Override
    public PreparedSignature prepare(Caller caller, NewPreparation entered) {
        return told(
                caller, Act.create(PREPARATION, "signing.prepare", TokenPermissions.HOLD, Scope.own(caller)), () -> {
                    Optional<SignatureScheme> scheme = checked(entered);
                    require(caller, entered.what() instanceof SigningPort.Document);
                    SigningToken token = sight.require(caller, entered.tokenId());
                    if (token.kind() != entered.kind()) {
                        throw new Refused("MT.11.1", "signing.other-kind", token.serial());
                    }
                    SigningWork.Fit fit = work.fit(caller, token, entered.what());
                    return preparations.prepare(caller, token, fit, entered.level(), scheme, prepared -> {});
                });
    }

    private Optional<SignatureScheme> checked(NewPreparation entered) {
        Checks checks = new Checks();
        SigningOrders.check(checks, entered.what(), entered.tokenId(), entered.kind());
        SigningOrders.check(checks, entered.level(), engine);
        Optional<SignatureScheme> scheme = SignatureScheme.named(checks, entered.scheme());
        checks.orThrow();
        return scheme;
    }

    @Override
    public PreparedSignature next(Caller caller, String preparationId, byte[] value) {
        return told(caller, act(caller, preparationId, "signing.next-part"), () -> {
            checked(value);
            return preparations.next(caller, allowed(caller, preparationId), value);
        });
    }

    @Override
    public MadeSignature finish(Caller caller, String preparationId, byte[] value) {
        return told(caller, act(caller, preparationId, "signing.finish"), () -> {
            checked(value);
            return preparations.finish(
                    caller, allowed(caller, preparationId), value, made -> copies.settle(caller, preparationId, made));
        });
    }

    private static void checked(byte[] value) {
        Checks checks = new Checks();
        boolean there = value != null && value.length > 0;
        checks.that(there, "value", "core.required");
        checks.that(!there || value.length <= MAX_VALUE, "value", "core.too-long", MAX_VALUE, there ? value.length : 0);
        checks.orThrow();
    }

    @Override
    public PreparedSignature cancel(Caller caller, String preparationId) {
        return acts.perform(caller, act(caller, preparationId, "signing.cancel-preparation"), log -> {
            PreparedSignature before = own(caller, preparationId);
            if (!preparations.end(caller, before, State.CANCELLED, "signing.preparation-cancelled")) {
                throw new Conflict("signing.preparation-ended");
            }
            log.note(before.title());
            return own(caller, preparationId);
        });
    }

    @Override
    public Page<PreparedSignature> list(Caller caller, Optional<State> state, PageRequest page) {
        Optional<String> person = sight.seesAll(caller)
                ? Optional.empty()
                : Optional.of(caller.personId().orElse("-"));
        return store.list(state, person, page);
    }

    @Override
    public PreparedSignature get(Caller caller, String preparationId) {
        return store.find(preparationId)
                .filter(one -> sight.seesAll(caller) || isOf(caller, one))
                .orElseThrow(() -> new NotFound("signing.preparation-not-found", preparationId));
    }

    private PreparedSignature own(Caller caller, String preparationId) {
        return store.find(preparationId)
                .filter(one -> isOf(caller, one))
                .orElseThrow(() -> new NotFound("signing.preparation-not-found", preparationId));
    }

    private static boolean isOf(Caller caller, PreparedSignature prepared) {
        return caller.personId().filter(prepared.personId()::equals).isPresent();
    }

    private static Act act(Caller caller, String preparationId, String action) {
        return Act.on(PREPARATION, preparationId, action, TokenPermissions.HOLD, Scope.own(caller));
    }

    private PreparedSignature allowed(Caller caller, String preparationId) {
        PreparedSignature prepared = own(caller, preparationId);
        require(caller, preparations.isDocument(prepared));
        return prepared;
    }

    private void require(Caller caller, boolean document) {
        access.require(caller, TokenPermissions.HOLD, Scope.own(caller));
        if (document) {
            access.require(caller, SIGN_DOCUMENTS, Scope.school());
        }
    }

    /** The engine's work is not done inside of a transaction; a refusal is written down by an act that does nothing else. */
    private <T> T told(Caller caller, Act act, Supplier<T> work) {
        try {
            return work.get();
        } catch (QuycheException e) {
            return acts.perform(caller, act, log -> {
                throw e;
            });
        }
    }
}
