package vn.quyche.district.api;

/**
 * What taking over a school's list changed.
 *
 * @param added groups that are new
 * @param changed groups that differ
 * @param gone groups that are no longer on it
 * @param same groups that are as they were
 */
public record Taken(int added, int changed, int gone, int same) {

    /** Nothing yet. */
    public static Taken nothing() {
        return new Taken(0, 0, 0, 0);
    }
}
