package vn.quyche.core.api.document;

import java.time.Instant;

/**
 * A remark on a draft.
 *
 * @param id its id
 * @param by who made it, a name
 * @param at when
 * @param version the version that it is about
 * @param text the words
 */
public record DocumentComment(String id, String by, Instant at, int version, String text) {}
