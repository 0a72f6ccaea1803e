package vn.quyche.core.notice.internal.mail;

/** The mail server cannot be reached or does not take a mail. */
public final class MailFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean connectionLost;

    MailFailure(String message, boolean connectionLost, Throwable cause) {
        super(message, cause);
        this.connectionLost = connectionLost;
    }

    /** Whether the next mail needs a new connection. */
    public boolean connectionLost() {
        return connectionLost;
    }
}
