package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.compliance.internal.model.CitedPlace;

/**
 * Where clauses stand in the school's own regulations, from memory: every page that cites one asks. Read again after a few
 * seconds, as decided values are.
 */
final class AdoptedPlaces {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<List<CitedPlace>> source;
    private final Clock clock;
    private volatile Content content;

    private record Content(Map<String, List<CitedPlace>> byClause, Instant until) {}

    AdoptedPlaces(Supplier<List<CitedPlace>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The clause as the school numbers it today; as the pack does when no regulation of the school has it. */
    Clause cited(Clause clause) {
        return citation(clause.id(), VietnamTime.today(clock))
                .map(citation -> new Clause(
                        clause.id(), clause.domain(), clause.kind(), clause.summary(), clause.mechanism(), citation))
                .orElse(clause);
    }

    /** How a clause is cited on a day. */
    Optional<String> citation(String clauseId, LocalDate day) {
        return fresh().byClause().getOrDefault(clauseId, List.of()).stream()
                .filter(place -> place.on(day))
                .findFirst()
                .map(CitedPlace::citation);
    }

    /** Reads again at the next question. */
    void forget() {
        content = null;
    }

    private Content fresh() {
        Content known = content;
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.until())) {
            known = new Content(
                    source.get().stream().collect(Collectors.groupingBy(CitedPlace::clause)), now.plus(FRESH));
            content = known;
        }
        return known;
    }
}
