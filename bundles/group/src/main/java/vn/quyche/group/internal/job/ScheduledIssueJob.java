package vn.quyche.group.internal.job;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.internal.service.DefaultScheduledIssues;
import vn.quyche.group.internal.store.JpaScheduleStore;

/** Issues directives at the moment that was planned; on one node, each in a transaction of its own. */
@Component(service = Job.class)
@Regulated("BC.5.1")
public final class ScheduledIssueJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledIssueJob.class);

    private static final int BATCH = 100;

    private final JpaScheduleStore store;
    private final DefaultScheduledIssues scheduled;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public ScheduledIssueJob(
            @Reference JpaScheduleStore store,
            @Reference DefaultScheduledIssues scheduled,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.store = store;
        this.scheduled = scheduled;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "group.scheduled-issues";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        store.due(clock.instant(), BATCH).forEach(this::issue);
    }

    /** What fails by a fault of the program or the database holds up no other, and is tried again. */
    private void issue(String directiveId) {
        try {
            scheduled.issueDue(Caller.system(ids.next()), directiveId);
        } catch (RuntimeException e) {
            LOG.error("The planned directive {} could not be issued; it is tried again", directiveId, e);
        }
    }
}
