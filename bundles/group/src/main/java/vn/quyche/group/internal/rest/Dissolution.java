package vn.quyche.group.internal.rest;

import vn.quyche.group.api.Decision;

/**
 * A request to dissolve a group.
 *
 * @param decision the decision that dissolves it
 * @param reason why
 */
public record Dissolution(Decision decision, String reason) {}
