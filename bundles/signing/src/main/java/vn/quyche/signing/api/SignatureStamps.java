package vn.quyche.signing.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.token.SignatureKind;

/**
 * Where signatures are seen on a document, and how it will look. What is seen is part of the signature: pages are never drawn
 * anew. Takes {@code signing:hold} and {@code document:sign}. Clause TA.10.1, NĐ 30/2020/NĐ-CP Phụ lục I.
 */
@ProviderType
public interface SignatureStamps {

    /**
     * What will be seen of the next signature on a document.
     *
     * @param documentId the document
     * @param code number and symbol
     * @param pages its pages
     * @param parts what will be seen; empty when nothing is, as when there is no picture
     * @param remembered whether places are kept for documents of this kind
     */
    record Seen(String documentId, String code, List<Sheet> pages, List<Part> parts, boolean remembered) {}

    /** A page, in millimetres as it is shown. */
    record Sheet(double width, double height) {}

    /**
     * A part.
     *
     * @param place where it is
     * @param height how high it is, in millimetres
     * @param origin who says that it is there
     */
    record Part(StampPart part, StampPlace place, double height, Origin origin) {}

    /** Who says where a part is. */
    enum Origin {
        /** Somebody, for this document. */
        DOCUMENT,
        /** Somebody, for documents of its kind. */
        KIND,
        /** The text of the document. */
        FOUND,
        /** The form of the decree. */
        STANDARD
    }

    /**
     * What will be seen.
     *
     * @param kind of whose signature
     * @throws vn.quyche.core.api.error.Refused {@code signing.not-approved} when the document cannot be signed
     */
    Seen seen(Caller caller, SigningPort.Document document, SignatureKind kind);

    /**
     * Says where parts are on a document.
     *
     * @param places parts that are not named stay where they are
     * @param forKind also for later documents of its kind; otherwise what was kept for the kind is forgotten
     * @throws vn.quyche.core.api.error.Invalid at {@code part.field} for a place that is not on the page
     */
    Seen place(
            Caller caller,
            SigningPort.Document document,
            SignatureKind kind,
            Map<StampPart, StampPlace> places,
            boolean forKind);

    /** A page of the document (PNG). @param stamped with what the signature will show */
    byte[] page(Caller caller, SigningPort.Document document, SignatureKind kind, int page, boolean stamped);

    /** A part alone (PNG). */
    byte[] part(Caller caller, SigningPort.Document document, SignatureKind kind, StampPart part);
}
