package vn.quyche.core.document.internal.ui;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.Books.NewBook;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.document.internal.model.RegisterForm;
import vn.quyche.core.document.internal.model.RegisterSheet;
import vn.quyche.core.document.internal.print.RegisterWorkbook;
import vn.quyche.core.document.internal.service.Registers;

/** Registers: their lines by year, and the form that opens or changes one. */
final class BookPages {

    private static final String LIST = "/document/books";
    private static final int LAST = 99_998;

    private final Books books;
    private final OutgoingDocuments outgoing;
    private final IncomingDocuments incoming;
    private final Registers registers;
    private final Printer printer;
    private final Messages messages;
    private final Clock clock;

    BookPages(
            Books books,
            OutgoingDocuments outgoing,
            IncomingDocuments incoming,
            Registers registers,
            Printer printer,
            Messages messages,
            Clock clock) {
        this.books = books;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.registers = registers;
        this.printer = printer;
        this.messages = messages;
        this.clock = clock;
    }

    View register(UiRequest request) {
        Book book = book(request);
        RegisterForm form = form(request, book);
        int year = year(request);
        Map<String, Object> model = new HashMap<>();
        model.put("book", book);
        model.put("title", RegisterSheet.title(book, form));
        model.put("year", String.valueOf(year));
        model.put("registers", tabs(request, book, form));
        int now = VietnamTime.today(clock).getYear();
        model.put(
                "years",
                Stream.of(now, now - 1, now - 2)
                        .map(one ->
                                Map.of("value", one == now ? "" : String.valueOf(one), "label", String.valueOf(one)))
                        .toList());
        if (book.direction() != Direction.INCOMING) {
            model.put("page", outgoing.register(request.caller(), book.id(), year, request.pageRequest()));
            return View.page("register", model);
        }
        Page<IncomingDocument> page = incoming.register(request.caller(), book.id(), year, request.pageRequest());
        model.put("page", page);
        if (form != RegisterForm.FOLLOW_UP) {
            return View.page("arrivals", model);
        }
        model.put(
                "receivers",
                page.items().stream().collect(Collectors.toMap(IncomingDocument::id, registers::receivers)));
        Map<String, List<String>> answers =
                outgoing.answers(page.items().stream().map(IncomingDocument::id).toList());
        model.put(
                "answers",
                page.items().stream()
                        .collect(Collectors.toMap(
                                IncomingDocument::id, one -> answers.getOrDefault(one.id(), List.of()))));
        model.put("today", VietnamTime.today(clock));
        return View.page("follow-up", model);
    }

    /** The registers, those of arrivals in both of their forms; pages of their own, for each has columns of its own. */
    private List<Map<String, Object>> tabs(UiRequest request, Book shown, RegisterForm form) {
        String year = request.query("year").isPresent() ? "&year=" + year(request) : "";
        List<Map<String, Object>> tabs = new ArrayList<>();
        for (Book book : books.list(request.caller())) {
            for (RegisterForm each : RegisterForm.values()) {
                if (each.fits(book.direction())) {
                    String title = RegisterSheet.title(book, each);
                    boolean named = title.equals(book.name()) || book.general();
                    tabs.add(Map.of(
                            "href",
                            "/document/register?book=" + book.id() + "&form=" + each + year,
                            "label",
                            named ? title : title + " (" + book.name() + ")",
                            "current",
                            book.equals(shown) && each == form));
                }
            }
        }
        return tabs;
    }

    View exportRegister(UiRequest request) {
        Book book = book(request);
        return new View.Table(
                fileName(request, book),
                form(request, book).headings(),
                registers.rows(request.caller(), book, form(request, book), year(request)).stream());
    }

    View paper(UiRequest request) {
        Book book = book(request);
        PrintedDocument sheet =
                registers.paper(request.caller(), book.id(), Optional.of(form(request, book)), year(request));
        return new View.Download(
                fileName(request, book) + ".pdf",
                Printer.Format.PDF.contentType(),
                true,
                out -> printer.print(sheet, Printer.Format.PDF, out));
    }

