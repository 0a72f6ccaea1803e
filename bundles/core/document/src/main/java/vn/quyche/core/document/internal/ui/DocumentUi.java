package vn.quyche.core.document.internal.ui;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.document.DocumentSearch;
import vn.quyche.core.api.document.DocumentTemplates;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.document.internal.service.DocumentPermissions;
import vn.quyche.core.document.internal.service.Registers;

/** What the bundle shows: outgoing documents, registers, and what waits for the caller. */
@Component(service = UiModule.class)
public final class DocumentUi implements UiModule {

    private static final String DRAFT = DocumentPermissions.DRAFT;
    private static final String READ = DocumentPermissions.READ;
    private static final String APPROVE = DocumentPermissions.APPROVE;
    private static final String REGISTER = DocumentPermissions.REGISTER;
    private static final String BOOKS = DocumentPermissions.BOOKS;
    private static final String OUTGOING = "/document/outgoing";
    private static final String INCOMING = "/document/incoming";
    private static final String FILES = "/document/files";
    private static final String FILE = FILES + "/{id}";
    private static final String TEMPLATES = "/document/templates";
    private static final String TEMPLATE = TEMPLATES + "/{id}";
    private static final String ARRIVAL = INCOMING + "/{id}";
    private static final String DIRECT = DocumentPermissions.DIRECT;
    private static final String ONE = OUTGOING + "/{id}";

    private final OutgoingPages outgoing;
    private final OutgoingFormPages forms;
    private final IncomingPages incoming;
    private final IncomingFormPages incomingForms;
    private final BookPages books;
    private final SearchPages search;
    private final CaseFilePages files;
    private final TemplatePages templates;

    @Activate
    public DocumentUi(
            @Reference OutgoingDocuments outgoing,
            @Reference IncomingDocuments incoming,
            @Reference Books books,
            @Reference Registers registers,
            @Reference DocumentSearch search,
            @Reference CaseFiles files,
            @Reference DocumentTemplates templates,
            @Reference Attachments attachments,
            @Reference Directory directory,
            @Reference Printer printer,
            @Reference Access access,
            @Reference AuditTrail audit,
            @Reference Messages messages,
            @Reference Clock clock) {
        this.files = new CaseFilePages(files, printer, messages, clock);
        this.outgoing =
                new OutgoingPages(outgoing, incoming, templates, attachments, access, audit, this.files, messages);
        Assignees assignees = new Assignees(directory, clock);
        this.forms = new OutgoingFormPages(outgoing, incoming, assignees, attachments, directory, messages, clock);
        this.templates = new TemplatePages(templates, outgoing, forms, attachments, audit, messages);
        this.incoming = new IncomingPages(
                incoming,
                outgoing,
                assignees,
                registers,
                attachments,
                access,
                audit,
                this.files,
                printer,
                messages,
                clock);
        this.incomingForms = new IncomingFormPages(incoming, attachments, messages, clock);
        this.books = new BookPages(books, outgoing, incoming, registers, printer, messages, clock);
        this.search = new SearchPages(search, messages, clock);
    }

