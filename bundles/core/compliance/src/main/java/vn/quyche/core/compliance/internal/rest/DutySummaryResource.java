package vn.quyche.core.compliance.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.compliance.DutySummary;
import vn.quyche.core.api.security.Caller;

/** Duties as the superior authority collects them: counts by month, domain and role, nothing about people. */
@Path("/summaries")
@Produces(MediaType.APPLICATION_JSON)
public final class DutySummaryResource {

    private final DutySummaries summaries;

    DutySummaryResource(DutySummaries summaries) {
        this.summaries = summaries;
    }

    /** How the duties went that were due in the months from {@code from} to {@code to}, for example {@code 2026-11}. */
    @GET
    public List<DutySummary> list(
            @Context Caller caller, @QueryParam("from") String from, @QueryParam("to") String to) {
        return summaries.collect(caller, from, to);
    }
}
