package vn.quyche.group.api.inspection;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a report: what stands behind its figures.
 *
 * @param section where it stands
 * @param subjectId whom or what it is about: a person, a directive, a case; for a vacancy the post, empty for none
 * @param title the name of the person, number and title of the directive, the clause of the violation; empty for a vacancy
 * @param word what it says: a constant of the section's own, see {@link Section}
 * @param at when, where it happened at a moment
 * @param amount how many, see {@link Section}
 * @param otherAmount how many of the other kind, see {@link Section}
 */
public record Line(
        Section section,
        String subjectId,
        String title,
        String word,
        Optional<Instant> at,
        int amount,
        int otherAmount) {

    /** The parts of a report, in their order. */
    public enum Section {
        /** Who differs from the rule at the end: {@code MISSING}, {@code SURPLUS}. */
        DIFFERENCE,
        /** Who came and went: {@code JOINED}, {@code GONE}, with the time. */
        CHANGE,
        /** Directives issued: {@code ISSUED}, {@code WITHDRAWN}, {@code SUPERSEDED}; recipients, and how many fulfilled. */
        DIRECTIVE,
        /** People late or overdue: how often overdue, how often late. */
        PERSON,
        /** Pins: {@code PINNED}, {@code UNPINNED}, with the time. */
        PIN,
        /** Violations: {@code OPEN}, {@code FOUND}, {@code UNFOUNDED}, or what was decided. */
        VIOLATION,
        /** Roles that nobody held: the role; on how many days of the period, and 1 when also at its end. */
        VACANCY
    }
}
