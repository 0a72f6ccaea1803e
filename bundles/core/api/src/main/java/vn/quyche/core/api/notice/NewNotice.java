package vn.quyche.core.api.notice;

/**
 * Something to tell a person.
 *
 * @param key one notice per person and key: a second one with the same key replaces the text and is unread again
 * @param personId to whom
 * @param kind what it is about, for example {@code group.directive}; people switch mail off by kind
 * @param title one line
 * @param body a few lines, may be empty
 * @param link the path to open, for example {@code /group/directives/01J…}
 */
public record NewNotice(String key, String personId, String kind, String title, String body, String link) {}
