package vn.quyche.signing.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.signing.api.RemoteConfirmations;

/** Signatures that are confirmed in the app of a remote service. */
@Path("/remote/confirmations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConfirmationResource {

    private final RemoteConfirmations confirmations;

    ConfirmationResource(RemoteConfirmations confirmations) {
        this.confirmations = confirmations;
    }

    /** Prepares a signature and sends it to the app. */
    @POST
    public RemoteConfirmations.Confirmation ask(@Context Caller caller, PreparationResource.Ordered entered) {
        return confirmations.ask(caller, Body.required(entered).preparation());
    }

    /** One of the caller's, as it stands. */
    @GET
    @Path("/{id}")
    public RemoteConfirmations.Confirmation get(@Context Caller caller, @PathParam("id") String id) {
        return confirmations.get(caller, id);
    }

    /** Asks the service what came of it, and makes the signature when it was confirmed. */
    @POST
    @Path("/{id}")
    public RemoteConfirmations.Confirmation collect(@Context Caller caller, @PathParam("id") String id) {
        return confirmations.collect(caller, id);
    }
}
