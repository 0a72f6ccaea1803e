package vn.quyche.core.compliance.internal.rest;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.compliance.internal.model.EvidenceFile;
import vn.quyche.core.compliance.internal.model.EvidenceFileQuery;
import vn.quyche.core.compliance.internal.service.EvidenceFiles;
import vn.quyche.core.compliance.internal.service.Standings;

/** Evidence of a regulation for a period as one file: put together in the background, then taken away. */
@Path("/evidence-files")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EvidenceFileResource {

    private final EvidenceFiles files;
    private final Standings standings;

    EvidenceFileResource(EvidenceFiles files, Standings standings) {
        this.files = files;
        this.standings = standings;
    }

    /**
     * What to put together.
     *
     * @param regulation the id of a regulation, or the code of a pack
     * @param period a month, school year or term; the running school year when no days are given either
     * @param from the first day, instead of a period
     * @param to the last day
     */
    public record NewEvidenceFile(String regulation, String period, LocalDate from, LocalDate to) {}

    /** The files, newest first; sorted by {@code asked} or {@code period}, with {@code -} downwards. */
    @GET
    public Page<EvidenceFiles.Progress> list(
            @Context Caller caller,
            @QueryParam("state") EvidenceFile.State state,
            @QueryParam("regulation") String regulation,
            @Context PageRequest page) {
        EvidenceFileQuery query = new EvidenceFileQuery(Optional.ofNullable(state), Optional.ofNullable(regulation));
        return files.list(caller, query, page);
    }

    /** Begins to put a file together. */
    @POST
    public NewId start(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewEvidenceFile wanted) {
        if (wanted == null || wanted.regulation() == null) {
            throw new Invalid("regulation", "core.required");
        }
        return new NewId(files.start(
                caller,
                key,
                wanted.regulation(),
                standings.period(
                        Optional.ofNullable(wanted.period()),
                        Optional.ofNullable(wanted.from()),
                        Optional.ofNullable(wanted.to()))));
    }

    /** One file, with progress while it is being put together. */
    @GET
    @Path("/{id}")
    public EvidenceFiles.Progress get(@Context Caller caller, @PathParam("id") String id) {
        return files.get(caller, id);
    }

    /** Stops a file that is being put together. */
    @DELETE
    @Path("/{id}")
    public void cancel(@Context Caller caller, @PathParam("id") String id) {
        files.cancel(caller, id);
    }

    /** The ZIP. */
    @GET
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@Context Caller caller, @PathParam("id") String id) {
        Attachment file = files.open(caller, id);
        StreamingOutput out = stream -> {
            try (InputStream in = files.read(file)) {
                in.transferTo(stream);
            }
        };
        return Response.ok(out, file.mediaType()).build();
    }
}
