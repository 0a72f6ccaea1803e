package vn.quyche.core.document.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.CaseFile;
import vn.quyche.core.api.document.CaseFile.State;
import vn.quyche.core.api.document.CaseFiles;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.print.PrintedDocument;
import vn.quyche.core.api.screening.Screening;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.document.internal.model.CaseFileSheets;
import vn.quyche.core.document.internal.store.JpaCaseFileStore;

/** Case files from the first document to the archive. */
@Component(service = CaseFiles.class)
public final class DefaultCaseFiles implements CaseFiles {

    private static final String FILE = "document.case-file";
    private static final String TRANSFER = "document.transfer-file";
    private static final int LONGEST_RETENTION = 100;
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_LISTED = 5_000;

    private final Acts acts;
    private final Access access;
    private final JpaCaseFileStore store;
    private final OutgoingDocuments outgoing;
    private final IncomingDocuments incoming;
    private final Screening screening;
    private final Duties duties;
    private final Directory directory;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultCaseFiles(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaCaseFileStore store,
            @Reference OutgoingDocuments outgoing,
            @Reference IncomingDocuments incoming,
            @Reference Screening screening,
            @Reference Duties duties,
            @Reference Directory directory,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.screening = screening;
        this.duties = duties;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<CaseFile> list(Caller caller, Query query, PageRequest page) {
        Optional<String> after = page.afterId();
        access.require(caller, DocumentPermissions.DRAFT, Scope.own(caller));
        Optional<String> keeper = Optional.empty();
        if (!seesAll(caller)) {
            if (caller.personId().isEmpty()) {
                return new Page<>(List.of(), Optional.empty());
            }
            keeper = caller.personId();
        }
        return Page.of(store.list(query, keeper, after, page.size() + 1), page.size(), CaseFile::id);
    }

    @Override
    public CaseFile get(Caller caller, String fileId) {
        return seen(caller, store.find(fileId));
    }

    @Override
    public boolean mayChange(Caller caller, CaseFile file) {
        return file.state() == State.OPEN && keeps(caller, file);
    }

    @Override
    public List<Item> items(Caller caller, String fileId) {
        get(caller, fileId);
        List<JpaCaseFileStore.Item> stored = store.items(fileId);
        Map<String, Item> found = new HashMap<>();
        String school = directory.school().name();
        // The clerk may have put in what the keeper may not see.
        outgoing.those(caller, ids(stored, Direction.OUTGOING)).forEach(one -> found.put(one.id(), item(one, school)));
        incoming.those(caller, ids(stored, Direction.INCOMING)).forEach(one -> found.put(one.id(), item(one)));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Item item = found.get(stored.get(i).documentId());
            if (item == null) {
                continue;
            }
            items.add(new Item(
                    i + 1,
                    item.direction(),
                    item.documentId(),
                    item.code(),
                    item.day(),
                    item.kind(),
                    item.subject(),
                    item.author()));
        }
        return items;
    }

    @Override
    public String open(Caller caller, String key, NewFile entered) {
        Act act = Act.create(FILE, "document.open-file", DocumentPermissions.DRAFT, Scope.own(caller));
        return acts.performOnce(caller, key, act, log -> {
            NewFile checked = checked(caller, entered);
            String keeper = caller.personId().orElseThrow(() -> new Forbidden("document.no-person"));
            CaseFile file = new CaseFile(
                    ids.next(),
                    free(checked.code(), today().getYear(), ""),
                    checked.title(),
                    today().getYear(),
                    keeper,
                    caller.name(),
                    checked.retentionYears(),
                    State.OPEN,
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    0,
                    1);
            store.insert(file);
            log.subject(file.id());
            log.changed(null, file);
            return file.id();
        });
    }

    @Override
    public CaseFile change(Caller caller, String fileId, long version, NewFile entered) {
        return step(caller, fileId, "document.change-file", State.OPEN, (before, log) -> {
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            NewFile checked = checked(caller, entered);
            free(checked.code(), before.year(), before.id());
            return changed(
                    before,
                    checked.code(),
                    checked.title(),
                    checked.retentionYears(),
                    before.state(),
                    before.closedOn(),
                    before.documents());
        });
    }

