package vn.quyche.core.directory.internal.model;

/** Whether a handover is of somebody who leaves or of somebody who joins. */
public enum Direction {
    LEAVING("directory.leaving", "/directory/leavings/"),
    JOINING("directory.joining", "/directory/joinings/");

    private final String subject;
    private final String path;

    Direction(String subject, String path) {
        this.subject = subject;
        this.path = path;
    }

    /** The type of subject in the audit and of duties. */
    public String subject() {
        return subject;
    }

    /** The page of a case. */
    public String page(String id) {
        return path + id;
    }
}
