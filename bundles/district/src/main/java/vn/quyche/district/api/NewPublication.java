package vn.quyche.district.api;

import java.time.LocalDate;

/**
 * What publishes a list.
 *
 * @param number number and symbol of the document
 * @param date its date
 * @param signer who signed it
 * @param effectiveOn from when it holds: not in the future, and not before the list before
 * @param note a remark, may be empty
 */
public record NewPublication(String number, LocalDate date, String signer, LocalDate effectiveOn, String note) {}
