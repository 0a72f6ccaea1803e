package vn.quyche.group.internal.service;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.Regulations;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.table.Tables;
import vn.quyche.group.api.GroupStatus;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.Attestation;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.Declaration.State;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.DeclaredLine;
import vn.quyche.group.api.members.LineKind;
import vn.quyche.group.api.members.Recognised;
import vn.quyche.group.internal.model.AttestationDay;
import vn.quyche.group.internal.model.DeclaredRow;
import vn.quyche.group.internal.model.MemberComparison;
import vn.quyche.group.internal.model.MemberComparison.Entry;
import vn.quyche.group.internal.model.MemberFinder;
import vn.quyche.group.internal.model.MemberListReader;
import vn.quyche.group.internal.store.JpaAccountStore;
import vn.quyche.group.internal.store.JpaDeclarationStore;
import vn.quyche.group.internal.store.JpaDeclarationStore.Stored;
import vn.quyche.group.internal.store.JpaGroupStore;

/** Declared member lists. */
@Component(service = {Declarations.class, DefaultDeclarations.class})
@Regulated({"BC.1.2", "BC.4.5"})
public final class DefaultDeclarations implements Declarations {

    private static final String DECLARATION = "group.declaration";
    private static final int MAX_OTHERS = 20_000;

    /** Parameter: how many days the names and numbers of strangers are kept after the next list. */
    static final String FORGET_AFTER = "group.forget-strangers-after-days";

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final Acts acts;
    private final JpaGroupStore groups;
    private final JpaDeclarationStore store;
    private final JpaAccountStore accounts;
    private final GroupSight sight;
    private final Directory directory;
    private final Attachments attachments;
    private final Tables tables;
    private final Regulations regulations;
    private final DeclarationDuties duties;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultDeclarations(
            @Reference Acts acts,
            @Reference JpaGroupStore groups,
            @Reference JpaDeclarationStore store,
            @Reference JpaAccountStore accounts,
            @Reference GroupSight sight,
            @Reference Directory directory,
            @Reference Attachments attachments,
            @Reference Tables tables,
            @Reference Regulations regulations,
            @Reference DeclarationDuties duties,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.groups = groups;
        this.store = store;
        this.accounts = accounts;
        this.sight = sight;
        this.directory = directory;
        this.attachments = attachments;
        this.tables = tables;
        this.regulations = regulations;
        this.duties = duties;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String read(Caller caller, String groupId, String attachmentId, String idempotencyKey) {
        return declare(caller, groupId, "group.read-member-list", idempotencyKey, (group, log) -> {
            Attachment file = attachments.get(attachmentId);
            List<DeclaredRow> rows = rows(file);
            String id = ids.next();
            attachments.attach(caller, List.of(attachmentId), DECLARATION, id);
            insert(caller, id, group, Optional.of(file), entries(group, rows, caller), log);
            return id;
        });
    }

    @Override
    public String tick(Caller caller, String groupId, Set<String> personIds, String others, String idempotencyKey) {
        Checks checks = new Checks();
        String strangers = checks.text("others", others, 0, MAX_OTHERS);
        checks.that(!personIds.isEmpty() || !strangers.isEmpty(), "people", "group.nobody-ticked");
        checks.that(personIds.size() <= MAX_ROWS, "people", "directory.import-too-many-rows", MAX_ROWS);
        checks.orThrow();
        return declare(caller, groupId, "group.tick-members", idempotencyKey, (group, log) -> {
            List<Entry> entries = new ArrayList<>();
            Map<String, String> belonging = belonging(group);
            for (String person : personIds) {
                if (!belonging.containsKey(person)) {
                    throw new Invalid("people", "group.ticked-stranger");
                }
            }
            belonging.forEach((id, name) -> {
                if (personIds.contains(id)) {
                    entries.add(new Entry(new DeclaredRow(0, name, ""), Recognised.TICKED, Optional.of(id), List.of()));
                }
            });
            List<Tables.Row> lines = new ArrayList<>();
            strangers.lines().forEach(line -> lines.add(new Tables.Row(lines.size() + 1, List.of(line.strip()))));
            if (lines.size() > MAX_ROWS) {
                throw new Invalid("others", "directory.import-too-many-rows", MAX_ROWS);
            }
            entries.addAll(entries(group, MemberListReader.read(lines), caller));
            String id = ids.next();
            insert(caller, id, group, Optional.empty(), entries, log);
            return id;
        });
    }

    @Override
    public Declaration get(Caller caller, String declarationId) {
        return readable(caller, declarationId).declaration();
    }

    @Override
    public Page<Declaration> list(Caller caller, Query query, PageRequest page) {
        Set<String> readable = query.groupId()
                .map(id -> settled(caller, id))
                .orElseGet(() -> sight.select(Groups.Query.active(), group -> reads(caller, group)).stream()
                        .map(MessagingGroup::id)
                        .collect(Collectors.toSet()));
        return store.list(query, readable, page);
    }

    @Override
    public Page<DeclaredLine> lines(
            Caller caller, String declarationId, Optional<LineKind> kind, boolean openOnly, PageRequest page) {
        readable(caller, declarationId);
        Page<DeclaredLine> lines = store.lines(declarationId, kind, openOnly, page);
        Map<String, String> names = directory.names(JpaDeclarationStore.people(lines.items()));
        return new Page<>(JpaDeclarationStore.named(lines.items(), names), lines.next());
    }

    @Override
    public Declaration settle(Caller caller, String declarationId, int place, Optional<String> personId) {
        return settle(caller, declarationId, place, personId, entry -> entry.settled(personId));
    }

    @Override
    public Declaration ignore(Caller caller, String declarationId, int place) {
        return settle(caller, declarationId, place, Optional.empty(), Entry::ignored);
    }

    private Declaration settle(
            Caller caller, String declarationId, int place, Optional<String> personId, UnaryOperator<Entry> change) {
        return act(caller, declarationId, "group.settle-line", (stored, group, log) -> {
            requireDraft(stored);
            List<DeclaredLine> lines = store.lines(declarationId);
            // people who are missing stand behind those of the list: who is missing is not settled by hand
            if (place < 1 || place > lines.size() || lines.get(place - 1).kind() == LineKind.MISSING) {
                throw new NotFound("group.no-such-line");
            }
            personId.filter(person -> !directory.employed(person, sight.today()))
                    .ifPresent(person -> {
                        throw new Invalid("personId", "group.holder-not-staff");
                    });
            List<Entry> entries = new ArrayList<>(MemberComparison.entries(lines));
            entries.set(place - 1, change.apply(entries.get(place - 1)));
            log.changed(Map.of("line", place), Map.of("personId", personId.orElse("")));
            return compared(stored, group, entries).declaration();
        });
    }

    @Override
    public DeclaredLine line(Caller caller, String declarationId, int place) {
        readable(caller, declarationId);
        List<DeclaredLine> one = store.line(declarationId, place).stream().toList();
        return JpaDeclarationStore.named(one, directory.names(JpaDeclarationStore.people(one))).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("group.no-such-line"));
    }

