package vn.quyche.core.audit.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.audit.internal.service.Queries;

/** Lines of the audit log. */
@Path("/lines")
@Produces(MediaType.APPLICATION_JSON)
public final class LineResource {

    private final AuditTrail trail;

    LineResource(AuditTrail trail) {
        this.trail = trail;
    }

    /** Lines, newest first ({@code -time}, the only order); {@code from} and {@code to} are days or instants. */
    @GET
    public Page<AuditLine> list(
            @Context Caller caller,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("person") String person,
            @QueryParam("action") String action,
            @QueryParam("subjectType") String subjectType,
            @QueryParam("subjectId") String subjectId,
            @QueryParam("outcome") String outcome,
            @Context PageRequest page) {
        return trail.list(caller, Queries.of(from, to, person, action, subjectType, subjectId, outcome), page);
    }

    /** One line. */
    @GET
    @Path("/{id}")
    public AuditLine get(@Context Caller caller, @PathParam("id") String id) {
        return trail.get(caller, id);
    }
}
