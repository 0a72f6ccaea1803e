package vn.quyche.core.security.internal.rest;

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
import javax.ws.rs.core.Response;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.api.security.SystemRegister.Entry;
import vn.quyche.core.api.security.SystemRegister.Filter;
import vn.quyche.core.api.security.SystemRegister.Kind;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.Reason;

/** The register of the system's administrator. */
@Path("/system-entries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SystemResource {

    private final SystemRegister register;

    SystemResource(SystemRegister register) {
        this.register = register;
    }

    /** The register; sorted by {@code name} or {@code until}, with a minus downwards. */
    @GET
    public Page<Entry> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("kind") Kind kind,
            @QueryParam("ended") Boolean ended,
            @Context PageRequest page) {
        Filter filter = new Filter(Optional.ofNullable(text), Optional.ofNullable(kind), Optional.ofNullable(ended));
        return register.list(caller, filter, page);
    }

    /** Writes an entry. */
    @POST
    public Response add(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            SystemEntryBody entry) {
        return Response.status(Response.Status.CREATED)
                .entity(register.add(caller, idempotencyKey, entry.toNew()))
                .build();
    }

    /** One entry; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public Entry get(@Context Caller caller, @PathParam("id") String id) {
        return register.get(caller, id);
    }

    /** Changes an entry, for example when it is renewed. */
    @PUT
    @Path("/{id}")
    public Entry change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            SystemEntryBody entry) {
        return register.change(caller, id, IfMatch.version(ifMatch), entry.toNew());
    }

    /** Gives an entry up. */
    @POST
    @Path("/{id}/end")
    public Entry end(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return register.end(caller, id, Reason.of(reason));
    }
}
