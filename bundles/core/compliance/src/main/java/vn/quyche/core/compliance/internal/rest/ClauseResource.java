package vn.quyche.core.compliance.internal.rest;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.core.compliance.internal.service.RegulationReader.Standing;

/** Clauses and their standing: a few hundred, hence in one answer. */
@Path("/clauses")
@Produces(MediaType.APPLICATION_JSON)
public final class ClauseResource {

    private final RegulationReader reader;

    ClauseResource(RegulationReader reader) {
        this.reader = reader;
    }

    /** All clauses in catalogue order. */
    @GET
    public List<Standing> list(@Context Caller caller) {
        return reader.clauses(caller);
    }

    /** One clause. */
    @GET
    @Path("/{id}")
    public Standing get(@Context Caller caller, @PathParam("id") String id) {
        return reader.clause(caller, id);
    }
}
