package vn.quyche.core.security.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Sessions;
import vn.quyche.core.api.security.Sessions.Session;

/** Running sessions. */
@Path("/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource {

    private final Sessions sessions;

    SessionResource(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Sessions of an account or of all, newest first; sorted by {@code started} or {@code used}. */
    @GET
    public Page<Session> list(
            @Context Caller caller, @QueryParam("account") String accountId, @Context PageRequest page) {
        return sessions.list(caller, Optional.ofNullable(accountId), page);
    }

    /** Ends a session. */
    @DELETE
    @Path("/{id}")
    public void end(@Context Caller caller, @PathParam("id") String id) {
        sessions.end(caller, id);
    }
}
