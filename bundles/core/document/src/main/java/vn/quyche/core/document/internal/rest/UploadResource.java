package vn.quyche.core.document.internal.rest;

import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;

/** Received files that have no owner yet. Files that have one are read through the domain that owns them. */
@Path("/uploads")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadResource {

    private final Attachments attachments;
    private final long limit;

    /** @param limit the largest file that is taken, bytes */
    UploadResource(Attachments attachments, long limit) {
        this.attachments = attachments;
        this.limit = limit;
    }

    /** Receives a file as the body of the request; its name stands in the query. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(@Context Caller caller, @QueryParam("fileName") String fileName, InputStream content) {
        Attachment attachment = attachments.receive(caller, fileName, () -> content, limit);
        return Response.status(Response.Status.CREATED).entity(attachment).build();
    }

    /** A received file, for the account that brought it. */
    @GET
    @Path("/{id}")
    public Attachment get(@Context Caller caller, @PathParam("id") String id) {
        Attachment attachment = attachments.get(id);
        if (!attachment.uploadedBy().equals(caller.accountId())) {
            throw new NotFound("document.no-attachment");
        }
        return attachment;
    }
}
