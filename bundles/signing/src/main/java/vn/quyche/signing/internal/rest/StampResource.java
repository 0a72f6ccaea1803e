package vn.quyche.signing.internal.rest;

import java.util.EnumMap;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.signing.api.SignatureStamps;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.StampPart;
import vn.quyche.signing.api.StampPlace;
import vn.quyche.signing.api.token.SignatureKind;

/** Where signatures are seen on a document; lengths are millimetres from the upper left corner of the page. */
@Path("/stamps/{document}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StampResource {

    private final SignatureStamps stamps;

    StampResource(SignatureStamps stamps) {
        this.stamps = stamps;
    }

    /** Places of parts on the document with these bytes; {@code forKind}: also for later documents of its kind. */
    public record Entered(String sha256, SignatureKind kind, Map<String, StampPlace> places, boolean forKind) {}

    /** What will be seen of the next signature. */
    @GET
    public SignatureStamps.Seen seen(
            @Context Caller caller,
            @PathParam("document") String documentId,
            @QueryParam("sha256") String sha256,
            @QueryParam("kind") SignatureKind kind) {
        return stamps.seen(caller, new SigningPort.Document(documentId, sha256), kind);
    }

    /** Says where parts are. */
    @POST
    public SignatureStamps.Seen place(
            @Context Caller caller, @PathParam("document") String documentId, Entered entered) {
        Entered body = Body.required(entered);
        Map<StampPart, StampPlace> places = new EnumMap<>(StampPart.class);
        if (body.places() != null) {
            body.places().forEach((name, place) -> places.put(part(name), place));
        }
        return stamps.place(
                caller, new SigningPort.Document(documentId, body.sha256()), body.kind(), places, body.forKind());
    }

    private static StampPart part(String name) {
        for (StampPart part : StampPart.values()) {
            if (part.name().equals(name)) {
                return part;
            }
        }
        throw new Invalid("places", "signing.no-part", name);
    }

    /** A page, with what the signature will show. */
    @GET
    @Path("/page.png")
    @Produces("image/png")
    public StreamingOutput page(
            @Context Caller caller,
            @PathParam("document") String documentId,
            @QueryParam("sha256") String sha256,
            @QueryParam("kind") SignatureKind kind,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("stamped") @DefaultValue("true") boolean stamped) {
        byte[] png = stamps.page(caller, new SigningPort.Document(documentId, sha256), kind, page, stamped);
        return out -> out.write(png);
    }
}
