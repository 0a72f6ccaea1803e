package vn.quyche.core.compliance.internal.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.compliance.internal.model.ClauseOrder;
import vn.quyche.core.compliance.internal.model.Pack;
import vn.quyche.core.compliance.internal.model.ParameterRule;

/** The packs of the bundles that are installed now. When two declare the same, the domain first by name has it. */
final class PackShelf {

    private final Map<Object, Pack> packs = new ConcurrentHashMap<>();
    private volatile Content content = new Content(Map.of(), Map.of(), List.of(), List.of());

    /** What all packs together say; never changes. */
    private record Content(
            Map<String, Clause> clauses,
            Map<String, ParameterRule> parameters,
            List<DutyRule> duties,
            List<String> problems) {}

    /** Puts a pack on the shelf. */
    synchronized void put(Object owner, Pack pack) {
        packs.put(owner, pack);
        content = merged();
    }

    /** Takes a pack from the shelf. */
    synchronized void remove(Object owner) {
        packs.remove(owner);
        content = merged();
    }

    /** The clauses in catalogue order, by id. */
    Map<String, Clause> clauses() {
        return content.clauses();
    }

    /** The parameters by key, in order. */
    Map<String, ParameterRule> parameters() {
        return content.parameters();
    }

    Optional<ParameterRule> parameter(String key) {
        return Optional.ofNullable(content.parameters().get(key));
    }

    /** The duties that come again; each bundle names its own, so that none stands twice. */
    List<DutyRule> duties() {
        return content.duties();
    }

    /** What is wrong, one line each. */
    List<String> problems() {
        return content.problems();
    }

    private Content merged() {
        Map<String, Clause> clauses = new TreeMap<>(new ClauseOrder());
        Map<String, ParameterRule> parameters = new TreeMap<>();
        List<DutyRule> duties = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        packs.values().stream().sorted(Comparator.comparing(Pack::domain)).forEach(pack -> {
            pack.problems().forEach(problem -> problems.add(pack.domain() + ": " + problem));
            pack.clauses().forEach(clause -> {
                Clause other = clauses.putIfAbsent(clause.id(), clause);
                if (other != null) {
                    problems.add(pack.domain() + ": clause " + clause.id() + " is declared by " + other.domain()
                            + " already");
                }
            });
            duties.addAll(pack.duties());
            // The schedule of each duty is a parameter of its clause, so that a regulation of the school may decide it.
            Stream.concat(pack.parameters().stream(), pack.duties().stream().map(ScheduleParameter::of))
                    .forEach(parameter -> {
                        if (parameters.putIfAbsent(parameter.key(), parameter) != null) {
                            problems.add(pack.domain() + ": parameter " + parameter.key() + " is declared already");
                        }
                    });
        });
        return new Content(
                Collections.unmodifiableMap(clauses),
                Collections.unmodifiableMap(parameters),
                List.copyOf(duties),
                List.copyOf(problems));
    }
}
