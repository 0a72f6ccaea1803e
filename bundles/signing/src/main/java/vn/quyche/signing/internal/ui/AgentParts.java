package vn.quyche.signing.internal.ui;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.Tokens;

/** The part of a page that signs with a token on the signer's own PC, and its script. */
final class AgentParts {

    private static final String SCRIPT = "/agent/agent.js";

    private final SigningKeys keys;
    private final Tokens tokens;
    private final String origin;

    /** @param port where the agents of this school listen */
    AgentParts(SigningKeys keys, Tokens tokens, int port) {
        this.keys = keys;
        this.tokens = tokens;
        this.origin = "https://127.0.0.1:" + port;
    }

    /** The agent's address, for pages that talk with it. */
    String origin() {
        return origin;
    }

    /** A document that the page is to have signed. */
    record Document(String id, String sha256, String title) {}

    /**
     * What the part shows.
     *
     * @param onServer whether the server reaches the key of one of the tokens with a PIN, so that there is a choice
     * @param remote whether one of these is with a remote service, which may ask for a password of its own
     * @param confirmed the tokens whose keys are confirmed in an app, without a PIN
     */
    record Part(
            String origin,
            List<SigningToken> tokens,
            List<Document> documents,
            boolean onServer,
            boolean remote,
            Set<String> confirmed) {}

    /** The part for some of the caller's own tokens. */
    Part of(UiRequest request, Collection<String> tokenIds, List<Document> documents) {
        List<SigningToken> own =
                tokenIds.stream().map(id -> tokens.get(request.caller(), id)).toList();
        Map<Boolean, List<SigningKey>> keysByApp = tokenIds.stream()
                .map(id -> keys.find(request.caller(), id))
                .flatMap(Optional::stream)
                .collect(Collectors.partitioningBy(SigningKey::confirmed));
        List<SigningKey> reached = keysByApp.get(false);
        Set<String> confirmed =
                keysByApp.get(true).stream().map(SigningKey::tokenId).collect(Collectors.toSet());
        boolean remote = reached.stream().anyMatch(key -> key.kind() == SigningKey.Kind.REMOTE);
        return new Part(origin, own, documents, !reached.isEmpty(), remote, confirmed);
    }

    View script(UiRequest request) {
        return new View.Download("agent.js", "text/javascript", true, out -> {
            try (InputStream in = AgentParts.class.getResourceAsStream(SCRIPT)) {
                in.transferTo(out);
            }
        });
    }
}
