package vn.quyche.group.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.inspection.InspectedGroup;
import vn.quyche.group.internal.service.InspectedGroups;

/** Inspections as the superior authority collects them: counts of signed reports, nothing about people. */
@Path("/inspected")
@Produces(MediaType.APPLICATION_JSON)
public final class InspectedResource {

    private final InspectedGroups inspected;

    InspectedResource(InspectedGroups inspected) {
        this.inspected = inspected;
    }

    /** The signed reports whose period ends in the months from {@code from} to {@code to}, the last period first. */
    @GET
    public Page<InspectedGroup> list(
            @Context Caller caller,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Context PageRequest page) {
        return inspected.collect(caller, from, to, page);
    }
}
