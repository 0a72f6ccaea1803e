package vn.quyche.group.internal.service;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.MeetingDocuments;
import vn.quyche.group.api.PaperDelivery;
import vn.quyche.group.api.PaperUse;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.internal.model.PaperRules;
import vn.quyche.group.internal.store.JpaDirectiveStore;
import vn.quyche.group.internal.store.JpaDocumentStore;

/** The register of documents: what the directives say, and how far their receipts have come. */
@Component
public final class DefaultMeetingDocuments implements MeetingDocuments {

    private final JpaDocumentStore documents;
    private final JpaDirectiveStore directives;
    private final Directives receipts;
    private final GroupSight sight;
    private final DirectiveSight seen;

    @Activate
    public DefaultMeetingDocuments(
            @Reference JpaDocumentStore documents,
            @Reference JpaDirectiveStore directives,
            @Reference Directives receipts,
            @Reference GroupSight sight,
            @Reference DirectiveSight seen) {
        this.documents = documents;
        this.directives = directives;
        this.receipts = receipts;
        this.sight = sight;
        this.seen = seen;
    }

    @Override
    @Regulated("BC.5.4")
    public Page<Entry> list(Caller caller, Query query, PageRequest page) {
        List<String> groupIds = query.mine() ? List.of() : sight.visible(caller, query.groupId());
        Page<Directive> shown = Sifted.page(
                page,
                page.size(),
                batch -> documents.ids(query, groupIds, caller.personId().orElse(""), batch),
                ids -> seen.only(caller, directives.find(ids)),
                Directive::id);
        List<String> ids = shown.items().stream().map(Directive::id).toList();
        Map<String, Integer> recipients = documents.recipients(ids);
        Map<String, Integer> confirmed = documents.confirmed(ids);
        return shown.map(one -> entry(one, recipients.getOrDefault(one.id(), 0), confirmed));
    }

    @Override
    @Regulated({"BC.5.5", "BC.6.13"})
    public Page<PaperDelivery> deliveries(Caller caller, String directiveId, PageRequest page) {
        MeetingDocument document = receipts.get(caller, directiveId)
                .content()
                .document()
                .orElseThrow(() -> new NotFound("group.no-document", directiveId));
        return receipts.receipts(caller, directiveId, ReceiptFilter.all(), page)
                .map(receipt -> PaperRules.delivery(document, receipt));
    }

    /** What only precedes the paper delivers none. */
    private static Entry entry(Directive directive, int recipients, Map<String, Integer> confirmed) {
        boolean replaces = directive
                .content()
                .document()
                .filter(about -> about.paper() == PaperUse.REPLACES)
                .isPresent();
        return new Entry(directive, recipients, replaces ? confirmed.getOrDefault(directive.id(), 0) : 0);
    }
}
