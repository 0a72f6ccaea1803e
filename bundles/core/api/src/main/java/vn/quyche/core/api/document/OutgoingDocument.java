package vn.quyche.core.api.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.print.SigningCapacity;

/**
 * A document that the school issues.
 *
 * @param id its id
 * @param kind its kind
 * @param subject trích yếu
 * @param unitCode the abbreviated unit at the end of the symbol, for example {@code VP}; empty for none
 * @param urgency how urgent it is
 * @param recipients the lines of {@code Nơi nhận}
 * @param circulation to which units and people of the school an internal document goes; empty for one that leaves the school
 * @param answersId the incoming document that it answers; empty for none
 * @param authorId who drafts it
 * @param authorName the name
 * @param approverId to whom it is submitted
 * @param signerId who signs it
 * @param capacity in what capacity
 * @param state where it stands
 * @param fileId the file of its latest version
 * @param sha256 the content of that file
 * @param approvedSha256 the content that was approved; empty when nothing is
 * @param approvedBy who approved it, a name; empty when nobody has
 * @param bookId the register; empty before it is numbered
 * @param year the year of its number; 0 before
 * @param number its number; 0 before
 * @param code number and symbol, for example {@code 24/QĐ-THTA}; empty before
 * @param day the day of the document, on which it was numbered
 * @param form how it was signed
 * @param signedFileId the scan or the signed file; empty before
 * @param signedSha256 the content of that file; empty before
 * @param signedAt when it was signed
 * @param issuedAt when it was sent out
 * @param copies how many copies were issued
 * @param remark the note of the register
 * @param reason why it was returned, recalled or given up; empty otherwise
 * @param createdAt when it was begun
 * @param version counts each change, for {@code If-Match}
 */
public record OutgoingDocument(
        String id,
        DocumentKind kind,
        String subject,
        String unitCode,
        Urgency urgency,
        List<String> recipients,
        List<Assignee> circulation,
        String answersId,
        String authorId,
        String authorName,
        String approverId,
        String signerId,
        SigningCapacity capacity,
        OutgoingState state,
        String fileId,
        String sha256,
        String approvedSha256,
        String approvedBy,
        String bookId,
        int year,
        int number,
        String code,
        Optional<LocalDate> day,
        SignatureForm form,
        String signedFileId,
        String signedSha256,
        Optional<Instant> signedAt,
        Optional<Instant> issuedAt,
        int copies,
        String remark,
        String reason,
        Instant createdAt,
        long version) {

    public OutgoingDocument {
        recipients = List.copyOf(recipients);
        circulation = List.copyOf(circulation);
    }

    /** Whether it stays within the school. */
    public boolean internal() {
        return !circulation.isEmpty();
    }
}
