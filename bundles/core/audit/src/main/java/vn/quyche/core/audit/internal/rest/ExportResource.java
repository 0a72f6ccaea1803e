package vn.quyche.core.audit.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.audit.AuditTrail.Query;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.audit.internal.service.Queries;

/** The export of the audit log. */
@Path("/export")
public final class ExportResource {

    private static final String JSON_LINES = "application/x-ndjson";

    private final AuditTrail trail;

    ExportResource(AuditTrail trail) {
        this.trail = trail;
    }

    /** Matching lines in chain order, one JSON object a line, closed by their count and the last hash. */
    @GET
    @Produces(JSON_LINES)
    public Response export(
            @Context Caller caller,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("person") String person,
            @QueryParam("action") String action,
            @QueryParam("subjectType") String subjectType,
            @QueryParam("subjectId") String subjectId,
            @QueryParam("outcome") String outcome) {
        Query query = Queries.of(from, to, person, action, subjectType, subjectId, outcome);
        AuditTrail.Export export = trail.prepareExport(caller, query);
        StreamingOutput body = export::writeTo;
        return Response.ok(body, JSON_LINES)
                .header("Content-Disposition", "attachment; filename=\"audit.jsonl\"")
                .build();
    }
}
