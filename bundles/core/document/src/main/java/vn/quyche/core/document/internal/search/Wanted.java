package vn.quyche.core.document.internal.search;

import java.util.Collection;
import java.util.Set;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentSearch;

/**
 * What is looked for, and by whom.
 *
 * @param query the words and what restricts them
 * @param all the directions of which the caller sees everything
 * @param readers as whom the caller sees the others
 */
public record Wanted(DocumentSearch.Query query, Set<Direction> all, Collection<String> readers) {}
