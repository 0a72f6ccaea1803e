package vn.quyche.signing.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;
import vn.quyche.signing.api.token.TokenGuard;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.api.token.Tokens;

/** The register of uses, and the guard for what signs outside of the server. */
@Path("/token-uses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokenUseResource {

    private final Tokens tokens;
    private final TokenGuard guard;

    TokenUseResource(Tokens tokens, TokenGuard guard) {
        this.tokens = tokens;
        this.guard = guard;
    }

    /** What the caller is to sign. */
    public record Asked(String serial, String fingerprint, String documentKind, String documentId, String sha256) {}

    /** Uses, newest first. */
    @GET
    public Page<TokenUse> list(
            @Context Caller caller,
            @QueryParam("token") String tokenId,
            @QueryParam("outcome") TokenUse.Outcome outcome,
            @Context PageRequest page) {
        return tokens.uses(caller, Optional.ofNullable(tokenId), Optional.ofNullable(outcome), page);
    }

    /** Asks whether the caller may sign. */
    @POST
    public NewId ask(@Context Caller caller, Asked entered) {
        Asked body = Body.required(entered);
        return new NewId(guard.ask(
                        caller,
                        new TokenGuard.Ask(
                                body.serial(),
                                body.fingerprint(),
                                caller.personId().orElse(""),
                                body.documentKind(),
                                body.documentId(),
                                body.sha256()))
                .id());
    }

    /** It was signed. */
    @POST
    @Path("/{id}/signed")
    public TokenUse signed(@Context Caller caller, @PathParam("id") String id) {
        return guard.signed(caller, id);
    }

    /** It was not signed. */
    @POST
    @Path("/{id}/failed")
    public TokenUse failed(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return guard.failed(caller, id, Reason.of(reason));
    }
}
