package vn.quyche.district.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.district.api.CollectionRun;
import vn.quyche.district.api.ListCollections;
import vn.quyche.district.api.SchoolCollection;

/** Collections of the schools' lists. */
@Path("/collections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CollectionResource {

    private final ListCollections collections;

    CollectionResource(ListCollections collections) {
        this.collections = collections;
    }

    /** Collections, newest first; sorted by {@code started}, {@code done}, {@code failed} or {@code total}. */
    @GET
    public Page<CollectionRun> list(@Context Caller caller, @Context PageRequest page) {
        return collections.runs(caller, page);
    }

    /** Starts a collection of all schools, or of one. */
    @POST
    public NewId start(@Context Caller caller, @QueryParam("school") String schoolId) {
        return new NewId(collections.start(caller, Texts.given(schoolId)));
    }

    /** One collection. */
    @GET
    @Path("/{id}")
    public CollectionRun get(@Context Caller caller, @PathParam("id") String id) {
        return collections.get(caller, id);
    }

    /**
     * How the schools fared; sorted by {@code code}, {@code added}, {@code changed}, {@code gone} or {@code ended}.
     */
    @GET
    @Path("/{id}/schools")
    public Page<SchoolCollection> outcomes(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("state") SchoolCollection.State state,
            @Context PageRequest page) {
        return collections.outcomes(caller, id, Optional.ofNullable(state), page);
    }

    /** Cancels a collection; what was taken over stays. */
    @POST
    @Path("/{id}/cancellation")
    public CollectionRun cancel(@Context Caller caller, @PathParam("id") String id) {
        collections.cancel(caller, id);
        return collections.get(caller, id);
    }
}
