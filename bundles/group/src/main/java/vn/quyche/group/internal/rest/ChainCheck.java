package vn.quyche.group.internal.rest;

import java.util.List;

/**
 * The result of checking the hash chain of a group's directives.
 *
 * @param whole whether nothing was altered or removed
 * @param broken the numbers of the directives that do not match
 */
public record ChainCheck(boolean whole, List<String> broken) {}
