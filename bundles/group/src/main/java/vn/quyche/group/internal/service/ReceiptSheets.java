package vn.quyche.group.internal.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.AddressedUnit;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.internal.model.ReceiptSheet;

/** Who has got, read and answered a directive, with the seals of the log; for whom may see its receipts. */
@Component(service = ReceiptSheets.class)
public final class ReceiptSheets {

    private final Directives directives;
    private final Groups groups;
    private final AuditTrail audit;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public ReceiptSheets(
            @Reference Directives directives,
            @Reference Groups groups,
            @Reference AuditTrail audit,
            @Reference Directory directory,
            @Reference Clock clock) {
        this.directives = directives;
        this.groups = groups;
        this.audit = audit;
        this.directory = directory;
        this.clock = clock;
    }

    /** Recipients, those who have done least first. */
    public List<ReceiptSheet.Row> rows(Caller caller, String directiveId, ReceiptFilter filter, PageRequest like) {
        List<Receipt> receipts = Page.every(like, page -> directives.receipts(caller, directiveId, filter, page))
                .toList();
        return ReceiptSheet.rows(
                receipts,
                Page.every(page -> audit.history("group.directive", directiveId, page))
                        .toList());
    }

    /** The sheet to print. */
    public PrintedDocument paper(Caller caller, String directiveId) {
        Directive directive = directives.get(caller, directiveId);
        List<ReceiptSheet.Row> rows = rows(caller, directiveId, ReceiptFilter.all(), PageRequest.first());
        String group = groups.get(caller, directive.groupId()).name();
        String units = directives.units(caller, directiveId).stream()
                .map(AddressedUnit::name)
                .collect(Collectors.joining(", "));
        Instant now = clock.instant();
        return ReceiptSheet.document(
                directive,
                units.isEmpty() ? group : group + ": " + units,
                rows,
                ReceiptSheet.Issuer.of(directory, VietnamTime.at(now).toLocalDate()),
                now);
    }
}
