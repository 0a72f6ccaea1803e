package vn.quyche.district.internal.rest;

/**
 * How many groups were decided on.
 *
 * @param groups how many
 */
public record Reviewed(int groups) {}