    @Override
    public Declaration confirm(Caller caller, String declarationId) {
        return act(caller, declarationId, "group.declare-members", (stored, group, log) -> {
            requireDraft(stored);
            if (stored.declaration().counts().unclear() > 0) {
                throw new Conflict(
                        "group.lines-unclear", stored.declaration().counts().unclear());
            }
            if (!stored.basis().equals(basis(group))) {
                // who belongs changed since: the comparison is made again, and looked at again
                throw new Conflict("group.declaration-outdated");
            }
            Instant now = clock.instant();
            Optional<Declaration> before =
                    Optional.ofNullable(store.last(Set.of(group.id())).get(group.id()));
            List<DeclaredLine> lines = store.lines(declarationId);
            takeOver(group, lines, now);
            Declaration confirmed = state(stored.declaration(), State.CONFIRMED, open(lines), Optional.of(now));
            store.update(new Stored(confirmed, stored.byId(), stored.attachmentId(), stored.basis()));
            duties.attested(group, before, confirmed, caller.personId());
            log.changed(before.map(Declaration::counts).orElse(null), confirmed.counts());
            return confirmed;
        });
    }

    @Override
    public void discard(Caller caller, String declarationId) {
        act(caller, declarationId, "group.discard-member-list", (stored, group, log) -> {
            requireDraft(stored);
            return discarded(caller, stored);
        });
    }

    @Override
    public int forgetAfterDays() {
        return regulations.intValue(FORGET_AFTER, sight.today());
    }

