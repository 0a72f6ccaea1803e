package vn.quyche.core.compliance.internal.job;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.compliance.internal.store.JpaRegulationStore;

/** Remembers which clauses are carried out here, so that one whose bundle went away is shown as missing, not forgotten. */
@Component(service = Job.class)
public final class RememberClausesJob implements Job {

    private final JpaRegulationStore store;
    private final Regulations regulations;
    private final Tx tx;
    private volatile List<Clause> remembered = List.of();

    @Activate
    public RememberClausesJob(
            @Reference JpaRegulationStore store, @Reference Regulations regulations, @Reference Tx tx) {
        this.store = store;
        this.regulations = regulations;
        this.tx = tx;
    }

    @Override
    public String name() {
        return "compliance.remember-clauses";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        List<Clause> clauses = regulations.clauses();
        if (!clauses.equals(remembered)) {
            tx.run(() -> store.remember(clauses));
            remembered = clauses;
        }
    }
}
