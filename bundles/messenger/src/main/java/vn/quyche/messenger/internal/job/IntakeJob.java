package vn.quyche.messenger.internal.job;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.messenger.internal.service.Intake;

/** Works on what platforms told. */
@Component(service = Job.class)
public final class IntakeJob implements Job {

    private final Intake intake;

    @Activate
    public IntakeJob(@Reference Intake intake) {
        this.intake = intake;
    }

    @Override
    public String name() {
        return "messenger.intake";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        intake.run();
    }
}
