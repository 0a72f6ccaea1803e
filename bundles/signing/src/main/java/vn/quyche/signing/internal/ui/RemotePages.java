package vn.quyche.signing.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.RemoteServices;

/** Remote signing services: the way in, their keys, and which of these belong to tokens of the register. */
final class RemotePages {

    private static final String LIST = "/signing/remote";

    private final RemoteServices services;
    private final Messages messages;

    RemotePages(RemoteServices services, Messages messages) {
        this.services = services;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        return View.page(
                "remote-list",
                Map.of(
                        "page",
                        services.list(request.caller(), query(request), request.pageRequest()),
                        "states",
                        List.of(
                                Map.of("value", "", "label", messages.text(locale, "core.all")),
                                Map.of("value", "true", "label", messages.text(locale, "signing.remote.has-entered")),
                                Map.of(
                                        "value",
                                        "false",
                                        "label",
                                        messages.text(locale, "signing.remote.not-entered")))));
    }

    private static RemoteServices.Query query(UiRequest request) {
        return new RemoteServices.Query(
                request.query("q"),
                request.query("entered")
                        .filter(List.of("true", "false")::contains)
                        .map(Boolean::valueOf));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "dich-vu-ky-tu-xa",
                List.of(
                        "signing.remote.name",
                        "signing.remote.address",
                        "signing.remote.user",
                        "signing.remote.version"),
                Page.every(request.pageRequest(), page -> services.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.name(),
                                one.address(),
                                one.user(),
                                one.entered()
                                        ? messages.text(locale, "signing.remote.version." + one.version())
                                        : "")));
    }

    View compose(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("service", service(request));
        model.put(
                "versions",
                Map.of(
                        "1", messages.text(request.caller().locale(), "signing.remote.version.1"),
                        "2", messages.text(request.caller().locale(), "signing.remote.version.2")));
        return View.page("remote-form", model);
    }

    private RemoteServices.Service service(UiRequest request) {
        return services.get(request.caller(), request.path("name"));
    }

    View enter(UiRequest request) {
        services.enter(
                request.caller(),
                new RemoteServices.NewAccess(
                        request.path("name"),
                        Form.number(request, "version", 1, 2).orElse(0),
                        request.form("user"),
                        request.form("secret").toCharArray()));
        return View.redirect(LIST + "/" + request.path("name") + "/keys", "signing.remote.entered");
    }

    View keys(UiRequest request) {
        return View.page(
                "remote-keys",
                Map.of(
                        "service",
                        service(request),
                        "credentials",
                        services.credentials(request.caller(), request.path("name"))));
    }

    View addKey(UiRequest request) {
        services.addKey(request.caller(), request.path("name"), request.form("credentialId"));
        return View.redirect("/signing/keys", "signing.key.added");
    }

    View askRemove(UiRequest request) {
        return View.page("remote-remove", Map.of("service", service(request)));
    }

    View remove(UiRequest request) {
        services.remove(request.caller(), request.path("name"), request.form("reason"));
        return View.redirect(LIST, "signing.remote.removed");
    }
}
