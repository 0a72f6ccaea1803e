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
import vn.quyche.core.api.web.Reason;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;

/** Pictures of signatures and of the seal. */
@Path("/pictures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PictureResource {

    private final SignaturePictures pictures;

    PictureResource(SignaturePictures pictures) {
        this.pictures = pictures;
    }

    /** A picture to bring in; the file is base64, the width in millimetres on paper. */
    public record Entered(SignaturePicture.Kind kind, String personId, double width, String reason, byte[] file) {}

    /** Pictures, newest first. */
    @GET
    public Page<SignaturePicture> list(
            @Context Caller caller,
            @QueryParam("kind") SignaturePicture.Kind kind,
            @QueryParam("current") Boolean current,
            @Context PageRequest page) {
        return pictures.list(
                caller, new SignaturePictures.Query(Optional.ofNullable(kind), Optional.ofNullable(current)), page);
    }

    /** One picture. */
    @GET
    @Path("/{id}")
    public SignaturePicture get(@Context Caller caller, @PathParam("id") String id) {
        return pictures.get(caller, id);
    }

    /** Its bytes. */
    @GET
    @Path("/{id}/picture.png")
    @Produces("image/png")
    public StreamingOutput png(@Context Caller caller, @PathParam("id") String id) {
        byte[] png = pictures.png(caller, id);
        return out -> out.write(png);
    }

    /** Brings one in. */
    @POST
    public SignaturePicture add(@Context Caller caller, Entered entered) {
        Entered body = Body.required(entered);
        return pictures.add(
                caller,
                new SignaturePictures.NewPicture(
                        body.kind(), body.personId(), body.width(), body.reason(), body.file()));
    }

    /** Uses one no more. */
    @POST
    @Path("/{id}/ending")
    public SignaturePicture end(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return pictures.end(caller, id, Reason.of(reason));
    }
}
