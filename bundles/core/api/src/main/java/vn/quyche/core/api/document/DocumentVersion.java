package vn.quyche.core.api.document;

import java.time.Instant;

/**
 * A version of a draft.
 *
 * @param number counts from 1
 * @param fileId its file
 * @param sha256 the content of the file
 * @param by who brought it, a name
 * @param at when
 * @param note what is new in it, may be empty
 */
public record DocumentVersion(int number, String fileId, String sha256, String by, Instant at, String note) {}
