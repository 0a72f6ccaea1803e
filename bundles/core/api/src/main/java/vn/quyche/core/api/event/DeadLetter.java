package vn.quyche.core.api.event;

import java.time.Instant;

/**
 * A delivery that failed for good.
 *
 * @param id its id
 * @param event the event
 * @param listener the name of the listener that failed
 * @param attempts how often it was tried
 * @param error the last error, one line
 * @param at when the event happened
 */
public record DeadLetter(String id, Event event, String listener, int attempts, String error, Instant at) {}
