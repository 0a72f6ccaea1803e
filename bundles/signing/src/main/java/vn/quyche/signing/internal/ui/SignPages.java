package vn.quyche.signing.internal.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.Tokens;

/** What can be signed, the page that shows it and asks for the PIN, and what was signed. */
final class SignPages {

    private static final int MOST_SIGNATURES = 20;
    private static final int MOST_SEALS = 50;
    private static final int FEW = 3;

    private final SigningPort port;
    private final Tokens tokens;
    private final OutgoingDocuments documents;
    private final StampPages stamps;
    private final Messages messages;
    private final AgentParts agent;

    SignPages(
            SigningPort port,
            Tokens tokens,
            OutgoingDocuments documents,
            StampPages stamps,
            Messages messages,
            AgentParts agent) {
        this.agent = agent;
        this.port = port;
        this.tokens = tokens;
        this.documents = documents;
        this.stamps = stamps;
        this.messages = messages;
    }

    /** Documents that wait for a signature: numbered ones, and signed ones that wait for the seal. */
    View list(UiRequest request) {
        OutgoingState state = request.query("state").filter("SIGNED"::equals).isPresent()
                ? OutgoingState.SIGNED
                : OutgoingState.NUMBERED;
        Page<OutgoingDocument> page =
                documents.list(request.caller(), OutgoingDocuments.Query.in(state), request.pageRequest());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("sealing", state == OutgoingState.SIGNED);
        Map<String, Sealing> sealings = new HashMap<>();
        if (state == OutgoingState.SIGNED) {
            page.items().forEach(document -> sealings.put(document.id(), sealing(request, document)));
        }
        model.put("sealings", sealings);
        model.put("hasToken", !own(request).isEmpty());
        return View.page("sign-list", model);
    }

    View compose(UiRequest request) {
        OutgoingDocument document = documents.get(request.caller(), request.path("id"));
        boolean again = document.form() == SignatureForm.DIGITAL;
        boolean waits = document.state() == OutgoingState.NUMBERED || document.state() == OutgoingState.SIGNED && again;
        if (!waits) {
            throw new Refused("MT.11.3", "signing.not-approved");
        }
        String fileId = again ? document.signedFileId() : document.fileId();
        Attachment file = documents.file(request.caller(), document.id(), fileId);
        Map<String, Object> model = new HashMap<>();
        model.put("d", document);
        model.put("sealing", again);
        model.put("sealed", again && sealing(request, document) == Sealing.SEALED);
        model.put("file", file);
        String sha256 = again ? document.signedSha256() : document.approvedSha256();
        model.put("sha256", sha256);
        Map<String, String> own = own(request);
        model.put("tokens", own);
        AgentParts.Part part = agent.of(
                request, own.keySet(), List.of(new AgentParts.Document(document.id(), sha256, document.code())));
        model.put("agent", part);
        // a token whose key is in an app is asked there, and takes no PIN
        Map<String, String> inApp = new LinkedHashMap<>(own);
        inApp.keySet().retainAll(part.confirmed());
        Map<String, String> here = new LinkedHashMap<>(own);
        here.keySet().removeAll(part.confirmed());
        model.put("inApp", inApp);
        model.put("here", here);
        model.put("token", first(here));
        model.put("appToken", first(inApp));
        model.put("stamps", port.stamps());
        model.putAll(stamps.preview(request, document));
        model.put("levels", Form.choices(messages, request.caller().locale(), SignatureLevel.class, "signing.level."));
        return View.page("sign", model);
    }

    View sign(UiRequest request) {
        String tokenId = request.form("tokenId");
        MadeSignature made = port.sign(
                request.caller(),
                new SigningPort.Request(
                        new SigningPort.Document(request.path("id"), request.form("sha256")),
                        tokenId,
                        tokenId.isEmpty()
                                ? null
                                : tokens.get(request.caller(), tokenId).kind(),
                        Form.constant(SignatureLevel.class, request.form("level"))
                                .orElse(SignatureLevel.B)),
                request.form("pin").toCharArray());
        return View.redirect(SignaturePages.LIST + "/" + made.id(), "signing.signed");
    }

