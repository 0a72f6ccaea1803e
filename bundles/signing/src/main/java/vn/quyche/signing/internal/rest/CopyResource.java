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

    /** What both ways of making one are told. */
    interface Wanted {
        CopyKind kind();

        String source();

        String basis();

        String pages();

        String documentId();

        String sha256();

        String fileName();

        byte[] file();

        String tokenId();

        SignatureLevel level();

        /** The order of it. */
        default SignedCopies.NewCopy copy() {
            return new SignedCopies.NewCopy(
                    kind(),
                    source(),
                    basis(),
                    pages(),
                    Optional.ofNullable(documentId()).map(id -> new SigningPort.Document(id, sha256())),
                    fileName(),
                    file(),
                    tokenId(),
                    level() == null ? SignatureLevel.B : level());
        }
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
            char[] pin)
            implements Wanted {}

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
            String scheme)
            implements Wanted {}

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
        return copies.prepare(caller, body.copy(), body.scheme());
    }

    /** Makes and signs one. */
    @POST
    public SignedCopy make(@Context Caller caller, Ordered entered) {
        Ordered body = Body.required(entered);
        return copies.make(caller, body.copy(), body.pin());
    }
}
