package vn.quyche.group.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.DirectiveStanding;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.MemberRule;
import vn.quyche.group.api.conduct.CaseKind;

/**
 * What is known of a group and a period, as it was then.
 *
 * @param days the days of the period on which the group was official
 * @param asOf until when things count: the end of these days, or now when it is earlier
 * @param editions its rules and roles up to then, oldest first, at least one
 * @param spans who was in the group for any time of the period
 * @param issued the directives issued in the period, oldest first
 * @param steps what became of directives up to then, oldest first
 * @param receipts the receipts of directives issued in the period, and those that fell due in it
 * @param cases the cases that were open in the period, oldest first
 */
public record PeriodFacts(
        DaySpan days,
        Instant asOf,
        List<Edition> editions,
        List<Span> spans,
        List<Issued> issued,
        List<Step> steps,
        List<Slip> receipts,
        List<Case> cases) {

    /** The rule and the roles from a moment on. */
    public record Edition(Instant since, MemberRule rule, List<Appointment> appointments) {}

    /** A time for which somebody was in the group. */
    public record Span(String personId, Instant since, Optional<Instant> until) {

        /** Whether they were in it at a moment. */
        public boolean at(Instant moment) {
            return since.isBefore(moment)
                    && until.map(end -> !end.isBefore(moment)).orElse(true);
        }
    }

    /** A directive that was issued. */
    public record Issued(String id, String number, String title, Instant at) {}

    /** What became of a directive. */
    public record Step(String directiveId, String number, String title, StepKind kind, Instant at, String reason) {}

    /** What may become of a directive. */
    public enum StepKind {
        PINNED,
        UNPINNED,
        SUPERSEDED,
        WITHDRAWN;

        /** Whether the directive asks for nothing any more. */
        public boolean closes() {
            return this == SUPERSEDED || this == WITHDRAWN;
        }

        /** What a directive does when it comes to a standing. */
        public static List<StepKind> of(DirectiveState before, boolean pinned, DirectiveStanding after) {
            List<StepKind> kinds = new ArrayList<>();
            if (before == DirectiveState.ISSUED && after.state() == DirectiveState.SUPERSEDED) {
                kinds.add(SUPERSEDED);
            } else if (before == DirectiveState.ISSUED && after.state() == DirectiveState.WITHDRAWN) {
                kinds.add(WITHDRAWN);
            }
            if (pinned != after.pinned()) {
                kinds.add(after.pinned() ? PINNED : UNPINNED);
            }
            return kinds;
        }
    }

    /** The receipt of one recipient. */
    public record Slip(
            String directiveId,
            String personId,
            String name,
            Instant deadline,
            Optional<Instant> readAt,
            Optional<Instant> fulfilledAt) {}

    /**
     * A case of conduct, without who reported it.
     *
     * @param outcome what was decided; empty while nothing was
     */
    public record Case(
            String id,
            CaseKind kind,
            String topic,
            Instant openedAt,
            Optional<Instant> foundAt,
            Optional<Instant> settledAt,
            String outcome) {}

    /** The rule and the roles that held at a moment; those of the beginning before they were registered. */
    public Edition editionAt(Instant moment) {
        Edition held = editions.get(0);
        for (Edition edition : editions) {
            if (edition.since().isBefore(moment)) {
                held = edition;
            }
        }
        return held;
    }

    /** The last day that counts. */
    public LocalDate lastDay() {
        return days.to();
    }
}
