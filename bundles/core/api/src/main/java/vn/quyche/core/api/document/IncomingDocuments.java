package vn.quyche.core.api.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;

/**
 * The documents that the school receives: registered, shown to the principal, routed, handled.
 *
 * <p>Registering and routing take {@code document:register}, the principal's opinion {@code document:direct}. Who holds one
 * of them or {@code document:read} sees all, everybody else what is routed to one or to one's units.
 */
@ProviderType
public interface IncomingDocuments {

    /** The most documents that are registered or routed at once. */
    int MAX_AT_ONCE = 100;

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of sender, code, subject or arrival number, without regard to case and diacritics
     * @param state where it stands
     * @param lateOnly only those that are late
     * @param mineOnly only those that are routed to the caller or the caller's units
     */
    record Query(Optional<String> text, Optional<IncomingState> state, boolean lateOnly, boolean mineOnly) {

        /** Everything. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), false, false);
        }

        /** Documents in a state. */
        public static Query in(IncomingState state) {
            return new Query(Optional.empty(), Optional.of(state), false, false);
        }
    }

    /** The documents that the caller may see, newest first. */
    Page<IncomingDocument> list(Caller caller, Query query, PageRequest page);

    /** The documents of a register in a year, by arrival number; takes {@code document:read}. */
    Page<IncomingDocument> register(Caller caller, String bookId, int year, PageRequest page);

    /** One document. */
    IncomingDocument get(Caller caller, String documentId);

    /** Those of the documents that the caller may see, in any order. */
    List<IncomingDocument> those(Caller caller, Collection<String> documentIds);

    /** Its files. */
    List<Attachment> files(Caller caller, String documentId);

    /** What the caller may do with it now. */
    Set<IncomingStep> steps(Caller caller, String documentId);

    /**
     * Registers a document and gives it the next arrival number.
     *
     * @param key idempotency key, blank for none
     * @return its id
     * @throws vn.quyche.core.api.error.Conflict {@code document.incoming-known} when it is registered already
     */
    String register(Caller caller, String key, NewIncoming entered);

    /**
     * Registers many at once, in their order; all of them or none. What is wrong is told at {@code <field>_<place>}, the
     * first place is 1.
     *
     * @return the id of the first one
     */
    String registerAll(Caller caller, String key, List<NewIncoming> entered);

    /** Gives the principal's opinion on documents, with who handles them if that is said. */
    void direct(Caller caller, Collection<String> documentIds, Routing routing);

    /** Routes documents that have an opinion, or routes them anew. */
    void route(Caller caller, Collection<String> documentIds, Routing routing);

    /** Begins to handle it: the lead, or the head of the lead unit. */
    IncomingDocument start(Caller caller, String documentId);

    /** Says what became of it: the lead, the head of the lead unit, or the clerk. */
    IncomingDocument complete(Caller caller, String documentId, String outcome);

    /** The handling slip (phiếu giải quyết văn bản đến) to print. */
    PrintedDocument slip(Caller caller, String documentId);
}
