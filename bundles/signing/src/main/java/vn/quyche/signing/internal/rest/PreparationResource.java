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
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SignatureKind;

/** Signatures in two steps, with keys that the server does not reach. */
@Path("/preparations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PreparationResource {

    private final OutsideSigning outside;

    PreparationResource(OutsideSigning outside) {
        this.outside = outside;
    }

    /** What to prepare, for which token. */
    public record Ordered(
            String documentId, String sha256, String tokenId, SignatureKind kind, SignatureLevel level, String scheme) {

        OutsideSigning.NewPreparation preparation() {
            return new OutsideSigning.NewPreparation(
                    new SigningPort.Document(documentId, sha256),
                    tokenId,
                    kind,
                    level == null ? SignatureLevel.B : level,
                    scheme);
        }
    }

    /** What the key made of the data, in Base64. */
    public record Value(byte[] value) {}

    /** Preparations, newest first. */
    @GET
    public Page<PreparedSignature> list(
            @Context Caller caller, @QueryParam("state") PreparedSignature.State state, @Context PageRequest page) {
        return outside.list(caller, Optional.ofNullable(state), page);
    }

    /** One preparation. */
    @GET
    @Path("/{id}")
    public PreparedSignature get(@Context Caller caller, @PathParam("id") String id) {
        return outside.get(caller, id);
    }

    /** Prepares: asks the guard and gives what the key is to sign. */
    @POST
    public PreparedSignature prepare(@Context Caller caller, Ordered entered) {
        return outside.prepare(caller, Body.required(entered).preparation());
    }

    /** Takes the value of a part that is not the last, and gives what the key is to sign next. */
    @POST
    @Path("/{id}/part")
    public PreparedSignature next(@Context Caller caller, @PathParam("id") String id, Value entered) {
        return outside.next(caller, id, Body.required(entered).value());
    }

    /** Takes the value, of several parts the last one's, and makes the signature. */
    @POST
    @Path("/{id}/value")
    public MadeSignature finish(@Context Caller caller, @PathParam("id") String id, Value entered) {
        return outside.finish(caller, id, Body.required(entered).value());
    }

    /** Gives it up. */
    @POST
    @Path("/{id}/cancellation")
    public PreparedSignature cancel(@Context Caller caller, @PathParam("id") String id) {
        return outside.cancel(caller, id);
    }
}
