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
import vn.quyche.core.api.document.Books;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.document.internal.model.RegisterSheet;

/** Registers of a year as tables and on paper; takes {@code document:read}. */
@Component(service = Registers.class)
public final class Registers {

    private final Books books;
    private final OutgoingDocuments outgoing;
    private final Directory directory;
    private final Clock clock;

    @Activate
    public Registers(
            @Reference Books books,
            @Reference OutgoingDocuments outgoing,
            @Reference Directory directory,
            @Reference Clock clock) {
        this.books = books;
        this.outgoing = outgoing;
        this.directory = directory;
        this.clock = clock;
    }

    /** The headings of the columns of the decree. */
    public List<String> headings() {
        return RegisterSheet.headings();
    }

    /** The lines of a register in a year. */
    public Stream<List<String>> rows(Caller caller, String bookId, int year) {
        List<OutgoingDocument> documents = documents(caller, bookId, year);
        Map<String, String> names = signers(documents);
        return documents.stream().map(document -> RegisterSheet.row(document, names));
    }

    /** A register of a year on paper. */
    public PrintedDocument paper(Caller caller, String bookId, int year) {
        List<OutgoingDocument> documents = documents(caller, bookId, year);
        return RegisterSheet.paper(
                books.get(caller, bookId), year, documents, signers(documents), directory, VietnamTime.today(clock));
    }

    private List<OutgoingDocument> documents(Caller caller, String bookId, int year) {
        return Page.every(page -> outgoing.register(caller, bookId, year, page)).toList();
    }

    private Map<String, String> signers(List<OutgoingDocument> documents) {
        return directory.names(
                documents.stream().map(OutgoingDocument::signerId).collect(Collectors.toSet()));
    }
}
