package vn.quyche.signing.internal.service;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.internal.store.JpaMadeSignatureStore;

/** Signs one file after the other; the guard, the key and the engine are asked in this order. */
@Component
public final class DefaultSigningPort implements SigningPort {

    private static final String SIGNATURE = "signing.signature";
    /** Of the document service: to give signed files back to the register. */
    private static final String SIGN_DOCUMENTS = "document:sign";

    private final Acts acts;
    private final Access access;
    private final TokenSight sight;
    private final KeyRing ring;
    private final SigningWork work;
    private final SigningEngine engine;
    private final JpaMadeSignatureStore store;

    @Activate
    public DefaultSigningPort(
            @Reference Acts acts,
            @Reference Access access,
            @Reference TokenSight sight,
            @Reference KeyRing ring,
            @Reference SigningWork work,
            @Reference SigningEngine engine,
            @Reference JpaMadeSignatureStore store) {
        this.acts = acts;
        this.access = access;
        this.sight = sight;
        this.ring = ring;
        this.work = work;
        this.engine = engine;
        this.store = store;
    }

    @Override
    public MadeSignature sign(Caller caller, Request request, char[] pin) {
        return Pin.use(pin, secret -> {
            try {
                return signed(caller, checked(request, secret), secret);
            } catch (QuycheException e) {
                // nothing was changed, yet the attempt stays in the log
                Act act = Act.create(SIGNATURE, "signing.sign", TokenPermissions.HOLD, Scope.own(caller));
                return acts.perform(caller, act, log -> {
                    throw e;
                });
            }
        });
    }

    private MadeSignature signed(Caller caller, Request request, char[] pin) {
        access.require(caller, TokenPermissions.HOLD, Scope.own(caller));
        if (request.what() instanceof Document) {
            access.require(caller, SIGN_DOCUMENTS, Scope.school());
        }
        SigningToken token = sight.require(caller, request.tokenId());
        if (token.kind() != request.kind()) {
            throw new Refused("MT.11.1", "signing.other-kind", token.serial());
        }
        SigningWork.Fit fit = work.fit(caller, token, request.what());
        KeyRing.Opened[] opened = new KeyRing.Opened[1];
        try {
            return work.sign(caller, token, fit, request.level(), () -> opened[0] = ring.open(token, pin), made -> {});
        } finally {
            if (opened[0] != null) {
                opened[0].close();
            }
        }
    }

    private Request checked(Request request, char[] pin) {
        Checks checks = new Checks();
        SigningOrders.check(checks, request.what(), request.tokenId(), request.kind());
        SigningOrders.check(checks, request.level(), engine);
        Pin.check(checks, pin);
        checks.orThrow();
        return request;
    }

    @Override
    public Page<MadeSignature> list(Caller caller, Query query, PageRequest page) {
        Optional<String> person = sight.seesAll(caller)
                ? Optional.empty()
                : Optional.of(caller.personId().orElse("-"));
        return store.list(query, person, page);
    }

    @Override
    public MadeSignature get(Caller caller, String id) {
        return store.find(id)
                .filter(made -> sight.seesAll(caller)
                        || caller.personId().filter(made.personId()::equals).isPresent())
                .orElseThrow(() -> new NotFound("signing.not-found", id));
    }

    @Override
    public boolean stamps() {
        return engine.stamper().available();
    }
}
