package vn.quyche.core.document.internal.search;

import java.util.Collection;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentKind;

/**
 * What is searched of a document.
 *
 * @param year the year by which it is filtered
 * @param version the version that was read
 * @param readers the people, and the units of people, who may see it without seeing all
 * @param head what is entered about it
 * @param text the text of its files
 */
public record IndexedDocument(
        String id,
        Direction direction,
        DocumentKind kind,
        int year,
        long version,
        Collection<String> readers,
        String head,
        String text) {}
