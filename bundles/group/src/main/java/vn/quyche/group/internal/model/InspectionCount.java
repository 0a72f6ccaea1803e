package vn.quyche.group.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.group.api.Appointment;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.conduct.CaseKind;
import vn.quyche.group.api.inspection.Figure;
import vn.quyche.group.api.inspection.Line;
import vn.quyche.group.api.inspection.Line.Section;
import vn.quyche.group.internal.model.PeriodFacts.StepKind;

/** Counts what an inspection looks at, by the rules of the days of the period. */
@Regulated("BC.7.2")
public final class InspectionCount {

    private static final List<GroupRole> WATCHED = List.of(GroupRole.OWNER, GroupRole.ADMIN);

    private final PeriodFacts facts;
    private final Directory directory;
    private final Instant start;
    private final Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
    private final List<Line> lines = new ArrayList<>();

    /**
     * Counts.
     *
     * @param pinLimit how many pins were allowed on the last day
     */
    public InspectionCount(PeriodFacts facts, Directory directory, int pinLimit) {
        this.facts = facts;
        this.directory = directory;
        this.start = VietnamTime.startOf(facts.days().from());
        for (Figure figure : Figure.values()) {
            figures.put(figure, 0);
        }
        figures.put(Figure.PIN_LIMIT, pinLimit);
        differences();
        changes();
        directives();
        people();
        pins();
        conduct();
        vacancies();
    }

    /** What was counted; every figure has a value. */
    public Map<Figure, Integer> figures() {
        return Map.copyOf(figures);
    }

    /** What stands behind the figures, section by section. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    private void differences() {
        Set<String> members = facts.spans().stream()
                .filter(span -> span.at(facts.asOf()))
                .map(PeriodFacts.Span::personId)
                .collect(Collectors.toSet());
        Membership membership = new Membership(directory, facts.lastDay());
        PeriodFacts.Edition edition = facts.editionAt(facts.asOf());
        figures.put(Figure.MEMBERS, members.size());
        figures.put(Figure.BELONGING, membership.people(edition.rule()).size());
        membership.differences(edition.rule(), members).stream()
                .sorted(Comparator.comparing(MemberDifference::kind)
                        .thenComparing(one -> VietnameseText.nameSortKey(one.name()))
                        .thenComparing(MemberDifference::personId))
                .forEach(one -> {
                    count(one.kind() == MemberDifference.Kind.MISSING ? Figure.MISSING : Figure.SURPLUS);
                    lines.add(line(
                            Section.DIFFERENCE,
                            one.personId(),
                            one.name(),
                            one.kind().name(),
                            Optional.empty()));
                });
    }

    private void changes() {
        List<Line> found = new ArrayList<>();
        Map<String, String> names = directory.names(
                facts.spans().stream().map(PeriodFacts.Span::personId).collect(Collectors.toSet()));
        for (PeriodFacts.Span span : facts.spans()) {
            String name = names.getOrDefault(span.personId(), "");
            if (within(span.since())) {
                count(Figure.JOINED);
                found.add(line(Section.CHANGE, span.personId(), name, Figure.JOINED.name(), Optional.of(span.since())));
            }
            span.until().filter(this::within).ifPresent(until -> {
                count(Figure.GONE);
                found.add(line(Section.CHANGE, span.personId(), name, Figure.GONE.name(), Optional.of(until)));
            });
        }
        found.sort(Comparator.comparing((Line line) -> line.at().orElse(start))
                .thenComparing(line -> VietnameseText.nameSortKey(line.title()))
                .thenComparing(Line::subjectId)
                .thenComparing(Line::word));
        lines.addAll(found);
    }

    private void directives() {
        Map<String, StepKind> closed = new HashMap<>();
        facts.steps().stream().filter(step -> step.kind().closes()).forEach(step -> {
            closed.put(step.directiveId(), step.kind());
            if (within(step.at())) {
                count(Figure.CLOSED);
            }
        });
        Map<String, List<PeriodFacts.Slip>> slips =
                facts.receipts().stream().collect(Collectors.groupingBy(PeriodFacts.Slip::directiveId));
        for (PeriodFacts.Issued directive : facts.issued()) {
            count(Figure.ISSUED);
            List<PeriodFacts.Slip> of = slips.getOrDefault(directive.id(), List.of());
            int fulfilled = (int)
                    of.stream().filter(slip -> happened(slip.fulfilledAt())).count();
            add(Figure.RECEIPTS, of.size());
            add(Figure.READ, (int)
                    of.stream().filter(slip -> happened(slip.readAt())).count());
            add(Figure.FULFILLED, fulfilled);
            lines.add(new Line(
                    Section.DIRECTIVE,
                    directive.id(),
                    directive.number() + " · " + directive.title(),
                    Optional.ofNullable(closed.get(directive.id()))
                            .map(StepKind::name)
                            .orElse("ISSUED"),
                    Optional.of(directive.at()),
                    of.size(),
                    fulfilled));
        }
    }

    /** Who was late with what fell due in the period; what was withdrawn or replaced before its deadline asked for nothing. */
    private void people() {
        Map<String, Instant> closedAt = facts.steps().stream()
                .filter(step -> step.kind().closes())
                .collect(
                        Collectors.toMap(PeriodFacts.Step::directiveId, PeriodFacts.Step::at, (first, later) -> first));
        Map<String, int[]> slow = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (PeriodFacts.Slip slip : facts.receipts()) {
            Instant deadline = slip.deadline();
            boolean asked = Optional.ofNullable(closedAt.get(slip.directiveId()))
                    .map(at -> at.isAfter(deadline))
                    .orElse(true);
            if (!within(deadline) || !asked) {
                continue;
            }
            count(Figure.DUE);
            names.put(slip.personId(), slip.name());
            if (!happened(slip.fulfilledAt())) {
                count(Figure.OVERDUE);
                slow.computeIfAbsent(slip.personId(), id -> new int[2])[0]++;
            } else if (slip.fulfilledAt().orElseThrow().isAfter(deadline)) {
                count(Figure.LATE);
                slow.computeIfAbsent(slip.personId(), id -> new int[2])[1]++;
            }
        }
        slow.forEach((person, times) -> {
            if (times[0] > 0) {
                count(Figure.OVERDUE_PEOPLE);
            }
            if (times[1] > 0) {
                count(Figure.LATE_PEOPLE);
            }
        });
        slow.entrySet().stream()
                .map(one -> new Line(
                        Section.PERSON,
                        one.getKey(),
                        names.get(one.getKey()),
                        "",
                        Optional.empty(),
                        one.getValue()[0],
                        one.getValue()[1]))
                .sorted(Comparator.comparing(Line::amount)
                        .thenComparing(Line::otherAmount)
                        .reversed()
                        .thenComparing(line -> VietnameseText.nameSortKey(line.title()))
                        .thenComparing(Line::subjectId))
                .forEach(lines::add);
    }

