package vn.quyche.core.audit.internal.model;

/**
 * What the chain was at a place.
 *
 * @param number the place
 * @param hash the chain hash of the line there
 */
public record Checkpoint(long number, String hash) {}
