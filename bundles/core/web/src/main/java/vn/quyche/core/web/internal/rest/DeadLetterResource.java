package vn.quyche.core.web.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.event.DeadLetter;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.api.security.Caller;

/** Events that could not be delivered. */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public final class DeadLetterResource {

    private final DeadLetters letters;

    DeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GET
    public Page<DeadLetter> list(@Context Caller caller, @Context PageRequest page) {
        return letters.list(caller, page);
    }

    /** Tries to deliver it again. */
    @POST
    @Path("/{id}/replay")
    public void replay(@Context Caller caller, @PathParam("id") String id) {
        letters.replay(caller, id);
    }
}
