package vn.quyche.core.directory.internal.rest;

import java.util.List;
import java.util.Optional;
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
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;

/** Units, classes among them. */
@Path("/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UnitResource {

    private final Structure structure;

    UnitResource(Structure structure) {
        this.structure = structure;
    }

    /** All units by kind and name, in one answer; {@code ended=true} adds those that ended. */
    @GET
    public List<Structure.UnitView> list(
            @Context Caller caller, @QueryParam("type") UnitType type, @QueryParam("ended") boolean ended) {
        return structure.units(caller, Optional.ofNullable(type), ended);
    }

    /** Makes a unit or class. */
    @POST
    public NewId create(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            NewUnit unit) {
        return new NewId(structure.createUnit(caller, idempotencyKey, unit.unit(), unit.validFrom()));
    }

    /** One unit; the version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public Structure.UnitView get(@Context Caller caller, @PathParam("id") String id) {
        return structure.unit(caller, id);
    }

    /** Changes name, parent or campus. */
    @PUT
    @Path("/{id}")
    public Structure.UnitView update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Structure.UnitData unit) {
        return structure.updateUnit(caller, id, IfMatch.version(ifMatch), unit);
    }

    /** Closes a unit; what is held in it ends with it. */
    @POST
    @Path("/{id}/close")
    public Structure.UnitView close(@Context Caller caller, @PathParam("id") String id, LastDay day) {
        structure.closeUnit(caller, id, day.lastDay());
        return structure.unit(caller, id);
    }
}
