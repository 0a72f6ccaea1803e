package vn.quyche.core.compliance.internal.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.ReminderPlan;
import vn.quyche.core.compliance.internal.service.PackRegulations;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;
import vn.quyche.core.compliance.internal.store.JpaFeedbackStore;

/**
 * Hands duties of the office on when their holder changes: an opinion is answered by whoever holds the post now, a training is
 * held by the office when the one who was responsible for it no longer works here. What is late stays late.
 */
@Component(service = Job.class)
public final class HandOverJob implements Job {

    private static final String ANSWER = "compliance.answer-feedback";
    private static final String HOLD = "compliance.hold-training";
    private static final List<Post> OFFICE = List.of(Post.RECORDS_CLERK, Post.PRINCIPAL, Post.VICE_PRINCIPAL);

    private final JpaDutyStore store;
    private final JpaFeedbackStore feedbacks;
    private final PackRegulations regulations;
    private final Directory directory;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public HandOverJob(
            @Reference JpaDutyStore store,
            @Reference JpaFeedbackStore feedbacks,
            @Reference PackRegulations regulations,
            @Reference Directory directory,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.store = store;
        this.feedbacks = feedbacks;
        this.regulations = regulations;
        this.directory = directory;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "compliance.hand-over";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        LocalDate today = VietnamTime.today(clock);
        for (Duty duty : open(ANSWER)) {
            List<String> office = office(today);
            if (!office.contains(duty.personId())) {
                String author =
                        feedbacks.find(duty.subjectId()).map(Feedback::authorId).orElse("");
                handOver(duty, office.stream().filter(person -> !person.equals(author)));
            }
        }
        for (Duty duty : open(HOLD)) {
            if (!directory.employed(duty.personId(), today)) {
                handOver(duty, office(today).stream());
            }
        }
    }

    private List<Duty> open(String kind) {
        Instant now = clock.instant();
        Duties.Query query = new Duties.Query(
                Optional.empty(),
                Optional.of(kind),
                Optional.of(Duty.State.OPEN),
                false,
                Optional.empty(),
                Optional.empty());
        return Page.every(page -> store.list(query, now, page)).toList();
    }

    /** Reminders begin again for the successor: what is over of them is told as one. */
    private void handOver(Duty duty, Stream<String> successors) {
        Instant now = clock.instant();
        successors
                .findFirst()
                .ifPresent(person -> tx.run(() -> store.reminder(duty.id()).ifPresent(reminder -> {
                    ReminderPlan plan = ReminderPlan.of(duty.dueAt(), reminder.before(), reminder.escalations());
                    store.handOver(duty.id(), duty.personId(), person, plan.first(now, regulations.quietHours(now)));
                })));
    }

    private List<String> office(LocalDate today) {
        return OFFICE.stream()
                .flatMap(post -> directory.holders(post, today).stream())
                .map(Person::id)
                .distinct()
                .toList();
    }
}
