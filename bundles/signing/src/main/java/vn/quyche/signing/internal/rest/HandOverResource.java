package vn.quyche.signing.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.TokenCustody;

/** Hand-overs of tokens and their minutes. */
@Path("/hand-overs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HandOverResource {

    private final TokenCustody custody;
    private final Printer printer;

    HandOverResource(TokenCustody custody, Printer printer) {
        this.custody = custody;
        this.printer = printer;
    }

    /** A hand-over to propose. */
    public record Proposed(
            String tokenId, HandOver.Kind kind, String receiverId, String place, String reason, String condition) {}

    /** Hand-overs, newest first. */
    @GET
    public Page<HandOver> list(
            @Context Caller caller,
            @QueryParam("token") String tokenId,
            @QueryParam("state") HandOver.State state,
            @QueryParam("waiting") boolean waiting,
            @Context PageRequest page) {
        return custody.list(
                caller,
                new TokenCustody.Query(Optional.ofNullable(tokenId), Optional.ofNullable(state), waiting),
                page);
    }

    /** Proposes one. */
    @POST
    public NewId propose(@Context Caller caller, @HeaderParam("Idempotency-Key") String key, Proposed entered) {
        Proposed body = Body.required(entered);
        return new NewId(custody.propose(
                caller,
                new TokenCustody.NewHandOver(
                        body.tokenId(), body.kind(), body.receiverId(), body.place(), body.reason(), body.condition()),
                key));
    }

    /** One hand-over. */
    @GET
    @Path("/{id}")
    public HandOver get(@Context Caller caller, @PathParam("id") String id) {
        return custody.get(caller, id);
    }

    /** Confirms the caller's side. */
    @POST
    @Path("/{id}/confirmation")
    public HandOver confirm(@Context Caller caller, @PathParam("id") String id) {
        return custody.confirm(caller, id);
    }

    /** Calls it off. */
    @POST
    @Path("/{id}/cancellation")
    public HandOver cancel(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return custody.cancel(caller, id, Reason.of(reason));
    }

    /** The minutes. */
    @GET
    @Path("/{id}/minutes.pdf")
    @Produces("application/pdf")
    public StreamingOutput minutes(@Context Caller caller, @PathParam("id") String id) {
        PrintedDocument minutes = custody.minutes(caller, id);
        return out -> printer.print(minutes, Printer.Format.PDF, out);
    }
}
