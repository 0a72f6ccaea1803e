package vn.quyche.signing.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.SignBatch;
import vn.quyche.signing.api.SignBatches;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.Tokens;

/** Many documents signed with one PIN: what is chosen is shown first, then how far it is. */
final class BatchPages {

    private static final String LIST = "/signing/batches";

    private final SignBatches batches;
    private final Tokens tokens;
    private final OutgoingDocuments documents;
    private final SignPages pages;
    private final SignedThings things;
    private final Messages messages;
    private final AgentParts agent;

    BatchPages(
            SignBatches batches,
            Tokens tokens,
            OutgoingDocuments documents,
            SignPages pages,
            SignedThings things,
            Messages messages,
            AgentParts agent) {
        this.agent = agent;
        this.batches = batches;
        this.tokens = tokens;
        this.documents = documents;
        this.pages = pages;
        this.things = things;
        this.messages = messages;
    }

    /** A document with the bytes that are to be signed. */
    record Chosen(OutgoingDocument document, String sha256) {}

    /** A document of a batch and what it is called. */
    record Line(SignBatch.Item item, SignedThings.Called thing) {}

    View list(UiRequest request) {
        return View.page("batches", Map.of("page", batches.list(request.caller(), request.pageRequest())));
    }

    /** What was chosen in the list, with its hash: what is signed is what is shown here. */
    View compose(UiRequest request) {
        List<Chosen> chosen = new ArrayList<>();
        List<String> ids = request.refilled()
                ? request.formAll("document").stream()
                        .map(text -> text.split(":", 2)[0])
                        .toList()
                : request.formAll("id");
        for (String id : ids.stream().distinct().limit(SignBatches.MOST).toList()) {
            OutgoingDocument document = documents.get(request.caller(), id);
            chosen.add(new Chosen(document, sha256(document)));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("chosen", chosen);
        Map<String, String> own = pages.own(request);
        model.put("tokens", own);
        model.put("token", own.keySet().stream().findFirst().orElse(""));
        model.put(
                "agent",
                agent.of(
                        request,
                        own.keySet(),
                        chosen.stream()
                                .map(one -> new AgentParts.Document(
                                        one.document().id(),
                                        one.sha256(),
                                        one.document().code()))
                                .toList()));
        model.put("stamps", pages.stamps());
        model.put("levels", Form.choices(messages, request.caller().locale(), SignatureLevel.class, "signing.level."));
        return View.page("batch-form", model);
    }

    /** The first press comes from the list and shows what was chosen; the second has the PIN. */
    View start(UiRequest request) {
        if (request.formAll("document").isEmpty()) {
            return compose(request);
        }
        List<SigningPort.Document> chosen = new ArrayList<>();
        for (String text : request.formAll("document")) {
            String[] parts = text.split(":", 2);
            chosen.add(new SigningPort.Document(parts[0], parts.length == 2 ? parts[1] : ""));
        }
        String tokenId = request.form("tokenId");
        String id = batches.start(
                request.caller(),
                new SignBatches.NewBatch(
                        chosen,
                        tokenId,
                        tokenId.isEmpty()
                                ? null
                                : tokens.get(request.caller(), tokenId).kind(),
                        Form.constant(SignatureLevel.class, request.form("level"))
                                .orElse(SignatureLevel.B)),
                request.form("pin").toCharArray());
        return View.redirect(LIST + "/" + id, "signing.batch.started");
    }

    View detail(UiRequest request) {
        SignBatch batch = batches.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("b", batch);
        model.put("running", batch.state() == SignBatch.State.RUNNING);
        model.put("stopped", batch.state() == SignBatch.State.STOPPED);
        model.put(
                "page",
                lines(request, batches.items(request.caller(), batch.id(), state(request), request.pageRequest())));
        model.put(
                "states",
                Form.filters(messages, request.caller().locale(), SignBatch.ItemState.class, "signing.batch.item."));
        return View.page("batch", model);
    }

    private Page<Line> lines(UiRequest request, Page<SignBatch.Item> page) {
        Map<String, SignedThings.Called> called = things.of(
                request.caller(),
                page.items().stream().map(SignBatch.Item::documentId).toList());
        return page.map(item -> new Line(item, called.get(item.documentId())));
    }

    private static Optional<SignBatch.ItemState> state(UiRequest request) {
        return request.query("state").flatMap(name -> Form.constant(SignBatch.ItemState.class, name));
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "dot-ky-so",
                List.of(
                        "signing.batch.place",
                        "signing.code",
                        "token.document",
                        "token.sha256",
                        "core.state",
                        "token.clause",
                        "core.reason"),
                Page.every(page -> lines(
                                request, batches.items(request.caller(), request.path("id"), state(request), page)))
                        .map(line -> List.of(
                                String.valueOf(line.item().place() + 1),
                                line.thing().code(),
                                line.item().documentId(),
                                line.item().sha256(),
                                messages.text(
                                        locale,
                                        "signing.batch.item." + line.item().state()),
                                line.item().clause(),
                                line.item().code().isEmpty()
                                        ? ""
                                        : messages.text(
                                                locale,
                                                line.item().code(),
                                                line.thing().code()))));
    }

    View resume(UiRequest request) {
        batches.resume(request.caller(), request.path("id"), request.form("pin").toCharArray());
        return View.redirect(LIST + "/" + request.path("id"), "signing.batch.started");
    }

    View cancel(UiRequest request) {
        batches.cancel(request.caller(), request.path("id"));
        return View.redirect(LIST + "/" + request.path("id"), "signing.batch.cancelled");
    }

    private static String sha256(OutgoingDocument document) {
        return document.form() == SignatureForm.DIGITAL ? document.signedSha256() : document.approvedSha256();
    }
}
