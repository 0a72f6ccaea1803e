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
import vn.quyche.core.api.directory.Joinings;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;

/** Joinings and their checklists. */
@Path("/joinings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class JoiningResource {

    private final Joinings joinings;

    JoiningResource(Joinings joinings) {
        this.joinings = joinings;
    }

    /**
     * Joinings that the caller may see, newest first; {@code q} is part of the name. Sorted by {@code opened}, {@code day} or
     * {@code name}.
     */
    @GET
    public Page<Joinings.Joining> list(
            @Context Caller caller,
            @QueryParam("state") Leavings.State state,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        return joinings.list(caller, Optional.ofNullable(state), Optional.ofNullable(text), page);
    }

    /** Opens the checklist of a person. */
    @POST
    public NewId open(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            Joinings.NewJoining joining) {
        return new NewId(joinings.open(caller, idempotencyKey, joining));
    }

    /** One joining with its items. */
    @GET
    @Path("/{id}")
    public Joinings.Joining get(@Context Caller caller, @PathParam("id") String id) {
        return joinings.get(caller, id);
    }

    /** The caller confirms an item for their side. */
    @POST
    @Path("/{id}/items/{item}/confirmation")
    public Joinings.Joining confirm(
            @Context Caller caller, @PathParam("id") String id, @PathParam("item") String itemId) {
        return joinings.confirm(caller, id, itemId);
    }

    /** Lets another person give an item. */
    @PUT
    @Path("/{id}/items/{item}/giver")
    public Joinings.Joining changeGiver(
            @Context Caller caller, @PathParam("id") String id, @PathParam("item") String itemId, Giver giver) {
        return joinings.changeGiver(caller, id, itemId, giver.giverId());
    }

    /** Closes the case; with open items it takes the principal and a reason. */
    @POST
    @Path("/{id}/close")
    public Joinings.Joining close(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return joinings.close(caller, id, Reason.of(reason));
    }

    /** Takes back a case that was opened by mistake. */
    @POST
    @Path("/{id}/cancel")
    public Joinings.Joining cancel(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        joinings.cancel(caller, id, Reason.of(reason));
        return joinings.get(caller, id);
    }
}
