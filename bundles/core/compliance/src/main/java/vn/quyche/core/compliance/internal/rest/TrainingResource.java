package vn.quyche.core.compliance.internal.rest;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;
import vn.quyche.core.compliance.internal.model.Attendee;
import vn.quyche.core.compliance.internal.model.Training;
import vn.quyche.core.compliance.internal.model.TrainingQuery;
import vn.quyche.core.compliance.internal.service.Trainings;
import vn.quyche.core.compliance.internal.service.Trainings.NewMakeUp;
import vn.quyche.core.compliance.internal.service.Trainings.NewTraining;
import vn.quyche.core.compliance.internal.service.Trainings.TrainingView;

/**
 * Trainings on the regulations. Materials are received by {@code /api/document/v1/uploads} and named in
 * {@code attachmentIds}.
 */
@Path("/trainings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TrainingResource {

    private final Trainings trainings;
    private final Attachments attachments;
    private final Printer printer;

    TrainingResource(Trainings trainings, Attachments attachments, Printer printer) {
        this.trainings = trainings;
        this.attachments = attachments;
        this.printer = printer;
    }

    /** Who came, and what is to be said about it. */
    public record Attendance(Set<String> present, String remark) {

        public Attendance {
            present = present == null ? Set.of() : Set.copyOf(present);
        }
    }

    /** Trainings; sorted by {@code date} or {@code title}, with {@code -} downwards. */
    @GET
    public Page<TrainingView> list(
            @Context Caller caller,
            @QueryParam("year") String schoolYear,
            @QueryParam("regulation") String regulation,
            @QueryParam("state") Training.State state,
            @QueryParam("q") String text,
            @Context PageRequest page) {
        TrainingQuery query = new TrainingQuery(
                Optional.ofNullable(schoolYear),
                Optional.ofNullable(regulation),
                Optional.ofNullable(state),
                Optional.ofNullable(text));
        return trainings.list(caller, query, page);
    }

    /** Plans a training. */
    @POST
    public Response plan(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewTraining training) {
        return created(trainings.plan(caller, key, Body.required("title", training)));
    }

    /** One training; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public TrainingView get(@Context Caller caller, @PathParam("id") String id) {
        return trainings.get(caller, id);
    }

    /** Changes a training that is planned. */
    @PUT
    @Path("/{id}")
    public TrainingView change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            NewTraining training) {
        return trainings.change(caller, id, IfMatch.version(ifMatch), Body.required("title", training));
    }

    /** Cancels a training that is planned. */
    @POST
    @Path("/{id}/cancellation")
    public TrainingView cancel(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Reason reason) {
        return trainings.cancel(caller, id, IfMatch.version(ifMatch), Reason.of(reason));
    }

    /** For whom it is, and once it is held who came. */
    @GET
    @Path("/{id}/people")
    public List<Attendee> people(@Context Caller caller, @PathParam("id") String id) {
        return trainings.people(caller, id);
    }

    /** Its materials. */
    @GET
    @Path("/{id}/files")
    public List<Attachment> files(@Context Caller caller, @PathParam("id") String id) {
        return trainings.files(caller, id);
    }

    /** One of its materials. */
    @GET
    @Path("/{id}/files/{file}")
    @Produces(MediaType.WILDCARD)
    public Response file(@Context Caller caller, @PathParam("id") String id, @PathParam("file") String fileId) {
        Attachment file = trainings.file(caller, id, fileId);
        StreamingOutput out = stream -> {
            try (InputStream in = attachments.open(file)) {
                in.transferTo(stream);
            }
        };
        return Response.ok(out, MediaType.APPLICATION_OCTET_STREAM_TYPE).build();
    }

    /** Records that it was held, and who came. */
    @POST
    @Path("/{id}/attendance")
    public TrainingView hold(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Attendance attendance) {
        Attendance given = Body.required("present", attendance);
        return trainings.hold(caller, id, IfMatch.version(ifMatch), given.present(), given.remark());
    }

    /** Plans another one for those who missed it. */
    @POST
    @Path("/{id}/make-up")
    public Response makeUp(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewMakeUp makeUp) {
        return created(trainings.makeUp(caller, id, key, Body.required("startsAt", makeUp)));
    }

    /** The attendance sheet. */
    @GET
    @Path("/{id}/sheet")
    @Produces(MediaType.WILDCARD)
    public Response sheet(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        PrintedDocument sheet = trainings.sheet(caller, id);
        StreamingOutput out = stream -> printer.print(sheet, format, stream);
        return Response.ok(out, format.contentType()).build();
    }

    private static Response created(String id) {
        return Response.status(Response.Status.CREATED).entity(new NewId(id)).build();
    }
}
