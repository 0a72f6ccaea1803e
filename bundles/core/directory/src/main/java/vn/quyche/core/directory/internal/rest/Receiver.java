package vn.quyche.core.directory.internal.rest;

/**
 * Who receives.
 *
 * @param receiverId the person
 */
public record Receiver(String receiverId) {}
