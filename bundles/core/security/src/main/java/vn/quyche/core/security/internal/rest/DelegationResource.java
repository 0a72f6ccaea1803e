package vn.quyche.core.security.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Delegations;
import vn.quyche.core.api.security.Delegations.Delegation;
import vn.quyche.core.api.web.Reason;

/** Delegations. */
@Path("/delegations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DelegationResource {

    private final Delegations delegations;

    DelegationResource(Delegations delegations) {
        this.delegations = delegations;
    }

    /** Delegations of a person or of all, newest first; sorted by {@code given}, {@code from} or {@code to}. */
    @GET
    public Page<Delegation> list(
            @Context Caller caller, @QueryParam("person") String personId, @Context PageRequest page) {
        return delegations.list(caller, Optional.ofNullable(personId), page);
    }

    /** One delegation. */
    @GET
    @Path("/{id}")
    public Delegation get(@Context Caller caller, @PathParam("id") String id) {
        return delegations.get(caller, id);
    }

    /** Delegates from the caller's own person. */
    @POST
    public Response give(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            DelegationBody delegation) {
        return Response.status(Response.Status.CREATED)
                .entity(delegations.give(caller, idempotencyKey, delegation.toNew()))
                .build();
    }

    /** Ends a delegation. */
    @POST
    @Path("/{id}/end")
    public Delegation end(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        delegations.end(caller, id, Reason.of(reason));
        return delegations.get(caller, id);
    }
}
