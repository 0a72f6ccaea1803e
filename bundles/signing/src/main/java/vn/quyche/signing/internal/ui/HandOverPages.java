package vn.quyche.signing.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.Tokens;

/** Hand-overs: proposing, confirming, the minutes. */
final class HandOverPages {

    private final TokenCustody custody;
    private final Tokens tokens;
    private final Printer printer;
    private final Messages messages;

    HandOverPages(TokenCustody custody, Tokens tokens, Printer printer, Messages messages) {
        this.custody = custody;
        this.tokens = tokens;
        this.printer = printer;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", custody.list(request.caller(), query(request), request.pageRequest()));
        model.put(
                "states",
                Form.filters(messages, request.caller().locale(), HandOver.State.class, "token.hand-over-state."));
        return View.page("hand-overs", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "ban-giao-usb-ky-so",
                List.of(
                        "token.minutes-number",
                        "token.serial",
                        "token.hand-over.kind",
                        "token.giver",
                        "token.giver-at",
                        "token.receiver",
                        "token.receiver-at",
                        "token.place",
                        "core.reason",
                        "core.state"),
                Page.every(request.pageRequest(), page -> custody.list(request.caller(), query(request), page))
                        .map(one -> List.of(
                                one.number(),
                                one.serial(),
                                messages.text(locale, "token.hand-over-kind." + one.kind()),
                                one.giverName(),
                                one.giverAt().map(VietnamTime::moment).orElse(""),
                                one.receiverName(),
                                one.receiverAt().map(VietnamTime::moment).orElse(""),
                                one.place(),
                                one.reason(),
                                messages.text(locale, "token.hand-over-state." + one.state()))));
    }

    private static TokenCustody.Query query(UiRequest request) {
        return new TokenCustody.Query(
                request.query("token"),
                request.query("state").flatMap(name -> Form.constant(HandOver.State.class, name)),
                request.query("waiting").isPresent());
    }

    View compose(UiRequest request) {
        SigningToken token = tokens.get(request.caller(), request.path("id"));
        return View.page(
                "hand-over-form",
                Map.of(
                        "one",
                        token,
                        "kinds",
                        Form.choices(messages, request.caller().locale(), HandOver.Kind.class, "token.hand-over-kind."),
                        "suggested",
                        token.state() == TokenState.KEPT ? "ISSUE" : "RETURN"));
    }

    View propose(UiRequest request) {
        String id = custody.propose(
                request.caller(),
                new TokenCustody.NewHandOver(
                        request.path("id"),
                        Form.constant(HandOver.Kind.class, request.form("kind")).orElse(null),
                        request.form("receiverId"),
                        request.form("place"),
                        request.form("reason"),
                        request.form("condition")),
                request.form("key"));
        return View.redirect("/signing/hand-overs/" + id, "token.hand-over-proposed");
    }

    View detail(UiRequest request) {
        HandOver one = custody.get(request.caller(), request.path("id"));
        Optional<String> me = request.caller().personId();
        boolean gives =
                me.filter(one.giverId()::equals).isPresent() && one.giverAt().isEmpty();
        boolean receives = me.filter(one.receiverId()::equals).isPresent()
                && one.receiverAt().isEmpty();
        boolean pending = one.state() == HandOver.State.PENDING;
        return View.page(
                "hand-over", Map.of("one", one, "mayConfirm", pending && (gives || receives), "pending", pending));
    }

    View confirm(UiRequest request) {
        custody.confirm(request.caller(), request.path("id"));
        return View.redirect("/signing/hand-overs/" + request.path("id"), "token.hand-over-confirmed");
    }

    View cancelForm(UiRequest request) {
        return View.page("hand-over-cancel", Map.of("one", custody.get(request.caller(), request.path("id"))));
    }

    View cancel(UiRequest request) {
        custody.cancel(request.caller(), request.path("id"), request.form("reason"));
        return View.redirect("/signing/hand-overs/" + request.path("id"), "token.hand-over-cancelled");
    }

    View minutes(UiRequest request) {
        PrintedDocument paper = custody.minutes(request.caller(), request.path("id"));
        return new View.Download(
                "bien-ban-ban-giao.pdf",
                Printer.Format.PDF.contentType(),
                true,
                out -> printer.print(paper, Printer.Format.PDF, out));
    }
}
