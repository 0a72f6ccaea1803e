package vn.quyche.group.internal.rest;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.group.api.schedule.ScheduleState;
import vn.quyche.group.api.schedule.ScheduledIssue;
import vn.quyche.group.api.schedule.ScheduledIssues;

/** Drafts that are to be issued at a moment, by the id of the draft. */
@Path("/scheduled")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ScheduleResource {

    private final ScheduledIssues scheduled;

    ScheduleResource(ScheduledIssues scheduled) {
        this.scheduled = scheduled;
    }

    /** When a draft is to be issued; with {@code urgentReason} in the quiet hours, too. */
    public record Moment(Instant at, String urgentReason) {}

    /** The caller's own plans, the next first. */
    @GET
    public Page<ScheduledIssue> list(
            @Context Caller caller, @QueryParam("state") ScheduleState state, @Context PageRequest page) {
        return scheduled.list(caller, Optional.ofNullable(state), page);
    }

    /** The plan of a draft. */
    @GET
    @Path("/{id}")
    public ScheduledIssue get(@Context Caller caller, @PathParam("id") String directiveId) {
        return scheduled.find(caller, directiveId).orElseThrow(() -> new NotFound("group.not-scheduled", directiveId));
    }

    /** Plans the issue of a draft, in place of an earlier plan; {@code If-Match} is the version of the draft. */
    @PUT
    @Path("/{id}")
    public ScheduledIssue schedule(
            @Context Caller caller,
            @PathParam("id") String directiveId,
            @HeaderParam("If-Match") String ifMatch,
            Moment moment) {
        if (moment == null) {
            throw new Invalid("at", "core.required");
        }
        return scheduled.schedule(caller, directiveId, IfMatch.version(ifMatch), moment.at(), moment.urgentReason());
    }

    /** Takes a plan back; the draft stays. */
    @DELETE
    @Path("/{id}")
    public void takeBack(@Context Caller caller, @PathParam("id") String directiveId) {
        scheduled.takeBack(caller, directiveId);
    }
}
