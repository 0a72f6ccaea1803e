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
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.ProofLevel;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.internal.service.ProvenFiles;

/** Signatures that are made here. */
@Path("/signatures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SignatureResource {

    private final SigningPort port;
    private final ProvenFiles proven;

    SignatureResource(SigningPort port, ProvenFiles proven) {
        this.port = port;
        this.proven = proven;
    }

    /** What to sign, with which token. The PIN is used once and not kept. */
    public record Ordered(
            String documentId, String sha256, String tokenId, SignatureKind kind, SignatureLevel level, char[] pin) {}

    /** Signatures, newest first; {@code sort} by {@code time}, {@code signer} or {@code serial}. */
    @GET
    public Page<MadeSignature> list(
            @Context Caller caller,
            @QueryParam("document") String documentId,
            @QueryParam("stamp") MadeSignature.Stamp stamp,
            @QueryParam("level") ProofLevel level,
            @Context PageRequest page) {
        return port.list(
                caller,
                new SigningPort.Query(
                        Optional.ofNullable(documentId).filter(id -> !id.isBlank()),
                        Optional.ofNullable(stamp),
                        Optional.ofNullable(level)),
                page);
    }

    /** One signature. */
    @GET
    @Path("/{id}")
    public MadeSignature get(@Context Caller caller, @PathParam("id") String id) {
        return port.get(caller, id);
    }

    /** The signed file with proofs that last (LT, LTA). */
    @GET
    @Path("/{id}/proven")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public StreamingOutput proven(@Context Caller caller, @PathParam("id") String id) {
        byte[] file = proven.of(caller, id);
        return out -> out.write(file);
    }

    /** Puts proofs that last into the signed file now; 409 says what they wait for. */
    @POST
    @Path("/{id}/extend")
    public MadeSignature extend(@Context Caller caller, @PathParam("id") String id) {
        return proven.extend(caller, id);
    }

    /** Signs an approved and numbered document. */
    @POST
    public MadeSignature sign(@Context Caller caller, Ordered entered) {
        Ordered body = Body.required(entered);
        return port.sign(
                caller,
                new SigningPort.Request(
                        new SigningPort.Document(body.documentId(), body.sha256()),
                        body.tokenId(),
                        body.kind(),
                        body.level() == null ? SignatureLevel.B : body.level()),
                body.pin());
    }
}
