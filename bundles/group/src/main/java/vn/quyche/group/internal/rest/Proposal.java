package vn.quyche.group.internal.rest;

import vn.quyche.group.api.NewGroup;

/**
 * A group that is proposed.
 *
 * @param group the group; its establishing decision is left out
 * @param reason why it is needed
 */
public record Proposal(NewGroup group, String reason) {}
