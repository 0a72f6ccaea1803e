package vn.quyche.core.compliance.internal.rest;

import java.time.Instant;
import java.util.Optional;
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
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Reason;

/** Duties. */
@Path("/duties")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DutyResource {

    private final Duties duties;

    DutyResource(Duties duties) {
        this.duties = duties;
    }

    /** Own duties, or everybody's for those who may; by due time. {@code domain} is the start of the kind. */
    @GET
    public Page<Duty> list(
            @Context Caller caller,
            @QueryParam("person") String person,
            @QueryParam("domain") String domain,
            @QueryParam("state") Duty.State state,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @QueryParam("dueFrom") Instant dueFrom,
            @QueryParam("dueTo") Instant dueTo,
            @Context PageRequest page) {
        Duties.Query query = new Duties.Query(
                Optional.ofNullable(person),
                Optional.ofNullable(domain),
                Optional.ofNullable(state),
                late,
                Optional.ofNullable(dueFrom),
                Optional.ofNullable(dueTo));
        return duties.list(caller, query, page);
    }

    /** One duty. */
    @GET
    @Path("/{id}")
    public Duty get(@Context Caller caller, @PathParam("id") String id) {
        return duties.get(caller, id);
    }

    /** Excuses an open duty. */
    @POST
    @Path("/{id}/excuse")
    public Duty excuse(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return duties.excuse(caller, id, Reason.of(reason));
    }
}
