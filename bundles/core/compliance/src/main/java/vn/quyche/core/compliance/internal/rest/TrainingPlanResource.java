package vn.quyche.core.compliance.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.compliance.internal.model.TrainingPlan;
import vn.quyche.core.compliance.internal.service.TrainingPlans;

/** The plans of trainings, one for each school year ({@code 2026-2027}); their version is the {@code ETag}. */
@Path("/training-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrainingPlanResource {

    private final TrainingPlans plans;

    TrainingPlanResource(TrainingPlans plans) {
        this.plans = plans;
    }

    /** What the school wants in a school year. */
    public record Aims(String aims) {}

    /** The plan of a school year; version 0 while nothing was entered. */
    @GET
    @Path("/{year}")
    public TrainingPlan get(@Context Caller caller, @PathParam("year") String year) {
        return plans.get(caller, year);
    }

    /** Writes what the school wants. */
    @PUT
    @Path("/{year}")
    public TrainingPlan write(
            @Context Caller caller,
            @PathParam("year") String year,
            @HeaderParam("If-Match") String ifMatch,
            Aims aims) {
        return plans.write(caller, year, IfMatch.version(ifMatch), aims == null ? "" : aims.aims());
    }

    /** Approves the plan. */
    @POST
    @Path("/{year}/approval")
    public TrainingPlan approve(
            @Context Caller caller, @PathParam("year") String year, @HeaderParam("If-Match") String ifMatch) {
        return plans.approve(caller, year, IfMatch.version(ifMatch));
    }
}
