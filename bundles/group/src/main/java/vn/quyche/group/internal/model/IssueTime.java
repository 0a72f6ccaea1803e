package vn.quyche.group.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.error.Refused;

/** When a planned directive is issued, by the quiet hours of that day. */
public final class IssueTime {

    /** Parameter: the time from which no planned directive is issued. */
    public static final String QUIET_FROM = "group.quiet-from";
    /** Parameter: the time from which planned directives are issued again. */
    public static final String QUIET_TO = "group.quiet-to";
    /** Parameter: whether a moment in the quiet hours is refused instead of moved to their end. */
    public static final String QUIET_REFUSES = "group.quiet-refuses";

    private final Regulations regulations;

    public IssueTime(Regulations regulations) {
        this.regulations = regulations;
    }

    /** The quiet hours of a day. */
    public QuietHours quiet(LocalDate day) {
        return new QuietHours(
                LocalTime.parse(regulations.text(QUIET_FROM, day)), LocalTime.parse(regulations.text(QUIET_TO, day)));
    }

    /**
     * The moment at which a directive goes out.
     *
     * @param at the moment that was asked for
     * @param urgent whether it goes out in the quiet hours, too
     * @throws Refused {@code group.quiet-hours} where the regulation refuses instead of moving
     */
    @Regulated("BC.5.1")
    public Instant of(Instant at, boolean urgent) {
        LocalDate day = VietnamTime.at(at).toLocalDate();
        QuietHours quiet = quiet(day);
        if (urgent || !quiet.contain(at)) {
            return at;
        }
        if (regulations.flag(QUIET_REFUSES, day)) {
            throw new Refused(
                    "BC.5.1",
                    "group.quiet-hours",
                    quiet.from().toString(),
                    quiet.to().toString());
        }
        return quiet.orAfter(at);
    }
}
