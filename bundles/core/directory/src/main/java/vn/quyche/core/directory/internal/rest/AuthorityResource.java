package vn.quyche.core.directory.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;

/** The authorities above the school, over time. */
@Path("/authorities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AuthorityResource {

    private final Structure structure;

    AuthorityResource(Structure structure) {
        this.structure = structure;
    }

    /** All authorities, past ones included. */
    @GET
    public List<Authority> list(@Context Caller caller) {
        return structure.authorities(caller);
    }

    /** Puts an authority above the school. */
    @POST
    public NewId create(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            Structure.AuthorityData authority) {
        return new NewId(structure.createAuthority(caller, idempotencyKey, authority));
    }

    /** Changes an authority or ends it. */
    @PUT
    @Path("/{id}")
    public Authority update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Structure.AuthorityData authority) {
        return structure.updateAuthority(caller, id, IfMatch.version(ifMatch), authority);
    }
}
