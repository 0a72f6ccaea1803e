package vn.quyche.core.screening.internal.service;

import vn.quyche.core.api.web.HealthCheck.Status;

/** Tells how screening fares. */
public interface ScreeningCondition {

    /**
     * How it fares.
     *
     * @param status how bad it is
     * @param what the end of the message key {@code screening.health.<what>}
     * @param detail fills the message
     */
    record Condition(Status status, String what, Object detail) {}

    /** Looks now, within a second. */
    Condition condition();
}
