package vn.quyche.core.document.internal.rest;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.Books.NewBook;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Body;
import vn.quyche.core.api.web.IfMatch;
import vn.quyche.core.api.web.NewId;
import vn.quyche.core.document.internal.model.RegisterForm;
import vn.quyche.core.document.internal.print.RegisterWorkbook;
import vn.quyche.core.document.internal.service.Registers;

/** Registers with their series of numbers. */
@Path("/books")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BookResource {

    private final Books books;
    private final OutgoingDocuments outgoing;
    private final IncomingDocuments incoming;
    private final Clock clock;
    private final Registers registers;
    private final Printer printer;

    BookResource(
            Books books,
            OutgoingDocuments outgoing,
            IncomingDocuments incoming,
            Registers registers,
            Printer printer,
            Clock clock) {
        this.incoming = incoming;
        this.clock = clock;
        this.books = books;
        this.outgoing = outgoing;
        this.registers = registers;
        this.printer = printer;
    }

    /** A register; the fields are those of {@link Book}. */
    public record Entered(Direction direction, String name, String secretPlace, Set<DocumentKind> kinds) {

        NewBook book() {
            return new NewBook(
                    direction,
                    name,
                    secretPlace,
                    kinds == null
                            ? Set.of()
                            : kinds.stream().filter(Objects::nonNull).collect(Collectors.toSet()));
        }
    }

    /** With which number the paper register of this year ended, and why it is entered. */
    public record Beginning(int lastOnPaper, String reason) {}

    /** All registers. */
    @GET
    public List<Book> list(@Context Caller caller) {
        return books.list(caller);
    }

    /** Opens a register. */
    @POST
    public NewId open(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @DefaultValue("") String key, Entered entered) {
        return new NewId(books.open(caller, key, Body.required(entered).book()));
    }

    /** One register. */
    @GET
    @Path("/{id}")
    public Response get(@Context Caller caller, @PathParam("id") String id) {
        return tagged(books.get(caller, id));
    }

    /** Changes a register. */
    @PUT
    @Path("/{id}")
    public Response change(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            Entered entered) {
        return tagged(books.change(
                caller, id, IfMatch.version(version), Body.required(entered).book()));
    }

    /** Goes on after this year's paper register. */
    @POST
    @Path("/{id}/beginning")
    public Response begin(@Context Caller caller, @PathParam("id") String id, Beginning beginning) {
        return tagged(books.beginAfter(
                caller,
                id,
                Body.required(beginning).lastOnPaper(),
                Body.required(beginning).reason()));
    }

    /** The documents of a register in a year, by number. */
    @GET
    @Path("/{id}/documents")
    public Page<OutgoingDocument> register(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("year") Integer year,
            @Context PageRequest page) {
        return outgoing.register(caller, id, year(year), page);
    }

    /** The incoming documents of a register in a year, by arrival number. */
    @GET
    @Path("/{id}/arrivals")
    public Page<IncomingDocument> arrivals(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("year") Integer year,
            @Context PageRequest page) {
        return incoming.register(caller, id, year(year), page);
    }

    /** A register of a year on paper, with the columns of NĐ 30/2020/NĐ-CP; FOLLOW_UP shows how incoming ones are handled. */
    @GET
    @Path("/{id}/paper")
    @Produces(MediaType.WILDCARD)
    public Response paper(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("year") Integer year,
            @QueryParam("form") RegisterForm form,
            @QueryParam("format") @DefaultValue("PDF") Printer.Format format) {
        PrintedDocument sheet = registers.paper(caller, id, Optional.ofNullable(form), year(year));
        StreamingOutput out = stream -> printer.print(sheet, format, stream);
        return Response.ok(out, format.contentType()).build();
    }

    /** A register of a year as an Excel file, with the same columns. */
    @GET
    @Path("/{id}/workbook")
    @Produces(MediaType.WILDCARD)
    public Response workbook(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("year") Integer year,
            @QueryParam("form") RegisterForm form) {
        RegisterWorkbook workbook = registers.workbook(caller, id, Optional.ofNullable(form), year(year));
        StreamingOutput out = workbook::write;
        return Response.ok(out, RegisterWorkbook.CONTENT_TYPE).build();
    }

    /** This year unless another is named. */
    private int year(Integer year) {
        return year == null ? VietnamTime.today(clock).getYear() : year;
    }

    private static Response tagged(Book book) {
        return Response.ok(book).tag(String.valueOf(book.version())).build();
    }
}
