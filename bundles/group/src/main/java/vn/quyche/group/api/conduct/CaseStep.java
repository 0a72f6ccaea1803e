package vn.quyche.group.api.conduct;

import java.time.Instant;

/**
 * A step in a case.
 *
 * @param kind what was done
 * @param at when
 * @param byId who, the id of a person
 * @param byName who, as named then
 * @param text what they wrote
 */
public record CaseStep(Kind kind, Instant at, String byId, String byName, String text) {

    /** Kinds of steps. */
    public enum Kind {
        STOP,
        ANSWER,
        MEASURE,
        FOUND,
        UNFOUNDED,
        HANDED_OVER,
        OUTCOME,
        AGREED,
        DECLINED
    }
}
