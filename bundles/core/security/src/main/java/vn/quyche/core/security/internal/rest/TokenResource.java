package vn.quyche.core.security.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
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
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.api.security.Tokens.Created;
import vn.quyche.core.api.security.Tokens.Token;

/** API tokens. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokenResource {

    private final Tokens tokens;

    TokenResource(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Tokens of an account or of all, newest first; sorted by {@code created}, {@code expires} or {@code used}. */
    @GET
    public Page<Token> list(
            @Context Caller caller, @QueryParam("account") String accountId, @Context PageRequest page) {
        return tokens.list(caller, Optional.ofNullable(accountId), page);
    }

    /** Makes a token; its secret is in the answer, this once. */
    @POST
    public Response create(@Context Caller caller, TokenBody token) {
        Created created = tokens.create(caller, token.password(), token.toNew());
        return Response.status(Response.Status.CREATED).entity(created).build();
    }

    /** Revokes a token. */
    @DELETE
    @Path("/{id}")
    public void revoke(@Context Caller caller, @PathParam("id") String id) {
        tokens.revoke(caller, id);
    }
}
