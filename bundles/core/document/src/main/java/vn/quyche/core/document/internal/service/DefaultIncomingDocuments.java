package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.document.Books.Book;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.IncomingState;
import vn.quyche.core.api.document.IncomingStep;
import vn.quyche.core.api.document.NewIncoming;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.document.internal.model.HandlingSlip;
import vn.quyche.core.document.internal.model.IncomingFlow;
import vn.quyche.core.document.internal.store.JpaIncomingStore;

/** Incoming documents from the register to what became of them. */
@Component(service = IncomingDocuments.class)
public final class DefaultIncomingDocuments implements IncomingDocuments {

    private static final String INCOMING = IncomingNews.INCOMING;

    private final Acts acts;
    private final Access access;
    private final JpaIncomingStore store;
    private final DefaultBooks books;
    private final IncomingInput input;
    private final IncomingNews news;
    private final Attachments attachments;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultIncomingDocuments(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaIncomingStore store,
            @Reference DefaultBooks books,
            @Reference IncomingInput input,
            @Reference IncomingNews news,
            @Reference Attachments attachments,
            @Reference Directory directory,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.books = books;
        this.input = input;
        this.news = news;
        this.attachments = attachments;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<IncomingDocument> list(Caller caller, Query query, PageRequest page) {
        Optional<String> after = page.afterId();
        Optional<Collection<String>> assignees = Optional.empty();
        if (query.mineOnly() || !seesAll(caller)) {
            if (caller.personId().isEmpty()) {
                return new Page<>(List.of(), Optional.empty());
            }
            assignees = caller.personId().map(news::asAssignee);
        }
        return Page.of(
                store.list(query, assignees, VietnamTime.today(clock), after, page.size() + 1),
                page.size(),
                IncomingDocument::id);
    }

    @Override
    public Page<IncomingDocument> register(Caller caller, String bookId, int year, PageRequest page) {
        // The cursor is read before anything else, so that a bad one is told to everybody alike.
        List<IncomingDocument> found = store.register(bookId, year, page.after(), page.size() + 1);
        access.require(caller, DocumentPermissions.READ, Scope.school());
        return Page.of(found, page.size(), JpaIncomingStore::cursor);
    }

    @Override
    public IncomingDocument get(Caller caller, String documentId) {
        return seen(caller, store.find(documentId));
    }

    @Override
    public List<IncomingDocument> those(Caller caller, Collection<String> documentIds) {
        Predicate<IncomingDocument> visible = visibleTo(caller);
        return store.those(documentIds).stream().filter(visible).toList();
    }

    @Override
    public List<Attachment> files(Caller caller, String documentId) {
        get(caller, documentId);
        return attachments.of(INCOMING, documentId);
    }

    @Override
    public Set<IncomingStep> steps(Caller caller, String documentId) {
        IncomingDocument document = get(caller, documentId);
        EnumSet<IncomingStep> steps = EnumSet.noneOf(IncomingStep.class);
        for (IncomingStep step : IncomingFlow.possible(document.state())) {
            if (may(caller, document, step)) {
                steps.add(step);
            }
        }
        return steps;
    }

    @Override
    public String register(Caller caller, String key, NewIncoming entered) {
        return register(caller, key, List.of(entered), false);
    }

    @Override
    public String registerAll(Caller caller, String key, List<NewIncoming> entered) {
        if (entered.isEmpty() || entered.size() > MAX_AT_ONCE) {
            throw new Invalid("rows", "document.bad-row-count", MAX_AT_ONCE);
        }
        return register(caller, key, entered, true);
    }

    private String register(Caller caller, String key, List<NewIncoming> entered, boolean many) {
        int year = VietnamTime.today(clock).getYear();
        entered.stream()
                .map(NewIncoming::bookId)
                .map(book -> book == null || book.isBlank() ? DefaultBooks.GENERAL_INCOMING : book.strip())
                .distinct()
                .forEach(book -> books.ready(book, year));
        Act act = Act.create(INCOMING, "document.register-incoming", DocumentPermissions.REGISTER, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            List<NewIncoming> checked = new ArrayList<>();
            Checks checks = new Checks();
            for (NewIncoming one : entered) {
                checked.add(input.checked(checks, one, place(many, checked.size())));
            }
            checks.orThrow();
            if (!many) {
                input.screen(caller, checked.get(0), "");
                return registered(caller, checked.get(0), year, log);
            }
            List<IncomingDocument> registered = new ArrayList<>();
            for (NewIncoming one : checked) {
                input.screen(caller, one, place(true, registered.size()));
                // Each has a line of its own in the log, as if it had come alone.
                registered.add(acts.perform(caller, act, own -> register(caller, one, year, own)));
            }
            news.registered(registered);
            log.changed(null, Map.of("documents", ids(registered)));
            return registered.get(0).id();
        });
    }

