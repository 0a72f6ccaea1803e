package vn.quyche.signing.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
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
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.Reason;
import vn.quyche.signing.api.RemoteServices;
import vn.quyche.signing.api.SigningKey;

/** Remote signing services; secrets go in and never come out. */
@Path("/remote-services")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RemoteResource {

    private final RemoteServices services;

    RemoteResource(RemoteServices services) {
        this.services = services;
    }

    /** A way in. */
    public record Entered(int version, String user, char[] secret) {}

    /** Which key of the service. */
    public record Chosen(String credentialId) {}

    /** The services that the configuration names; {@code sort} by {@code name}, {@code address} or {@code user}. */
    @GET
    public Page<RemoteServices.Service> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("entered") Boolean entered,
            @Context PageRequest page) {
        return services.list(
                caller,
                new RemoteServices.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()), Optional.ofNullable(entered)),
                page);
    }

    /** One service. */
    @GET
    @Path("/{name}")
    public RemoteServices.Service get(@Context Caller caller, @PathParam("name") String name) {
        return services.get(caller, name);
    }

    /** Stores a way in once it was tried. */
    @PUT
    @Path("/{name}")
    public RemoteServices.Service enter(@Context Caller caller, @PathParam("name") String name, Entered entered) {
        Entered body = Body.required(entered);
        return services.enter(caller, new RemoteServices.NewAccess(name, body.version(), body.user(), body.secret()));
    }

    /** Forgets a way in. */
    @POST
    @Path("/{name}/removal")
    public void remove(@Context Caller caller, @PathParam("name") String name, Reason reason) {
        services.remove(caller, name, Reason.of(reason));
    }

    /** The keys of a service. */
    @GET
    @Path("/{name}/credentials")
    public List<RemoteServices.Credential> credentials(@Context Caller caller, @PathParam("name") String name) {
        return services.credentials(caller, name);
    }

    /** Says that the key of a token is one of a service. */
    @POST
    @Path("/{name}/keys")
    public SigningKey addKey(@Context Caller caller, @PathParam("name") String name, Chosen entered) {
        return services.addKey(caller, name, Body.required(entered).credentialId());
    }
}
