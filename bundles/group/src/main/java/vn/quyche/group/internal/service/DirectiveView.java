package vn.quyche.group.internal.service;

import java.util.List;
import java.util.Optional;
import vn.quyche.group.api.AddressedUnit;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptSummary;
import vn.quyche.group.api.custody.LegalHold;
import vn.quyche.group.api.members.MessageKind;

/**
 * A directive as somebody sees it, with what stands around it.
 *
 * @param groupName the name of its group; empty when they may not see that
 * @param rights what they may do in its group
 * @param author whether they wrote it
 * @param receipt their own receipt
 * @param kind what it is about
 * @param issued what there is once it was issued
 */
public record DirectiveView(
        Directive directive,
        String groupName,
        Groups.Rights rights,
        boolean author,
        Optional<Receipt> receipt,
        Optional<MessageKind> kind,
        Optional<Issued> issued) {

    /**
     * What there is once it was issued.
     *
     * @param summary the figures of its receipts
     * @param units the units to which it went, with their numbers of people
     * @param receipts the first of its receipts; empty for those who see the figures only
     * @param hold why it is kept as evidence, while it is
     * @param mayKeep whether they may keep it as evidence
     */
    public record Issued(
            ReceiptSummary summary,
            List<AddressedUnit> units,
            Optional<List<Receipt>> receipts,
            Optional<LegalHold> hold,
            boolean mayKeep) {}
}
