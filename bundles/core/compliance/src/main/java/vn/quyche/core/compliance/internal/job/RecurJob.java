package vn.quyche.core.compliance.internal.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.compliance.internal.service.DutySources;
import vn.quyche.core.compliance.internal.service.RecurringDuties;

/** Lays duties that come again, a few days ahead. A rule that fails holds up no other one. */
@Component(service = {Job.class, HealthCheck.class})
public final class RecurJob implements Job, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RecurJob.class);

    private final RecurringDuties duties;
    private final DutySources sources;
    private volatile String failure = "";

    @Activate
    public RecurJob(@Reference RecurringDuties duties, @Reference DutySources sources) {
        this.duties = duties;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "compliance.recur";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        List<String> failed = new ArrayList<>();
        sources.each(rule -> lay(rule, failed), failed::add);
        failure = String.join(" ", failed);
    }

    @Override
    public Result check() {
        return failure.isEmpty()
                ? Result.ok(sources.size() + " nguồn việc định kỳ")
                : Result.warn("Chưa giao được việc định kỳ: " + failure + ". Nhật ký máy chủ nói rõ; sẽ thử lại.");
    }

    private boolean lay(DutyRule rule, List<String> failed) {
        try {
            duties.lay(rule);
            return true;
        } catch (RuntimeException e) {
            LOG.error("The recurring duty {} could not be laid", rule.id(), e);
            failed.add(rule.id());
            return false;
        }
    }
}
