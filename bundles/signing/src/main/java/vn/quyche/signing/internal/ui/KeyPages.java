package vn.quyche.signing.internal.ui;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;

/** The keys that the server reaches. */
final class KeyPages {

    private static final String LIST = "/signing/keys";

    private static final SigningKeys.Query EVERY = new SigningKeys.Query(Optional.empty(), Optional.empty());

    private final SigningKeys keys;
    private final Messages messages;

    KeyPages(SigningKeys keys, Messages messages) {
        this.keys = keys;
        this.messages = messages;
    }

    View list(UiRequest request) {
        return View.page(
                "keys",
                Map.of(
                        "page",
                        keys.list(request.caller(), query(request), request.pageRequest()),
                        "kinds",
                        Form.filters(messages, request.caller().locale(), SigningKey.Kind.class, "signing.key.kind."),
                        "may",
                        keys.rights(request.caller())));
    }

    private static SigningKeys.Query query(UiRequest request) {
        return new SigningKeys.Query(
                request.query("q"), request.query("kind").flatMap(name -> Form.constant(SigningKey.Kind.class, name)));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "khoa-ky-tren-may-chu",
                List.of(
                        "token.serial",
                        "signing.key.kind",
                        "signing.key.library",
                        "signing.key.slot",
                        "signing.key.scheme",
                        "signing.key.confirmed",
                        "signing.key.wrong-pins",
                        "signing.key.added-at",
                        "signing.key.added-by"),
                Page.every(request.pageRequest(), page -> keys.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.serial(),
                                messages.text(locale, "signing.key.kind." + one.kind()),
                                one.library(),
                                one.kind() == SigningKey.Kind.DEVICE ? String.valueOf(one.slotIndex()) : "",
                                one.scheme(),
                                messages.text(locale, one.confirmed() ? "core.yes" : "core.no"),
                                String.valueOf(one.wrongPins()),
                                VietnamTime.moment(one.addedAt()),
                                one.addedBy())));
    }

    View compose(UiRequest request) {
        Map<String, String> libraries = new LinkedHashMap<>();
        keys.libraries(request.caller()).forEach(name -> libraries.put(name, name));
        Map<String, Object> model = new HashMap<>();
        model.put("libraries", libraries);
        Map<String, String> kinds = new LinkedHashMap<>(
                Form.choices(messages, request.caller().locale(), SigningKey.Kind.class, "signing.key.kind."));
        // those come from the page of their service
        kinds.remove(SigningKey.Kind.REMOTE.name());
        model.put("kinds", kinds);
        Map<String, String> schemes = new LinkedHashMap<>();
        for (String scheme : List.of("RSA_PKCS1", "RSA_PSS", "ECDSA")) {
            schemes.put(scheme, messages.text(request.caller().locale(), "signing.scheme." + scheme));
        }
        model.put("schemes", schemes);
        return View.page("key-form", model);
    }

    View add(UiRequest request) {
        keys.add(
                request.caller(),
                new SigningKeys.NewKey(
                        request.form("serial"),
                        Form.constant(SigningKey.Kind.class, request.form("kind"))
                                .orElse(null),
                        request.form("library"),
                        Form.number(request, "slotIndex", 0, Integer.MAX_VALUE).orElse(0),
                        request.form("scheme"),
                        file(request),
                        request.form("password").toCharArray()));
        return View.redirect(LIST, "signing.key.added");
    }

    private static byte[] file(UiRequest request) {
        List<UiRequest.Upload> files = request.files("file");
        if (files.isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = files.get(0).open()) {
            return in.readNBytes(SigningKeys.MAX_FILE + 1);
        } catch (IOException e) {
            throw new Invalid("file", "verify.not-received");
        }
    }

    View askRemove(UiRequest request) {
        return View.page("key-reason", Map.of("action", "remove", "serial", serial(request)));
    }

    /** Who keeps keys need not see the token itself. */
    private String serial(UiRequest request) {
        return Page.every(page -> keys.list(request.caller(), EVERY, page))
                .filter(key -> key.tokenId().equals(request.path("token")))
                .map(SigningKey::serial)
                .findFirst()
                .orElseThrow(() -> new NotFound("signing.key-not-found", request.path("token")));
    }

    View remove(UiRequest request) {
        keys.remove(request.caller(), request.path("token"), request.form("reason"));
        return View.redirect(LIST, "signing.key.removed");
    }

    View askTry(UiRequest request) {
        return View.page("key-reason", Map.of("action", "try", "serial", serial(request)));
    }

    View allowTry(UiRequest request) {
        keys.allowTry(request.caller(), request.path("token"), request.form("reason"));
        return View.redirect(LIST, "signing.key.try-allowed");
    }
}