    private String registered(Caller caller, NewIncoming checked, int year, ActLog log) {
        IncomingDocument document = register(caller, checked, year, log);
        news.registered(List.of(document));
        return document.id();
    }

    private static List<String> ids(List<IncomingDocument> documents) {
        return documents.stream().map(IncomingDocument::id).toList();
    }

    private static String place(boolean many, int index) {
        return many ? "_" + (index + 1) : "";
    }

    private IncomingDocument register(Caller caller, NewIncoming checked, int year, ActLog log) {
        Book book = books.found(checked.bookId());
        if (book.direction() != Direction.INCOMING) {
            throw new Invalid("bookId", "document.not-incoming-book");
        }
        if (!checked.again() && !checked.code().isEmpty()) {
            store.known(checked.sender(), checked.code(), checked.day()).ifPresent(number -> {
                throw new Conflict("document.incoming-known", checked.code(), checked.sender(), number);
            });
        }
        String id = ids.next();
        int number = books.give(book.id(), year, id, INCOMING, given -> book.id() + ":" + given);
        IncomingDocument document = new IncomingDocument(
                id,
                book.id(),
                year,
                number,
                checked.arrivedOn().orElseThrow(),
                checked.sender(),
                checked.code(),
                checked.day(),
                checked.kind(),
                checked.subject(),
                checked.urgency(),
                checked.paper(),
                IncomingState.REGISTERED,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                checked.remark(),
                caller.name(),
                clock.instant(),
                0,
                1);
        store.insert(document);
        attachments.attach(caller, checked.fileIds(), INCOMING, id);
        log.subject(id);
        log.changed(null, document);
        return document;
    }

    @Override
    public void direct(Caller caller, Collection<String> documentIds, Routing routing) {
        each(caller, documentIds, IncomingStep.DIRECT, "document.direct-incoming", routing);
    }

    @Override
    public void route(Caller caller, Collection<String> documentIds, Routing routing) {
        each(caller, documentIds, IncomingStep.ROUTE, "document.route-incoming", routing);
    }

    private void each(
            Caller caller, Collection<String> documentIds, IncomingStep step, String action, Routing routing) {
        List<String> chosen = documentIds.stream()
                .filter(id -> id != null && !id.isBlank())
                .distinct()
                .sorted()
                .toList();
        if (chosen.isEmpty()) {
            throw new Invalid("id", "core.choose-one");
        }
        if (chosen.size() > MAX_AT_ONCE) {
            throw new Invalid("id", "document.bad-row-count", MAX_AT_ONCE);
        }
        if (chosen.size() == 1) {
            acts.perform(caller, on(chosen.get(0), step, action), log -> {
                Routing checked = input.checked(caller, routing, step == IncomingStep.DIRECT);
                return apply(caller, chosen.get(0), step, checked, log);
            });
            return;
        }
        acts.perform(caller, on("", step, action), log -> {
            Routing checked = input.checked(caller, routing, step == IncomingStep.DIRECT);
            // In the order of ids, so that two who do the same never wait for each other. Each has a line in the log.
            for (String id : chosen) {
                acts.perform(caller, on(id, step, action), own -> apply(caller, id, step, checked, own));
            }
            log.changed(null, Map.of("documents", chosen, "routing", checked));
            return null;
        });
    }

