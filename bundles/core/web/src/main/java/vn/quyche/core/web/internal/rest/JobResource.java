package vn.quyche.core.web.internal.rest;

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
import vn.quyche.core.api.persistence.Jobs;
import vn.quyche.core.api.security.Caller;

/** The work that recurs in the background. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobResource {

    private final Jobs jobs;

    JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    public Page<Jobs.Line> list(
            @Context Caller caller, @QueryParam("state") Jobs.State state, @Context PageRequest page) {
        return jobs.list(caller, Optional.ofNullable(state), page);
    }

    /** Has it run now and not at its time. */
    @POST
    @Path("/{name}/run")
    public void run(@Context Caller caller, @PathParam("name") String name) {
        jobs.run(caller, name);
    }
}
