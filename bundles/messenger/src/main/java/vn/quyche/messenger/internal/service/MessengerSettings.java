package vn.quyche.messenger.internal.service;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the platforms are, and how they are treated. */
@Component(service = MessengerSettings.class, configurationPid = "vn.quyche.messenger")
@Designate(ocd = MessengerSettings.Config.class)
public final class MessengerSettings {

    private final Config config;

    /** Configuration. */
    @ObjectClassDefinition(name = "Quyche: messenger")
    public @interface Config {

        /** The address of this server as people and platforms open it. */
        @AttributeDefinition(name = "Address of this server", required = false)
        String base_url() default "";

        /** The interface of Zalo Official Accounts. */
        @AttributeDefinition(name = "Zalo OA API")
        String zalo_api() default "https://openapi.zalo.me";

        /** Where tokens of Zalo Official Accounts are given. */
        @AttributeDefinition(name = "Zalo OA tokens")
        String zalo_oauth() default "https://oauth.zaloapp.com";

        /** The interface of Zalo bots. */
        @AttributeDefinition(name = "Zalo Bot API")
        String zalo_bot() default "https://bot-api.zaloplatforms.com";

        /** The interface of Viber channels. */
        @AttributeDefinition(name = "Viber API")
        String viber_api() default "https://chatapi.viber.com";

        /** How long a platform may take to answer. */
        @AttributeDefinition(name = "Answer within (seconds)", min = "1")
        int timeout_seconds() default 8;

        /** How many posts go through one connection in a minute. */
        @AttributeDefinition(name = "Posts per minute", min = "1")
        int posts_perMinute() default 60;

        /** How often the members of a group are read. */
        @AttributeDefinition(name = "Members read every (hours)", min = "1")
        int sync_hours() default 6;

        /** How long posts that were seen are kept. */
        @AttributeDefinition(name = "Posts kept (days)", min = "1")
        int posts_days() default 365;
    }

    @Activate
    public MessengerSettings(Config config) {
        this.config = config;
    }

    /** What stands before paths in links, without slash at the end; empty when it is not known. */
    public String baseUrl() {
        return bare(config.base_url());
    }

    public String zaloApi() {
        return bare(config.zalo_api());
    }

    public String zaloOauth() {
        return bare(config.zalo_oauth());
    }

    public String zaloBot() {
        return bare(config.zalo_bot());
    }

    public String viber() {
        return bare(config.viber_api());
    }

    /** How long a platform may take to answer. */
    public Duration timeout() {
        return Duration.ofSeconds(config.timeout_seconds());
    }

    /** How many posts go through one connection in a minute. */
    public int postsPerMinute() {
        return config.posts_perMinute();
    }

    /** How often the members of a group are read. */
    public Duration syncEvery() {
        return Duration.ofHours(config.sync_hours());
    }

    /** How long posts that were seen are kept. */
    public Duration postsKept() {
        return Duration.ofDays(config.posts_days());
    }

    private static String bare(String url) {
        return url.strip().replaceAll("/+$", "");
    }
}
