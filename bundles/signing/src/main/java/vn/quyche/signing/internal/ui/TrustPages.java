package vn.quyche.signing.internal.ui;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustCrl;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.internal.model.AuthorityCertificate;
import vn.quyche.signing.internal.model.RevocationList;

/** The authorities that are believed and their lists of revoked certificates. */
final class TrustPages {

    private static final String LIST = "/signing/trust";

    private final TrustRegister trust;
    private final Messages messages;

    TrustPages(TrustRegister trust, Messages messages) {
        this.trust = trust;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        return View.page(
                "trust",
                Map.of(
                        "page",
                        trust.list(request.caller(), query(request), request.pageRequest()),
                        "tracks",
                        List.of(
                                Map.of("value", "", "label", messages.text(locale, "core.all")),
                                chip(locale, TrustTrack.OFFICIAL),
                                chip(locale, TrustTrack.PUBLIC))));
    }

    private Map<String, String> chip(Locale locale, TrustTrack track) {
        return Map.of("value", track.name(), "label", messages.text(locale, "trust.track." + track));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "to-chuc-chung-thuc",
                List.of(
                        "verify.track",
                        "trust.kind",
                        "trust.subject",
                        "trust.issuer",
                        "trust.serial",
                        "trust.from",
                        "trust.until",
                        "trust.crl",
                        "trust.fingerprint"),
                Page.every(page -> trust.list(request.caller(), query(request), page))
                        .map(row -> List.of(
                                messages.text(locale, "trust.track." + row.track()),
                                messages.text(locale, "trust.kind." + (row.root() ? "ROOT" : "BELOW")),
                                row.subject(),
                                row.issuer(),
                                row.serial(),
                                VietnamTime.moment(row.notBefore()),
                                VietnamTime.moment(row.notAfter()),
                                row.crl()
                                        .map(TrustCrl::thisUpdate)
                                        .map(VietnamTime::moment)
                                        .orElse(""),
                                row.fingerprint())));
    }

    View detail(UiRequest request) {
        return View.page("trust-certificate", Map.of("c", trust.get(request.caller(), request.path("id"))));
    }

    View compose(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("tracks", Form.choices(messages, request.caller().locale(), TrustTrack.class, "trust.track."));
        return View.page("trust-form", model);
    }

    /** The first press shows what the file is; the second, with the fingerprint, adds it. */
    View add(UiRequest request) {
        byte[] file = file(request, AuthorityCertificate.LARGEST);
        if (request.form("fingerprint").isBlank()) {
            TrustCertificate seen = trust.inspect(request.caller(), file);
            throw new Invalid("fingerprint", "trust.compare", seen.subject(), moment(seen.notAfter()));
        }
        String id = trust.add(
                request.caller(),
                file,
                Form.constant(TrustTrack.class, request.form("track")),
                request.form("fingerprint"));
        return View.redirect(LIST + "/" + id, "trust.added");
    }

    View composeCrl(UiRequest request) {
        return View.page("trust-crl", Map.of());
    }

    View loadCrl(UiRequest request) {
        TrustCrl crl = trust.loadCrl(request.caller(), file(request, RevocationList.LARGEST));
        return View.redirect(LIST, "trust.crl-loaded", crl.issuer(), moment(crl.thisUpdate()), crl.entries());
    }

    View askRemove(UiRequest request) {
        return View.page("trust-remove", Map.of("c", trust.get(request.caller(), request.path("id"))));
    }

    View remove(UiRequest request) {
        trust.remove(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect(LIST, "trust.removed");
    }

    private static byte[] file(UiRequest request, int most) {
        List<UiRequest.Upload> files = request.files("file");
        if (files.isEmpty()) {
            throw new Invalid("file", "core.required");
        }
        try (InputStream in = files.get(0).open()) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new Invalid("file", "verify.not-received");
        }
    }

    private static String moment(Instant time) {
        return VietnamTime.moment(time);
    }

    private static TrustRegister.Query query(UiRequest request) {
        Optional<TrustTrack> track = request.query("track").flatMap(name -> Form.constant(TrustTrack.class, name));
        return new TrustRegister.Query(track, request.query("q"));
    }
}
