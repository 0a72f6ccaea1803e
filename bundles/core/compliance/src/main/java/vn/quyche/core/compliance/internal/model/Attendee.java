package vn.quyche.core.compliance.internal.model;

/**
 * Somebody for whom a training is.
 *
 * @param personId who
 * @param name the name
 * @param present whether the person came; false until the training is held
 * @param madeUp whether somebody who did not come came to another one that makes up for it
 */
public record Attendee(String personId, String name, boolean present, boolean madeUp) {

    /** Whether the person has still missed it. */
    public boolean missing() {
        return !present && !madeUp;
    }
}
