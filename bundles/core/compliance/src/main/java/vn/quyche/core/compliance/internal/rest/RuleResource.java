package vn.quyche.core.compliance.internal.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import javax.ws.rs.core.Response;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.RuleCourse;
import vn.quyche.core.compliance.internal.model.RuleDetail;
import vn.quyche.core.compliance.internal.model.RuleQuery;
import vn.quyche.core.compliance.internal.model.RuleView;
import vn.quyche.core.compliance.internal.service.RecurringRules;

/** Recurring rules: what comes again, on whom it is laid, and what the school decided about it. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RuleResource {

    private final RecurringRules rules;

    RuleResource(RecurringRules rules) {
        this.rules = rules;
    }

    /**
     * Another schedule.
     *
     * @param schedule its text
     * @param validFrom the first day on which it holds
     * @param decision the decision behind it
     */
    public record NewSchedule(String schedule, LocalDate validFrom, String decision) {}

    /**
     * What is decided about a rule.
     *
     * @param validFrom the first day on which it holds
     * @param lastDay of a rest: the last day; missing for until further notice
     * @param reason why
     */
    public record NewChange(LocalDate validFrom, LocalDate lastDay, String reason) {

        static NewChange of(NewChange given) {
            return Objects.requireNonNullElseGet(given, () -> new NewChange(null, null, null));
        }
    }

    /** All rules; sorted by {@code next}, {@code title} or {@code clause}, with {@code -} downwards. */
    @GET
    public Page<RuleView> list(
            @Context Caller caller,
            @QueryParam("domain") String domain,
            @QueryParam("state") RuleCourse.State state,
            @QueryParam("post") Post post,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        RuleQuery query = new RuleQuery(
                Optional.ofNullable(domain),
                Optional.ofNullable(state),
                Optional.ofNullable(post),
                Optional.ofNullable(text));
        return rules.list(caller, query, page);
    }

    /** One rule with the times to come and what was decided. */
    @GET
    @Path("/{id}")
    public RuleDetail get(@Context Caller caller, @PathParam("id") String id) {
        return rules.get(caller, id);
    }

    /** The times that a schedule would bring. */
    @GET
    @Path("/{id}/preview")
    public List<RuleDetail.Next> preview(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("schedule") String schedule,
            @QueryParam("validFrom") LocalDate validFrom) {
        return rules.preview(caller, id, schedule, validFrom);
    }

    /** Gives a rule another schedule; the same day again replaces it. */
    @POST
    @Path("/{id}/schedule")
    public Response schedule(@Context Caller caller, @PathParam("id") String id, NewSchedule wanted) {
        NewSchedule given = Objects.requireNonNullElseGet(wanted, () -> new NewSchedule(null, null, null));
        return created(rules.changeSchedule(caller, id, given.schedule(), given.validFrom(), given.decision()));
    }

    /** Lets a rule rest. */
    @POST
    @Path("/{id}/pause")
    public Response pause(@Context Caller caller, @PathParam("id") String id, NewChange wanted) {
        NewChange given = NewChange.of(wanted);
        return created(
                rules.pause(caller, id, given.validFrom(), Optional.ofNullable(given.lastDay()), given.reason()));
    }

    /** Lets a rule go on. */
    @POST
    @Path("/{id}/resume")
    public Response resume(@Context Caller caller, @PathParam("id") String id, NewChange wanted) {
        NewChange given = NewChange.of(wanted);
        return created(rules.resume(caller, id, given.validFrom(), given.reason()));
    }

    /** Ends a rule. */
    @POST
    @Path("/{id}/end")
    public Response end(@Context Caller caller, @PathParam("id") String id, NewChange wanted) {
        NewChange given = NewChange.of(wanted);
        return created(rules.end(caller, id, given.validFrom(), given.reason()));
    }

    private static Response created(Object decided) {
        return Response.status(Response.Status.CREATED).entity(decided).build();
    }
}