    @Override
    public CaseFile put(Caller caller, String fileId, Collection<String> documentIds) {
        Set<String> wanted = documentIds.stream()
                .filter(id -> id != null && !id.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted.isEmpty()) {
            throw new Invalid("documents", "core.choose-one");
        }
        return step(caller, fileId, "document.put-into-file", State.OPEN, (before, log) -> {
            List<JpaCaseFileStore.Item> there = store.items(fileId);
            there.forEach(item -> wanted.remove(item.documentId()));
            if (there.size() + wanted.size() > MOST_DOCUMENTS) {
                throw new Invalid("documents", "document.case-file-full", MOST_DOCUMENTS);
            }
            int place = there.isEmpty() ? 0 : there.get(there.size() - 1).place();
            Map<String, Direction> known = known(caller, wanted);
            for (String id : wanted) {
                if (!known.containsKey(id)) {
                    throw new NotFound("document.not-found");
                }
                place++;
                store.put(fileId, new JpaCaseFileStore.Item(known.get(id), id, place));
            }
            log.note(String.join(" ", wanted));
            return documents(before, there.size() + wanted.size());
        });
    }

    @Override
    public CaseFile take(Caller caller, String fileId, String documentId) {
        return step(caller, fileId, "document.take-from-file", State.OPEN, (before, log) -> {
            if (!store.take(fileId, documentId)) {
                throw new NotFound("document.not-found");
            }
            log.note(documentId);
            return documents(before, before.documents() - 1);
        });
    }

    /** To the archive within one year after the end of the work (NĐ 30/2020, Điều 30). */
    @Override
    public CaseFile close(Caller caller, String fileId) {
        return step(caller, fileId, "document.close-file", State.OPEN, (before, log) -> {
            if (before.documents() == 0) {
                throw new Conflict("document.case-file-empty");
            }
            duties.assign(List.of(new NewDuty(
                    TRANSFER + ":" + fileId,
                    TRANSFER,
                    "",
                    VietnameseText.line("Nộp lưu hồ sơ " + before.code() + " – " + before.title()),
                    before.keeperId(),
                    FILE,
                    fileId,
                    "/document/files/" + fileId,
                    VietnamTime.endOf(today().plusYears(1)),
                    List.of(Duration.ofDays(30)),
                    List.of())));
            return changed(
                    before,
                    before.code(),
                    before.title(),
                    before.retentionYears(),
                    State.CLOSED,
                    Optional.of(today()),
                    before.documents());
        });
    }

    @Override
    public void transfer(Caller caller, Collection<String> fileIds, String receiver) {
        List<String> chosen = fileIds.stream()
                .filter(id -> id != null && !id.isBlank())
                .distinct()
                .sorted()
                .toList();
        if (chosen.isEmpty() || chosen.size() > MOST_AT_ONCE) {
            throw new Invalid("id", chosen.isEmpty() ? "core.choose-one" : "document.bad-row-count", MOST_AT_ONCE);
        }
        Act all = Act.create(FILE, TRANSFER, DocumentPermissions.REGISTER, Scope.school());
        acts.perform(caller, all, log -> {
            Checks checks = new Checks();
            String who = VietnameseText.line(checks.text("receiver", receiver, 1, 200));
            checks.orThrow();
            screening.requireText(caller, "receiver", who);
            for (String id : chosen) {
                acts.perform(
                        caller,
                        Act.on(FILE, id, TRANSFER, DocumentPermissions.REGISTER, Scope.school()),
                        own -> transfer(id, who, own));
            }
            log.changed(null, Map.of("files", chosen, "receiver", who));
            return null;
        });
    }

    private CaseFile transfer(String id, String receiver, ActLog log) {
        CaseFile before = store.lock(id).orElseThrow(() -> new NotFound("document.no-case-file"));
        require(before, State.CLOSED);
        CaseFile after = new CaseFile(
                before.id(),
                before.code(),
                before.title(),
                before.year(),
                before.keeperId(),
                before.keeperName(),
                before.retentionYears(),
                State.TRANSFERRED,
                before.closedOn(),
                Optional.of(today()),
                receiver,
                before.documents(),
                before.version() + 1);
        store.update(after);
        duties.done(TRANSFER + ":" + id, FILE + ":" + id);
        log.changed(before, after);
        return after;
    }

    @Override
    public PrintedDocument contents(Caller caller, String fileId) {
        return CaseFileSheets.contents(get(caller, fileId), items(caller, fileId), directory, today());
    }

    @Override
    public PrintedDocument transferList(Caller caller, int year) {
        Query ofTheYear = new Query(Optional.empty(), Optional.empty(), Optional.of(year));
        List<CaseFile> files = Page.every(page -> list(caller, ofTheYear, page))
                .filter(file -> file.state() != State.OPEN)
                .limit(MOST_LISTED)
                .sorted(Comparator.comparing(CaseFile::id))
                .toList();
        return CaseFileSheets.transfer(year, files, directory, today());
    }

