package vn.quyche.messenger.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.messenger.api.Authorisation;
import vn.quyche.messenger.api.Chats;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.api.NewConnection;
import vn.quyche.messenger.api.Traffic;
import vn.quyche.messenger.internal.service.MessengerSettings;

/** Connections: the list, one with how it fares, and what is entered for it. */
final class ConnectionPages {

    private static final String BASE = "/messenger/connections/";
    private static final int SHOWN = 10;

    private final Connections connections;
    private final Chats chats;
    private final Traffic traffic;
    private final AuditTrail audit;
    private final MessengerSettings settings;
    private final Messages messages;

    ConnectionPages(
            Connections connections,
            Chats chats,
            Traffic traffic,
            AuditTrail audit,
            MessengerSettings settings,
            Messages messages) {
        this.connections = connections;
        this.chats = chats;
        this.traffic = traffic;
        this.audit = audit;
        this.settings = settings;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        List<Map<String, String>> kinds = Form.filters(messages, locale, ConnectionKind.class, "messenger.kind.");
        return View.page(
                "connections",
                Map.of(
                        "page",
                        connections.list(request.caller(), query(request), request.pageRequest()),
                        "kinds",
                        kinds,
                        "standing",
                        standing()));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "ket-noi",
                List.of("core.name", "messenger.kind", "core.state", "messenger.ok-at", "messenger.last-error"),
                Page.every(request.pageRequest(), page -> connections.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.name(),
                                messages.text(locale, "messenger.kind." + one.kind()),
                                messages.text(locale, "messenger.standing." + word(one)),
                                one.health().okAt().map(VietnamTime::moment).orElse(""),
                                one.health().error().isEmpty()
                                        ? ""
                                        : messages.text(
                                                locale,
                                                one.health().error(),
                                                one.health().detail()))));
    }

    View detail(UiRequest request) {
        Connection connection = connections.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("c", connection);
        model.put("word", word(connection));
        model.put("hook", settings.baseUrl().isEmpty() ? "" : settings.baseUrl() + connection.hookPath());
        Optional<String> id = Optional.of(connection.id());
        model.put(
                "chats",
                chats.list(
                                request.caller(),
                                new Chats.Query(Optional.empty(), id, Optional.empty()),
                                PageRequest.first(SHOWN))
                        .items());
        model.put(
                "deliveries",
                traffic.deliveries(
                                request.caller(),
                                new Traffic.DeliveryQuery(id, Optional.empty(), Optional.empty()),
                                PageRequest.first(SHOWN))
                        .items());
        model.put(
                "events",
                traffic.events(request.caller(), new Traffic.EventQuery(id, Optional.empty()), PageRequest.first(SHOWN))
                        .items());
        model.put(
                "lines",
                audit.history("messenger.connection", connection.id(), PageRequest.first(SHOWN))
                        .items());
        return View.page("connection", model);
    }

    View compose(UiRequest request) {
        ConnectionKind kind = kind(request);
        List<Map<String, Object>> kinds = new ArrayList<>();
        for (ConnectionKind one : ConnectionKind.values()) {
            kinds.add(Map.of(
                    "href",
                    BASE + "new?kind=" + one,
                    "label",
                    messages.text(request.caller().locale(), "messenger.kind." + one),
                    "current",
                    one == kind));
        }
        return View.page("connection-form", Map.of("kind", kind, "kinds", kinds, "hosted", hosted()));
    }

    View create(UiRequest request) {
        String id = connections.create(request.caller(), read(request, kind(request)), request.form("key"));
        return View.redirect(BASE + id, "messenger.created-connection", request.form("name"));
    }

    View edit(UiRequest request) {
        Connection connection = connections.get(request.caller(), request.path("id"));
        return View.page(
                "connection-form",
                Map.of("kind", connection.kind(), "kinds", List.of(), "c", connection, "hosted", hosted()));
    }

    View change(UiRequest request) {
        Connection connection = connections.get(request.caller(), request.path("id"));
        connections.change(request.caller(), connection.id(), Form.version(request), read(request, connection.kind()));
        return View.redirect(BASE + connection.id(), "core.saved");
    }

    View authoriseForm(UiRequest request) {
        return View.page("connection-authorise", Map.of("c", connections.get(request.caller(), request.path("id"))));
    }

    View authorise(UiRequest request) {
        Connection connection = connections.authorise(
                request.caller(),
                request.path("id"),
                new Authorisation(
                        request.form("code"),
                        request.form("codeVerifier"),
                        request.form("accessToken"),
                        request.form("refreshToken")));
        return View.redirect(BASE + connection.id(), "messenger.authorised", connection.name());
    }

    View test(UiRequest request) {
        String name = connections.test(request.caller(), request.path("id"));
        return View.redirect(BASE + request.path("id"), "messenger.tested", name);
    }

    View turnOn(UiRequest request) {
        Connection connection = connections.turn(request.caller(), request.path("id"), true);
        return View.redirect(BASE + connection.id(), "messenger.turned-on", connection.name());
    }

    View turnOff(UiRequest request) {
        Connection connection = connections.turn(request.caller(), request.path("id"), false);
        return View.redirect(BASE + connection.id(), "messenger.turned-off", connection.name());
    }

    View retryToken(UiRequest request) {
        Connection connection = connections.retryToken(request.caller(), request.path("id"));
        return View.redirect(BASE + connection.id(), "messenger.token-retried", connection.name());
    }

    /** The address of this server is known, so that platforms can reach it. */
    private boolean hosted() {
        return !settings.baseUrl().isEmpty();
    }

    /** The field comes back when a refused form is shown again; the first time the address says it. */
    private static ConnectionKind kind(UiRequest request) {
        return Form.constant(ConnectionKind.class, request.form("kind"))
                .or(() -> request.query("kind").flatMap(name -> Form.constant(ConnectionKind.class, name)))
                .orElse(ConnectionKind.ZALO_BOT);
    }

    private static NewConnection read(UiRequest request, ConnectionKind kind) {
        return new NewConnection(
                kind,
                request.form("name"),
                request.form("appId"),
                request.form("accountId"),
                request.form("token"),
                request.form("appSecret"),
                request.form("hookSecret"),
                request.form("polled").equals("true"));
    }

    private static Connections.Query query(UiRequest request) {
        return new Connections.Query(
                request.query("q"),
                request.query("kind").flatMap(name -> Form.constant(ConnectionKind.class, name)),
                request.query("on").map("1"::equals));
    }

    /** The kind of badge for each state. */
    private static Map<String, String> standing() {
        return Map.of("WORKING", "ok", "TROUBLED", "late", "OFF", "off");
    }

    private static String word(Connection connection) {
        return connection.on() ? connection.troubled() ? "TROUBLED" : "WORKING" : "OFF";
    }
}
