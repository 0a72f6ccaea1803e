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
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.Reason;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;

/** The keys that the server reaches; none is ever given out. */
@Path("/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class KeyResource {

    private final SigningKeys keys;

    KeyResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** A key to add; the file is base64. */
    public record Entered(
            String serial,
            SigningKey.Kind kind,
            String library,
            int slotIndex,
            String scheme,
            byte[] file,
            char[] password) {}

    /** Keys; {@code sort} by {@code serial}, {@code added} or {@code pins}. */
    @GET
    public Page<SigningKey> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("kind") SigningKey.Kind kind,
            @Context PageRequest page) {
        return keys.list(
                caller,
                new SigningKeys.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()), Optional.ofNullable(kind)),
                page);
    }

    /** The libraries that may be used. */
    @GET
    @Path("/libraries")
    public List<String> libraries(@Context Caller caller) {
        return keys.libraries(caller);
    }

    /** Adds the key of a token. */
    @POST
    public SigningKey add(@Context Caller caller, Entered entered) {
        Entered body = Body.required(entered);
        return keys.add(
                caller,
                new SigningKeys.NewKey(
                        body.serial(),
                        body.kind(),
                        body.library(),
                        body.slotIndex(),
                        body.scheme(),
                        body.file(),
                        body.password()));
    }

    /** Removes the key of a token. */
    @POST
    @Path("/{token}/removal")
    public void remove(@Context Caller caller, @PathParam("token") String tokenId, Reason reason) {
        keys.remove(caller, tokenId, Reason.of(reason));
    }

    /** Allows one more PIN. */
    @POST
    @Path("/{token}/try")
    public SigningKey allowTry(@Context Caller caller, @PathParam("token") String tokenId, Reason reason) {
        return keys.allowTry(caller, tokenId, Reason.of(reason));
    }
}
