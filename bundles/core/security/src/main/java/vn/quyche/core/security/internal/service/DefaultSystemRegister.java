package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.SystemRegister;
import vn.quyche.core.security.internal.link.DutiesLink;
import vn.quyche.core.security.internal.store.SystemEntryStore;

/** Writes the register of the system, and sees to it that domain names and servers are renewed in time. */
@Component
public final class DefaultSystemRegister implements SystemRegister {

    static final String CLAUSE = "TT.15.1";
    static final String PAGE = "/security/system/";

    private static final String SUBJECT = "security.system-entry";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2000;
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** Registrars want to be paid some weeks ahead, and the school has to approve the sum before. */
    private static final List<Duration> REMIND = List.of(Duration.ofDays(30), Duration.ofDays(7));

    private final Access access;
    private final Acts acts;
    private final SystemEntryStore store;
    private final DutiesLink duties;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultSystemRegister(
            @Reference Access access,
            @Reference Acts acts,
            @Reference SystemEntryStore store,
            @Reference DutiesLink duties,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.access = access;
        this.acts = acts;
        this.store = store;
        this.duties = duties;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<Entry> list(Caller caller, Filter filter, PageRequest page) {
        access.require(caller, SecurityPermissions.READ, Scope.school());
        return store.list(filter, page);
    }

    @Override
    public Entry get(Caller caller, String entryId) {
        access.require(caller, SecurityPermissions.READ, Scope.school());
        return existing(entryId);
    }

    @Override
    @Regulated("TT.15.1")
    public Entry add(Caller caller, String idempotencyKey, NewEntry entry) {
        Act act = Act.create(SUBJECT, "security.add-system-entry", SecurityPermissions.SYSTEM, Scope.school());
        String id = acts.performOnce(caller, idempotencyKey, act, log -> {
            Entry made = checked(entry, ids.next());
            store.insert(made);
            remind(made);
            log.subject(made.id());
            log.changed(null, made);
            return made.id();
        });
        return existing(id);
    }

    @Override
    public Entry change(Caller caller, String entryId, long version, NewEntry entry) {
        return act(caller, "security.change-system-entry", entryId, (before, log) -> {
            Entry wanted = checked(entry, entryId);
            Entry after = with(before, version, wanted);
            boolean renewed = before.until()
                    .filter(last -> after.until().map(last::isBefore).orElse(true))
                    .isPresent();
            if (renewed) {
                duties.done(key(before), PAGE + entryId);
            }
            if (!after.keeperId().equals(before.keeperId()) || !after.until().equals(before.until())) {
                duties.withdraw(SUBJECT, entryId, after.name());
                remind(after);
            }
            return after;
        });
    }

    @Override
    public Entry end(Caller caller, String entryId, String reason) {
        return act(caller, "security.end-system-entry", entryId, (before, log) -> {
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 1, LONGEST_NAME);
            checks.orThrow();
            log.note(why);
            duties.withdraw(SUBJECT, entryId, why);
            return new Entry(
                    before.id(),
                    before.kind(),
                    before.name(),
                    before.provider(),
                    before.keeperId(),
                    before.since(),
                    before.until(),
                    before.note(),
                    Optional.of(VietnamTime.today(clock)),
                    before.createdAt(),
                    before.version());
        });
    }

    /** What becomes of an entry. */
    private interface Change {
        Entry of(Entry before, ActLog log);
    }

    private Entry act(Caller caller, String action, String entryId, Change change) {
        Act act = Act.on(SUBJECT, entryId, action, SecurityPermissions.SYSTEM, Scope.school());
        return acts.perform(caller, act, log -> {
            Entry before = existing(entryId);
            if (before.endedOn().isPresent()) {
                throw new Conflict("security.system-ended", before.name());
            }
            Entry after = change.of(before, log);
            if (!store.update(after)) {
                throw new Conflict("core.changed-meanwhile");
            }
            log.changed(before, after);
            return existing(entryId);
        });
    }

    private static Entry with(Entry before, long version, Entry wanted) {
        return new Entry(
                before.id(),
                before.kind(),
                wanted.name(),
                wanted.provider(),
                wanted.keeperId(),
                wanted.since(),
                wanted.until(),
                wanted.note(),
                Optional.empty(),
                before.createdAt(),
                version);
    }

    private Entry existing(String entryId) {
        return store.find(entryId).orElseThrow(() -> new NotFound("security.system-not-found", entryId));
    }

    private Entry checked(NewEntry entry, String id) {
        Checks checks = new Checks();
        checks.that(entry.kind() != null, "kind", "core.required");
        String name = checks.text("name", entry.name(), 1, LONGEST_NAME);
        String provider = checks.text("provider", entry.provider(), 0, LONGEST_NAME);
        String keeper = checks.text("keeperId", entry.keeperId(), 1, 26);
        String note = checks.text("note", entry.note(), 0, LONGEST_NOTE);
        LocalDate since = entry.since();
        checks.that(since != null, "since", "core.required");
        Optional<LocalDate> until = entry.until() == null ? Optional.empty() : entry.until();
        checks.that(since == null || inReach(since), "since", "core.bad-date");
        checks.that(until.map(DefaultSystemRegister::inReach).orElse(true), "until", "core.bad-date");
        checks.that(
                since == null || until.map(day -> !day.isBefore(since)).orElse(true),
                "until",
                "security.system-until-before");
        checks.orThrow();
        return new Entry(
                id, entry.kind(), name, provider, keeper, since, until, note, Optional.empty(), clock.instant(), 0);
    }

    private static boolean inReach(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private void remind(Entry entry) {
        entry.until().map(duty(entry)).ifPresent(duties::assign);
    }

    private static Function<LocalDate, NewDuty> duty(Entry entry) {
        return until -> new NewDuty(
                key(entry),
                "security.renew-system",
                CLAUSE,
                "Gia hạn " + entry.name(),
                entry.keeperId(),
                SUBJECT,
                entry.id(),
                PAGE + entry.id(),
                VietnamTime.endOf(until),
                REMIND,
                List.of());
    }

    private static String key(Entry entry) {
        return "security.renew-system:" + entry.id() + ":"
                + entry.until().map(LocalDate::toString).orElse("") + ":" + entry.keeperId();
    }
}