    private void pins() {
        Set<String> pinned = new HashSet<>();
        for (PeriodFacts.Step step : facts.steps()) {
            if (step.kind() == StepKind.PINNED) {
                pinned.add(step.directiveId());
            } else {
                pinned.remove(step.directiveId());
            }
            if (within(step.at()) && !step.kind().closes()) {
                if (step.kind() == StepKind.PINNED) {
                    count(Figure.PINNED);
                }
                lines.add(line(
                        Section.PIN,
                        step.directiveId(),
                        step.number() + (step.reason().isEmpty() ? "" : " · " + step.reason()),
                        step.kind().name(),
                        Optional.of(step.at())));
            }
        }
        figures.put(Figure.PINS, pinned.size());
    }

    private void conduct() {
        for (PeriodFacts.Case one : facts.cases()) {
            boolean reported = within(one.openedAt());
            boolean settled = happened(one.settledAt());
            if (one.kind() != CaseKind.VIOLATION) {
                if (reported) {
                    count(one.kind() == CaseKind.INCIDENT ? Figure.INCIDENTS : Figure.REQUESTS);
                }
                continue;
            }
            boolean found = happened(one.foundAt());
            if (reported) {
                count(Figure.VIOLATIONS);
            }
            if (one.foundAt().filter(this::within).isPresent()) {
                count(Figure.FOUND);
            }
            if (one.settledAt().filter(this::within).isPresent()) {
                count(found ? Figure.SETTLED : Figure.UNFOUNDED);
            }
            if (!settled) {
                count(Figure.OPEN);
            }
            String closed = one.outcome().isEmpty() ? "UNFOUNDED" : one.outcome();
            String open = found ? "FOUND" : "OPEN";
            lines.add(line(
                    Section.VIOLATION, one.id(), one.topic(), settled ? closed : open, Optional.of(one.openedAt())));
        }
    }

    private void vacancies() {
        Map<List<String>, int[]> vacant = new LinkedHashMap<>();
        for (LocalDate day = facts.days().from(); !day.isAfter(facts.lastDay()); day = day.plusDays(1)) {
            Instant end = VietnamTime.endOf(day);
            RoleHolders holders = new RoleHolders(directory, day);
            List<Appointment> appointments = facts.editionAt(end.isAfter(facts.asOf()) ? facts.asOf() : end)
                    .appointments();
            for (GroupRole role : WATCHED) {
                List<Appointment> of =
                        appointments.stream().filter(one -> one.role() == role).toList();
                if (role == GroupRole.OWNER && of.isEmpty()) {
                    vacate(vacant, day, List.of(role.name(), "", ""));
                }
                for (Appointment one : of) {
                    if (holders.of(one).isEmpty()) {
                        vacate(vacant, day, vacancy(one));
                    }
                }
            }
        }
        vacant.forEach((what, days) -> {
            add(Figure.VACANCIES, days[1]);
            lines.add(new Line(
                    Section.VACANCY, what.get(1), what.get(2), what.get(0), Optional.empty(), days[0], days[1]));
        });
    }

    private void vacate(Map<List<String>, int[]> vacant, LocalDate day, List<String> what) {
        int[] days = vacant.computeIfAbsent(what, key -> new int[2]);
        days[0]++;
        if (day.equals(facts.lastDay())) {
            days[1] = 1;
        }
    }

    /** The role, the post that nobody holds, and the unit of the post or the person who is gone. */
    private List<String> vacancy(Appointment one) {
        String post = one.post().map(Enum::name).orElse("");
        String named = one.personId()
                .map(id -> directory.names(List.of(id)).getOrDefault(id, ""))
                .or(() -> one.unitId().flatMap(directory::unit).map(Unit::name))
                .orElse("");
        return List.of(one.role().name(), post, named);
    }

    private void count(Figure figure) {
        add(figure, 1);
    }

    private void add(Figure figure, int amount) {
        figures.merge(figure, amount, Integer::sum);
    }

    private boolean within(Instant at) {
        return !at.isBefore(start) && at.isBefore(facts.asOf());
    }

    private boolean happened(Optional<Instant> at) {
        return at.filter(facts.asOf()::isAfter).isPresent();
    }

    private static Line line(Section section, String subject, String title, String word, Optional<Instant> at) {
        return new Line(section, subject, title, word, at, 0, 0);
    }
}
