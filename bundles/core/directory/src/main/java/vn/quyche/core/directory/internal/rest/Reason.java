package vn.quyche.core.directory.internal.rest;

/**
 * Why something is done.
 *
 * @param reason the words of the person
 */
public record Reason(String reason) {}
