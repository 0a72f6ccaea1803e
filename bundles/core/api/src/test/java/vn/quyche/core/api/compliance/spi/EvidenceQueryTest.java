package vn.quyche.core.api.compliance.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvidenceQueryTest {

    private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-09-05T05:00:00Z");

    private static Evidence line(String id, String clause, Instant at, Evidence.Kind kind) {
        return new Evidence(id, clause, at, kind, "Việc", "", Optional.empty());
    }

    private static Evidence kept(String id, Instant at) {
        return line(id, "BC.7.2", at, Evidence.Kind.KEPT);
    }

    private static List<String> ids(EvidenceQuery query, Evidence... lines) {
        return query.select(Stream.of(lines)).stream().map(Evidence::id).toList();
    }

    private static EvidenceQuery query(Optional<Evidence.Kind> kind, Optional<EvidenceQuery.Place> before, int limit) {
        return new EvidenceQuery("BC.7.2", FROM, TO, kind, before, limit);
    }

    @Test
    void givesTheLinesOfTheClauseAndTimeNewestFirst() {
        assertThat(ids(
                        query(Optional.empty(), Optional.empty(), 10),
                        kept("a", NOON),
                        kept("first", FROM),
                        kept("too-late", TO),
                        kept("too-early", FROM.minusMillis(1)),
                        line("other", "BC.7.3", NOON, Evidence.Kind.KEPT),
                        kept("b", NOON),
                        kept("last", TO.minusMillis(1))))
                .containsExactly("last", "b", "a", "first");
    }

    @Test
    void goesOnBehindAPlaceUpToTheLimit() {
        EvidenceQuery query = query(Optional.empty(), Optional.of(new EvidenceQuery.Place(NOON, "b")), 2);

        assertThat(ids(query, kept("c", NOON), kept("b", NOON), kept("a", NOON), kept("x", FROM), kept("y", FROM)))
                .containsExactly("a", "y");
    }

    @Test
    void givesOneKindOnly() {
        assertThat(ids(
                        query(Optional.of(Evidence.Kind.VIOLATION), Optional.empty(), 10),
                        kept("a", NOON),
                        line("v", "BC.7.2", NOON, Evidence.Kind.VIOLATION)))
                .containsExactly("v");
    }

    @Test
    void countsALineOnItsDayInVietnam() {
        Instant night = Instant.parse("2026-09-05T17:30:00Z");
        LocalDate day = LocalDate.of(2026, 9, 6);

        assertThat(EvidenceCount.of(kept("a", night))).isEqualTo(EvidenceCount.kept("BC.7.2", day, 1, night));
        assertThat(EvidenceCount.of(line("v", "BC.7.2", night, Evidence.Kind.VIOLATION)))
                .isEqualTo(EvidenceCount.violations("BC.7.2", day, 1, night));
    }
}
