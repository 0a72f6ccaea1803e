package vn.quyche.group.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.MeetingDocuments;
import vn.quyche.group.api.PaperDelivery;
import vn.quyche.group.api.PaperUse;

/** Documents that went out in place of paper. They are written and issued as directives with a {@code document}. */
@Path("/documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DocumentResource {

    private final MeetingDocuments documents;

    DocumentResource(MeetingDocuments documents) {
        this.documents = documents;
    }

    /** A line of the register; {@code delivered} of {@code recipients} have confirmed the receipt. */
    public record Entry(DirectiveBody directive, int recipients, int delivered) {

        static Entry of(MeetingDocuments.Entry entry) {
            return new Entry(DirectiveBody.of(entry.directive()), entry.recipients(), entry.delivered());
        }
    }

    /** Issued documents, the latest meeting first; with {@code sort=held} the earliest. */
    @GET
    public Page<Entry> list(
            @Context Caller caller,
            @QueryParam("group") String groupId,
            @QueryParam("q") String text,
            @QueryParam("paper") PaperUse paper,
            @QueryParam("mine") boolean mine,
            @Context PageRequest page) {
        MeetingDocuments.Query query = new MeetingDocuments.Query(
                Optional.ofNullable(groupId),
                Optional.ofNullable(text).filter(part -> !part.isBlank()),
                Optional.ofNullable(paper),
                mine);
        return documents.list(caller, query, page).map(Entry::of);
    }

    /** The delivery to each person, those who have not confirmed first. */
    @GET
    @Path("/{id}/deliveries")
    public Page<PaperDelivery> deliveries(
            @Context Caller caller, @PathParam("id") String directiveId, @Context PageRequest page) {
        return documents.deliveries(caller, directiveId, page);
    }
}
