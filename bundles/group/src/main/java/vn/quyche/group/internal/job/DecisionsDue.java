package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.internal.service.DefaultRecognition;
import vn.quyche.group.internal.store.JpaDecisionStore;

/** Has the register follow decisions whose day has come. Clause TB.3. */
@Component(service = Job.class)
@Regulated("TB.3")
public final class DecisionsDue implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionsDue.class);
    private static final int BATCH = 100;

    private final JpaDecisionStore decisions;
    private final DefaultRecognition recognition;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DecisionsDue(
            @Reference JpaDecisionStore decisions,
            @Reference DefaultRecognition recognition,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.decisions = decisions;
        this.recognition = recognition;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.decisions-due";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        decisions.due(VietnamTime.today(clock), BATCH).forEach(this::follow);
    }

    /** What fails by a fault of the program or the database holds up no other, and is tried again. */
    private void follow(GroupDecision due) {
        try {
            recognition.takeEffect(Caller.system(ids.next()), due);
        } catch (RuntimeException e) {
            LOG.error("The register could not follow decision {}; it is tried again", due.id(), e);
        }
    }
}
