package vn.quyche.group.internal.rest;

import java.time.Clock;
import java.time.LocalDate;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.api.members.PostingRights;
import vn.quyche.group.api.members.PostingRule;
import vn.quyche.group.api.members.PostingSuspension;

/** Who may post in groups. */
@Path("/posting")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PostingResource {

    private final PostingRights posting;
    private final Clock clock;

    PostingResource(PostingRights posting, Clock clock) {
        this.posting = posting;
        this.clock = clock;
    }

    /** Who may post on a day. */
    public record OfDay(LocalDate day, PostingPolicy policy) {}

    /** Who may post from a day on; without one, from today on. */
    public record Saying(PostingPolicy policy, LocalDate from, String reason) {}

    /** Who may post in a group, today or on {@code day}. */
    @GET
    @Path("/groups/{group}")
    public OfDay of(@Context Caller caller, @PathParam("group") String groupId, @QueryParam("day") String day) {
        LocalDate asked = day == null || day.isBlank() ? VietnamTime.today(clock) : RecognitionResource.day(day);
        return new OfDay(asked, posting.of(caller, groupId, asked));
    }

    /** What was said about a group, the latest day first. */
    @GET
    @Path("/groups/{group}/history")
    public Page<PostingRule> history(
            @Context Caller caller, @PathParam("group") String groupId, @Context PageRequest page) {
        return posting.history(caller, groupId, page);
    }

    /** Says who may post from a day on. */
    @POST
    @Path("/groups/{group}/history")
    public NewId say(
            @Context Caller caller,
            @PathParam("group") String groupId,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            Saying saying) {
        if (saying == null) {
            throw new Invalid("policy", "core.required");
        }
        LocalDate from = saying.from() == null ? VietnamTime.today(clock) : saying.from();
        return new NewId(posting.say(caller, groupId, saying.policy(), from, saying.reason(), idempotencyKey));
    }

    /** From whom the right was withdrawn, the latest first. */
    @GET
    @Path("/groups/{group}/suspensions")
    public Page<PostingSuspension> suspensions(
            @Context Caller caller,
            @PathParam("group") String groupId,
            @QueryParam("running") boolean runningOnly,
            @Context PageRequest page) {
        return posting.suspensions(caller, groupId, runningOnly, page);
    }

    /** Gives the right back before its last day. */
    @POST
    @Path("/suspensions/{id}/return")
    public PostingSuspension giveBack(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return posting.giveBack(caller, id, Reason.of(reason));
    }
}
