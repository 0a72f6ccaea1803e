package vn.quyche.core.directory.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.security.Caller;

/** Classes with their homeroom teachers; they are made and changed as units. */
@Path("/classes")
@Produces(MediaType.APPLICATION_JSON)
public final class ClassResource {

    private final Structure structure;

    ClassResource(Structure structure) {
        this.structure = structure;
    }

    /** The classes of a school year, or all of them, those of past years included. */
    @GET
    public List<Structure.UnitView> list(@Context Caller caller, @QueryParam("schoolYear") String schoolYear) {
        return structure.units(caller, Optional.of(UnitType.SCHOOL_CLASS), true).stream()
                .filter(unit -> schoolYear == null || unit.data().schoolYear().equals(schoolYear))
                .toList();
    }
}
