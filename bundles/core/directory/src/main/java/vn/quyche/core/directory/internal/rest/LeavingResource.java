package vn.quyche.core.directory.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
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
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;

/** Leavings and their checklists. */
@Path("/leavings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LeavingResource {

    private final Leavings leavings;

    LeavingResource(Leavings leavings) {
        this.leavings = leavings;
    }

    /**
     * Leavings that the caller may see, newest first; {@code q} is part of the name. Sorted by {@code opened}, {@code day} or
     * {@code name}.
     */
    @GET
    public Page<Leavings.Leaving> list(
            @Context Caller caller,
            @QueryParam("state") Leavings.State state,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        return leavings.list(caller, Optional.ofNullable(state), Optional.ofNullable(text), page);
    }

    /** Opens the checklist of a person. */
    @POST
    public NewId open(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            Leavings.NewLeaving leaving) {
        return new NewId(leavings.open(caller, idempotencyKey, leaving));
    }

    /** One leaving with its items. */
    @GET
    @Path("/{id}")
    public Leavings.Leaving get(@Context Caller caller, @PathParam("id") String id) {
        return leavings.get(caller, id);
    }

    /** The caller confirms an item for their side. */
    @POST
    @Path("/{id}/items/{item}/confirmation")
    public Leavings.Leaving confirm(
            @Context Caller caller, @PathParam("id") String id, @PathParam("item") String itemId) {
        return leavings.confirm(caller, id, itemId);
    }

    /** Lets another person receive an item. */
    @PUT
    @Path("/{id}/items/{item}/receiver")
    public Leavings.Leaving changeReceiver(
            @Context Caller caller, @PathParam("id") String id, @PathParam("item") String itemId, Receiver receiver) {
        return leavings.changeReceiver(caller, id, itemId, receiver.receiverId());
    }

    /** Closes the case; with open items it takes the principal and a reason. */
    @POST
    @Path("/{id}/close")
    public Leavings.Leaving close(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return leavings.close(caller, id, Reason.of(reason));
    }

    /** Takes back a case that was opened by mistake. */
    @POST
    @Path("/{id}/cancel")
    public Leavings.Leaving cancel(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        leavings.cancel(caller, id, Reason.of(reason));
        return leavings.get(caller, id);
    }
}
