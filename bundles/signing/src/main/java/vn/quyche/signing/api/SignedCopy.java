package vn.quyche.signing.api;

import java.time.Instant;

/**
 * A copy that the school has certified, or an attachment that it has signed.
 *
 * @param id its id
 * @param kind what it is
 * @param year the year of its number; of attachments that in which they were signed
 * @param number its number in the series of copies; 0 for attachments
 * @param code number and symbol, for example {@code 05/SY-THTA}; of attachments that of their document
 * @param source number and symbol of what was copied; of attachments the id of their document
 * @param basis who let it be copied
 * @param fileName the name of the file
 * @param sourceSha256 the bytes that were brought
 * @param signatureId the signature
 * @param fileId the stored file
 * @param sha256 its bytes
 * @param personId who signed with the school's token
 * @param personName the name
 * @param madeAt when
 */
public record SignedCopy(
        String id,
        CopyKind kind,
        int year,
        int number,
        String code,
        String source,
        String basis,
        String fileName,
        String sourceSha256,
        String signatureId,
        String fileId,
        String sha256,
        String personId,
        String personName,
        Instant madeAt) {}
