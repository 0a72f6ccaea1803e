package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.document.internal.model.RegisterForm;
import vn.quyche.core.document.internal.model.RegisterSheet;
import vn.quyche.core.document.internal.print.ArrivalStamp;
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

    /**
     * The lines of a register in a year.
     *
     * @throws Invalid {@code document.no-such-form} when the register is not kept in that form
     */
    public List<List<String>> rows(Caller caller, Book book, RegisterForm form, int year) {
        if (!form.fits(book.direction())) {
            throw new Invalid("form", "document.no-such-form", book.name());
        }
        if (book.direction() == Direction.INCOMING) {
            LocalDate today = VietnamTime.today(clock);
            List<IncomingDocument> arrivals = Page.every(page -> incoming.register(caller, book.id(), year, page))
                    .toList();
            Map<String, List<String>> answers = form == RegisterForm.FOLLOW_UP
                    ? outgoing.answers(
                            arrivals.stream().map(IncomingDocument::id).toList())
                    : Map.of();
            return arrivals.stream()
                    .map(document -> form == RegisterForm.FOLLOW_UP
                            ? RegisterSheet.followUp(
                                    document,
                                    receivers(document),
                                    answers.getOrDefault(document.id(), List.of()),
                                    today)
                            : RegisterSheet.row(document, receivers(document)))
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

    /**
     * A register of a year on paper.
     *
     * @param form empty for the one in which it is kept
     */
    public PrintedDocument paper(Caller caller, String bookId, Optional<RegisterForm> form, int year) {
        Book book = books.get(caller, bookId);
        RegisterForm chosen = form.orElse(RegisterForm.of(book.direction()));
        return RegisterSheet.paper(
                book, chosen, year, rows(caller, book, chosen, year), directory, VietnamTime.today(clock));
    }

    /** The same as an Excel file. */
    public RegisterWorkbook workbook(Caller caller, String bookId, Optional<RegisterForm> form, int year) {
        Book book = books.get(caller, bookId);
        RegisterForm chosen = form.orElse(RegisterForm.of(book.direction()));
        return new RegisterWorkbook(RegisterSheet.title(book, chosen), chosen, year, rows(caller, book, chosen, year));
    }

    /** The stamp ĐẾN of a document. */
    public ArrivalStamp stamp(Caller caller, String documentId) {
        IncomingDocument document = incoming.get(caller, documentId);
        return new ArrivalStamp(
                document,
                directory.school().name(),
                document.lead().map(this::name).orElse(""));
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
