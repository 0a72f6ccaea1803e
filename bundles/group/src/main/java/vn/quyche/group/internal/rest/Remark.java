package vn.quyche.group.internal.rest;

/**
 * A text that goes with a step: a reason, an answer, a remark.
 *
 * @param text the text
 */
public record Remark(String text) {}
