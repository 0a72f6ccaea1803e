package vn.quyche.core.api.document;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.security.Caller;

/**
 * Finds documents by their words: number, symbol, subject, sender or recipients, people, and the text of their files.
 *
 * <p>Nobody finds what {@link OutgoingDocuments} and {@link IncomingDocuments} would not show.
 */
@ProviderType
public interface DocumentSearch {

    /** The most words that are looked at; those behind are left out. */
    int MOST_WORDS = 20;

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param words all of which must be there, with or without diacritics, in any order; what is no letter or digit only
     *     parts words, so that no text is refused. Parts of one word, such as those of {@code 24/QĐ-THTA}, must stand together
     * @param direction outgoing or incoming
     * @param kind the kind
     * @param year the year of its number; of its beginning for a draft
     */
    record Query(String words, Optional<Direction> direction, Optional<DocumentKind> kind, Optional<Integer> year) {

        /** Words anywhere. */
        public static Query of(String words) {
            return new Query(words, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A document that was found.
     *
     * @param direction outgoing or incoming
     * @param id its id
     * @param code number and symbol; empty when it has none
     * @param kind its kind
     * @param subject what it is about
     * @param other the sender of an incoming one, the author of an outgoing one
     * @param day its day
     * @param state where it stands: a constant of {@link OutgoingState} or {@link IncomingState}
     * @param inFile whether some of the words are in a file of it only
     */
    record Hit(
            Direction direction,
            String id,
            String code,
            DocumentKind kind,
            String subject,
            String other,
            Optional<LocalDate> day,
            String state,
            boolean inFile) {}

    /** What the caller may see of what has all the words, the best first: those that have them side by side. */
    Page<Hit> search(Caller caller, Query query, PageRequest page);

    /** Whether every document can be found by now; not while what is searched is being built. */
    boolean complete(Caller caller);

    /** Builds what is searched anew, in the background; takes {@code document:operate}. */
    void rebuild(Caller caller);
}
