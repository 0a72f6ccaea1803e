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
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.api.Traffic;

/** What goes out to platforms. */
@Path("/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveryResource {

    private final Traffic traffic;

    DeliveryResource(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Deliveries, newest first; sorted by {@code created} or {@code next}. */
    @GET
    public Page<Delivery> deliveries(
            @Context Caller caller,
            @QueryParam("connection") String connectionId,
            @QueryParam("chat") String chatId,
            @QueryParam("state") Delivery.State state,
            @Context PageRequest page) {
        return traffic.deliveries(
                caller,
                new Traffic.DeliveryQuery(
                        Optional.ofNullable(connectionId), Optional.ofNullable(chatId), Optional.ofNullable(state)),
                page);
    }

    /** Sends a delivery again that was given up. */
    @POST
    @Path("/{id}/replay")
    public void replay(@Context Caller caller, @PathParam("id") String id) {
        traffic.replay(caller, id);
    }

    /** Gives a delivery up. */
    @POST
    @Path("/{id}/discard")
    public void discard(@Context Caller caller, @PathParam("id") String id) {
        traffic.discard(caller, id);
    }
}