    private interface Step {
        CaseFile take(CaseFile before, ActLog log);
    }

    private CaseFile step(Caller caller, String id, String action, State state, Step work) {
        Act act = Act.on(FILE, id, action, DocumentPermissions.DRAFT, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            CaseFile before = seen(caller, store.lock(id));
            if (!keeps(caller, before)) {
                throw new Forbidden("document.not-keeper", before.keeperName());
            }
            require(before, state);
            CaseFile after = work.take(before, log);
            store.update(after);
            log.changed(before, after);
            return after;
        });
    }

    private static void require(CaseFile file, State state) {
        if (file.state() != state) {
            throw new Conflict(code(file.state()), file.code());
        }
    }

    private static String code(State state) {
        return "document.case-file-not-now." + state.name();
    }

    private NewFile checked(Caller caller, NewFile entered) {
        Checks checks = new Checks();
        String code = VietnameseText.line(checks.text("code", entered.code(), 1, 60));
        String title = VietnameseText.line(checks.text("title", entered.title(), 1, 500));
        checks.that(
                entered.retentionYears() >= 0 && entered.retentionYears() <= LONGEST_RETENTION,
                "retentionYears",
                "core.bad-number",
                0,
                LONGEST_RETENTION);
        checks.orThrow();
        screening.requireText(caller, "code", code);
        screening.requireText(caller, "title", title);
        return new NewFile(code, title, entered.retentionYears());
    }

    private String free(String code, int year, String ownId) {
        store.withCode(year, code).filter(file -> !file.id().equals(ownId)).ifPresent(file -> {
            throw new Conflict("document.case-file-known", code, file.title());
        });
        return code;
    }

    /** Numbered and incoming ones that the caller may see. */
    private Map<String, Direction> known(Caller caller, Collection<String> wanted) {
        Map<String, Direction> known = new HashMap<>();
        outgoing.those(caller, wanted).stream()
                .filter(document -> document.state().numbered())
                .forEach(document -> known.put(document.id(), Direction.OUTGOING));
        incoming.those(caller, wanted).forEach(document -> known.put(document.id(), Direction.INCOMING));
        return known;
    }

    private static List<String> ids(List<JpaCaseFileStore.Item> items, Direction direction) {
        return items.stream()
                .filter(item -> item.direction() == direction)
                .map(JpaCaseFileStore.Item::documentId)
                .toList();
    }

    private static Item item(OutgoingDocument one, String school) {
        return new Item(0, Direction.OUTGOING, one.id(), one.code(), one.day(), one.kind(), one.subject(), school);
    }

    private static Item item(IncomingDocument one) {
        return new Item(
                0, Direction.INCOMING, one.id(), one.code(), one.day(), one.kind(), one.subject(), one.sender());
    }

    private static CaseFile documents(CaseFile file, int documents) {
        return changed(
                file, file.code(), file.title(), file.retentionYears(), file.state(), file.closedOn(), documents);
    }

    private static CaseFile changed(
            CaseFile file,
            String code,
            String title,
            int retentionYears,
            State state,
            Optional<LocalDate> closedOn,
            int documents) {
        return new CaseFile(
                file.id(),
                code,
                title,
                file.year(),
                file.keeperId(),
                file.keeperName(),
                retentionYears,
                state,
                closedOn,
                file.transferredOn(),
                file.receiver(),
                documents,
                file.version() + 1);
    }

    private CaseFile seen(Caller caller, Optional<CaseFile> found) {
        return found.filter(file -> seesAll(caller) || own(caller, file))
                .orElseThrow(() -> new NotFound("document.no-case-file"));
    }

    private boolean keeps(Caller caller, CaseFile file) {
        return access.allows(caller, DocumentPermissions.REGISTER, Scope.school())
                || own(caller, file) && access.allows(caller, DocumentPermissions.DRAFT, Scope.own(caller));
    }

    private static boolean own(Caller caller, CaseFile file) {
        return caller.personId().filter(file.keeperId()::equals).isPresent();
    }

    private boolean seesAll(Caller caller) {
        return List.of(DocumentPermissions.READ, DocumentPermissions.REGISTER).stream()
                .anyMatch(permission -> access.allows(caller, permission, Scope.school()));
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }
}
