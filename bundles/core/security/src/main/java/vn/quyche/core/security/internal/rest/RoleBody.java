package vn.quyche.core.security.internal.rest;

/**
 * A role of the school's own.
 *
 * @param code its code
 * @param label the name shown
 */
public record RoleBody(String code, String label) {}
