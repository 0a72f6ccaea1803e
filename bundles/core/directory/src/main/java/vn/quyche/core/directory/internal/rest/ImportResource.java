package vn.quyche.core.directory.internal.rest;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.ArrivalReason;
import vn.quyche.core.api.directory.StaffImports;
import vn.quyche.core.api.security.Caller;

/** Staff lists: a file is read into a plan, the plan is looked at, then applied. */
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource {

    /** Short lists are ready when the call answers; others are asked for again. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final StaffImports imports;

    ImportResource(StaffImports imports) {
        this.imports = imports;
    }

    /** The imports, newest first; sorted by {@code time} or {@code file}. */
    @GET
    public Page<StaffImports.Import> list(@Context Caller caller, @Context PageRequest page) {
        return imports.list(caller, page);
    }

    /** Takes the bytes of an Excel or CSV file and makes a plan; changes nothing. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response start(
            @Context Caller caller, @QueryParam("fileName") @DefaultValue("") String fileName, InputStream file) {
        StaffImports.Import started = imports.start(caller, fileName, () -> file);
        return Response.status(Response.Status.CREATED)
                .entity(imports.await(caller, started.id(), SHORT))
                .build();
    }

    /** One import, with progress while a step runs. */
    @GET
    @Path("/{id}")
    public StaffImports.Import get(@Context Caller caller, @PathParam("id") String id) {
        return imports.get(caller, id);
    }

    /** The rows of the plan; sorted by {@code row}. */
    @GET
    @Path("/{id}/rows")
    public Page<StaffImports.Row> rows(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("kind") StaffImports.RowKind kind,
            @Context PageRequest page) {
        return imports.rows(caller, id, Optional.ofNullable(kind), page);
    }

    /**
     * Applies the plan, all in one transaction. With {@code joinings} people who have come lately get a joining checklist: it
     * says why those came who were not here before.
     */
    @POST
    @Path("/{id}/apply")
    public StaffImports.Import apply(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("joinings") ArrivalReason joinings) {
        imports.apply(caller, id, Optional.ofNullable(joinings));
        return imports.await(caller, id, SHORT);
    }

    /** Stops what runs, or throws the plan away. */
    @DELETE
    @Path("/{id}")
    public void cancel(@Context Caller caller, @PathParam("id") String id) {
        imports.cancel(caller, id);
    }
}
