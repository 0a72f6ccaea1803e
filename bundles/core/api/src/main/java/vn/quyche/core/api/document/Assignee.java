package vn.quyche.core.api.document;

/**
 * Who handles a document: a person, or a unit for which its head answers.
 *
 * @param unit whether it is a unit
 * @param id the id of the person or unit
 */
public record Assignee(boolean unit, String id) {

    /** A person. */
    public static Assignee person(String personId) {
        return new Assignee(false, personId);
    }

    /** A unit. */
    public static Assignee unit(String unitId) {
        return new Assignee(true, unitId);
    }
}
