package vn.quyche.group.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.group.api.AddressedUnit;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.api.Receipt;
import vn.quyche.group.api.ReceiptFilter;
import vn.quyche.group.api.ReceiptStage;
import vn.quyche.group.api.ReceiptSummary;
import vn.quyche.group.api.Reminder;
import vn.quyche.group.api.Reminders;
import vn.quyche.group.internal.service.ReceiptSheets;

/** Directives and their receipts. */
@Path("/directives")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DirectiveResource {

    private final Directives directives;
    private final Reminders reminders;
    private final ReceiptSheets sheets;
    private final Printer printer;

    DirectiveResource(Directives directives, Reminders reminders, ReceiptSheets sheets, Printer printer) {
        this.directives = directives;
        this.reminders = reminders;
        this.sheets = sheets;
        this.printer = printer;
    }

    /** Directives that the caller may see, newest first; with {@code sort=written} from the oldest on. */
    @GET
    public Page<DirectiveBody> list(
            @Context Caller caller,
            @QueryParam("group") String groupId,
            @QueryParam("q") String text,
            @QueryParam("state") DirectiveState state,
            @QueryParam("inbox") boolean inbox,
            @QueryParam("open") boolean openOnly,
            @QueryParam("pinned") boolean pinnedOnly,
            @QueryParam("authored") boolean authored,
            @Context PageRequest page) {
        Directives.Query query = new Directives.Query(
                Optional.ofNullable(groupId),
                Optional.ofNullable(text).filter(part -> !part.isBlank()),
                Optional.ofNullable(state),
                inbox,
                openOnly,
                pinnedOnly,
                authored);
        return directives.list(caller, query, page).map(DirectiveBody::of);
    }

    /** Writes a draft, or with {@code ?issue=true} writes and issues at once. */
    @POST
    public NewId write(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            @QueryParam("issue") boolean issue,
            NewDirective directive) {
        String id = issue
                ? directives.issueNow(caller, directive, idempotencyKey)
                : directives.draft(caller, directive, idempotencyKey);
        return new NewId(id);
    }

    /** Whom a directive would reach if it were issued now. */
    @POST
    @Path("/preview")
    public List<Recipient> preview(@Context Caller caller, NewDirective directive) {
        return directives.preview(caller, directive).stream().map(Recipient::of).toList();
    }

    /** One directive; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public DirectiveBody get(@Context Caller caller, @PathParam("id") String id) {
        return DirectiveBody.of(directives.get(caller, id));
    }

    /** Alters a draft. */
    @PUT
    @Path("/{id}")
    public DirectiveBody revise(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            NewDirective directive) {
        return DirectiveBody.of(directives.revise(caller, id, IfMatch.version(ifMatch), directive));
    }

    /** Throws a draft away. */
    @DELETE
    @Path("/{id}")
    public void discard(@Context Caller caller, @PathParam("id") String id) {
        directives.discard(caller, id);
    }

    /** Issues a draft. */
    @POST
    @Path("/{id}/issue")
    public DirectiveBody issue(
            @Context Caller caller, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return DirectiveBody.of(directives.issue(caller, id, IfMatch.version(ifMatch)));
    }

    /** Takes an issued directive back. */
    @POST
    @Path("/{id}/withdrawal")
    public DirectiveBody withdraw(@Context Caller caller, @PathParam("id") String id, Remark reason) {
        return DirectiveBody.of(directives.withdraw(caller, id, Remark.of(reason)));
    }

    /** Pins an issued directive. */
    @PUT
    @Path("/{id}/pin")
    public void pin(@Context Caller caller, @PathParam("id") String id, Remark reason) {
        directives.pin(caller, id, Remark.of(reason));
    }

    /** Takes a pin away. */
    @DELETE
    @Path("/{id}/pin")
    public void unpin(@Context Caller caller, @PathParam("id") String id) {
        directives.unpin(caller, id);
    }

    /** Marks the directive as read by the caller. */
    @POST
    @Path("/{id}/read")
    public Receipt read(@Context Caller caller, @PathParam("id") String id) {
        directives.read(caller, id);
        return mine(caller, id);
    }

    /** The caller confirms to have received the directive. */
    @POST
    @Path("/{id}/acknowledgement")
    public Receipt acknowledge(@Context Caller caller, @PathParam("id") String id) {
        directives.acknowledge(caller, id);
        return mine(caller, id);
    }

    /** The directives that are confirmed together. */
    public record Chosen(List<String> ids) {

        public Chosen {
            ids = ids == null ? List.of() : List.copyOf(ids);
        }
    }

    /** How many were confirmed, or reminded. */
    public record Count(int count) {}

    /** The caller confirms to have received several directives, all or none. */
    @POST
    @Path("/acknowledgements")
    public Count acknowledgeAll(@Context Caller caller, Chosen chosen) {
        return new Count(directives.acknowledgeAll(caller, chosen == null ? List.of() : chosen.ids()));
    }

    /** Reminds everybody who has not done what the directive asks. */
    @POST
    @Path("/{id}/reminders")
    public Count remind(@Context Caller caller, @PathParam("id") String id) {
        return new Count(reminders.remind(caller, id));
    }

    /** The caller answers. */
    @POST
    @Path("/{id}/reply")
    public Receipt reply(@Context Caller caller, @PathParam("id") String id, Remark reply) {
        directives.reply(caller, id, Remark.of(reply));
        return mine(caller, id);
    }

    /** The caller reports the work as done. */
    @POST
    @Path("/{id}/completion")
    public Receipt complete(@Context Caller caller, @PathParam("id") String id, Remark remark) {
        directives.complete(caller, id, Remark.of(remark));
        return mine(caller, id);
    }

    /** The caller's own receipt. */
    @GET
    @Path("/{id}/receipt")
    public Receipt mine(@Context Caller caller, @PathParam("id") String id) {
        return directives.myReceipt(caller, id).orElseThrow(() -> new NotFound("group.directive-not-found", id));
    }

    /**
     * Receipts, those who have done least first; with {@code late} of those only who are, or were, late, with {@code unit} of
     * those only who received it for one of the units to which it is addressed.
     */
    @GET
    @Path("/{id}/receipts")
    public Page<Receipt> receipts(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("stage") ReceiptStage stage,
            @QueryParam("late") boolean late,
            @QueryParam("unit") String unitId,
            @Context PageRequest page) {
        ReceiptFilter filter = new ReceiptFilter(
                Optional.ofNullable(stage), late, Optional.ofNullable(unitId).filter(unit -> !unit.isBlank()));
        return directives.receipts(caller, id, filter, page);
    }

    /** The units and campuses to which it is addressed, with how many people it reaches for them. */
    @GET
    @Path("/{id}/units")
    public List<AddressedUnit> units(@Context Caller caller, @PathParam("id") String id) {
        return directives.units(caller, id);
    }

    /** All receipts on paper, each with the seal of its line in the log. */
    @GET
    @Path("/{id}/receipts/paper")
    @Produces(MediaType.WILDCARD)
    public Response paper(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        PrintedDocument sheet = sheets.paper(caller, id);
        StreamingOutput out = stream -> printer.print(sheet, format, stream);
        return Response.ok(out, format.contentType()).build();
    }

    /** Figures of the receipts. */
    @GET
    @Path("/{id}/receipts/summary")
    public ReceiptSummary summary(@Context Caller caller, @PathParam("id") String id) {
        return directives.summary(caller, id);
    }

    /** Who was reminded and told of latecomers, the latest first. */
    @GET
    @Path("/{id}/reminders")
    public Page<Reminder> reminders(@Context Caller caller, @PathParam("id") String id, @Context PageRequest page) {
        return reminders.list(caller, id, page);
    }

    /** Recomputes the hash chain of a group's directives. */
    @GET
    @Path("/verification")
    public ChainCheck verify(@Context Caller caller, @QueryParam("group") String groupId) {
        if (groupId == null) {
            throw new Invalid("group", "core.required");
        }
        List<String> broken = directives.verify(caller, groupId);
        return new ChainCheck(broken.isEmpty(), broken);
    }
}