    /**
     * Forgets strangers of whom the school need know nothing any more: the names and numbers on lists that a later one took
     * the place of, and the files from which they were read.
     */
    public void forget(Caller system) {
        int days = forgetAfterDays();
        Instant cutoff = clock.instant().minus(Duration.ofDays(days));
        store.forgettable(cutoff, sight.today().minusDays(days), FORGOTTEN_AT_ONCE)
                .forEach(id -> forget(system, id));
    }

    private void forget(Caller system, String declarationId) {
        Act act = Act.on(DECLARATION, declarationId, "group.forget-strangers", GroupPermissions.SETTLE, Scope.school());
        acts.perform(system, act, log -> {
            Stored stored = store.find(declarationId).orElseThrow();
            if (stored.declaration().state() == State.DRAFT) {
                discarded(system, stored);
                return null;
            }
            int lines = store.forget(declarationId, clock.instant());
            if (!stored.attachmentId().isEmpty()) {
                attachments.detach(system, List.of(stored.attachmentId()));
            }
            log.changed(null, Map.of("strangers", lines));
            return null;
        });
    }

    @Override
    public Declaration done(Caller caller, String declarationId, Set<Integer> places) {
        return act(caller, declarationId, "group.settle-members", (stored, group, log) -> {
            if (stored.declaration().state() != State.CONFIRMED) {
                throw new Conflict("group.declaration-state");
            }
            List<DeclaredLine> lines = store.lines(declarationId).stream()
                    .filter(line -> places.contains(line.place()))
                    .filter(DeclaredLine::open)
                    .toList();
            boolean newest = store.last(Set.of(group.id())).get(group.id()).id().equals(declarationId);
            if (!newest) {
                throw new Conflict("group.declaration-older");
            }
            settleMembers(group, lines);
            store.linesDone(
                    declarationId, lines.stream().map(DeclaredLine::place).toList(), clock.instant(), caller.name());
            int open = store.open(declarationId);
            Declaration after = state(
                    stored.declaration(),
                    State.CONFIRMED,
                    open,
                    stored.declaration().confirmedAt());
            store.update(new Stored(after, stored.byId(), stored.attachmentId(), stored.basis()));
            if (open == 0) {
                duties.settled(after);
            }
            log.changed(Map.of("open", stored.declaration().open()), Map.of("open", open));
            return after;
        });
    }

    @Override
    public Page<Attestation> attestations(Caller caller, Optional<String> text, boolean overdueOnly, PageRequest page) {
        AttestationDay day = new AttestationDay(regulations, sight.today(), store.begun());
        Groups.Query query =
                new Groups.Query(text, Optional.empty(), Optional.empty(), Optional.of(GroupStatus.ACTIVE), false);
        Page<MessagingGroup> shown = sight.page(
                query,
                page,
                group -> external(group)
                        && sight.sees(caller, group)
                        && (!overdueOnly || day.overdue(group, last(group))));
        Map<String, Declaration> last =
                store.last(shown.items().stream().map(MessagingGroup::id).toList());
        return shown.map(group -> day.of(group, Optional.ofNullable(last.get(group.id()))));
    }

    @Override
    public Map<String, Attestation> attestations(Caller caller, Collection<MessagingGroup> shown) {
        AttestationDay day = new AttestationDay(regulations, sight.today(), store.begun());
        List<MessagingGroup> outside = shown.stream()
                .filter(group -> external(group) && sight.sees(caller, group))
                .toList();
        Map<String, Declaration> last =
                store.last(outside.stream().map(MessagingGroup::id).toList());
        return outside.stream()
                .map(group -> day.of(group, Optional.ofNullable(last.get(group.id()))))
                .collect(Collectors.toMap(Attestation::groupId, attestation -> attestation));
    }

    @Override
    public Optional<Attestation> attestation(Caller caller, String groupId) {
        MessagingGroup group = sight.require(caller, groupId);
        return external(group)
                ? Optional.of(new AttestationDay(regulations, sight.today(), store.begun()).of(group, last(group)))
                : Optional.empty();
    }

    private Optional<Declaration> last(MessagingGroup group) {
        return Optional.ofNullable(store.last(Set.of(group.id())).get(group.id()));
    }

