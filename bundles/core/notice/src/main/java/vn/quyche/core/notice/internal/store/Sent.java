package vn.quyche.core.notice.internal.store;

import vn.quyche.core.api.notice.Notice;

/**
 * A notice on its way to its reader.
 *
 * @param personId the reader
 * @param key one notice stands per person and key
 * @param notice the notice
 */
public record Sent(String personId, String key, Notice notice) {}
