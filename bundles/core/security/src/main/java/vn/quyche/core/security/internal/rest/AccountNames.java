package vn.quyche.core.security.internal.rest;

/**
 * The names of an account.
 *
 * @param userName the name to sign in with
 * @param name the name shown
 */
public record AccountNames(String userName, String name) {}
