package vn.quyche.district.internal.rest;

import java.util.List;
import java.util.Optional;
import vn.quyche.district.api.ListChange;

/**
 * A page of the changes.
 *
 * @param items the changes
 * @param next the cursor of the following page; empty on the last one
 * @param seen where to ask again for what comes later; empty when nothing came and nothing was asked behind
 */
public record ChangePage(List<ListChange> items, Optional<String> next, Optional<String> seen) {}
