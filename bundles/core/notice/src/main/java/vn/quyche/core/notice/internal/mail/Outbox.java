package vn.quyche.core.notice.internal.mail;

/** An open connection to the mail server. */
public interface Outbox extends AutoCloseable {

    /**
     * Hands over a mail in plain text.
     *
     * @throws MailFailure when the server does not take it
     */
    void send(String to, String subject, String text) throws MailFailure;

    @Override
    void close();
}
