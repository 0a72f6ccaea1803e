package vn.quyche.core.compliance.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.compliance.internal.model.QuietHours;
import vn.quyche.core.compliance.internal.model.ReminderPlan;
import vn.quyche.core.compliance.internal.model.ReminderText;
import vn.quyche.core.compliance.internal.service.PackRegulations;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;
import vn.quyche.core.compliance.internal.store.Reminder;

/**
 * Reminds people of their duties, and tells others when they are late. A step is taken and told in one transaction, so that
 * it is told once, whatever dies in between.
 */
@Component(service = Job.class)
public final class RemindJob implements Job {

    private static final int BATCH = 200;
    /** So that one run stays short; the next one goes on. */
    private static final int MAX_BATCHES = 20;

    private final JpaDutyStore store;
    private final PackRegulations regulations;
    private final Notices notices;
    private final Directory directory;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public RemindJob(
            @Reference JpaDutyStore store,
            @Reference PackRegulations regulations,
            @Reference Notices notices,
            @Reference Directory directory,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.regulations = regulations;
        this.notices = notices;
        this.directory = directory;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "compliance.remind";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        for (int batch = 0; batch < MAX_BATCHES && remind() == BATCH; batch++) {
            // the next batch
        }
    }

    /** @return how many duties had something to say */
    private int remind() {
        Instant now = clock.instant();
        QuietHours quiet = regulations.quietHours(now);
        return tx.call(() -> {
            List<Reminder> due = store.dueReminders(now, BATCH);
            List<NewNotice> news = new ArrayList<>();
            if (quiet.orAfter(now).isAfter(now)) {
                // The quiet hours were changed since the step was planned.
                due.forEach(one -> store.advance(
                        one.duty().id(),
                        one.step(),
                        Optional.of(new ReminderPlan.Step(one.step(), quiet.orAfter(now)))));
            } else {
                due.forEach(one -> news.addAll(step(one, now, quiet)));
            }
            if (!news.isEmpty()) {
                notices.send(news);
            }
            return due.size();
        });
    }

    private List<NewNotice> step(Reminder reminder, Instant now, QuietHours quiet) {
        Duty duty = reminder.duty();
        ReminderPlan plan = new ReminderPlan(duty.dueAt(), reminder.before());
        int reached = plan.reached(reminder.step(), now, quiet);
        if (!store.advance(duty.id(), reminder.step(), plan.after(reached, quiet))) {
            return List.of();
        }
        if (!plan.late(reached)) {
            return List.of(notice(duty, duty.personId(), "duty.reminder", ReminderText.soon(duty.dueAt(), now)));
        }
        List<NewNotice> late = new ArrayList<>();
        late.add(notice(duty, duty.personId(), "duty.late", ReminderText.late(duty.dueAt())));
        reminder.escalateTo()
                .filter(superior -> !superior.equals(duty.personId()))
                .ifPresent(superior -> late.add(notice(
                        duty,
                        superior,
                        "duty.escalated",
                        ReminderText.escalated(nameOf(duty.personId()), duty.dueAt()))));
        return late;
    }

    private String nameOf(String personId) {
        return directory.names(Set.of(personId)).getOrDefault(personId, "Người được giao");
    }

    private static NewNotice notice(Duty duty, String personId, String kind, String body) {
        return new NewNotice("duty:" + duty.id(), personId, kind, duty.title(), body, duty.link());
    }
}
