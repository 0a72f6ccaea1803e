package vn.quyche.core.notice.internal.service;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How notices leave the house. */
@Component(service = NoticeSettings.class, configurationPid = "vn.quyche.core.notice")
@Designate(ocd = NoticeSettings.Config.class)
public final class NoticeSettings {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSettings.class);
    private static final LocalTime USUAL = LocalTime.of(6, 30);

    private final Config config;
    private final LocalTime sendAt;

    /** Configuration. */
    @ObjectClassDefinition(name = "Quyche: notices")
    public @interface Config {

        /** The mail server; empty for none. */
        @AttributeDefinition(name = "Mail server", required = false)
        String host() default "";

        /** The port of the mail server. */
        @AttributeDefinition(name = "Port")
        int port() default 587;

        /** The account at the mail server; empty for none. */
        @AttributeDefinition(name = "User", required = false)
        String user() default "";

        /** The password of the account. */
        @AttributeDefinition(name = "Password", required = false, type = AttributeType.PASSWORD)
        String password() default "";

        /** The address in the From line. */
        @AttributeDefinition(name = "From")
        String from() default "";

        /** Whether the connection must be encrypted before anything is said. */
        @AttributeDefinition(name = "STARTTLS")
        boolean starttls() default true;

        /** The address of this server as people open it, for links in mails and calendars. */
        @AttributeDefinition(name = "Address of this server", required = false)
        String base_url() default "";

        /** When the daily mail is sent, HH:mm in Vietnam. */
        @AttributeDefinition(name = "Daily mail at")
        String send_at() default "06:30";
    }

    @Activate
    public NoticeSettings(Config config) {
        this.config = config;
        this.sendAt = time(config.send_at());
    }

    /** Whether mail can be sent. */
    public boolean mailConfigured() {
        return !config.host().isBlank() && !config.from().isBlank();
    }

    /** The mail server and how to reach it. */
    public Config mail() {
        return config;
    }

    /** What stands before paths in links, without slash at the end; empty when it is not known. */
    public String baseUrl() {
        return config.base_url().strip().replaceAll("/+$", "");
    }

    /** When the daily mail is sent. */
    public LocalTime sendAt() {
        return sendAt;
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            LOG.warn("vn.quyche.core.notice: send.at is no time: {}; {} it is", text, USUAL);
            return USUAL;
        }
    }
}
