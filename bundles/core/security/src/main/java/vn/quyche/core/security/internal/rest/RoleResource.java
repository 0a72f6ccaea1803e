package vn.quyche.core.security.internal.rest;

import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Roles.Grant;
import vn.quyche.core.api.security.Roles.RoleView;

/** Roles and what they allow. */
@Path("/roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RoleResource {

    private final Roles roles;

    RoleResource(Roles roles) {
        this.roles = roles;
    }

    /** All roles. */
    @GET
    public List<RoleView> list(@Context Caller caller) {
        return roles.list(caller);
    }

    /** All permissions that may be given to roles. */
    @GET
    @Path("/permissions")
    public List<Permission> permissions(@Context Caller caller) {
        return roles.permissions(caller);
    }

    /** Makes a role of the school's own. */
    @POST
    public Response create(@Context Caller caller, RoleBody role) {
        return Response.status(Response.Status.CREATED)
                .entity(roles.create(caller, role.code(), role.label()))
                .build();
    }

    /** Sets what a role allows. */
    @PUT
    @Path("/{code}/permissions")
    public RoleView setPermissions(@Context Caller caller, @PathParam("code") String code, Set<String> permissions) {
        return roles.setPermissions(caller, code, permissions);
    }

    /** Removes a role of the school's own. */
    @DELETE
    @Path("/{code}")
    public void remove(@Context Caller caller, @PathParam("code") String code) {
        roles.remove(caller, code);
    }

    /** Who holds a role today; sorted by {@code granted} or {@code from}. */
    @GET
    @Path("/{code}/holders")
    public Page<Grant> holders(@Context Caller caller, @PathParam("code") String code, @Context PageRequest page) {
        return roles.holders(caller, code, page);
    }
}
