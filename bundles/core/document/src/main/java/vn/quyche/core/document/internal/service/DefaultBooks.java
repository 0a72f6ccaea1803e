package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.document.Books;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.document.internal.store.JpaBookStore;

/** Registers, and the giving of numbers. */
@Component(service = {Books.class, DefaultBooks.class})
public final class DefaultBooks implements Books {

    /** The register of the kinds that no other register takes. */
    static final String GENERAL_OUTGOING = "BOOK-OUTGOING";

    private static final String INTERNAL = "BOOK-INTERNAL";

    /** The register of arrivals unless another is named. */
    static final String GENERAL_INCOMING = "BOOK-INCOMING";

    private static final String BOOK = "document.book";
    private static final int LAST = 99_999;

    private final Acts acts;
    private final Access access;
    private final JpaBookStore store;
    private final Screening screening;
    private final Tx tx;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultBooks(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaBookStore store,
            @Reference Screening screening,
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.screening = screening;
        this.tx = tx;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Book> list(Caller caller) {
        access.require(caller, DocumentPermissions.DRAFT, Scope.own(caller));
        return store.list(year());
    }

    @Override
    public Book get(Caller caller, String bookId) {
        access.require(caller, DocumentPermissions.DRAFT, Scope.own(caller));
        return found(bookId);
    }

    @Override
    public String open(Caller caller, String key, NewBook entered) {
        Act act = Act.create(BOOK, "document.open-book", DocumentPermissions.BOOKS, Scope.school());
        return acts.performOnce(caller, key, act, log -> {
            NewBook checked = checked(caller, entered, true);
            String id = ids.next();
            store.insert(id, checked.direction(), checked.name(), checked.secretPlace());
            checked.kinds().forEach(kind -> store.send(kind, from(kind), id));
            log.subject(id);
            log.changed(null, checked);
            return id;
        });
    }

    @Override
    public Book change(Caller caller, String bookId, long version, NewBook entered) {
        Act act = Act.on(BOOK, bookId, "document.change-book", DocumentPermissions.BOOKS, Scope.school());
        return acts.perform(caller, act, log -> {
            Book before = found(bookId);
            NewBook checked = checked(
                    caller,
                    new NewBook(before.direction(), entered.name(), entered.secretPlace(), entered.kinds()),
                    false);
            if (!store.update(bookId, version, checked.name(), checked.secretPlace())) {
                throw new Conflict("core.changed-meanwhile");
            }
            if (!before.general()) {
                checked.kinds().stream()
                        .filter(kind -> !before.kinds().contains(kind))
                        .forEach(kind -> store.send(kind, from(kind), bookId));
                before.kinds().stream()
                        .filter(kind -> !checked.kinds().contains(kind))
                        .forEach(kind -> store.send(kind, from(kind), ""));
            }
            Book after = found(bookId);
            log.changed(before, after);
            return after;
        });
    }

    @Override
    public Book beginAfter(Caller caller, String bookId, int lastOnPaper, String reason) {
        ready(bookId, year());
        Act act = Act.on(BOOK, bookId, "document.begin-series", DocumentPermissions.BOOKS, Scope.school());
        return acts.perform(caller, act, log -> {
            Book before = found(bookId);
            Checks checks = new Checks();
            checks.that(lastOnPaper >= 0 && lastOnPaper < LAST, "lastOnPaper", "core.bad-number", 0, LAST - 1);
            String why = checks.text("reason", reason, 1, 500);
            checks.orThrow();
            screening.requireText(caller, "reason", why);
            if (!store.beginAfter(bookId, year(), lastOnPaper)) {
                throw new Conflict("document.series-begun", before.name());
            }
            Book after = found(bookId);
            log.changed(before, after);
            log.note(why);
            return after;
        });
    }

    /** The register of a kind of documents this year; internal ones have one of their own. */
    String bookOf(DocumentKind kind, boolean internal) {
        return internal ? INTERNAL : store.bookOf(kind, year()).orElse(GENERAL_OUTGOING);
    }

    /**
     * Makes sure that a series has its row. Two who begin the same year at once would fail each other, so that this happens
     * in a transaction of its own, before the one that takes the number.
     */
    void ready(String bookId, int year) {
        if (!store.hasSeries(bookId, year) && store.find(bookId, year).isPresent()) {
            begin(bookId, year);
        }
    }

    /** One at a time here; another node that was faster is found out by the key. */
    private synchronized void begin(String bookId, int year) {
        if (store.hasSeries(bookId, year)) {
            return;
        }
        try {
            tx.separate(() -> store.beginSeries(bookId, year));
        } catch (RuntimeException e) {
            if (!store.hasSeries(bookId, year)) {
                throw e;
            }
            // another node was faster
        }
    }

    /** The next number of a register, written down with its document in the running transaction. */
    int give(String bookId, int year, String documentId, String kind, Symbol symbol) {
        int number = store.next(bookId, year);
        store.give(bookId, year, number, documentId, kind, symbol.of(number));
        return number;
    }

    /** Makes number and symbol. */
    @FunctionalInterface
    interface Symbol {
        String of(int number);
    }

    private NewBook checked(Caller caller, NewBook entered, boolean first) {
        Checks checks = new Checks();
        checks.that(entered.direction() != null, "direction", "core.required");
        checks.that(entered.direction() != Direction.INTERNAL || !first, "direction", "document.one-internal-book");
        String name = VietnameseText.line(checks.text("name", entered.name(), 1, 200));
        String place = VietnameseText.line(checks.text("secretPlace", entered.secretPlace(), 0, 500));
        checks.that(
                entered.kinds().isEmpty() || entered.direction() == Direction.OUTGOING,
                "kinds",
                "document.kinds-outgoing-only");
        // Neither has a code: in two series their symbols would meet.
        checks.that(
                entered.kinds().contains(DocumentKind.OFFICIAL_LETTER)
                        == entered.kinds().contains(DocumentKind.OFFICIAL_NOTE),
                "kinds",
                "document.letters-together");
        checks.orThrow();
        screening.requireText(caller, "name", name);
        return new NewBook(entered.direction(), name, place, entered.kinds());
    }

    /** A kind that has numbers this year goes on in its register until the year ends. */
    private int from(DocumentKind kind) {
        return store.used(kind, year()) ? year() + 1 : year();
    }

    /** A register, without asking who wants to know. */
    Book found(String bookId) {
        return store.find(bookId, year())
                .orElseThrow(() -> new NotFound("document.no-book", bookId.toLowerCase(Locale.ROOT)));
    }

    private int year() {
        return VietnamTime.today(clock).getYear();
    }
}
