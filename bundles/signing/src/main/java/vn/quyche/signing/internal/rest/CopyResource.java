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
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;
import vn.quyche.signing.api.SigningPort;

/** Copies that the school certifies, and attachments that it signs. */
@Path("/copies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CopyResource {

    private final SignedCopies copies;

    CopyResource(SignedCopies copies) {
        this.copies = copies;
    }

    /** What to make; the file is base64. {@code documentId} and {@code sha256} are for attachments. */
    public record Ordered(
            CopyKind kind,
            String source,
            String basis,
            String pages,
            String documentId,
            String sha256,
            String fileName,
            byte[] file,
            String tokenId,
            SignatureLevel level,
            char[] pin) {}

    /** What to prepare for a key that the server does not reach; as {@link Ordered}, without a PIN. */
    public record ToPrepare(
            CopyKind kind,
            String source,
            String basis,
            String pages,
            String documentId,
            String sha256,
            String fileName,
            byte[] file,
            String tokenId,
            SignatureLevel level,
            String scheme) {}

    /** Copies, newest first. */
    @GET
    public Page<SignedCopy> list(@Context Caller caller, @QueryParam("kind") CopyKind kind, @Context PageRequest page) {
        return copies.list(caller, new SignedCopies.Query(Optional.ofNullable(kind)), page);
    }

    /** One. */
    @GET
    @Path("/{id}")
    public SignedCopy get(@Context Caller caller, @PathParam("id") String id) {
        return copies.get(caller, id);
    }

    /** The signed file. */
    @GET
    @Path("/{id}/file.pdf")
    @Produces("application/pdf")
    public StreamingOutput file(@Context Caller caller, @PathParam("id") String id) {
        byte[] file = copies.file(caller, id);
        return out -> out.write(file);
    }

    /** Prepares one: its preparation takes the value, and the copy gets its number then. */
    @POST
    @Path("/preparations")
    public PreparedSignature prepare(@Context Caller caller, ToPrepare entered) {
        ToPrepare body = Body.required(entered);
        return copies.prepare(
                caller,
                new SignedCopies.NewCopy(
                        body.kind(),
                        body.source(),
                        body.basis(),
                        body.pages(),
                        document(body.documentId(), body.sha256()),
                        body.fileName(),
                        body.file(),
                        body.tokenId(),
                        body.level() == null ? SignatureLevel.B : body.level()),
                body.scheme());
    }

    private static Optional<SigningPort.Document> document(String id, String sha256) {
        return Optional.ofNullable(id).map(known -> new SigningPort.Document(known, sha256));
    }

    /** Makes and signs one. */
    @POST
    public SignedCopy make(@Context Caller caller, Ordered entered) {
        Ordered body = Body.required(entered);
        return copies.make(
                caller,
                new SignedCopies.NewCopy(
                        body.kind(),
                        body.source(),
                        body.basis(),
                        body.pages(),
                        document(body.documentId(), body.sha256()),
                        body.fileName(),
                        body.file(),
                        body.tokenId(),
                        body.level() == null ? SignatureLevel.B : body.level()),
                body.pin());
    }
}
