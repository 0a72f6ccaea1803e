package vn.quyche.core.security.internal.service;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import vn.quyche.core.security.internal.model.Argon2;

/** What an administrator may set. */
@Component(service = SecuritySettings.class, configurationPid = "vn.quyche.core.security")
@Designate(ocd = SecuritySettings.Config.class)
public final class SecuritySettings {

    /** {@code etc/vn.quyche.core.security.cfg}. */
    @ObjectClassDefinition(name = "Tài khoản và phiên làm việc")
    public @interface Config {

        @AttributeDefinition(name = "Số phút không thao tác thì hết phiên")
        long session_idle_minutes() default 60;

        @AttributeDefinition(name = "Số giờ tối đa của một phiên")
        long session_longest_hours() default 12;

        @AttributeDefinition(name = "Bộ nhớ của Argon2id, KiB")
        int argon2_memory_kib() default 19_456;

        @AttributeDefinition(name = "Số vòng của Argon2id")
        int argon2_passes() default 2;
    }

    private final Duration idle;
    private final Duration longest;
    private final Argon2 argon2;

    @Activate
    public SecuritySettings(Config config) {
        this(
                Duration.ofMinutes(config.session_idle_minutes()),
                Duration.ofHours(config.session_longest_hours()),
                new Argon2(config.argon2_memory_kib(), config.argon2_passes()));
    }

    SecuritySettings(Duration idle, Duration longest, Argon2 argon2) {
        this.idle = idle;
        this.longest = longest;
        this.argon2 = argon2;
    }

    /** A session that is not used for so long ends. */
    Duration idle() {
        return idle;
    }

    /** A session ends after so long, used or not. */
    Duration longest() {
        return longest;
    }

    /** How passwords are hashed. */
    Argon2 argon2() {
        return argon2;
    }
}
