package vn.quyche.demo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.persistence.DemoTime;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.Requirement;

/**
 * Plays what happened at the invented school since the clock's first day: directives of each month, who read them and when,
 * who was late, and the new classes of the second school year. Each act is done at its time, see {@link DemoTime}.
 */
final class DemoPast {

    private static final LocalTime MORNING = LocalTime.of(7, 40);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(4);
    private static final int MOST = 200;
    /** Of so many, one is late. */
    private static final int LATE_OF = 25;

    private final Directives directives;
    private final DemoTime time;
    private final Clock clock;
    private final Map<String, Caller> callers;
    private final Caller principal;
    private final Caller vice;
    private final Random chance = new Random(1911);
    private final Queue<Deed> deeds =
            new PriorityQueue<>(Comparator.comparing(Deed::at).thenComparing(Deed::number));
    private int number;

    private record Deed(Instant at, int number, Runnable act) {}

    /**
     * @param callers who acts, by the id of the person
     * @param principal who issues to the whole school
     * @param vice who issues to the other groups
     */
    DemoPast(
            Directives directives,
            DemoTime time,
            Clock clock,
            Map<String, Caller> callers,
            Caller principal,
            Caller vice) {
        this.directives = directives;
        this.time = time;
        this.clock = clock;
        this.callers = callers;
        this.principal = principal;
        this.vice = vice;
    }

    /**
     * Plays everything between the clock's day and the present.
     *
     * @param more enters what else happened
     */
    void play(DemoGroups.Ids groups, DemoStaff staff, Consumer<DemoCalendar> more) throws InterruptedException {
        LocalDate first = VietnamTime.today(clock);
        for (int year = 0; year < 2; year++) {
            LocalDate start = first.plusYears(year);
            if (year > 0) {
                plan(start, MORNING, () -> staff.newSchoolYear(start));
            }
            for (DemoTexts.Planned planned : DemoTexts.YEAR) {
                plan(
                        planned.day(start),
                        MORNING.plusMinutes(chance.nextInt(480)),
                        () -> issue(planned, planned.wide() ? groups.school() : groups.homeroom()));
            }
        }
        more.accept(this::plan);
        Instant present = time.present();
        while (!deeds.isEmpty() && deeds.peek().at().isBefore(present)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The platform stops");
            }
            Deed deed = deeds.poll();
            time.moveTo(deed.at());
            deed.act().run();
        }
    }

    private void plan(LocalDate day, LocalTime hour, Runnable act) {
        plan(VietnamTime.startOf(day).plus(Duration.between(LocalTime.MIDNIGHT, hour)), act);
    }

    private void plan(Instant at, Runnable act) {
        deeds.add(new Deed(at, number++, act));
    }

    private void issue(DemoTexts.Planned planned, String group) {
        Caller by = planned.wide() ? principal : vice;
        Instant issued = clock.instant();
        Instant deadline = issued.plus(Duration.ofDays(planned.days()));
        String id = directives.issueNow(
                by,
                new NewDirective(
                        group,
                        planned.title(),
                        planned.text(),
                        planned.requirement(),
                        Optional.of(deadline),
                        List.of(),
                        "",
                        List.of(),
                        Optional.empty()),
                "");
        for (Receipt receipt : directives
                .receipts(by, id, ReceiptFilter.all(), PageRequest.first(MOST))
                .items()) {
            Caller reader = callers.get(receipt.personId());
            boolean late = chance.nextInt(LATE_OF) == 0;
            Duration within = Duration.between(issued, late ? deadline.plus(Duration.ofDays(2)) : deadline);
            Duration look = late ? within : FIRST_LOOK.plus(part(within.dividedBy(2)));
            plan(issued.plus(look), () -> answer(reader, id, planned.requirement()));
        }
    }

    private Duration part(Duration whole) {
        return Duration.ofSeconds(Math.round(whole.toSeconds() * chance.nextDouble()));
    }

    private void answer(Caller reader, String id, Requirement requirement) {
        switch (requirement) {
            case READ -> directives.read(reader, id);
            case ACKNOWLEDGE -> directives.acknowledge(reader, id);
            case REPLY -> directives.reply(reader, id, "Đã nắm, sẽ thực hiện đúng hạn.");
            case COMPLETE -> directives.complete(reader, id, "Đã gửi về văn phòng");
        }
    }
}
