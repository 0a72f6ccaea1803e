package vn.quyche.core.notice.internal.rest;

/**
 * The address of a calendar feed; whoever knows it sees the duties of its owner.
 *
 * @param path the path on this server
 */
public record CalendarKey(String path) {

    static CalendarKey of(String key) {
        return new CalendarKey("/calendar/" + key + ".ics");
    }
}
