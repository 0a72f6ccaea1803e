package vn.quyche.core.api.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * The documents that the school issues: drafted, submitted, approved, numbered, signed, issued.
 *
 * <p>Drafting takes {@code document:draft}, approving {@code document:approve}, all that the records clerk does {@code
 * document:register}. Who holds {@code document:read} sees all of them, everybody else those that are one's own to write,
 * approve or sign, and internal ones that were issued to oneself or one's units.
 */
@ProviderType
public interface OutgoingDocuments {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of subject or code, without regard to case and diacritics
     * @param state where it stands
     * @param kind its kind
     * @param year the year of its number
     */
    record Query(
            Optional<String> text, Optional<OutgoingState> state, Optional<DocumentKind> kind, Optional<Integer> year) {

        /** Documents in a state. */
        public static Query in(OutgoingState state) {
            return new Query(Optional.empty(), Optional.of(state), Optional.empty(), Optional.empty());
        }

        /** Everything. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The documents that the caller may see, newest first. */
    Page<OutgoingDocument> list(Caller caller, Query query, PageRequest page);

    /** The numbered documents of a register in a year, by number; takes {@code document:read}. */
    Page<OutgoingDocument> register(Caller caller, String bookId, int year, PageRequest page);

    /** One document. */
    OutgoingDocument get(Caller caller, String documentId);

    /** Those of the documents that the caller may see, in any order. */
    List<OutgoingDocument> those(Caller caller, Collection<String> documentIds);

    /** The issued documents that answer incoming ones, by number and symbol; without asking who wants to know. */
    Map<String, List<String>> answers(Collection<String> incomingIds);

    /** What the caller may do with it now. */
    Set<OutgoingStep> steps(Caller caller, String documentId);

    /** Its versions, the latest first; 500 at most. */
    List<DocumentVersion> versions(Caller caller, String documentId);

    /** The remarks on it, the latest first; 500 at most. */
    List<DocumentComment> comments(Caller caller, String documentId);

    /** A file of it: a version, the scan or the signed file. */
    Attachment file(Caller caller, String documentId, String fileId);

    /**
     * Begins a document.
     *
     * @param key idempotency key, blank for none
     * @return its id
     */
    String draft(Caller caller, String key, NewOutgoing entered);

    /** Changes a document that has no number; one that was submitted or approved is a draft again. */
    OutgoingDocument revise(Caller caller, String documentId, long version, NewOutgoing entered);

    /** Remarks on a document. */
    void comment(Caller caller, String documentId, String text);

    /** Submits it to who approves. */
    OutgoingDocument submit(Caller caller, String documentId);

    /**
     * Approves these bytes and no others.
     *
     * @param sha256 the content that the approver has seen
     * @throws vn.quyche.core.api.error.Conflict {@code document.other-content} when it has changed since
     */
    OutgoingDocument approve(Caller caller, String documentId, String sha256);

    /** Sends it back to its author. */
    OutgoingDocument sendBack(Caller caller, String documentId, String reason);

    /**
     * Gives it the next number of its register and today's day. A number is given once, without a gap, and never again
     * (NĐ 30/2020/NĐ-CP, Điều 15).
     */
    OutgoingDocument assignNumber(Caller caller, String documentId);

    /**
     * Records that it was signed with pen and seal.
     *
     * @param scanId the received scan
     * @param signedOn when it was signed, from the day of the document to today
     */
    OutgoingDocument signedByHand(Caller caller, String documentId, String scanId, LocalDate signedOn);

    /** Records that it was sent to its recipients; the incoming document that it answers is completed with that. */
    OutgoingDocument issue(Caller caller, String documentId, int copies, String remark);

    /** Calls it back after it was issued; takes {@code document:approve}. */
    OutgoingDocument recall(Caller caller, String documentId, String reason);

    /** Gives it up after it was numbered; the number stays in the register. Takes {@code document:approve}. */
    OutgoingDocument cancel(Caller caller, String documentId, String reason);

    /** Gives it up before it has a number. */
    OutgoingDocument discard(Caller caller, String documentId);
}
