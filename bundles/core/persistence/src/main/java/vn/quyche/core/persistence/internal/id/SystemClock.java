package vn.quyche.core.persistence.internal.id;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Component;

/** The clock of the machine, as a service, so that whoever needs the time gets it injected. */
@Component(service = Clock.class)
public final class SystemClock extends Clock {

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}
