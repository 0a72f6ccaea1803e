package vn.quyche.group.internal.rest;

/**
 * What was created.
 *
 * @param id its id
 */
public record Created(String id) {}