    private static String first(Map<String, String> tokens) {
        return tokens.keySet().stream().findFirst().orElse("");
    }

    /** The tokens with which the caller may sign, by what they are called. */
    Map<String, String> own(UiRequest request) {
        return own(request, token -> true);
    }

    /** Those of the school. */
    Map<String, String> ofSchool(UiRequest request) {
        return own(request, token -> token.kind() == SignatureKind.ORGANIZATION);
    }

    private Map<String, String> own(UiRequest request, Predicate<SigningToken> which) {
        Locale locale = request.caller().locale();
        Map<String, String> own = new LinkedHashMap<>();
        for (SigningToken token : tokens.list(
                        request.caller(), Tokens.Query.own(), PageRequest.first(PageRequest.MAX_SIZE))
                .items()) {
            boolean mine = request.caller()
                    .personId()
                    .filter(token.custodianId()::equals)
                    .isPresent();
            if (mine && token.state() == TokenState.IN_USE && which.test(token)) {
                own.put(
                        token.id(),
                        token.serial() + " · " + messages.text(locale, "token.kind." + token.kind()) + " · "
                                + token.certificate().name());
            }
        }
        return own;
    }

    /** Whether one of these tokens has its key with a remote service. */
    boolean remote(UiRequest request, Set<String> tokenIds) {
        return agent.of(request, tokenIds, List.of()).remote();
    }

    /** Whether a time stamp can be asked for. */
    boolean stamps() {
        return port.stamps();
    }

    // ---- whether the school has signed

    /** How a signed document stands: it waits for the seal, has it, or was signed by hand and needs none here. */
    enum Sealing {
        WAITING,
        SEALED,
        BY_HAND
    }

    Sealing sealing(UiRequest request, OutgoingDocument document) {
        if (document.form() != SignatureForm.DIGITAL) {
            return Sealing.BY_HAND;
        }
        boolean sealed = port
                .list(request.caller(), SigningPort.Query.of(document.id()), PageRequest.first(MOST_SIGNATURES))
                .items()
                .stream()
                .map(MadeSignature::tokenId)
                .distinct()
                .anyMatch(token -> tokens.get(request.caller(), token).kind() == SignatureKind.ORGANIZATION);
        return sealed ? Sealing.SEALED : Sealing.WAITING;
    }

    // ---- at home

    /** A document that waits for the caller, and what to press. */
    record Waiting(OutgoingDocument document, boolean seal) {}

    /** What waits for the caller's own token: as who signs, or as who has the seal. */
    View card(UiRequest request) {
        List<Waiting> waiting = new ArrayList<>();
        if (!own(request, token -> token.kind() == SignatureKind.PERSONAL).isEmpty()) {
            String me = request.caller().personId().orElse("-");
            documents
                    .list(
                            request.caller(),
                            OutgoingDocuments.Query.in(OutgoingState.NUMBERED),
                            PageRequest.first(PageRequest.MAX_SIZE))
                    .items()
                    .stream()
                    .filter(document -> document.signerId().equals(me))
                    .forEach(document -> waiting.add(new Waiting(document, false)));
        }
        if (!ofSchool(request).isEmpty()) {
            documents
                    .list(
                            request.caller(),
                            OutgoingDocuments.Query.in(OutgoingState.SIGNED),
                            PageRequest.first(MOST_SEALS))
                    .items()
                    .stream()
                    .filter(document -> sealing(request, document) == Sealing.WAITING)
                    .forEach(document -> waiting.add(new Waiting(document, true)));
        }
        return View.page(
                "card-sign", Map.of("waiting", waiting.stream().limit(FEW).toList(), "count", waiting.size()));
    }
}
