package vn.quyche.group.internal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.Regulated;
import vn.quyche.group.api.members.Declaration;
import vn.quyche.group.api.members.DeclaredLine;
import vn.quyche.group.api.members.DeclaredLine.Candidate;
import vn.quyche.group.api.members.LineKind;
import vn.quyche.group.api.members.Recognised;

/** Compares who is on a list with who belongs to the group: outsiders, missing people, duplicates. */
@Regulated({"BC.1.2", "BC.4.5"})
public final class MemberComparison {

    private final Map<String, String> belonging;
    private final Map<String, String> names;

    /**
     * A comparison.
     *
     * @param belonging ids and names of those who belong by the rule, in the order in which they are shown
     * @param names ids and names of everybody who may be on the list
     */
    public MemberComparison(Map<String, String> belonging, Map<String, String> names) {
        this.belonging = belonging;
        this.names = names;
    }

    /**
     * Somebody on the list, and who that is.
     *
     * @param row where they stand on it
     * @param by how they were recognised
     * @param personId who that is
     * @param candidates who it may be; empty when it is settled
     */
    public record Entry(DeclaredRow row, Recognised by, Optional<String> personId, List<String> candidates) {

        /** As it was found. */
        public static Entry of(DeclaredRow row, MemberFinder.Found found) {
            return new Entry(row, found.by(), found.personId(), found.candidates());
        }

        /** As somebody settled it; nobody means that it is somebody from outside. */
        public Entry settled(Optional<String> person) {
            return new Entry(row, Recognised.HAND, person, candidates);
        }

        /** As a line that means nobody. */
        public Entry ignored() {
            return new Entry(row, Recognised.NOBODY, Optional.empty(), candidates);
        }

        private boolean unclear() {
            return personId.isEmpty() && by == Recognised.NOT && !candidates.isEmpty();
        }
    }

    /** The lines of the declaration: those of the list in its order, then the missing people. */
    public List<DeclaredLine> lines(List<Entry> entries) {
        List<DeclaredLine> lines = new ArrayList<>();
        Set<String> people = new HashSet<>();
        Set<String> strangers = new HashSet<>();
        for (Entry entry : entries) {
            LineKind kind = kind(entry, people, strangers);
            lines.add(line(lines.size() + 1, entry, kind));
        }
        belonging.forEach((id, name) -> {
            if (!people.contains(id)) {
                lines.add(line(
                        lines.size() + 1,
                        new Entry(new DeclaredRow(0, name, ""), Recognised.NOT, Optional.of(id), List.of()),
                        LineKind.MISSING));
            }
        });
        return lines;
    }

    /** What stood on the list, to compare it again. */
    public static List<Entry> entries(List<DeclaredLine> lines) {
        return lines.stream()
                .filter(line -> line.kind() != LineKind.MISSING)
                .map(line -> new Entry(
                        new DeclaredRow(line.row(), line.name(), line.phone()),
                        line.by(),
                        line.personId(),
                        line.candidates().stream().map(Candidate::personId).toList()))
                .toList();
    }

    /** How many lines there are of each kind. */
    public static Declaration.Counts counts(List<DeclaredLine> lines) {
        return new Declaration.Counts(
                count(lines, LineKind.MEMBER),
                count(lines, LineKind.OUTSIDER),
                count(lines, LineKind.MISSING),
                count(lines, LineKind.DUPLICATE),
                count(lines, LineKind.UNCLEAR),
                count(lines, LineKind.NOBODY));
    }

    private LineKind kind(Entry entry, Set<String> people, Set<String> strangers) {
        if (entry.by() == Recognised.NOBODY) {
            return LineKind.NOBODY;
        }
        if (entry.unclear()) {
            return LineKind.UNCLEAR;
        }
        if (entry.personId().isEmpty()) {
            String stranger = entry.row().phone().isEmpty()
                    ? ""
                    : entry.row().phone() + "|"
                            + String.join(" ", DisplayName.words(entry.row().name()));
            return stranger.isEmpty() || strangers.add(stranger) ? LineKind.OUTSIDER : LineKind.DUPLICATE;
        }
        String person = entry.personId().get();
        if (!people.add(person)) {
            return LineKind.DUPLICATE;
        }
        return belonging.containsKey(person) ? LineKind.MEMBER : LineKind.OUTSIDER;
    }

    private DeclaredLine line(int place, Entry entry, LineKind kind) {
        return new DeclaredLine(
                place,
                entry.row().row(),
                entry.row().name(),
                entry.row().phone(),
                kind,
                entry.by(),
                entry.personId(),
                entry.personId().map(id -> names.getOrDefault(id, "")).orElse(""),
                entry.candidates().stream()
                        .map(id -> new Candidate(id, names.getOrDefault(id, "")))
                        .toList(),
                Optional.empty(),
                "");
    }

    private static int count(List<DeclaredLine> lines, LineKind kind) {
        return (int) lines.stream().filter(line -> line.kind() == kind).count();
    }
}
