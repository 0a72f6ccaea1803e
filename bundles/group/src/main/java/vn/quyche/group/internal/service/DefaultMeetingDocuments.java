package vn.quyche.group.internal.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import vn.quyche.group.internal.store.JpaDocumentStore.Issued;

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
        Map<String, Directive> byId = new HashMap<>();
        List<Issued> found = new ArrayList<>();
        Optional<String> after = page.after();
        List<Issued> batch;
        do {
            batch = documents.list(query, groupIds, caller.personId().orElse(""), after, page.size() + 1);
            Map<String, Directive> those =
                    seen
                            .only(
                                    caller,
                                    directives.find(batch.stream()
                                            .map(Issued::directiveId)
                                            .toList()))
                            .stream()
                            .collect(Collectors.toMap(Directive::id, Function.identity()));
            byId.putAll(those);
            batch.stream()
                    .filter(one -> those.containsKey(one.directiveId()))
                    .limit(page.size() + 1L - found.size())
                    .forEach(found::add);
            after = batch.isEmpty() ? after : Optional.of(cursor(batch.get(batch.size() - 1)));
        } while (batch.size() > page.size() && found.size() <= page.size());
        Page<Issued> shown = Page.of(found, page.size(), DefaultMeetingDocuments::cursor);
        Map<String, Integer> confirmed = documents.confirmed(
                shown.items().stream().map(Issued::directiveId).toList());
        return shown.map(one -> entry(byId.get(one.directiveId()), one, confirmed));
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

    private static String cursor(Issued one) {
        return JpaDocumentStore.cursor(one.directiveId(), one.heldOn());
    }

    /** What only precedes the paper delivers none. */
    private static Entry entry(Directive directive, Issued issued, Map<String, Integer> confirmed) {
        boolean replaces = directive
                .content()
                .document()
                .filter(about -> about.paper() == PaperUse.REPLACES)
                .isPresent();
        return new Entry(
                directive, issued.recipients(), replaces ? confirmed.getOrDefault(issued.directiveId(), 0) : 0);
    }
}
