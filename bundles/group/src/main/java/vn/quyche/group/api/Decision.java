package vn.quyche.group.api;

import java.time.LocalDate;

/**
 * The decision by which something about a group came about. Clause BC.0.1.
 *
 * @param number number and symbol, for example {@code 24/QĐ-THHS}
 * @param date its date
 * @param signer who signed it, as printed
 */
public record Decision(String number, LocalDate date, String signer) {}
