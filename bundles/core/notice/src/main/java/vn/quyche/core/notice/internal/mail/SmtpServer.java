package vn.quyche.core.notice.internal.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.notice.internal.service.NoticeSettings;

/**
 * The mail server over SMTP. The one gate to the mail library, which looks for its parts through the context class loader:
 * each call sets it to the bundle's own.
 */
@Component(service = MailServer.class)
public final class SmtpServer implements MailServer {

    private static final String TIMEOUT_MILLIS = "15000";

    private final NoticeSettings settings;
    private final Clock clock;

    @Activate
    public SmtpServer(@Reference NoticeSettings settings, @Reference Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean configured() {
        return settings.mailConfigured();
    }

    @Override
    public Outbox open() throws MailFailure {
        NoticeSettings.Config mail = settings.mail();
        return inOwnLoader(() -> {
            Session session = Session.getInstance(properties(mail));
            Transport transport = session.getTransport("smtp");
            try {
                if (mail.user().isBlank()) {
                    transport.connect();
                } else {
                    transport.connect(mail.user(), mail.password());
                }
            } catch (MessagingException e) {
                throw new MailFailure("the server cannot be used: " + firstLine(e), true, e);
            }
            return new SmtpOutbox(session, transport, mail.from());
        });
    }

    private static Properties properties(NoticeSettings.Config mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", mail.host());
        properties.setProperty("mail.smtp.port", String.valueOf(mail.port()));
        properties.setProperty("mail.smtp.auth", String.valueOf(!mail.user().isBlank()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(mail.starttls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(mail.starttls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return properties;
    }

    private static String firstLine(Throwable error) {
        String message = String.valueOf(error.getMessage());
        return message.lines().findFirst().orElse("");
    }

    /** Work that the mail library does. */
    @FunctionalInterface
    private interface MailWork<T> {
        T run() throws MessagingException, MailFailure;
    }

    private static <T> T inOwnLoader(MailWork<T> work) throws MailFailure {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SmtpServer.class.getClassLoader());
        try {
            return work.run();
        } catch (MessagingException e) {
            throw new MailFailure(firstLine(e), false, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private final class SmtpOutbox implements Outbox {

        private final Session session;
        private final Transport transport;
        private final String from;

        private SmtpOutbox(Session session, Transport transport, String from) {
            this.session = session;
            this.transport = transport;
            this.from = from;
        }

        @Override
        public void send(String to, String subject, String text) throws MailFailure {
            inOwnLoader(() -> {
                MimeMessage message = new MimeMessage(session);
                message.setFrom(new InternetAddress(from, true));
                message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
                message.setSubject(subject, StandardCharsets.UTF_8.name());
                message.setText(text, StandardCharsets.UTF_8.name());
                message.setSentDate(Date.from(clock.instant()));
                message.setHeader("Auto-Submitted", "auto-generated");
                message.saveChanges();
                try {
                    transport.sendMessage(message, message.getAllRecipients());
                } catch (MessagingException e) {
                    throw new MailFailure(firstLine(e), !transport.isConnected(), e);
                }
                return null;
            });
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // The mails are handed over already; a farewell that fails changes nothing.
            }
        }
    }
}
