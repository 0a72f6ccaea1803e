package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.group.internal.service.InspectionPlanning;

/** Lays on the office the duty to inspect each official group in time. Clause BC.7.2. */
@Component(service = Job.class)
public final class InspectionsDue implements Job {

    private final InspectionPlanning planning;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public InspectionsDue(@Reference InspectionPlanning planning, @Reference Tx tx, @Reference Clock clock) {
        this.planning = planning;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.inspections-due";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        tx.run(() -> planning.lay(VietnamTime.today(clock)));
    }
}
