package vn.quyche.group.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Reason;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.custody.CustodyExport;
import vn.quyche.group.api.custody.LegalHold;

/** Legal holds on directives, and their exports with the chain of custody; for leaders and the office. */
@Path("/custody")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CustodyResource {

    private final Custody custody;

    CustodyResource(Custody custody) {
        this.custody = custody;
    }

    /** All holds, newest first; {@code standing} only those that stand, or only those that were lifted. */
    @GET
    @Path("/holds")
    public Page<LegalHold> holds(
            @Context Caller caller, @QueryParam("standing") Boolean standing, @Context PageRequest page) {
        return custody.holds(caller, Optional.ofNullable(standing), page);
    }

    /** The holds of a directive, newest first. */
    @GET
    @Path("/directives/{id}/holds")
    public Page<LegalHold> holdsOf(
            @Context Caller caller, @PathParam("id") String directiveId, @Context PageRequest page) {
        return custody.holdsOf(caller, directiveId, page);
    }

    /** Lays a hold on a directive. */
    @POST
    @Path("/directives/{id}/hold")
    public LegalHold hold(@Context Caller caller, @PathParam("id") String directiveId, Reason reason) {
        return custody.hold(caller, directiveId, Reason.of(reason));
    }

    /** Lifts the hold on a directive. */
    @POST
    @Path("/directives/{id}/lift")
    public LegalHold lift(@Context Caller caller, @PathParam("id") String directiveId, Reason reason) {
        return custody.lift(caller, directiveId, Reason.of(reason));
    }

    /** The exports of a directive, newest first. */
    @GET
    @Path("/directives/{id}/exports")
    public Page<CustodyExport> exports(
            @Context Caller caller, @PathParam("id") String directiveId, @Context PageRequest page) {
        return custody.exports(caller, directiveId, page);
    }

    /** Exports a directive as a ZIP whose {@code manifest.json} holds the hash of each file; recorded each time. */
    @POST
    @Path("/directives/{id}/export")
    @Produces(MediaType.WILDCARD)
    public Response export(@Context Caller caller, @PathParam("id") String directiveId, Reason reason) {
        Custody.Export export = custody.export(caller, directiveId, Reason.of(reason));
        StreamingOutput out = export::writeTo;
        return Response.ok(out, "application/zip").build();
    }
}
