package vn.quyche.district.internal.rest;

import java.time.Clock;
import java.util.List;
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
import vn.quyche.core.api.security.Caller;
import vn.quyche.district.api.Overviews;
import vn.quyche.district.api.PushedSummary;
import vn.quyche.district.api.SchoolMonth;
import vn.quyche.district.api.SchoolOverview;
import vn.quyche.district.api.TrendMonth;

/** How groups are inspected and duties done at the schools: counts by month. */
@Path("/overview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OverviewResource {

    private final Overviews overviews;
    private final Clock clock;

    OverviewResource(Overviews overviews, Clock clock) {
        this.overviews = overviews;
        this.clock = clock;
    }

    /**
     * The active schools and what a month comes to, for example {@code month=2026-11}; this month without. Sorted by
     * {@code name}, {@code inspected}, {@code differences}, {@code overdue}, {@code found}, {@code due}, {@code missed},
     * {@code excused} or {@code taken}.
     */
    @GET
    public Page<SchoolOverview> list(
            @Context Caller caller,
            @QueryParam("month") String month,
            @QueryParam("q") String text,
            @QueryParam("part") @DefaultValue("ALL") Overviews.Part part,
            @Context PageRequest page) {
        return overviews.list(
                caller, new Overviews.Query(Texts.monthOrThis(month, clock), Texts.given(text), part), page);
    }

    /** A month of a school: its inspections by group, its duties by domain and role. */
    @GET
    @Path("/{school}")
    public SchoolMonth month(
            @Context Caller caller, @PathParam("school") String schoolId, @QueryParam("month") String month) {
        return overviews.month(caller, schoolId, Texts.monthOrThis(month, clock));
    }

    /** The months of a school up to one, the first first. */
    @GET
    @Path("/{school}/trend")
    public List<TrendMonth> trend(
            @Context Caller caller,
            @PathParam("school") String schoolId,
            @QueryParam("month") String last,
            @QueryParam("months") @DefaultValue("12") int months) {
        return overviews.trend(caller, schoolId, Texts.monthOrThis(last, clock), months);
    }

    /** Takes the figures of the caller's school in the place of what there was of the months that they name. */
    @POST
    public void push(@Context Caller caller, PushedSummary summary) {
        overviews.push(caller, summary);
    }
}
