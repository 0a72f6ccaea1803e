package vn.quyche.core.compliance.internal.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.DutySource;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.compliance.internal.service.PackRegulations;

/** Lays duties that come again, a few days ahead. A rule that fails holds up no other one. */
@Component(service = {Job.class, HealthCheck.class})
public final class RecurJob implements Job, HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RecurJob.class);

    private final RecurringDuties duties;
    private final PackRegulations packs;

    private final List<DutySource> sources = new CopyOnWriteArrayList<>();
    private volatile String failure = "";

    @Activate
    public RecurJob(@Reference RecurringDuties duties, @Reference PackRegulations packs) {
        this.duties = duties;
        this.packs = packs;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(DutySource source) {
        sources.add(source);
    }

    void remove(DutySource source) {
        sources.remove(source);
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
        String failed = "";
        for (DutyRule rule : packs.dutyRules()) {
            failed += lay(rule);
        }
        for (DutySource source : sources) {
            try {
                for (DutyRule rule : source.rules()) {
                    failed += lay(rule);
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "The recurring duties of {} could not be read",
                        source.getClass().getName(),
                        e);
                failed += " " + source.getClass().getSimpleName();
            }
        }
        failure = failed.strip();
    }

    @Override
    public Result check() {
        return failure.isEmpty()
                ? Result.ok(sources.size() + " nguồn việc định kỳ")
                : Result.warn("Chưa giao được việc định kỳ: " + failure + ". Nhật ký máy chủ nói rõ; sẽ thử lại.");
    }

    private String lay(DutyRule rule) {
        try {
            duties.lay(rule);
            return "";
        } catch (RuntimeException e) {
            LOG.error("The recurring duty {} could not be laid", rule.id(), e);
            return " " + rule.id();
        }
    }
}
