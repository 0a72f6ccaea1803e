package vn.quyche.core.directory.internal.job;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.directory.internal.store.JpaImportStore;

/** Throws the rows of old import plans away; what was taken over stands in the audit log. */
@Component
public class PlanSweepJob implements Job {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JpaImportStore imports;
    private final Clock clock;

    @Activate
    public PlanSweepJob(@Reference JpaImportStore imports, @Reference Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "directory.plan-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        imports.deleteRowsBefore(clock.instant().minus(KEPT));
    }
}
