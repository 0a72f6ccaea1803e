package vn.quyche.core.document.internal.rest;

import java.io.InputStream;
import java.time.LocalDate;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.DocumentComment;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.DocumentTemplates.Filling;
import vn.quyche.core.api.document.DocumentVersion;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.OutgoingState;
import vn.quyche.core.api.document.OutgoingStep;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.api.web.Reason;

/** Outgoing documents from the draft to the recall. */
@Path("/outgoing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OutgoingResource {

    private final OutgoingDocuments outgoing;
    private final DocumentTemplates templates;
    private final Attachments attachments;

    OutgoingResource(OutgoingDocuments outgoing, DocumentTemplates templates, Attachments attachments) {
        this.outgoing = outgoing;
        this.templates = templates;
        this.attachments = attachments;
    }

    /** A remark. */
    public record Remark(String text) {}

    /** The content that the approver has seen, lower-case hex of its SHA-256. */
    public record Seen(String sha256) {}

    /** A signature with pen and seal: the received scan, and the day of signing (today when it is left out). */
    public record HandSignature(String scanId, LocalDate signedOn) {}

    /** The sending: how many copies, and the note of the register. */
    public record Issue(int copies, String remark) {}

    /** Documents that the caller may see, newest first. */
    @GET
    public Page<OutgoingDocument> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("state") OutgoingState state,
            @QueryParam("kind") DocumentKind kind,
            @QueryParam("year") Integer year,
            @Context PageRequest page) {
        return outgoing.list(
                caller,
                new OutgoingDocuments.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()),
                        Optional.ofNullable(state),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(year)),
                page);
    }

    /** Begins a document; its file was received by {@code POST /uploads}. */
    @POST
    public NewId draft(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, OutgoingBody body) {
        return new NewId(outgoing.draft(caller, key, Body.required(body).entered()));
    }

    /** One document. */
    @GET
    @Path("/{id}")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return tagged(outgoing.get(caller, id));
    }

    /** Changes a document that has no number; an approval ends with it. */
    @PUT
    @Path("/{id}")
    public Response revise(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            OutgoingBody body) {
        return tagged(outgoing.revise(
                caller, id, IfMatch.version(version), Body.required(body).entered()));
    }

    /** From which template its latest version was made, and what was entered. */
    @GET
    @Path("/{id}/filling")
    public Filling filling(@Context Caller caller, @PathParam("id") String id) {
        return made(caller, id);
    }

    /** Makes the next version of a document from its template. */
    @PUT
    @Path("/{id}/filling")
    public Response refill(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            TemplateResource.Filled filled) {
        TemplateResource.Filled given = Body.required(filled);
        long expected = IfMatch.version(version);
        return tagged(templates.revise(
                caller,
                id,
                expected,
                made(caller, id).templateId(),
                given.required().entered(),
                given.given()));
    }

    /** What the caller may do with it now. */
    @GET
    @Path("/{id}/steps")
    public Set<OutgoingStep> steps(@Context Caller caller, @PathParam("id") String id) {
        return outgoing.steps(caller, id);
    }

    /** Its versions, the latest first. */
    @GET
    @Path("/{id}/versions")
    public List<DocumentVersion> versions(@Context Caller caller, @PathParam("id") String id) {
        return outgoing.versions(caller, id);
    }

    /** Remarks on it, the latest first. */
    @GET
    @Path("/{id}/comments")
    public List<DocumentComment> comments(@Context Caller caller, @PathParam("id") String id) {
        return outgoing.comments(caller, id);
    }

    /** Remarks on it. */
    @POST
    @Path("/{id}/comments")
    public List<DocumentComment> comment(@Context Caller caller, @PathParam("id") String id, Remark remark) {
        outgoing.comment(caller, id, Body.required(remark).text());
        return outgoing.comments(caller, id);
    }

    /** A file of it: a version, the scan or the signed file. */
    @GET
    @Path("/{id}/files/{file}")
    @Produces(MediaType.WILDCARD)
    public Response file(@Context Caller caller, @PathParam("id") String id, @PathParam("file") String fileId) {
        Attachment file = outgoing.file(caller, id, fileId);
        StreamingOutput out = stream -> {
            try (InputStream in = attachments.open(file)) {
                in.transferTo(stream);
            }
        };
        return Response.ok(out, MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .build();
    }

    /** Submits it to who approves. */
    @POST
    @Path("/{id}/submission")
    public OutgoingDocument submit(@Context Caller caller, @PathParam("id") String id) {
        return outgoing.submit(caller, id);
    }

    /** Approves exactly these bytes. */
    @POST
    @Path("/{id}/approval")
    public OutgoingDocument approve(@Context Caller caller, @PathParam("id") String id, Seen seen) {
        String hash = Body.required(seen).sha256();
        if (hash == null) {
            throw new Invalid("sha256", "core.required");
        }
        return outgoing.approve(caller, id, hash);
    }

    /** Sends it back to its author. */
    @POST
    @Path("/{id}/return")
    public OutgoingDocument sendBack(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return outgoing.sendBack(caller, id, Reason.of(reason));
    }

    /** Gives it the next number of its register. */
    @POST
    @Path("/{id}/number")
    public OutgoingDocument assignNumber(@Context Caller caller, @PathParam("id") String id) {
        return outgoing.assignNumber(caller, id);
    }

    /** Records that it was signed with pen and seal. */
    @POST
    @Path("/{id}/signature")
    public OutgoingDocument signedByHand(@Context Caller caller, @PathParam("id") String id, HandSignature signature) {
        return outgoing.signedByHand(
                caller,
                id,
                Body.required(signature).scanId(),
                Body.required(signature).signedOn());
    }

    /** Records that it was sent to its recipients. */
    @POST
    @Path("/{id}/issue")
    public OutgoingDocument issue(@Context Caller caller, @PathParam("id") String id, Issue issue) {
        return outgoing.issue(
                caller, id, Body.required(issue).copies(), Body.required(issue).remark());
    }

    /** Calls it back. */
    @POST
    @Path("/{id}/recall")
    public OutgoingDocument recall(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return outgoing.recall(caller, id, Reason.of(reason));
    }

    /** Gives it up after it was numbered; the number stays. */
    @POST
    @Path("/{id}/cancellation")
    public OutgoingDocument cancel(@Context Caller caller, @PathParam("id") String id, Reason reason) {
        return outgoing.cancel(caller, id, Reason.of(reason));
    }

    /** Gives it up before it has a number. */
    @POST
    @Path("/{id}/discard")
    public OutgoingDocument discard(@Context Caller caller, @PathParam("id") String id) {
        return outgoing.discard(caller, id);
    }

    private Filling made(Caller caller, String id) {
        return templates.filling(caller, id).orElseThrow(() -> new NotFound("document.no-template"));
    }

    private static Response tagged(OutgoingDocument document) {
        return Response.ok(document).tag(String.valueOf(document.version())).build();
    }
}
