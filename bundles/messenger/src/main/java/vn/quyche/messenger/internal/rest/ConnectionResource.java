package vn.quyche.messenger.internal.rest;

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
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.messenger.api.Authorisation;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.Connections;

/** Connections to platforms. Secrets go in and never come out. */
@Path("/connections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConnectionResource {

    private final Connections connections;

    ConnectionResource(Connections connections) {
        this.connections = connections;
    }

    /** What the platform calls the account. */
    public record Tested(String name) {}

    /** The connections; sorted by {@code name}, {@code worked} or {@code failed}. */
    @GET
    public Page<Connection> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("kind") ConnectionKind kind,
            @QueryParam("on") Boolean on,
            @Context PageRequest page) {
        return connections.list(
                caller,
                new Connections.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(on)),
                page);
    }

    /** Enters a connection. */
    @POST
    public NewId create(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, ConnectionBody body) {
        return new NewId(connections.create(caller, ConnectionBody.entered(body), key));
    }

    /** One connection. */
    @GET
    @Path("/{id}")
    public Connection get(@Context Caller caller, @PathParam("id") String id) {
        return connections.get(caller, id);
    }

    /** Changes a connection. */
    @PUT
    @Path("/{id}")
    public Connection change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String version,
            ConnectionBody body) {
        return connections.change(caller, id, IfMatch.version(version), ConnectionBody.entered(body));
    }

    /** Asks the platform whether it knows the connection. */
    @POST
    @Path("/{id}/test")
    public Tested test(@Context Caller caller, @PathParam("id") String id) {
        return new Tested(connections.test(caller, id));
    }

    /** Uses the connection, or no longer. */
    @POST
    @Path("/{id}/switch")
    public Connection turn(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("on") @DefaultValue("false") boolean on) {
        return connections.turn(caller, id, on);
    }

    /** Authorises the school for an official account. */
    @POST
    @Path("/{id}/authorisation")
    public Connection authorise(@Context Caller caller, @PathParam("id") String id, Authorisation body) {
        if (body == null) {
            throw new Invalid("code", "messenger.code-or-tokens");
        }
        return connections.authorise(caller, id, body);
    }

    /** Lets an uncertain refresh token be sent once more. */
    @POST
    @Path("/{id}/token-retry")
    public Connection retryToken(@Context Caller caller, @PathParam("id") String id) {
        return connections.retryToken(caller, id);
    }
}