    View workbook(UiRequest request) {
        Book book = book(request);
        RegisterWorkbook workbook =
                registers.workbook(request.caller(), book.id(), Optional.of(form(request, book)), year(request));
        return new View.Download(
                fileName(request, book) + ".xlsx", RegisterWorkbook.CONTENT_TYPE, false, workbook::write);
    }

    View list(UiRequest request) {
        List<Book> all = books.list(request.caller());
        Map<String, String> kinds = new HashMap<>();
        all.forEach(book -> kinds.put(
                book.id(),
                book.kinds().stream().sorted().map(DocumentKind::title).collect(Collectors.joining(", "))));
        return View.page("books", Map.of("books", all, "kinds", kinds));
    }

    View compose(UiRequest request) {
        return View.page("book-form", model(request));
    }

    View open(UiRequest request) {
        books.open(request.caller(), request.form("key"), entered(request));
        return View.redirect(LIST, "document.book-opened");
    }

    View edit(UiRequest request) {
        Map<String, Object> model = model(request);
        Book book = books.get(request.caller(), request.path("id"));
        model.put("book", book);
        model.put("chosen", book.kinds().stream().map(Enum::name).toList());
        return View.page("book-form", model);
    }

    View change(UiRequest request) {
        books.change(request.caller(), request.path("id"), Form.version(request), entered(request));
        return View.redirect(LIST, "document.book-changed");
    }

    View begin(UiRequest request) {
        int last = Form.number(request, "lastOnPaper", 0, LAST)
                .orElseThrow(() -> new Invalid("lastOnPaper", "core.required"));
        books.beginAfter(request.caller(), request.path("id"), last, request.form("reason"));
        return View.redirect(LIST, "document.series-continued");
    }

    private Map<String, Object> model(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>(OutgoingPages.kinds());
        model.put("kinds", kinds);
        model.put("chosen", List.of());
        Map<String, String> directions =
                Form.choices(messages, request.caller().locale(), Direction.class, "document.direction.");
        // There is one register of internal documents, and it is there.
        directions.remove(Direction.INTERNAL.name());
        model.put("directions", directions);
        return model;
    }

    private static NewBook entered(UiRequest request) {
        Set<DocumentKind> kinds = Form.texts(request, "kinds").stream()
                .flatMap(name -> Form.constant(DocumentKind.class, name).stream())
                .collect(Collectors.toSet());
        return new NewBook(
                Form.constant(Direction.class, request.form("direction")).orElse(null),
                request.form("name"),
                request.form("secretPlace"),
                kinds);
    }

    private Book book(UiRequest request) {
        return books.list(request.caller()).stream()
                .filter(book -> request.query("book")
                        .map(book.id()::equals)
                        .orElse(book.general()
                                && asked(request)
                                        .map(form -> form.fits(book.direction()))
                                        .orElse(true)))
                .findFirst()
                .orElseThrow(() -> new NotFound("document.no-book"));
    }

    private static RegisterForm form(UiRequest request, Book book) {
        return asked(request).filter(form -> form.fits(book.direction())).orElse(RegisterForm.of(book.direction()));
    }

    private static Optional<RegisterForm> asked(UiRequest request) {
        return request.query("form").flatMap(name -> Form.constant(RegisterForm.class, name));
    }

    private String fileName(UiRequest request, Book book) {
        String name = switch (form(request, book)) {
            case OUTGOING -> "so-van-ban-di-";
            case INCOMING -> "so-van-ban-den-";
            case FOLLOW_UP -> "so-theo-doi-van-ban-den-";
        };
        return name + year(request);
    }

    private int year(UiRequest request) {
        return request.query("year")
                .filter(year -> year.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .orElse(VietnamTime.today(clock).getYear());
    }
}
