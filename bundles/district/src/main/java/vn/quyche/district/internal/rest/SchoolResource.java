package vn.quyche.district.internal.rest;

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
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.NewDistrictSchool;
import vn.quyche.district.api.SchoolStanding;
import vn.quyche.district.api.Schools;

/** The schools of the district. A token that was entered is never given back. */
@Path("/schools")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SchoolResource {

    private final Schools schools;

    SchoolResource(Schools schools) {
        this.schools = schools;
    }

    /** Schools, and how their groups stand; sorted by {@code name}, {@code code} or {@code taken}. */
    @GET
    public Page<SchoolStanding> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("part") @DefaultValue("ACTIVE") Schools.Part part,
            @Context PageRequest page) {
        return schools.list(caller, new Schools.Query(Texts.given(text), part), page);
    }

    /** Registers a school. */
    @POST
    public NewId register(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            NewDistrictSchool school) {
        return new NewId(schools.register(caller, school, idempotencyKey));
    }

    /** One school; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public DistrictSchool get(@Context Caller caller, @PathParam("id") String id) {
        return schools.get(caller, id);
    }

    /** Changes a school; without {@code token} the one that is there stays. */
    @PUT
    @Path("/{id}")
    public DistrictSchool change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            NewDistrictSchool school) {
        return schools.change(caller, id, IfMatch.version(ifMatch), school);
    }
}
