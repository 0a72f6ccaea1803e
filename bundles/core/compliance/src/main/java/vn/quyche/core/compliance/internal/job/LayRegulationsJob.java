package vn.quyche.core.compliance.internal.job;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.compliance.internal.service.Acknowledgements;

/** Lays a regulation before people on the day on which it takes effect, and before those who come later. */
@Component(service = Job.class)
public final class LayRegulationsJob implements Job {

    private final Acknowledgements acknowledgements;

    @Activate
    public LayRegulationsJob(@Reference Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    @Override
    public String name() {
        return "compliance.lay-regulations";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        acknowledgements.layDuties();
    }
}
