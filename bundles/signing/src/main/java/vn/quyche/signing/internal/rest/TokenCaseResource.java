package vn.quyche.signing.internal.rest;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
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
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenCases;
import vn.quyche.signing.api.token.TokenUse;

/** Losses, suspicions and requests for support. */
@Path("/token-cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokenCaseResource {

    private final TokenCases cases;

    TokenCaseResource(TokenCases cases) {
        this.cases = cases;
    }

    /** What is reported. */
    public record Reported(String tokenId, TokenCase.Kind kind, Instant knownUntil, String text) {}

    /** A step. */
    public record Said(TokenCase.StepKind kind, String text) {}

    /** How it ends. */
    public record Closing(TokenCase.Outcome outcome, String replacementId, String text) {}

    /** Cases, newest first. */
    @GET
    public Page<TokenCase> list(
            @Context Caller caller,
            @QueryParam("token") String tokenId,
            @QueryParam("kind") TokenCase.Kind kind,
            @QueryParam("open") boolean openOnly,
            @Context PageRequest page) {
        return cases.list(
                caller, new TokenCases.Query(Optional.ofNullable(tokenId), Optional.ofNullable(kind), openOnly), page);
    }

    /** Reports. */
    @POST
    public NewId report(@Context Caller caller, @HeaderParam("Idempotency-Key") String key, Reported entered) {
        Reported body = Body.required(entered);
        return new NewId(cases.report(
                caller,
                new TokenCases.NewCase(
                        body.tokenId(), body.kind(), Optional.ofNullable(body.knownUntil()), body.text()),
                key));
    }

    /** One case. */
    @GET
    @Path("/{id}")
    public TokenCase get(@Context Caller caller, @PathParam("id") String id) {
        return cases.get(caller, id);
    }

    /** Writes a step. */
    @POST
    @Path("/{id}/steps")
    public TokenCase step(@Context Caller caller, @PathParam("id") String id, Said entered) {
        Said body = Body.required(entered);
        return cases.step(caller, id, body.kind(), body.text());
    }

    /** Closes it. */
    @POST
    @Path("/{id}/closing")
    public TokenCase close(@Context Caller caller, @PathParam("id") String id, Closing entered) {
        Closing body = Body.required(entered);
        return cases.close(caller, id, body.outcome(), body.replacementId(), body.text());
    }

    /** What was signed since the token was last known to be in the right hands. */
    @GET
    @Path("/{id}/signed-since")
    public Page<TokenUse> signedSince(@Context Caller caller, @PathParam("id") String id, @Context PageRequest page) {
        return cases.signedSince(caller, id, page);
    }
}
