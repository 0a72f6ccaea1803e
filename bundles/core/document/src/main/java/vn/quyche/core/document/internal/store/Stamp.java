package vn.quyche.core.document.internal.store;

/**
 * Which state of a document is in the database.
 *
 * @param id the document
 * @param version its version
 * @param changedAt when it was changed last, in milliseconds since 1970; 0 for long ago
 */
public record Stamp(String id, long version, long changedAt) {

    /** Before all others. */
    public static final Stamp FIRST = new Stamp("", 0, 0);

    /** Before all that were changed at a time or later. */
    public static Stamp at(long millis) {
        return new Stamp("", 0, millis);
    }
}
