package vn.quyche.core.security.internal.rest;

import java.util.List;
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
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Accounts.Created;
import vn.quyche.core.api.security.Accounts.Filter;
import vn.quyche.core.api.security.Accounts.State;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Roles.Grant;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.Reason;

/** Accounts and the roles that they hold. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource {

    private final Accounts accounts;
    private final Roles roles;

    AccountResource(Accounts accounts, Roles roles) {
        this.accounts = accounts;
        this.roles = roles;
    }

    /** Accounts by the order of names; sorted by {@code name}, {@code user}, {@code sign-in} or {@code created}. */
    @GET
    public Page<Account> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("state") State state,
            @QueryParam("role") String role,
            @Context PageRequest page) {
        Filter filter = new Filter(Optional.ofNullable(text), Optional.ofNullable(state), Optional.ofNullable(role));
        return accounts.list(caller, filter, page);
    }

    /** Makes an account; its initial password is in the answer, this once. */
    @POST
    public Response create(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            AccountBody account) {
        Created created = accounts.create(caller, idempotencyKey, account.toNew());
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    /** One account; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public Account get(@Context Caller caller, @PathParam("id") String id) {
        return accounts.get(caller, id);
    }

    /** Changes the names. */
    @PUT
    @Path("/{id}")
    public Account rename(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            AccountNames names) {
        return accounts.rename(caller, id, IfMatch.version(ifMatch), names.userName(), names.name());
    }

    /** Sets a new initial password. */
    @POST
    @Path("/{id}/password-reset")
    public Created resetPassword(@Context Caller caller, @PathParam("id") String id) {
        return accounts.resetPassword(caller, id);
    }

    /** Lifts a lock. */
    @POST
    @Path("/{id}/unlock")
    public void unlock(@Context Caller caller, @PathParam("id") String id) {
        accounts.unlock(caller, id);
    }

    /** Closes an account. */
    @POST
    @Path("/{id}/closure")
    public Account close(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        accounts.close(caller, id, Reason.of(reason));
        return accounts.get(caller, id);
    }

    /** Opens an account again. */
    @POST
    @Path("/{id}/reopening")
    public Account reopen(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        accounts.reopen(caller, id, Reason.of(reason));
        return accounts.get(caller, id);
    }

    /** The grants of an account. */
    @GET
    @Path("/{id}/grants")
    public List<Grant> grants(@Context Caller caller, @PathParam("id") String id) {
        return roles.grantsOf(caller, id);
    }

    /** Grants a role. */
    @POST
    @Path("/{id}/grants")
    public Response grant(@Context Caller caller, @PathParam("id") String id, GrantBody grant) {
        return Response.status(Response.Status.CREATED)
                .entity(roles.grant(caller, grant.toNew(id)))
                .build();
    }

    /** Ends a grant. */
    @POST
    @Path("/{id}/grants/{grant}/revocation")
    public void revoke(@Context Caller caller, @PathParam("grant") String grantId, Reason reason) {
        roles.revoke(caller, grantId, Reason.of(reason));
    }
}
