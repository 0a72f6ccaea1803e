package vn.quyche.group.api;

import java.time.Instant;

/**
 * That somebody was reminded of a directive, or told that others are late with it. Clause BC.6.3.
 *
 * @param at when
 * @param kind what it said
 * @param personId who was told
 * @param name the name of who was told
 * @param people of how many people's duties it spoke: one where people are told of their own
 */
public record Reminder(Instant at, Kind kind, String personId, String name, int people) {

    /** What a reminder says. */
    public enum Kind {
        /** The deadline comes near. */
        BEFORE,
        /** The deadline is over. */
        LATE,
        /** Others are late: told to the author, the leader and the office, in this order. */
        ESCALATED,
        /** Somebody reminded all who had not done it. */
        ASKED
    }
}
