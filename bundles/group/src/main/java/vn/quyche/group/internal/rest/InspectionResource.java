package vn.quyche.group.internal.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
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
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.group.api.inspection.Finding;
import vn.quyche.group.api.inspection.Inspection;
import vn.quyche.group.api.inspection.InspectionReport;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.inspection.NewFinding;
import vn.quyche.group.api.inspection.NewInspection;
import vn.quyche.group.api.inspection.PlannedInspection;
import vn.quyche.group.internal.service.InspectionPapers;

/** Inspections of groups: reports with their figures, findings and remedies. */
@Path("/inspections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InspectionResource {

    private final Inspections inspections;
    private final InspectionPapers papers;
    private final Printer printer;

    InspectionResource(Inspections inspections, InspectionPapers papers, Printer printer) {
        this.inspections = inspections;
        this.papers = papers;
        this.printer = printer;
    }

    /** What the inspector concludes. */
    public record Conclusion(String conclusion) {}

    /** The reports that the caller may see; sorted by {@code period}, {@code group}, {@code made}. */
    @GET
    public Page<Inspection> list(
            @Context Caller caller,
            @QueryParam("group") String groupId,
            @QueryParam("state") Inspection.State state,
            @QueryParam("q") String text,
            @QueryParam("open") boolean openOnly,
            @Context PageRequest page) {
        return inspections.list(
                caller,
                new Inspections.Query(
                        Optional.ofNullable(groupId),
                        Optional.ofNullable(state),
                        Optional.ofNullable(text).filter(part -> !part.isBlank()),
                        openOnly),
                page);
    }

    /** Begins a report on a group and a period. */
    @POST
    public NewId begin(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewInspection entered) {
        return new NewId(inspections.begin(caller, Body.required("groupId", entered), key));
    }

    /** When each official group has to be inspected next. */
    @GET
    @Path("/plan")
    public Page<PlannedInspection> plan(
            @Context Caller caller, @QueryParam("late") boolean lateOnly, @Context PageRequest page) {
        return inspections.plan(caller, lateOnly, page);
    }

    /** One report with its figures; its version is the {@code ETag}. */
    @GET
    @Path("/{id}")
    public InspectionReport get(@Context Caller caller, @PathParam("id") String id) {
        return inspections.get(caller, id);
    }

    /** What the caller may do with it. */
    @GET
    @Path("/{id}/rights")
    public Inspections.Rights rights(@Context Caller caller, @PathParam("id") String id) {
        return inspections.rights(caller, id);
    }

    /** Writes the conclusion of a draft. */
    @PUT
    @Path("/{id}")
    public Inspection conclude(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String ifMatch,
            Conclusion body) {
        return inspections.conclude(
                caller,
                id,
                IfMatch.version(ifMatch),
                Body.required("conclusion", body).conclusion());
    }

    /** Throws a draft away. */
    @DELETE
    @Path("/{id}")
    public void discard(@Context Caller caller, @PathParam("id") String id) {
        inspections.discard(caller, id);
    }

    /** Signs a draft: it is frozen and sealed. */
    @POST
    @Path("/{id}/signature")
    public Inspection sign(
            @Context Caller caller, @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        return inspections.sign(caller, id, IfMatch.version(ifMatch));
    }

    /** Enters a finding into a draft. */
    @POST
    @Path("/{id}/findings")
    public NewId find(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String key,
            NewFinding entered) {
        return new NewId(inspections.find(caller, id, Body.required("text", entered), key));
    }

    /** Takes a finding out of a draft. */
    @DELETE
    @Path("/{id}/findings/{finding}")
    public void drop(@Context Caller caller, @PathParam("id") String id, @PathParam("finding") String finding) {
        inspections.drop(caller, id, finding);
    }

    /** Records what was done about a finding. */
    @POST
    @Path("/{id}/findings/{finding}/remedy")
    public Finding remedy(
            @Context Caller caller, @PathParam("id") String id, @PathParam("finding") String finding, Remark remark) {
        return inspections.remedy(caller, id, finding, Remark.of(remark));
    }

    /** The report on paper. */
    @GET
    @Path("/{id}/paper")
    @Produces(MediaType.WILDCARD)
    public Response paper(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        PrintedDocument paper = papers.paper(caller, id);
        StreamingOutput out = stream -> printer.print(paper, format, stream);
        return Response.ok(out, format.contentType()).build();
    }
}
