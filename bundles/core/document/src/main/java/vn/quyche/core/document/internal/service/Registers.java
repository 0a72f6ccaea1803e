package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.document.internal.model.RegisterSheet;
import vn.quyche.core.document.internal.print.RegisterWorkbook;

/** Registers of a year as tables and on paper; takes {@code document:read}. */
@Component(service = Registers.class)
public final class Registers {

    private final Books books;
    private final OutgoingDocuments outgoing;
    private final IncomingDocuments incoming;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public Registers(
            @Reference Books books,
            @Reference OutgoingDocuments outgoing,
            @Reference IncomingDocuments incoming,
            @Reference Directory directory,
            @Reference Clock clock) {
        this.books = books;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.directory = directory;
        this.clock = clock;
    }

    /** The headings of the columns of the decree. */
    public List<String> headings(Book book) {
        return book.direction() == Direction.OUTGOING ? RegisterSheet.headings() : RegisterSheet.arrivalHeadings();
    }

    /** The lines of a register in a year. */
    public List<List<String>> rows(Caller caller, Book book, int year) {
        if (book.direction() == Direction.INCOMING) {
            return Page.every(page -> incoming.register(caller, book.id(), year, page))
                    .map(document -> RegisterSheet.row(document, receivers(document)))
                    .toList();
        }
        List<OutgoingDocument> documents = Page.every(page -> outgoing.register(caller, book.id(), year, page))
                .toList();
        Map<String, String> names = directory.names(
                documents.stream().map(OutgoingDocument::signerId).collect(Collectors.toSet()));
        return documents.stream()
                .map(document -> RegisterSheet.row(document, names))
                .toList();
    }

    /** A register of a year on paper. */
    public PrintedDocument paper(Caller caller, String bookId, int year) {
        Book book = books.get(caller, bookId);
        return RegisterSheet.paper(book, year, rows(caller, book, year), directory, VietnamTime.today(clock));
    }

    /** A register of a year as an Excel file. */
    public RegisterWorkbook workbook(Caller caller, String bookId, int year) {
        Book book = books.get(caller, bookId);
        return new RegisterWorkbook(book, year, headings(book), rows(caller, book, year));
    }

    /** The names of who handles a document, the lead first. */
    public String receivers(IncomingDocument document) {
        return Stream.concat(document.lead().stream(), document.collaborators().stream())
                .map(this::name)
                .collect(Collectors.joining("; "));
    }

    private String name(Assignee assignee) {
        return assignee.unit()
                ? directory.unit(assignee.id()).map(Unit::name).orElse("")
                : directory.names(List.of(assignee.id())).getOrDefault(assignee.id(), "");
    }
}
