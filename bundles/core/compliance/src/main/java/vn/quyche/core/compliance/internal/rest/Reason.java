package vn.quyche.core.compliance.internal.rest;

/**
 * Why something is done.
 *
 * @param reason the words of the person
 */
public record Reason(String reason) {}
