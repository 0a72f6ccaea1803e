package vn.quyche.core.document.internal.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.IncomingStep;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.document.Urgency;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.document.internal.print.ArrivalStamp;
import vn.quyche.core.document.internal.service.Registers;

/** Incoming documents from the register to what became of them. */
@Path("/incoming")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class IncomingResource {

    private final IncomingDocuments incoming;
    private final Registers registers;
    private final Printer printer;

    IncomingResource(IncomingDocuments incoming, Registers registers, Printer printer) {
        this.registers = registers;
        this.incoming = incoming;
        this.printer = printer;
    }

    /** A document to register; the fields are those of {@link NewIncoming}. */
    public record Entered(
            String bookId,
            LocalDate arrivedOn,
            String sender,
            String code,
            LocalDate day,
            DocumentKind kind,
            String subject,
            Urgency urgency,
            boolean paper,
            String remark,
            boolean again,
            List<String> fileIds) {

        NewIncoming document() {
            return new NewIncoming(
                    bookId,
                    Optional.ofNullable(arrivedOn),
                    sender,
                    code,
                    Optional.ofNullable(day),
                    kind,
                    subject,
                    urgency,
                    paper,
                    remark,
                    again,
                    listed(fileIds).toList());
        }
    }

    /** Documents to register together. */
    public record Batch(List<Entered> documents) {}

    /** Who handles documents: the opinion (of the principal), a lead and collaborators, and until when. */
    public record Order(
            List<String> documentIds, String opinion, Assignee lead, List<Assignee> collaborators, LocalDate dueOn) {

        Routing routing() {
            return new Routing(
                    opinion, Optional.ofNullable(lead), listed(collaborators).toList(), Optional.ofNullable(dueOn));
        }
    }

    /** What became of a document. */
    public record Outcome(String outcome) {}

    /** Documents that the caller may see, newest first. */
    @GET
    public Page<IncomingDocument> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("state") IncomingState state,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @Context PageRequest page) {
        return incoming.list(
                caller,
                new IncomingDocuments.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()),
                        Optional.ofNullable(state),
                        late,
                        mine),
                page);
    }

    /** Registers a document. */
    @POST
    public NewId register(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, Entered entered) {
        return new NewId(incoming.register(caller, key, Body.required(entered).document()));
    }

    /** Registers many, all or none; gives the id of the first one. */
    @POST
    @Path("/batch")
    public NewId registerAll(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, Batch batch) {
        return new NewId(incoming.registerAll(
                caller,
                key,
                listed(Body.required(batch).documents()).map(Entered::document).toList()));
    }

    /** Gives an opinion on documents. */
    @POST
    @Path("/opinion")
    public void direct(@Context Caller caller, Order order) {
        incoming.direct(caller, listed(Body.required(order).documentIds()).toList(), order.routing());
    }

    /** Routes documents. */
    @POST
    @Path("/routing")
    public void route(@Context Caller caller, Order order) {
        incoming.route(caller, listed(Body.required(order).documentIds()).toList(), order.routing());
    }

    /** One document. */
    @GET
    @Path("/{id}")
    public IncomingDocument get(@Context Caller caller, @PathParam("id") String id) {
        return incoming.get(caller, id);
    }

    /** Its files. */
    @GET
    @Path("/{id}/files")
    public List<Attachment> files(@Context Caller caller, @PathParam("id") String id) {
        return incoming.files(caller, id);
    }

    /** What the caller may do with it now. */
    @GET
    @Path("/{id}/steps")
    public Set<IncomingStep> steps(@Context Caller caller, @PathParam("id") String id) {
        return incoming.steps(caller, id);
    }

    /** Begins to handle it. */
    @POST
    @Path("/{id}/start")
    public IncomingDocument start(@Context Caller caller, @PathParam("id") String id) {
        return incoming.start(caller, id);
    }

    /** Says what became of it. */
    @POST
    @Path("/{id}/completion")
    public IncomingDocument complete(@Context Caller caller, @PathParam("id") String id, Outcome outcome) {
        return incoming.complete(caller, id, Body.required(outcome).outcome());
    }

    /** The handling slip on paper. */
    @GET
    @Path("/{id}/slip")
    @Produces(MediaType.WILDCARD)
    public Response slip(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        PrintedDocument slip = incoming.slip(caller, id);
        StreamingOutput out = stream -> printer.print(slip, format, stream);
        return Response.ok(out, format.contentType()).build();
    }

    /** The stamp ĐẾN, as a PDF of its size. */
    @GET
    @Path("/{id}/stamp")
    @Produces(MediaType.WILDCARD)
    public Response stamp(@Context Caller caller, @PathParam("id") String id) {
        ArrivalStamp stamp = registers.stamp(caller, id);
        StreamingOutput out = stamp::write;
        return Response.ok(out, Printer.Format.PDF.contentType()).build();
    }

    private static <T> Stream<T> listed(List<T> entries) {
        return entries == null ? Stream.of() : entries.stream().filter(Objects::nonNull);
    }
}
