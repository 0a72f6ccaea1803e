package vn.quyche.core.persistence.internal.outbox;

/**
 * An event on its way to one listener.
 *
 * @param id the id of the delivery; in the order of publication
 * @param eventId the event
 * @param listener the listener's name
 * @param attempts how often it was tried
 */
record Delivery(String id, String eventId, String listener, int attempts) {}
