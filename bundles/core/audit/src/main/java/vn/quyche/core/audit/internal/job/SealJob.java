package vn.quyche.core.audit.internal.job;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.audit.internal.service.Sealer;

/** Seals what was written. */
@Component
public final class SealJob implements Job {

    private final Sealer sealer;

    @Activate
    public SealJob(@Reference Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return "audit.seal";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        sealer.run();
    }
}