    @Override
    public String id() {
        return "document";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(NavEntry.Section.DOCUMENTS, 5, INCOMING, "document.nav.incoming", "inbox", DRAFT),
                new NavEntry(NavEntry.Section.DOCUMENTS, 10, OUTGOING, "document.nav.outgoing", "send", DRAFT),
                new NavEntry(
                        NavEntry.Section.DOCUMENTS, 20, "/document/search", "document.nav.search", "search", DRAFT),
                new NavEntry(
                        NavEntry.Section.DOCUMENTS, 30, "/document/register", "document.nav.register", "book", READ),
                new NavEntry(NavEntry.Section.DOCUMENTS, 35, FILES, "document.nav.files", "archive", DRAFT),
                new NavEntry(
                        NavEntry.Section.DOCUMENTS,
                        37,
                        TEMPLATES,
                        "document.nav.templates",
                        "file-earmark-text",
                        DRAFT),
                new NavEntry(NavEntry.Section.DOCUMENTS, 40, "/document/books", "document.nav.books", "gear", BOOKS));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of(OUTGOING, DRAFT, outgoing::list),
                UiPage.of(OUTGOING + ".csv", DRAFT, outgoing::export),
                UiPage.form(OUTGOING + "/new", DRAFT, forms::compose, forms::draft),
                UiPage.of(ONE, DRAFT, outgoing::detail),
                UiPage.form(ONE + "/edit", DRAFT, forms::edit, forms::revise),
                UiPage.of(ONE + "/files/{file}", DRAFT, outgoing::file),
                UiPage.action(ONE + "/comment", DRAFT, outgoing::detail, outgoing::comment),
                UiPage.action(ONE + "/submit", DRAFT, outgoing::detail, outgoing::submit),
                UiPage.action(ONE + "/discard", DRAFT, outgoing::detail, outgoing::discard),
                UiPage.action(ONE + "/approve", APPROVE, outgoing::detail, outgoing::approve),
                UiPage.action(ONE + "/return", APPROVE, outgoing::detail, outgoing::sendBack),
                UiPage.action(ONE + "/number", REGISTER, outgoing::detail, outgoing::assignNumber),
                UiPage.action(ONE + "/sign", REGISTER, outgoing::detail, outgoing::sign),
                UiPage.action(ONE + "/issue", REGISTER, outgoing::detail, outgoing::issue),
                UiPage.action(ONE + "/recall", APPROVE, outgoing::detail, outgoing::recall),
                UiPage.action(ONE + "/cancel", APPROVE, outgoing::detail, outgoing::cancel),
                UiPage.form(ONE + "/refill", DRAFT, templates::refill, templates::revise),
                UiPage.of(TEMPLATES, DRAFT, templates::list),
                UiPage.of(TEMPLATES + ".csv", DRAFT, templates::export),
                UiPage.form(TEMPLATES + "/new", REGISTER, templates::compose, templates::add),
                UiPage.of(TEMPLATE, DRAFT, templates::detail),
                UiPage.of(TEMPLATE + "/files/{number}", DRAFT, templates::content),
                UiPage.form(TEMPLATE + "/draft", DRAFT, templates::begin, templates::draft),
                UiPage.action(TEMPLATE + "/change", REGISTER, templates::detail, templates::change),
                UiPage.action(TEMPLATE + "/use", REGISTER, templates::detail, templates::use),
                UiPage.of(INCOMING, DRAFT, incoming::list),
                UiPage.of(INCOMING + ".csv", DRAFT, incoming::export),
                UiPage.form(INCOMING + "/new", REGISTER, incomingForms::compose, incomingForms::register),
                UiPage.form(INCOMING + "/many", REGISTER, incomingForms::composeMany, incomingForms::registerMany),
                UiPage.action(INCOMING + "/direct", DIRECT, incoming::list, incoming::directMany),
                UiPage.action(INCOMING + "/route", REGISTER, incoming::list, incoming::routeMany),
                UiPage.of(ARRIVAL, DRAFT, incoming::detail),
                UiPage.of(ARRIVAL + "/slip.pdf", DRAFT, incoming::slip),
                UiPage.of(ARRIVAL + "/stamp.pdf", DRAFT, incoming::stamp),
                UiPage.of(ARRIVAL + "/files/{file}", DRAFT, incoming::file),
                UiPage.action(ARRIVAL + "/direct", DIRECT, incoming::detail, incoming::direct),
                UiPage.action(ARRIVAL + "/route", REGISTER, incoming::detail, incoming::route),
                UiPage.action(ARRIVAL + "/start", DRAFT, incoming::detail, incoming::start),
                UiPage.action(ARRIVAL + "/complete", DRAFT, incoming::detail, incoming::complete),
                UiPage.action(ONE + "/put", DRAFT, outgoing::detail, files::put),
                UiPage.action(ARRIVAL + "/put", DRAFT, incoming::detail, files::put),
                UiPage.of(FILES, DRAFT, files::list),
                UiPage.of(FILES + ".csv", DRAFT, files::export),
                UiPage.of(FILES + "/transfer.pdf", DRAFT, files::transferList),
                UiPage.action(FILES + "/transfer", REGISTER, files::list, files::transfer),
                UiPage.form(FILES + "/new", DRAFT, files::compose, files::open),
                UiPage.of(FILE, DRAFT, files::detail),
                UiPage.form(FILE + "/edit", DRAFT, files::edit, files::change),
                UiPage.of(FILE + "/contents.pdf", DRAFT, files::contents),
                UiPage.action(FILE + "/close", DRAFT, files::detail, files::close),
                UiPage.action(FILE + "/take", DRAFT, files::detail, files::take),
                UiPage.of("/document/search", DRAFT, search::search),
                UiPage.of("/document/register", READ, books::register),
                UiPage.of("/document/register.csv", READ, books::exportRegister),
                UiPage.of("/document/register.pdf", READ, books::paper),
                UiPage.of("/document/register.xlsx", READ, books::workbook),
                UiPage.of("/document/books", BOOKS, books::list),
                UiPage.form("/document/books/new", BOOKS, books::compose, books::open),
                UiPage.form("/document/books/{id}", BOOKS, books::edit, books::change),
                UiPage.action("/document/books/{id}/begin", BOOKS, books::edit, books::begin));
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(
                new HomeCard("incoming", 20, DRAFT, incoming::card),
                new HomeCard("outgoing", 25, DRAFT, outgoing::card));
    }
}