    private static Act on(String id, IncomingStep step, String action) {
        return Act.on(INCOMING, id, action, permission(step), Scope.school());
    }

    private IncomingDocument apply(Caller caller, String id, IncomingStep step, Routing routing, ActLog log) {
        IncomingDocument before = seen(caller, store.lock(id));
        IncomingFlow.require(before.state(), step);
        if (step == IncomingStep.DIRECT) {
            store.direct(id, routing.opinion(), caller.name(), clock.instant());
        }
        if (routing.lead().isPresent()) {
            store.assign(id, routing);
        }
        IncomingDocument after = store.find(id).orElseThrow();
        if (routing.lead().isPresent()) {
            news.assigned(after);
        } else {
            news.directed(after);
        }
        log.changed(before, after);
        return after;
    }

    @Override
    public IncomingDocument start(Caller caller, String documentId) {
        return step(
                caller,
                documentId,
                IncomingStep.START,
                "document.start-incoming",
                (before, log) -> store.start(documentId));
    }

    @Override
    public IncomingDocument complete(Caller caller, String documentId, String outcome) {
        return step(caller, documentId, IncomingStep.COMPLETE, "document.complete-incoming", (before, log) -> {
            String words = input.outcome(caller, outcome);
            store.complete(documentId, words, clock.instant());
            news.completed(before);
            log.note(words);
        });
    }

    @Override
    public PrintedDocument slip(Caller caller, String documentId) {
        IncomingDocument document = get(caller, documentId);
        return HandlingSlip.of(
                document,
                document.lead().map(this::name).orElse(""),
                document.collaborators().stream().map(this::name).toList(),
                directory,
                VietnamTime.today(clock));
    }

    private String name(Assignee assignee) {
        return assignee.unit()
                ? directory.unit(assignee.id()).map(Unit::name).orElse("")
                : directory.names(List.of(assignee.id())).getOrDefault(assignee.id(), "");
    }

    private interface Step {
        void take(IncomingDocument before, ActLog log);
    }

    private IncomingDocument step(Caller caller, String id, IncomingStep step, String action, Step work) {
        Act act = Act.on(INCOMING, id, action, DocumentPermissions.DRAFT, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            IncomingDocument before = seen(caller, store.lock(id));
            if (!may(caller, before, step)) {
                throw new Forbidden("document.not-lead");
            }
            IncomingFlow.require(before.state(), step);
            work.take(before, log);
            IncomingDocument after = store.find(id).orElseThrow();
            log.changed(before, after);
            return after;
        });
    }

    private boolean may(Caller caller, IncomingDocument document, IncomingStep step) {
        boolean clerk = access.allows(caller, DocumentPermissions.REGISTER, Scope.school());
        return switch (step) {
            case DIRECT, ROUTE -> access.allows(caller, permission(step), Scope.school());
            case START -> leads(caller, document);
            case COMPLETE -> clerk || leads(caller, document);
        };
    }

    private boolean leads(Caller caller, IncomingDocument document) {
        return document.lead().isPresent()
                && caller.personId()
                        .filter(news.answering(document.lead().get())::contains)
                        .isPresent();
    }

    private static String permission(IncomingStep step) {
        return step == IncomingStep.DIRECT ? DocumentPermissions.DIRECT : DocumentPermissions.REGISTER;
    }

    private IncomingDocument seen(Caller caller, Optional<IncomingDocument> found) {
        return found.filter(visibleTo(caller)).orElseThrow(() -> new NotFound("document.not-found"));
    }

    private Predicate<IncomingDocument> visibleTo(Caller caller) {
        if (seesAll(caller)) {
            return document -> true;
        }
        Collection<String> mine = caller.personId().map(news::asAssignee).orElse(List.of());
        return document -> Stream.concat(document.lead().stream(), document.collaborators().stream())
                .anyMatch(assignee -> mine.contains(assignee.id()));
    }

    private boolean seesAll(Caller caller) {
        return DocumentPermissions.SEES_INCOMING.stream()
                .anyMatch(permission -> access.allows(caller, permission, Scope.school()));
    }
}
