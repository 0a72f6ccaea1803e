package vn.quyche.signing.internal.rest;

import java.util.List;
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
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.NewId;
import vn.quyche.signing.api.SignBatch;
import vn.quyche.signing.api.SignBatches;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SignatureKind;

/** Many documents signed with one PIN. */
@Path("/batches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BatchResource {

    private final SignBatches batches;

    BatchResource(SignBatches batches) {
        this.batches = batches;
    }

    /** What to sign, with which token. The PIN opens the key and is not kept. */
    public record Ordered(
            List<SigningPort.Document> documents,
            String tokenId,
            SignatureKind kind,
            SignatureLevel level,
            char[] pin) {}

    /** The PIN again. */
    public record Pin(char[] pin) {}

    /** Batches, newest first. */
    @GET
    public Page<SignBatch> list(@Context Caller caller, @Context PageRequest page) {
        return batches.list(caller, page);
    }

    /** One batch. */
    @GET
    @Path("/{id}")
    public SignBatch get(@Context Caller caller, @PathParam("id") String id) {
        return batches.get(caller, id);
    }

    /** Its documents. */
    @GET
    @Path("/{id}/documents")
    public Page<SignBatch.Item> items(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("state") SignBatch.ItemState state,
            @Context PageRequest page) {
        return batches.items(caller, id, Optional.ofNullable(state), page);
    }

    /** Begins. */
    @POST
    public NewId start(@Context Caller caller, Ordered entered) {
        Ordered body = Body.required(entered);
        if (body.documents() != null && body.documents().contains(null)) {
            throw new Invalid("documents", "core.required");
        }
        return new NewId(batches.start(
                caller,
                new SignBatches.NewBatch(
                        body.documents(),
                        body.tokenId(),
                        body.kind(),
                        body.level() == null ? SignatureLevel.B : body.level()),
                body.pin()));
    }

    /** Goes on. */
    @POST
    @Path("/{id}/resumption")
    public SignBatch resume(@Context Caller caller, @PathParam("id") String id, Pin entered) {
        return batches.resume(caller, id, Body.required(entered).pin());
    }

    /** Signs no more of it. */
    @POST
    @Path("/{id}/cancellation")
    public SignBatch cancel(@Context Caller caller, @PathParam("id") String id) {
        return batches.cancel(caller, id);
    }
}
