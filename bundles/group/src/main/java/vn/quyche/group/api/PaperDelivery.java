package vn.quyche.group.api;

import java.time.Instant;
import java.util.Optional;

/**
 * The delivery of documents to one person. Clauses BC.5.5 and BC.6.13.
 *
 * @param personId the recipient
 * @param name the name of the recipient when it was issued
 * @param deliveredAt when the recipient confirmed the receipt, which counts as delivery of the paper; empty before, and for
 *     documents that only precede the paper
 * @param paperOwed whether the paper has still to be handed over: it always has where the documents only precede it
 */
public record PaperDelivery(String personId, String name, Optional<Instant> deliveredAt, boolean paperOwed) {}
