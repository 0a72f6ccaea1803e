package vn.quyche.agent;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * A key that stays open between the parts of signatures: what shows at several places of a document is a signature for each, one
 * over the other, so the second can be asked for only when the first is there. Good for the page that asked, for the documents
 * that were shown, once a part.
 */
final class OpenKey {

    private final String id = Tokens.random();
    private final String origin;
    private final String scheme;
    private final Keys keys;
    private final X509Certificate certificate;
    private final Set<String> documents;
    private final int partsLeft;
    private Future<?> ending;

    /**
     * @param documents the ids of what was shown
     * @param partsLeft how many parts are still to come
     */
    OpenKey(
            String origin,
            String scheme,
            Keys keys,
            X509Certificate certificate,
            Set<String> documents,
            int partsLeft) {
        this.origin = origin;
        this.scheme = scheme;
        this.keys = keys;
        this.certificate = certificate;
        this.documents = Set.copyOf(documents);
        this.partsLeft = partsLeft;
    }

    /** What the page calls it; nobody can guess it. */
    String id() {
        return id;
    }

    boolean isOf(String page, String asked) {
        return origin.equals(page) && id.equals(asked);
    }

    boolean holds(Set<String> asked) {
        return documents.containsAll(asked);
    }

    /** The same for what comes after a part; empty after the last. */
    Optional<OpenKey> next(Set<String> goingOn) {
        return partsLeft == 1
                ? Optional.empty()
                : Optional.of(new OpenKey(origin, scheme, keys, certificate, goingOn, partsLeft - 1));
    }

    /** Signs in order; a token that is pulled out in the middle does not take away what was signed before. */
    Desk.Result sign(List<Desk.Document> asked) {
        List<Desk.Signed> signed = new ArrayList<>();
        for (Desk.Document document : asked) {
            try {
                signed.add(new Desk.Signed(document.id(), keys.sign(certificate, document.data(), scheme)));
            } catch (Trouble e) {
                return new Desk.Result(signed, Optional.of(e), Optional.empty());
            }
        }
        return new Desk.Result(signed, Optional.empty(), Optional.empty());
    }

    /** @param task closes it when nobody comes */
    void endsWith(Future<?> task) {
        ending = task;
    }

    void goesOn() {
        if (ending != null) {
            ending.cancel(false);
        }
    }

    void close() {
        keys.close();
    }
}
