package vn.quyche.core.api.compliance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Days from one to another, both included.
 *
 * @param from the first
 * @param to the last, not before the first
 */
public record DaySpan(LocalDate from, LocalDate to) {

    public DaySpan {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    /** The days of a month. */
    public static DaySpan of(YearMonth month) {
        return new DaySpan(month.atDay(1), month.atEndOfMonth());
    }

    /** How many days. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Whether a day is among them. */
    public boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The days that both have. */
    public Optional<DaySpan> common(DaySpan other) {
        LocalDate first = from.isAfter(other.from) ? from : other.from;
        LocalDate last = to.isBefore(other.to) ? to : other.to;
        return last.isBefore(first) ? Optional.empty() : Optional.of(new DaySpan(first, last));
    }

    /** As many days, right before. */
    public DaySpan before() {
        return new DaySpan(from.minusDays(days()), from.minusDays(1));
    }

    /** Cut so that each of the days begins a piece. */
    public List<DaySpan> cutAt(Collection<LocalDate> firstDays) {
        TreeSet<LocalDate> starts = new TreeSet<>(firstDays);
        starts.add(from);
        List<DaySpan> pieces = new ArrayList<>();
        for (LocalDate start : starts.subSet(from, true, to, true)) {
            LocalDate next = starts.higher(start);
            pieces.add(new DaySpan(start, next == null || next.isAfter(to) ? to : next.minusDays(1)));
        }
        return pieces;
    }

    /** The months that lie in it as a whole: the first day of the first and of the last; empty when there are none. */
    public Optional<DaySpan> wholeMonths() {
        YearMonth first = from.getDayOfMonth() == 1
                ? YearMonth.from(from)
                : YearMonth.from(from).plusMonths(1);
        YearMonth last = to.equals(YearMonth.from(to).atEndOfMonth())
                ? YearMonth.from(to)
                : YearMonth.from(to).minusMonths(1);
        return last.isBefore(first) ? Optional.empty() : Optional.of(new DaySpan(first.atDay(1), last.atEndOfMonth()));
    }

    /** The months that it touches, in order. */
    public List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }
}
