package vn.quyche.core.compliance.internal.store;

import java.time.Instant;

/**
 * That a person has read an edition.
 *
 * @param personId who
 * @param at when
 * @param textHash SHA-256 of the text that was read
 */
public record Receipt(String personId, Instant at, String textHash) {}
