package vn.quyche.core.directory.internal.job;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.directory.internal.service.DefaultLeavings;

/** Ends employments with their last day. */
@Component
public class LastDayJob implements Job {

    private final DefaultLeavings leavings;

    @Activate
    public LastDayJob(@Reference DefaultLeavings leavings) {
        this.leavings = leavings;
    }

    @Override
    public String name() {
        return "directory.last-day";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        leavings.endOverdue();
    }
}
