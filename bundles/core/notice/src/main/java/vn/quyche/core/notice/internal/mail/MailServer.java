package vn.quyche.core.notice.internal.mail;

/** The school's mail server. */
public interface MailServer {

    /** Whether there is one. */
    boolean configured();

    /**
     * Connects.
     *
     * @throws MailFailure when it cannot be reached or does not let us in
     */
    Outbox open() throws MailFailure;
}
