package vn.quyche.core.directory.internal.rest;

/**
 * Who gives.
 *
 * @param giverId the person
 */
public record Giver(String giverId) {}
