package vn.quyche.core.compliance.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.event.Events;
import vn.quyche.core.api.notice.NewNotice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.compliance.internal.model.ReminderPlan;
import vn.quyche.core.compliance.internal.model.ReminderText;
import vn.quyche.core.compliance.internal.service.PackRegulations;
import vn.quyche.core.compliance.internal.service.Superiors;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;
import vn.quyche.core.compliance.internal.store.Reminder;

/**
 * Reminds people of their duties, and tells others when they are late. A step is taken and told in one transaction, so that
 * it is told once, whatever dies in between. Who was told goes out as the event {@code duty.reminded.v1}.
 */
@Component(service = Job.class)
public final class RemindJob implements Job {

    private static final int BATCH = 200;
    /** So that one run stays short; the next one goes on. */
    private static final int MAX_BATCHES = 20;

    private final JpaDutyStore store;
    private final PackRegulations regulations;
    private final Notices notices;
    private final Events events;
    private final Directory directory;
    private final Superiors superiors;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public RemindJob(
            @Reference JpaDutyStore store,
            @Reference PackRegulations regulations,
            @Reference Notices notices,
            @Reference Events events,
            @Reference Directory directory,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.regulations = regulations;
        this.notices = notices;
        this.events = events;
        this.directory = directory;
        this.superiors = new Superiors(directory);
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
                LatePeople late = new LatePeople();
                RemindedPeople reminded = new RemindedPeople();
                due.forEach(one -> news.addAll(step(one, now, quiet, late, reminded)));
                news.addAll(late.notices(directory));
                reminded.events(now).forEach(events::publish);
            }
            if (!news.isEmpty()) {
                notices.send(news);
            }
            return due.size();
        });
    }

    private List<NewNotice> step(
            Reminder reminder, Instant now, QuietHours quiet, LatePeople late, RemindedPeople reminded) {
        Duty duty = reminder.duty();
        int from = reminder.step();
        ReminderPlan plan = ReminderPlan.of(duty.dueAt(), reminder.before(), reminder.escalations());
        int reached = plan.reached(from, now, quiet);
        if (!store.advance(duty.id(), from, plan.after(reached, quiet))) {
            return List.of();
        }
        if (reached < plan.late()) {
            reminded.add(duty, "duty.reminder", duty.personId());
            return List.of(notice(duty, duty.personId(), "duty.reminder", ReminderText.soon(duty.dueAt(), now)));
        }
        told(reminder, plan, reached, LocalDate.ofInstant(now, VietnamTime.ZONE))
                .forEach(superior -> {
                    late.add(superior, duty);
                    reminded.add(duty, "duty.escalated", superior);
                });
        if (from > plan.late()) {
            return List.of();
        }
        reminded.add(duty, "duty.late", duty.personId());
        return List.of(notice(duty, duty.personId(), "duty.late", ReminderText.late(duty.dueAt())));
    }

    /** Who is told of the steps from the one that waited to the one that is reached, each once. */
    private Set<String> told(Reminder reminder, ReminderPlan plan, int reached, LocalDate today) {
        Set<String> told = new LinkedHashSet<>();
        for (Escalation one : reminder.escalations()) {
            int step = plan.step(one.after());
            if (step >= reminder.step() && step <= reached) {
                told.addAll(superiors.of(one.to(), reminder.duty().personId(), today));
            }
        }
        return told;
    }

    private static NewNotice notice(Duty duty, String personId, String kind, String body) {
        return new NewNotice("duty:" + duty.id(), personId, kind, duty.title(), body, duty.link());
    }
}
