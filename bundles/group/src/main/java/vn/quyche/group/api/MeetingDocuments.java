package vn.quyche.group.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** The register of documents that went out in groups in place of paper. Clauses BC.5.4, BC.5.5, BC.6.13. */
@ProviderType
public interface MeetingDocuments {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param groupId the group
     * @param text part of the meeting or place, without regard to case and diacritics
     * @param paper what they are to the paper
     * @param mine only those sent to the caller
     */
    record Query(Optional<String> groupId, Optional<String> text, Optional<PaperUse> paper, boolean mine) {

        /** All. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), false);
        }
    }

    /**
     * A line of the register.
     *
     * @param directive the directive that brings the documents; it says which
     * @param recipients to how many people they went
     * @param delivered how many of them have confirmed the receipt
     */
    record Entry(Directive directive, int recipients, int delivered) {}

    /** Issued documents that the caller may see, the latest meeting first ({@code -held}). */
    Page<Entry> list(Caller caller, Query query, PageRequest page);

    /**
     * The delivery to each person, in the order of {@link Directives#receipts}; for whom may see the receipts.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code group.no-document} when the directive brings none
     */
    Page<PaperDelivery> deliveries(Caller caller, String directiveId, PageRequest page);
}
