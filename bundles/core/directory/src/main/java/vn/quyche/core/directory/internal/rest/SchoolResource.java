package vn.quyche.core.directory.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;

/** The school itself. */
@Path("/school")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SchoolResource {

    private final Structure structure;

    SchoolResource(Structure structure) {
        this.structure = structure;
    }

    /** The school; version 0 while nothing was entered. */
    @GET
    public Structure.SchoolView get(@Context Caller caller) {
        return structure.school(caller);
    }

    /** Enters or changes the school. */
    @PUT
    public Structure.SchoolView update(@Context Caller caller, @HeaderParam("If-Match") String ifMatch, School school) {
        return structure.updateSchool(caller, IfMatch.version(ifMatch), school);
    }
}
