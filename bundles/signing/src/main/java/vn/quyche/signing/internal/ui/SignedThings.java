package vn.quyche.signing.internal.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;

/** What signed things are called on pages: people know a document by its number and subject, not by its id. */
final class SignedThings {

    private final OutgoingDocuments documents;
    private final SignedCopies copies;
    private final Messages messages;

    SignedThings(OutgoingDocuments documents, SignedCopies copies, Messages messages) {
        this.documents = documents;
        this.copies = copies;
        this.messages = messages;
    }

    /**
     * What something is called.
     *
     * @param code number and symbol; empty for what the caller may not see
     * @param name all of it
     * @param href its page; empty for what the caller may not see
     */
    record Called(String code, String name, String href) {}

    /** The names of things, by their ids; each id has one. */
    Map<String, Called> of(Caller caller, Collection<String> ids) {
        Set<String> left = new HashSet<>(ids);
        Map<String, Called> called = new HashMap<>();
        documents.those(caller, left).forEach(document -> {
            String code = document.code().isEmpty() ? document.kind().title() : document.code();
            called.put(
                    document.id(),
                    new Called(code, code + " – " + document.subject(), "/document/outgoing/" + document.id()));
        });
        left.removeAll(called.keySet());
        left.forEach(id -> called.put(id, copy(caller, id)));
        return called;
    }

    private Called copy(Caller caller, String id) {
        try {
            SignedCopy copy = copies.get(caller, id);
            return new Called(
                    copy.code(),
                    copy.code() + " – " + messages.text(caller.locale(), "signing.copy.kind." + copy.kind()),
                    "/signing/copies/" + copy.id());
        } catch (NotFound none) {
            return new Called("", messages.text(caller.locale(), "signing.not-seen"), "");
        }
    }
}
