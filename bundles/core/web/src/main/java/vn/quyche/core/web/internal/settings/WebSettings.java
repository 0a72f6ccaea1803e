package vn.quyche.core.web.internal.settings;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The limits of the machine doors, from the configuration {@code vn.quyche.core.web}.
 *
 * <p>A change counts from the next request on; nothing is restarted for it.
 */
@Component(service = WebSettings.class, configurationPid = "vn.quyche.core.web")
@Designate(ocd = WebSettings.Config.class)
public final class WebSettings {

    /** What an administrator may set in {@code etc/vn.quyche.core.web.cfg}. */
    @ObjectClassDefinition(name = "Quyche: web")
    public @interface Config {

        @AttributeDefinition(name = "Largest body of a request, in bytes")
        long body_max_bytes() default 10L * 1024 * 1024;

        @AttributeDefinition(name = "Largest uploaded document, in bytes")
        long upload_max_bytes() default 200L * 1024 * 1024;

        @AttributeDefinition(name = "Requests of one account in a minute")
        int account_per_minute() default 1200;

        @AttributeDefinition(name = "Requests of one address that prove no account, in a minute")
        int address_per_minute() default 300;

        @AttributeDefinition(name = "Pages for visitors that one address may read in a minute")
        int visitor_per_minute() default 30;

        @AttributeDefinition(name = "Largest form with files of a visitor, in bytes")
        long visitor_upload_max_bytes() default 25L * 1024 * 1024;

        @AttributeDefinition(name = "Failed sign-ins of one address in a minute")
        int failures_per_minute() default 20;

        @AttributeDefinition(name = "Addresses of proxies whose X-Forwarded-For is believed")
        String[] trusted_proxies() default {};
    }

    /** The settings of one moment. */
    record Values(
            long bodyMaxBytes,
            long uploadMaxBytes,
            int accountPerMinute,
            int addressPerMinute,
            int visitorPerMinute,
            long visitorUploadMaxBytes,
            int failuresPerMinute,
            Set<String> trustedProxies) {

        static Values of(Config config) {
            return new Values(
                    Math.max(1, config.body_max_bytes()),
                    Math.max(1, config.upload_max_bytes()),
                    Math.max(1, config.account_per_minute()),
                    Math.max(1, config.address_per_minute()),
                    Math.max(1, config.visitor_per_minute()),
                    Math.max(1, config.visitor_upload_max_bytes()),
                    Math.max(1, config.failures_per_minute()),
                    Stream.of(config.trusted_proxies())
                            .map(String::strip)
                            .filter(proxy -> !proxy.isEmpty())
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private volatile Values values;

    @Activate
    public WebSettings(Config config) {
        this.values = Values.of(config);
    }

    @Modified
    void modified(Config config) {
        this.values = Values.of(config);
    }

    /** The largest body of a request, in bytes. */
    public long bodyMaxBytes() {
        return values.bodyMaxBytes();
    }

    /** The largest uploaded document, in bytes. */
    public long uploadMaxBytes() {
        return values.uploadMaxBytes();
    }

    /** How many requests an account may send in a minute. */
    public int accountPerMinute() {
        return values.accountPerMinute();
    }

    /** How many requests without an account an address may send in a minute. */
    public int addressPerMinute() {
        return values.addressPerMinute();
    }

    /** How many pages for visitors an address may read in a minute. */
    public int visitorPerMinute() {
        return values.visitorPerMinute();
    }

    /** The largest form with files that somebody may send who is not signed in, in bytes. */
    public long visitorUploadMaxBytes() {
        return values.visitorUploadMaxBytes();
    }

    /** How many sign-ins of an address may fail in a minute. */
    public int failuresPerMinute() {
        return values.failuresPerMinute();
    }

    /** The proxies that tell the address of the client. */
    public Set<String> trustedProxies() {
        return values.trustedProxies();
    }
}
