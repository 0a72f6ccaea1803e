package vn.quyche.signing.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Copies and attachments that the school signs: its signature shows, at the upper right of the first page, what it is, the name of
 * the school and the time (NĐ 30/2020/NĐ-CP, Phụ lục I). Copies have a series of numbers of their own by year. Clauses MT.11.3 and
 * TA.10.1.
 */
@ProviderType
public interface SignedCopies {

    /**
     * What to make.
     *
     * @param kind what it is to be
     * @param source number and symbol of what is copied; counts for copies only
     * @param basis who let it be copied; counts for copies only
     * @param pages the pages of an extract, for example {@code 1,3-4}; counts for extracts only
     * @param document the document to which an attachment belongs, as it was signed last; counts for attachments only
     * @param fileName its name
     * @param file PDF
     * @param tokenId the school's token
     * @param level {@code T} asks for a time stamp
     */
    record NewCopy(
            CopyKind kind,
            String source,
            String basis,
            String pages,
            Optional<SigningPort.Document> document,
            String fileName,
            byte[] file,
            String tokenId,
            SignatureLevel level) {}

    /** What to look for; an empty field does not restrict. */
    record Query(Optional<CopyKind> kind) {}

    /**
     * Makes and signs one. Takes {@code signing:hold} and the school's token.
     *
     * @param pin wiped before this returns
     * @throws vn.quyche.core.api.error.Refused as {@link SigningPort#sign}
     */
    SignedCopy make(Caller caller, NewCopy copy, char[] pin);

    /**
     * Prepares one that a key signs which the server does not reach; {@link OutsideSigning#finish} makes it, and gives it its
     * number then.
     *
     * @param scheme how the key signs; blank for what every key of its sort can do
     * @throws vn.quyche.core.api.error.Refused as {@link OutsideSigning#prepare}
     */
    PreparedSignature prepare(Caller caller, NewCopy copy, String scheme);

    /** Copies, newest first: all with {@code signing:tokens}, otherwise those that the caller signed. */
    Page<SignedCopy> list(Caller caller, Query query, PageRequest page);

    /** One. @throws vn.quyche.core.api.error.NotFound {@code signing.copy.not-found} */
    SignedCopy get(Caller caller, String id);

    /** Its signed file. */
    byte[] file(Caller caller, String id);
}
