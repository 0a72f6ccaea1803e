package vn.quyche.core.security.internal.job;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.security.internal.service.CleanUp;

/** Removes sessions that ran out and failures that no longer count. */
@Component
public final class CleanUpJob implements Job {

    private final CleanUp cleanUp;

    @Activate
    public CleanUpJob(@Reference CleanUp cleanUp) {
        this.cleanUp = cleanUp;
    }

    @Override
    public String name() {
        return "security.clean-up";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        cleanUp.run();
    }
}
