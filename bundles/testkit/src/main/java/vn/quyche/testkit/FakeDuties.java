package vn.quyche.testkit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;

/** Duties in memory. Checks no permission; keeps what was asked of it for assertions. */
public final class FakeDuties implements Duties {

    private final Clock clock;
    private final Map<String, Duty> byKey = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();

    /** @param clock gives the time of assigning and settling */
    public FakeDuties(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void assign(Collection<NewDuty> duties) {
        duties.forEach(duty -> byKey.computeIfAbsent(duty.key(), key -> open(duty)));
    }

    @Override
    public void done(String key, String evidence) {
        byKey.computeIfPresent(
                key,
                (k, duty) -> duty.state() == Duty.State.OPEN ? settled(duty, Duty.State.DONE, evidence, "") : duty);
    }

    @Override
    public void withdraw(String subjectType, String subjectId, String reason) {
        byKey.replaceAll((key, duty) -> duty.state() == Duty.State.OPEN
                        && duty.subjectType().equals(subjectType)
                        && duty.subjectId().equals(subjectId)
                ? settled(duty, Duty.State.WITHDRAWN, "", reason)
                : duty);
    }

    @Override
    public void withdraw(String key, String reason) {
        Duty duty = byKey.get(key);
        if (duty != null && duty.state() == Duty.State.OPEN) {
            byKey.remove(key);
            byKey.put("#" + duty.id(), settled(duty, Duty.State.WITHDRAWN, "", reason));
        }
    }

    @Override
    public void passOn(String key, String newKey, String personId, String reason) {
        Duty duty = byKey.get(key);
        if (duty == null || duty.state() != Duty.State.OPEN) {
            return;
        }
        if (!newKey.equals(key) && byKey.containsKey(newKey)) {
            withdraw(key, reason);
            return;
        }
        byKey.remove(key);
        byKey.put(
                newKey,
                new Duty(
                        duty.id(),
                        newKey,
                        duty.kind(),
                        duty.clause(),
                        duty.title(),
                        personId,
                        duty.subjectType(),
                        duty.subjectId(),
                        duty.link(),
                        duty.createdAt(),
                        duty.dueAt(),
                        duty.state(),
                        duty.settledAt(),
                        duty.evidence(),
                        Optional.empty(),
                        duty.reason()));
    }

    @Override
    public void tellInstead(String subjectType, String subjectId, String personId, String insteadId) {
        told.add(subjectId + ": " + insteadId + " instead of " + personId);
    }

    /** Who is told in whose place about which subject, in the order in which it was asked for. */
    public List<String> toldInstead() {
        return List.copyOf(told);
    }

    @Override
    public Page<Duty> list(Caller caller, Query query, PageRequest page) {
        Predicate<Duty> wanted = duty -> query.personId()
                        .map(duty.personId()::equals)
                        .orElse(true)
                && query.domain().map(duty.kind()::startsWith).orElse(true)
                && query.state().map(duty.state()::equals).orElse(true)
                && (!query.lateOnly() || duty.state() == Duty.State.OPEN && duty.late(clock.instant()))
                && query.dueFrom().map(from -> !duty.dueAt().isBefore(from)).orElse(true)
                && query.dueTo().map(duty.dueAt()::isBefore).orElse(true);
        List<Duty> rows = byKey.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Duty::dueAt).thenComparing(Duty::id))
                .dropWhile(duty -> page.after()
                        .map(after -> cursor(duty).compareTo(after) <= 0)
                        .orElse(false))
                .limit(page.size() + 1L)
                .toList();
        return Page.of(rows, page.size(), FakeDuties::cursor);
    }

    @Override
    public Duty get(Caller caller, String dutyId) {
        return byKey.values().stream()
                .filter(duty -> duty.id().equals(dutyId))
                .findFirst()
                .orElseThrow(() -> new NotFound("duty.not-found", dutyId));
    }

    @Override
    public Duty excuse(Caller caller, String dutyId, String reason) {
        Duty duty = get(caller, dutyId);
        if (duty.state() != Duty.State.OPEN) {
            throw new Conflict("duty.not-open", dutyId);
        }
        Duty excused = settled(duty, Duty.State.EXCUSED, "", reason);
        byKey.put(duty.key(), excused);
        return excused;
    }

    @Override
    public Excused excuseAll(Caller caller, Collection<String> dutyIds, String reason) {
        return new Excused(
                dutyIds.stream().map(id -> excuse(caller, id, reason)).toList(), List.of(), false);
    }

    @Override
    public Excused excuseAll(Caller caller, Query query, String reason) {
        return excuseAll(
                caller,
                list(caller, query, PageRequest.first(MAX_AT_ONCE)).items().stream()
                        .map(Duty::id)
                        .toList(),
                reason);
    }

    @Override
    public Count count(String personId) {
        Instant now = clock.instant();
        List<Duty> open = all().stream()
                .filter(duty -> duty.personId().equals(personId) && duty.state() == Duty.State.OPEN)
                .toList();
        return new Count(
                open.size(), (int) open.stream().filter(duty -> duty.late(now)).count());
    }

    /** Every duty ever assigned, in that order. */
    public List<Duty> all() {
        return List.copyOf(byKey.values());
    }

    /** The duty with a key. */
    public Optional<Duty> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    private Duty open(NewDuty duty) {
        return new Duty(
                "duty-%06d".formatted(byKey.size() + 1),
                duty.key(),
                duty.kind(),
                duty.clause(),
                duty.title(),
                duty.personId(),
                duty.subjectType(),
                duty.subjectId(),
                duty.link(),
                clock.instant(),
                duty.dueAt(),
                Duty.State.OPEN,
                Optional.empty(),
                "",
                Optional.empty(),
                "");
    }

    private Duty settled(Duty duty, Duty.State state, String evidence, String reason) {
        return new Duty(
                duty.id(),
                duty.key(),
                duty.kind(),
                duty.clause(),
                duty.title(),
                duty.personId(),
                duty.subjectType(),
                duty.subjectId(),
                duty.link(),
                duty.createdAt(),
                duty.dueAt(),
                state,
                Optional.of(clock.instant()),
                evidence,
                Optional.empty(),
                reason);
    }

    private static String cursor(Duty duty) {
        return "%019d-%s".formatted(duty.dueAt().toEpochMilli(), duty.id());
    }
}
