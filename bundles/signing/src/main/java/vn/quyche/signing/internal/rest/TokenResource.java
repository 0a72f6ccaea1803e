package vn.quyche.signing.internal.rest;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
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
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenScope;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.api.token.Tokens;

/** The register of signing tokens and what each may sign. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokenResource {

    private final Tokens tokens;

    TokenResource(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * A token to register.
     *
     * @param certificate the file of the certificate, Base64; never one with a private key in it
     */
    public record Entered(
            String serial,
            SignatureKind kind,
            String provider,
            String purpose,
            String holderId,
            String place,
            String remark,
            String certificate) {}

    /** A new certificate, Base64 of its file. */
    public record NewCertificate(String certificate, String remark) {}

    /** What is written about a token. */
    public record Described(String provider, String purpose, String place) {}

    /** What becomes of a token. */
    public record Marked(TokenState state, String reason) {}

    /** A scope to grant. */
    public record EnteredScope(
            List<String> kinds, LocalDate from, LocalDate to, int most, String delegationId, String basis) {}

    /** Tokens that the caller sees; {@code sort} by {@code serial} or {@code expiry}. */
    @GET
    public Page<SigningToken> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("state") TokenState state,
            @QueryParam("kind") SignatureKind kind,
            @QueryParam("mine") boolean mine,
            @Context PageRequest page) {
        return tokens.list(
                caller,
                new Tokens.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()),
                        Optional.ofNullable(state),
                        Optional.ofNullable(kind),
                        mine),
                page);
    }

    /** Registers a token. */
    @POST
    public NewId register(@Context Caller caller, @HeaderParam("Idempotency-Key") String key, Entered entered) {
        Entered body = Body.required(entered);
        return new NewId(tokens.register(
                caller,
                new Tokens.NewToken(
                        body.serial(),
                        body.kind(),
                        body.provider(),
                        body.purpose(),
                        body.holderId(),
                        body.place(),
                        body.remark(),
                        bytes(body.certificate())),
                key));
    }

    /** Who should have a token and has none. */
    @GET
    @Path("/lacking")
    public List<Tokens.Lacking> lacking(@Context Caller caller) {
        return tokens.lacking(caller);
    }

    /** One token. */
    @GET
    @Path("/{id}")
    public SigningToken get(@Context Caller caller, @PathParam("id") String id) {
        return tokens.get(caller, id);
    }

    /** Changes what is written about a token. */
    @PUT
    @Path("/{id}")
    public SigningToken change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Described entered) {
        Described body = Body.required(entered);
        return tokens.change(caller, id, body.provider(), body.purpose(), body.place(), IfMatch.version(ifMatch));
    }

    /** Puts a new certificate into a token. */
    @PUT
    @Path("/{id}/certificate")
    public SigningToken renew(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            NewCertificate entered) {
        NewCertificate body = Body.required(entered);
        return tokens.renew(caller, id, bytes(body.certificate()), body.remark(), IfMatch.version(ifMatch));
    }

    /** Bars, ends, or lets sign again. */
    @PUT
    @Path("/{id}/state")
    public SigningToken mark(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Marked entered) {
        Marked body = Body.required(entered);
        return tokens.mark(caller, id, body.state(), body.reason(), IfMatch.version(ifMatch));
    }

    /** The custodian still has it. */
    @POST
    @Path("/{id}/confirmation")
    public SigningToken confirm(@Context Caller caller, @PathParam("id") String id) {
        return tokens.confirm(caller, id);
    }

    /** What a token may sign. */
    @GET
    @Path("/{id}/scopes")
    public List<TokenScope> scopes(@Context Caller caller, @PathParam("id") String id) {
        return tokens.scopes(caller, id);
    }

    /** Lets a token sign something. */
    @POST
    @Path("/{id}/scopes")
    public NewId grant(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            EnteredScope entered) {
        EnteredScope body = Body.required(entered);
        if (body.kinds() != null && body.kinds().contains(null)) {
            throw new Invalid("kinds", "core.required");
        }
        return new NewId(tokens.grant(
                caller,
                id,
                new Tokens.NewScope(
                        body.kinds(), body.from(), body.to(), body.most(), body.delegationId(), body.basis()),
                key));
    }

    /** Takes a scope back. */
    @POST
    @Path("/{id}/scopes/{scope}/end")
    public void endScope(
            @Context Caller caller, @PathParam("id") String id, @PathParam("scope") String scopeId, Reason reason) {
        tokens.endScope(caller, id, scopeId, Reason.of(reason));
    }

    private static byte[] bytes(String text) {
        if (text == null || text.isBlank()) {
            throw new Invalid("certificate", "core.required");
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid("certificate", "token.certificate-unreadable");
        }
    }
}
