package vn.quyche.messenger.internal.job;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.messenger.internal.service.Sending;

/** Sends what waits. */
@Component(service = Job.class)
public final class SendJob implements Job {

    private final Sending sending;

    @Activate
    public SendJob(@Reference Sending sending) {
        this.sending = sending;
    }

    @Override
    public String name() {
        return "messenger.send";
    }

    @Override
    public java.time.Duration every() {
        return Sending.EVERY;
    }

    @Override
    public void run() {
        sending.run();
    }
}
