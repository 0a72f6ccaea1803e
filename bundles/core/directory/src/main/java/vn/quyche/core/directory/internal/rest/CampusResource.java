package vn.quyche.core.directory.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;

/** Campuses. */
@Path("/campuses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CampusResource {

    private final Structure structure;

    CampusResource(Structure structure) {
        this.structure = structure;
    }

    /** All campuses by name; {@code ended=true} adds those that ended. */
    @GET
    public List<Campus> list(@Context Caller caller, @QueryParam("ended") boolean ended) {
        return structure.campuses(caller, ended);
    }

    /** Adds a campus. */
    @POST
    public NewId create(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            NewCampus campus) {
        Structure.CampusData data = new Structure.CampusData(campus.name(), campus.address());
        return new NewId(structure.createCampus(caller, idempotencyKey, data, campus.validFrom()));
    }

    /** Changes a campus. */
    @PUT
    @Path("/{id}")
    public Campus update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Structure.CampusData campus) {
        return structure.updateCampus(caller, id, IfMatch.version(ifMatch), campus);
    }

    /** Closes a campus. */
    @POST
    @Path("/{id}/close")
    public void close(@Context Caller caller, @PathParam("id") String id, LastDay day) {
        structure.closeCampus(caller, id, day.lastDay());
    }
}
