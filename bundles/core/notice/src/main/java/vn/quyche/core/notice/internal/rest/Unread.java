package vn.quyche.core.notice.internal.rest;

/**
 * A number of notices.
 *
 * @param unread how many are unread
 */
public record Unread(int unread) {}
