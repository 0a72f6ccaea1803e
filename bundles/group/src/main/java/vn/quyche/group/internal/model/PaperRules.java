package vn.quyche.group.internal.model;

import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Refused;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.PaperDelivery;
import vn.quyche.group.api.PaperUse;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.Requirement;

/** What holds for documents that go out in a group in place of paper. */
public final class PaperRules {

    private PaperRules() {}

    /** Documents are there, and what replaces paper is confirmed by each person: the receipt is the delivery. */
    @Regulated({"BC.5.4", "BC.6.13"})
    public static void require(NewDirective directive) {
        Optional<MeetingDocument> document = directive.document();
        if (document.isPresent() && directive.attachmentIds().isEmpty()) {
            throw new Refused("BC.5.4", "group.document-without-file");
        }
        if (document.filter(about -> about.paper() == PaperUse.REPLACES).isPresent()
                && directive.requirement() == Requirement.READ) {
            throw new Refused("BC.6.13", "group.document-without-receipt");
        }
    }

    /** The delivery that a receipt is. */
    @Regulated({"BC.5.5", "BC.6.13"})
    public static PaperDelivery delivery(MeetingDocument document, Receipt receipt) {
        boolean replaces = document.paper() == PaperUse.REPLACES;
        return new PaperDelivery(
                receipt.personId(), receipt.name(), replaces ? receipt.acknowledgedAt() : Optional.empty(), !replaces);
    }
}
