package vn.quyche.district.api;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published list. Clause TB.1.
 *
 * @param version 1, 2, 3 …
 * @param number number and symbol of the document that publishes it
 * @param date its date
 * @param signer who signed it
 * @param effectiveOn from when it holds
 * @param note a remark
 * @param groups how many groups are on it
 * @param added how many are new
 * @param changed how many differ from the list before
 * @param removed how many are no longer on it
 * @param publishedAt when it was published
 * @param publishedBy who published it
 */
public record PublishedVersion(
        int version,
        String number,
        LocalDate date,
        String signer,
        LocalDate effectiveOn,
        String note,
        int groups,
        int added,
        int changed,
        int removed,
        Instant publishedAt,
        String publishedBy) {}
