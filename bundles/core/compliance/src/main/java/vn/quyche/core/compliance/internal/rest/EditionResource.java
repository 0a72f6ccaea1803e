package vn.quyche.core.compliance.internal.rest;

import java.time.Instant;
import java.util.List;
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
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.service.Acknowledgements;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations.CheckedBasis;

/** Editions of regulations, drafts and decided ones. */
@Path("/editions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EditionResource {

    private final AdoptedRegulations adopted;
    private final Acknowledgements acknowledgements;
    private final Printer printer;

    EditionResource(AdoptedRegulations adopted, Acknowledgements acknowledgements, Printer printer) {
        this.adopted = adopted;
        this.acknowledgements = acknowledgements;
        this.printer = printer;
    }

    /** When the caller confirmed. */
    public record Confirmation(Instant at) {}

    /** One edition with its articles; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public Edition get(@Context Caller caller, @PathParam("id") String id) {
        return adopted.edition(caller, id);
    }

    /** Changes what a draft says. */
    @PUT
    @Path("/{id}")
    public Edition save(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Edition.Content content) {
        if (content == null) {
            throw new Invalid("content", "core.required");
        }
        return adopted.save(caller, id, IfMatch.version(ifMatch), content);
    }

    /** Throws a draft away. */
    @DELETE
    @Path("/{id}")
    public void discard(@Context Caller caller, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        adopted.discard(caller, id, IfMatch.version(ifMatch));
    }

    /** Makes the decision that the draft describes. */
    @POST
    @Path("/{id}/decision")
    public Edition decide(@Context Caller caller, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return adopted.decide(caller, id, IfMatch.version(ifMatch));
    }

    /** Its legal bases, with what became of the acts. */
    @GET
    @Path("/{id}/bases")
    public List<CheckedBasis> bases(@Context Caller caller, @PathParam("id") String id) {
        return adopted.bases(caller, id);
    }

    /** The decision and the regulation on paper. */
    @GET
    @Path("/{id}/paper")
    @Produces(MediaType.WILDCARD)
    public Response paper(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        return printed(adopted.paper(caller, id), format);
    }

    /** Confirms that the caller has read it; twice is once. */
    @POST
    @Path("/{id}/confirmation")
    public Confirmation confirm(@Context Caller caller, @PathParam("id") String id) {
        return new Confirmation(acknowledgements.acknowledge(caller, id));
    }

    /** Who has confirmed and who has not. */
    @GET
    @Path("/{id}/confirmations")
    public List<Acknowledgements.ConfirmationLine> confirmations(@Context Caller caller, @PathParam("id") String id) {
        return acknowledgements.sheet(caller, id);
    }

    /** The same on paper. */
    @GET
    @Path("/{id}/confirmations/paper")
    @Produces(MediaType.WILDCARD)
    public Response confirmationsPaper(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        return printed(acknowledgements.paper(caller, id), format);
    }

    private Response printed(PrintedDocument document, Printer.Format format) {
        StreamingOutput out = stream -> printer.print(document, format, stream);
        return Response.ok(out, format.contentType()).build();
    }
}