    private boolean external(MessagingGroup group) {
        return group.platform() != Platform.IN_APP && group.open(sight.today());
    }

    /** What a declaring act does once the caller may. */
    private interface Declaring {
        String run(MessagingGroup group, ActLog log);
    }

    private String declare(Caller caller, String groupId, String action, String key, Declaring work) {
        Act act = Act.create(DECLARATION, action, GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.performOnce(caller, key, act, log -> {
            sight.require(caller, groupId);
            MessagingGroup group = groups.lock(groupId).orElseThrow(() -> new NotFound("group.not-found", groupId));
            if (group.platform() == Platform.IN_APP) {
                throw new Conflict("group.not-external", group.name());
            }
            requireSettling(caller, group);
            String id = work.run(group, log);
            log.subject(id);
            return id;
        });
    }

    /** What an act on a declaration does once the caller may. */
    private interface Work<T> {
        T run(Stored stored, MessagingGroup group, ActLog log);
    }

    private <T> T act(Caller caller, String declarationId, String action, Work<T> work) {
        Act act = Act.on(DECLARATION, declarationId, action, GroupPermissions.RECEIVE, Scope.own(caller));
        return acts.perform(caller, act, log -> {
            Stored seen = readable(caller, declarationId);
            MessagingGroup group = groups.lock(seen.declaration().groupId()).orElseThrow();
            requireSettling(caller, group);
            // read again behind the lock: somebody else may have confirmed meanwhile
            return work.run(store.find(declarationId).orElseThrow(), group, log);
        });
    }

    private void requireSettling(Caller caller, MessagingGroup group) {
        if (!group.open(sight.today())) {
            throw new Conflict("group.dissolved", group.name());
        }
        if (!sight.settles(caller, group)) {
            throw new Forbidden("group.not-administrator", group.name());
        }
    }

    private Stored readable(Caller caller, String declarationId) {
        return store.find(declarationId)
                .filter(stored -> groups.find(stored.declaration().groupId())
                        .filter(group -> reads(caller, group))
                        .isPresent())
                .orElseThrow(() -> new NotFound("group.no-declaration"));
    }

    private boolean reads(Caller caller, MessagingGroup group) {
        return sight.sees(caller, group) && (caller.isSystem() || sight.settles(caller, group));
    }

    private Set<String> settled(Caller caller, String groupId) {
        return reads(caller, sight.require(caller, groupId)) ? Set.of(groupId) : Set.of();
    }

    private static void requireDraft(Stored stored) {
        if (stored.declaration().state() != State.DRAFT) {
            throw new Conflict("group.declaration-state");
        }
    }

    private List<DeclaredRow> rows(Attachment file) {
        try {
            List<DeclaredRow> rows = MemberListReader.read(tables.read(() -> attachments.open(file), MAX_ROWS));
            if (rows.isEmpty()) {
                throw new Invalid("file", "group.list-empty");
            }
            return rows;
        } catch (IOException e) {
            throw new Unavailable("document.storage-failed", e);
        }
    }

    private List<Entry> entries(MessagingGroup group, List<DeclaredRow> rows, Caller caller) {
        MemberFinder finder = new MemberFinder(known(group), belonging(group).keySet(), accounts.on(group.platform()));
        return rows.stream()
                .map(row -> MemberListReader.isSelf(row) && caller.personId().isPresent()
                        ? new Entry(row, Recognised.NAME, caller.personId(), List.of())
                        : Entry.of(row, finder.find(row)))
                .toList();
    }

    /** The staff, and whoever was in the group before: who left the school may be in it still. */
    private List<Person> known(MessagingGroup group) {
        List<Person> known = new ArrayList<>(directory.staff(sight.today()));
        Set<String> gone = new HashSet<>(groups.members(group.id()).keySet());
        known.forEach(person -> gone.remove(person.id()));
        gone.forEach(id -> directory.find(id, sight.today()).ifPresent(known::add));
        return known;
    }

    private void insert(
            Caller caller,
            String id,
            MessagingGroup group,
            Optional<Attachment> file,
            List<Entry> entries,
            ActLog log) {
        store.drafts(group.id()).forEach(draft -> discarded(caller, draft));
        List<DeclaredLine> lines = comparison(group, entries).lines(entries);
        Declaration declaration = new Declaration(
                id,
                group.id(),
                file.map(Attachment::fileName).orElse(""),
                file.map(Attachment::sha256).orElse(""),
                State.DRAFT,
                MemberComparison.counts(lines),
                open(lines),
                caller.name(),
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        store.insert(
                new Stored(
                        declaration,
                        caller.personId().orElse(""),
                        file.map(Attachment::id).orElse(""),
                        basis(group)),
                lines);
        log.changed(null, declaration.counts());
    }

    private Stored compared(Stored stored, MessagingGroup group, List<Entry> entries) {
        List<DeclaredLine> lines = comparison(group, entries).lines(entries);
        Declaration before = stored.declaration();
        Stored after = new Stored(
                new Declaration(
                        before.id(),
                        before.groupId(),
                        before.fileName(),
                        before.sha256(),
                        before.state(),
                        MemberComparison.counts(lines),
                        open(lines),
                        before.byName(),
                        before.startedAt(),
                        before.confirmedAt(),
                        before.erasedAt()),
                stored.byId(),
                stored.attachmentId(),
                basis(group));
        store.update(after);
        store.replaceLines(before.id(), lines);
        return after;
    }

    private MemberComparison comparison(MessagingGroup group, List<Entry> entries) {
        Set<String> people = new HashSet<>();
        entries.forEach(entry -> {
            entry.personId().ifPresent(people::add);
            people.addAll(entry.candidates());
        });
        Map<String, String> belonging = belonging(group);
        people.addAll(belonging.keySet());
        return new MemberComparison(belonging, directory.names(people));
    }

    /** Who belongs by the rule today, by name. */
    private Map<String, String> belonging(MessagingGroup group) {
        Map<String, String> people = new LinkedHashMap<>();
        sight.membership().people(group.rule()).stream()
                .sorted(java.util.Comparator.comparing(person -> VietnameseText.nameSortKey(person.fullName())))
                .forEach(person -> people.put(person.id(), person.fullName()));
        return people;
    }

    private String basis(MessagingGroup group) {
        return Basis.of(
                sight.membership().people(group.rule()).stream().map(Person::id).toList());
    }

    private Declaration discarded(Caller caller, Stored stored) {
        Declaration discarded = state(stored.declaration(), State.DISCARDED, 0, Optional.empty());
        store.update(new Stored(discarded, stored.byId(), stored.attachmentId(), stored.basis()));
        // what nobody confirmed is not kept: it names people of whom the school need know nothing
        store.replaceLines(discarded.id(), List.of());
        if (!stored.attachmentId().isEmpty()) {
            attachments.detach(caller, List.of(stored.attachmentId()));
        }
        return discarded;
    }

    /** Who is in the group now is known to be in it, also those who do not belong; nobody else is. */
    private void takeOver(MessagingGroup group, List<DeclaredLine> lines, Instant now) {
        Set<String> inside = lines.stream()
                .filter(line -> line.kind() == LineKind.MEMBER || line.kind() == LineKind.OUTSIDER)
                .flatMap(line -> line.personId().stream())
                .collect(Collectors.toSet());
        Set<String> gone = new HashSet<>(groups.members(group.id()).keySet());
        gone.removeAll(inside);
        groups.removeMembers(group.id(), gone, now);
        groups.addMembers(group.id(), inside, now);
    }

    private void settleMembers(MessagingGroup group, Collection<DeclaredLine> lines) {
        groups.removeMembers(group.id(), people(lines, LineKind.OUTSIDER), clock.instant());
        Set<String> joined = people(lines, LineKind.MISSING);
        joined.retainAll(sight.membership().ids(group.rule()));
        groups.addMembers(group.id(), joined, clock.instant());
    }

    private static Set<String> people(Collection<DeclaredLine> lines, LineKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .flatMap(line -> line.personId().stream())
                .collect(Collectors.toSet());
    }

    private static int open(List<DeclaredLine> lines) {
        return (int) lines.stream().filter(DeclaredLine::open).count();
    }

    private static Declaration state(Declaration before, State state, int open, Optional<Instant> confirmedAt) {
        return new Declaration(
                before.id(),
                before.groupId(),
                before.fileName(),
                before.sha256(),
                state,
                before.counts(),
                open,
                before.byName(),
                before.startedAt(),
                confirmedAt,
                before.erasedAt());
    }
}
