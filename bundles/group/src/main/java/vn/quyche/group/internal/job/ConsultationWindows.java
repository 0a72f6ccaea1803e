package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.internal.service.DefaultConsultations;
import vn.quyche.group.internal.store.JpaConsultationStore;

/** Tells members when a consultation begins, and closes those whose end has come. */
@Component(service = Job.class)
@Regulated("MT.12.2")
public final class ConsultationWindows implements Job {

    private static final int BATCH = 50;

    private final JpaConsultationStore store;
    private final DefaultConsultations consultations;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public ConsultationWindows(
            @Reference JpaConsultationStore store,
            @Reference DefaultConsultations consultations,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.store = store;
        this.consultations = consultations;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.consultations";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        store.untold(now, BATCH).forEach(id -> tx.run(() -> consultations.begin(id)));
        Caller system = Caller.system(ids.next());
        store.ended(now, BATCH).forEach(id -> consultations.expire(system, id));
    }
}
