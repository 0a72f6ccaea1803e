package vn.quyche.core.compliance.internal.rest;

import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.model.EditionDiff.ArticleDiff;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations.RegulationView;

/** The school's own regulations: a dozen, hence in one answer. */
@Path("/regulations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AdoptedResource {

    private final AdoptedRegulations adopted;

    AdoptedResource(AdoptedRegulations adopted) {
        this.adopted = adopted;
    }

    /** What to start from. */
    public record NewRegulation(String pack, String title) {}

    /** What the next edition is to do. */
    public record NewEdition(Edition.Kind kind) {}

    /** The id of a draft that was started. */
    public record Draft(String editionId) {}

    /** All regulations by title, with their editions but without articles. */
    @GET
    public List<RegulationView> list(@Context Caller caller) {
        return adopted.list(caller);
    }

    /** Starts a draft from a pack, or from nothing with a title. */
    @POST
    public Response start(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewRegulation regulation) {
        String id = regulation == null
                ? adopted.start(caller, key, "", "")
                : adopted.start(caller, key, regulation.pack(), regulation.title());
        return Response.status(Response.Status.CREATED).entity(new Draft(id)).build();
    }

    /** One regulation. */
    @GET
    @Path("/{id}")
    public RegulationView get(@Context Caller caller, @PathParam("id") String id) {
        return adopted.get(caller, id);
    }

    /** The edition that held on a day, with its articles. */
    @GET
    @Path("/{id}/text")
    public Edition text(@Context Caller caller, @PathParam("id") String id, @QueryParam("day") LocalDate day) {
        if (day == null) {
            throw new Invalid("day", "core.required");
        }
        return adopted.on(caller, id, day).orElseThrow(() -> new NotFound("compliance.edition-not-found"));
    }

    /** What differs between two editions. */
    @GET
    @Path("/{id}/differences")
    public List<ArticleDiff> differences(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("after") @DefaultValue("") String after) {
        return adopted.compare(caller, before, after);
    }

    /** Starts a draft that amends, replaces or repeals the regulation, or issues it again. */
    @POST
    @Path("/{id}/editions")
    public Response revise(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewEdition edition) {
        if (edition == null || edition.kind() == null) {
            throw new Invalid("kind", "core.required");
        }
        String draft = adopted.revise(caller, key, id, edition.kind());
        return Response.status(Response.Status.CREATED).entity(new Draft(draft)).build();
    }
}
