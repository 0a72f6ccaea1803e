package vn.quyche.signing.internal.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.RemoteConfirmations;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.Tokens;

/** A signature that waits for its confirmation in an app: the page asks how it stands until it is over. */
final class ConfirmationPages {

    private static final String PAGES = "/signing/confirmations/";

    private final RemoteConfirmations confirmations;
    private final Tokens tokens;
    private final Clock clock;

    ConfirmationPages(RemoteConfirmations confirmations, Tokens tokens, Clock clock) {
        this.confirmations = confirmations;
        this.tokens = tokens;
        this.clock = clock;
    }

    View ask(UiRequest request) {
        String tokenId = request.form("appToken");
        RemoteConfirmations.Confirmation asked = confirmations.ask(
                request.caller(),
                new OutsideSigning.NewPreparation(
                        new SigningPort.Document(request.path("id"), request.form("sha256")),
                        tokenId,
                        tokenId.isEmpty()
                                ? null
                                : tokens.get(request.caller(), tokenId).kind(),
                        Form.constant(SignatureLevel.class, request.form("appLevel"))
                                .orElse(SignatureLevel.B),
                        ""));
        return View.redirect(PAGES + asked.preparation().id(), "signing.confirm.asked");
    }

    View detail(UiRequest request) {
        RemoteConfirmations.Confirmation now = confirmations.get(request.caller(), request.path("id"));
        PreparedSignature prepared = now.preparation();
        if (prepared.state() == PreparedSignature.State.SIGNED) {
            return View.redirect(SignaturePages.LIST + "/" + prepared.signatureId(), "signing.signed");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("p", prepared);
        model.put("waiting", now.until().isPresent());
        long whole = RemoteConfirmations.PATIENCE.toSeconds();
        long left = left(now.until());
        model.put("whole", whole);
        model.put("passed", Math.max(0, whole - left));
        model.put("minutes", left / 60);
        model.put("seconds", left % 60);
        return View.page("confirmation", model);
    }

    /** Seconds. */
    private long left(Optional<Instant> until) {
        return until.map(end ->
                        Math.max(0, Duration.between(clock.instant(), end).toSeconds()))
                .orElse(0L);
    }
}
