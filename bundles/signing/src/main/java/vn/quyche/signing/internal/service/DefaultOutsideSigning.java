package vn.quyche.signing.internal.service;

import java.util.Arrays;
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
import vn.quyche.signing.api.SignatureLevel;
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
    private final Preparations preparations;
    private final JpaPreparedSignatureStore store;

    @Activate
    public DefaultOutsideSigning(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference SigningEngine engine,
            @Reference Preparations preparations,
            @Reference JpaPreparedSignatureStore store) {
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.engine = engine;
        this.preparations = preparations;
        this.store = store;
    }

    @Override
    public PreparedSignature prepare(Caller caller, NewPreparation entered) {
        return told(
                caller, Act.create(PREPARATION, "signing.prepare", TokenPermissions.HOLD, Scope.own(caller)), () -> {
                    Optional<SignatureScheme> scheme = checked(entered);
                    require(caller);
                    SigningToken token = sight.require(caller, entered.tokenId());
                    if (token.kind() != entered.kind()) {
                        throw new Refused("MT.11.1", "signing.other-kind", token.serial());
                    }
                    return preparations.prepare(caller, token, entered.document(), entered.level(), scheme);
                });
    }

    private Optional<SignatureScheme> checked(NewPreparation entered) {
        Checks checks = new Checks();
        checks.text("tokenId", entered.tokenId(), 1, 26);
        checks.that(entered.kind() != null, "kind", "core.required");
        checks.that(entered.level() != null, "level", "core.required");
        checks.that(entered.level() != SignatureLevel.T || engine.stamper().available(), "level", "signing.stamp-none");
        if (entered.document() == null) {
            checks.add("documentId", "core.required");
        } else {
            checks.text("documentId", entered.document().documentId(), 1, 26);
            checks.text("sha256", entered.document().sha256(), 64, 64);
        }
        String name = checks.text("scheme", entered.scheme(), 0, 20);
        Optional<SignatureScheme> scheme = Arrays.stream(SignatureScheme.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
        checks.that(name.isEmpty() || scheme.isPresent(), "scheme", "signing.no-scheme");
        checks.orThrow();
        return scheme;
    }

    @Override
    public PreparedSignature next(Caller caller, String preparationId, byte[] value) {
        return told(caller, act(caller, preparationId, "signing.next-part"), () -> {
            require(caller);
            checked(value);
            return preparations.next(caller, own(caller, preparationId), value);
        });
    }

    @Override
    public MadeSignature finish(Caller caller, String preparationId, byte[] value) {
        return told(caller, act(caller, preparationId, "signing.finish"), () -> {
            require(caller);
            checked(value);
            return preparations.finish(caller, own(caller, preparationId), value, made -> {});
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

    private void require(Caller caller) {
        access.require(caller, TokenPermissions.HOLD, Scope.own(caller));
        access.require(caller, SIGN_DOCUMENTS, Scope.school());
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
