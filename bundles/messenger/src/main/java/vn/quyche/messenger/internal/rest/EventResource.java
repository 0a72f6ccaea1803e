package vn.quyche.messenger.internal.rest;

import java.util.Optional;
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
import vn.quyche.messenger.api.HookEvent;
import vn.quyche.messenger.api.Traffic;

/** What platforms told. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventResource {

    private final Traffic traffic;

    EventResource(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Events, newest first; sorted by {@code received}, {@code happened} or {@code name}. */
    @GET
    public Page<HookEvent> events(
            @Context Caller caller,
            @QueryParam("connection") String connectionId,
            @QueryParam("state") HookEvent.State state,
            @Context PageRequest page) {
        return traffic.events(
                caller, new Traffic.EventQuery(Optional.ofNullable(connectionId), Optional.ofNullable(state)), page);
    }

    /** Has an event worked on again that was given up. */
    @POST
    @Path("/{id}/replay")
    public void replayEvent(@Context Caller caller, @PathParam("id") String id) {
        traffic.replayEvent(caller, id);
    }
}
