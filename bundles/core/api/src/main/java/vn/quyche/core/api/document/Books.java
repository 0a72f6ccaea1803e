package vn.quyche.core.api.document;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * Registers of documents, each with one series of numbers a year, as the head decides (NĐ 30/2020/NĐ-CP, Điều 15 and 22).
 * Reading takes {@code document:draft}, changing {@code document:books}.
 */
@ProviderType
public interface Books {

    /** What a register is for. */
    enum Direction {
        OUTGOING,
        INCOMING,
        /** Documents that stay within the school; there is one such register. */
        INTERNAL
    }

    /**
     * A register.
     *
     * @param id its id
     * @param direction what it is for
     * @param name its name
     * @param secretPlace where secret documents are registered and kept on paper; nothing of them is kept here
     * @param general whether it takes what no other register takes
     * @param kinds the kinds that it takes this year besides; only for outgoing documents
     * @param lastNumber the last number that was given this year, 0 for none
     * @param version for {@code If-Match}
     */
    record Book(
            String id,
            Direction direction,
            String name,
            String secretPlace,
            boolean general,
            Set<DocumentKind> kinds,
            int lastNumber,
            long version) {

        public Book {
            kinds = Set.copyOf(kinds);
        }
    }

    /** A register to open or its new entries; the fields are those of {@link Book}. */
    record NewBook(Direction direction, String name, String secretPlace, Set<DocumentKind> kinds) {

        public NewBook {
            kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        }
    }

    /** All registers, the general ones first. */
    List<Book> list(Caller caller);

    /** One register. */
    Book get(Caller caller, String bookId);

    /**
     * Opens a register.
     *
     * @param key idempotency key, blank for none
     */
    String open(Caller caller, String key, NewBook entered);

    /**
     * Changes a register. A kind of which documents were numbered this year moves with the new year, so that no number and
     * symbol comes twice; any other kind at once.
     */
    Book change(Caller caller, String bookId, long version, NewBook entered);

    /**
     * Says with which number this year's paper register ended, before the first number is given here.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code document.series-begun} when a number was given
     */
    Book beginAfter(Caller caller, String bookId, int lastOnPaper, String reason);
}
