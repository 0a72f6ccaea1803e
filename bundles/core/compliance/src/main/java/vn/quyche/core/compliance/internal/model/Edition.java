package vn.quyche.core.compliance.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One version of a regulation of the school: as a draft, then as a decision made it.
 *
 * @param id its id
 * @param regulationId the regulation
 * @param sequence which version it is, from 1
 * @param kind what its decision does
 * @param decided whether a decision has been made; from then on it never changes
 * @param content what it says
 * @param endsOn its last day, empty while nothing ends it
 * @param endedBy the edition that ends it
 * @param decidedBy the name of who entered the decision, empty for drafts
 * @param decidedAt when that was
 * @param version for {@code If-Match}
 */
public record Edition(
        String id,
        String regulationId,
        int sequence,
        Kind kind,
        boolean decided,
        Content content,
        Optional<LocalDate> endsOn,
        Optional<String> endedBy,
        String decidedBy,
        Optional<Instant> decidedAt,
        long version) {

    /** What a decision does. */
    public enum Kind {
        /** Issues a regulation for the first time, or again after it was repealed. */
        ADOPT,
        /** Changes some articles or parameters. */
        AMEND,
        /** Puts a new text in place of the old one. */
        REPLACE,
        /** Ends the regulation. */
        REPEAL
    }

    /** Where an edition stands on a day. */
    public enum State {
        DRAFT,
        UPCOMING,
        IN_FORCE,
        ENDED
    }

    /**
     * What an edition says.
     *
     * @param title the title of the regulation
     * @param shortTitle how citations name it; may be empty
     * @param articles in order
     * @param parameters the values that it sets, by key
     * @param bases the lines of its legal bases
     * @param decision the decision; its fields are filled bit by bit
     * @param effectiveOn its first day
     */
    public record Content(
            String title,
            String shortTitle,
            List<RegulationArticle> articles,
            Map<String, String> parameters,
            List<String> bases,
            Decision decision,
            Optional<LocalDate> effectiveOn) {

        public Content {
            articles = present(articles);
            parameters = parameters == null
                    ? Map.of()
                    : parameters.entrySet().stream()
                            .filter(entry -> entry.getKey() != null && entry.getValue() != null)
                            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
            bases = present(bases);
            decision = decision == null ? Decision.EMPTY : decision;
            effectiveOn = effectiveOn == null ? Optional.empty() : effectiveOn;
        }

        /** The same with other articles. */
        public Content withArticles(List<RegulationArticle> others) {
            return new Content(title, shortTitle, others, parameters, bases, decision, effectiveOn);
        }

        /** The same with other values of parameters. */
        public Content withParameters(Map<String, String> others) {
            return new Content(title, shortTitle, articles, others, bases, decision, effectiveOn);
        }

        /** The same with other legal bases. */
        public Content withBases(List<String> others) {
            return new Content(title, shortTitle, articles, parameters, others, decision, effectiveOn);
        }

        /** The same with another decision. */
        public Content withDecision(Decision other, Optional<LocalDate> effective) {
            return new Content(title, shortTitle, articles, parameters, bases, other, effective);
        }
    }

    /** A list as doors may give it: missing, or with holes. */
    static <T> List<T> present(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** Where it stands on a day. */
    public State state(LocalDate day) {
        if (!decided) {
            return State.DRAFT;
        }
        if (day.isBefore(content.effectiveOn().orElseThrow())) {
            return State.UPCOMING;
        }
        return kind == Kind.REPEAL || endsOn.filter(day::isAfter).isPresent() ? State.ENDED : State.IN_FORCE;
    }
}
