package vn.quyche.core.api.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A notice as its reader sees it.
 *
 * @param id its id, sortable by time
 * @param kind what it is about
 * @param title one line
 * @param body a few lines, may be empty
 * @param link the path to open
 * @param at when it was sent
 * @param readAt when it was read
 */
public record Notice(
        String id, String kind, String title, String body, String link, Instant at, Optional<Instant> readAt) {}
