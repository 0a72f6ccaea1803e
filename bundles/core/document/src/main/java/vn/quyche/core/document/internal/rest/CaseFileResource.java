package vn.quyche.core.document.internal.rest;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.CaseFile;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.document.CaseFiles.Item;
import vn.quyche.core.api.document.CaseFiles.NewFile;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;

/** Case files from the first document to the archive. */
@Path("/files")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CaseFileResource {

    private final CaseFiles files;
    private final Printer printer;
    private final Clock clock;

    CaseFileResource(CaseFiles files, Printer printer, Clock clock) {
        this.files = files;
        this.printer = printer;
        this.clock = clock;
    }

    /** Documents to put in. */
    public record Chosen(List<String> documents) {}

    /** Files to hand over, and to whom. */
    public record Transfer(List<String> files, String receiver) {}

    /** Files that the caller may see, newest first. */
    @GET
    public Page<CaseFile> list(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("state") CaseFile.State state,
            @QueryParam("year") Integer year,
            @Context PageRequest page) {
        return files.list(
                caller,
                new CaseFiles.Query(
                        Optional.ofNullable(text).filter(part -> !part.isBlank()),
                        Optional.ofNullable(state),
                        Optional.ofNullable(year)),
                page);
    }

    /** Opens a file of this year. */
    @POST
    public NewId open(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, NewFile entered) {
        return new NewId(files.open(caller, key, Body.required(entered)));
    }

    /** One file. */
    @GET
    @Path("/{id}")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return tagged(files.get(caller, id));
    }

    /** Changes an open file. */
    @PUT
    @Path("/{id}")
    public Response change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            NewFile entered) {
        return tagged(files.change(caller, id, IfMatch.version(version), Body.required(entered)));
    }

    /** The documents in it, by place. */
    @GET
    @Path("/{id}/documents")
    public List<Item> items(@Context Caller caller, @PathParam("id") String id) {
        return files.items(caller, id);
    }

    /** Puts documents in. */
    @POST
    @Path("/{id}/documents")
    public List<Item> put(@Context Caller caller, @PathParam("id") String id, Chosen chosen) {
        List<String> documents = Body.required(chosen).documents();
        files.put(
                caller,
                id,
                documents == null
                        ? List.of()
                        : documents.stream().filter(Objects::nonNull).toList());
        return files.items(caller, id);
    }

    /** Takes a document out. */
    @DELETE
    @Path("/{id}/documents/{document}")
    public List<Item> take(
            @Context Caller caller, @PathParam("id") String id, @PathParam("document") String documentId) {
        files.take(caller, id, documentId);
        return files.items(caller, id);
    }

    /** Ends the work. */
    @POST
    @Path("/{id}/closing")
    public CaseFile close(@Context Caller caller, @PathParam("id") String id) {
        return files.close(caller, id);
    }

    /** Hands closed files over to the archive; all of them or none. */
    @POST
    @Path("/transfer")
    public Transfer transfer(@Context Caller caller, Transfer transfer) {
        List<String> chosen = Body.required(transfer).files();
        files.transfer(
                caller,
                chosen == null
                        ? List.of()
                        : chosen.stream().filter(Objects::nonNull).toList(),
                transfer.receiver());
        return transfer;
    }

    /** The list of the documents in it, on paper. */
    @GET
    @Path("/{id}/contents")
    @Produces(MediaType.WILDCARD)
    public Response contents(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        return paper(files.contents(caller, id), format);
    }

    /** The list with which the files of a year are handed over, on paper. */
    @GET
    @Path("/transfer-list")
    @Produces(MediaType.WILDCARD)
    public Response transferList(
            @Context Caller caller,
            @QueryParam("year") Integer year,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        int wanted = year == null ? VietnamTime.today(clock).getYear() : year;
        return paper(files.transferList(caller, wanted), format);
    }

    private Response paper(PrintedDocument sheet, Printer.Format format) {
        StreamingOutput out = stream -> printer.print(sheet, format, stream);
        return Response.ok(out, format.contentType()).build();
    }

    private static Response tagged(CaseFile file) {
        return Response.ok(file).tag(String.valueOf(file.version())).build();
    }
}
