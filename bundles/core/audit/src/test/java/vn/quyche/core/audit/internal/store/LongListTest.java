package vn.quyche.core.audit.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.audit.AuditLine.Outcome;
import vn.quyche.core.api.audit.AuditTrail.Query;
import vn.quyche.core.audit.internal.model.Line;
import vn.quyche.testkit.RowsVisited;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** A page of the log costs the same however long the log is, with whatever the pages let one filter by. */
class LongListTest {

    private static final int LINES = 3000;
    private static final int PAGE = 50;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    /** Did every second line, and never changed a person. */
    private static final String BUSY = "p-0";

    private static TestDatabase db;
    private static AuditStore store;

    @BeforeAll
    static void fill() {
        db = TestDatabase.derby();
        TestUnit unit = TestUnit.of(db, "audit");
        store = new AuditStore(unit.jpa());
        unit.tx().run(() -> {
            for (int i = 0; i < LINES; i++) {
                store.append(line(i));
            }
        });
    }

    @AfterAll
    static void close() {
        db.close();
    }

    private static Line line(int i) {
        Instant at = START.plusSeconds(60L * i);
        String action = i % 2 == 0 ? "group.read-directive" : "directory.change-person";
        return new Line(
                UlidTime.lowest(at).substring(0, 10) + String.format("%016d", i),
                at.toEpochMilli(),
                "a-" + i % 2,
                "p-" + i % 2,
                "Ai đó",
                "REST",
                "",
                "",
                action,
                "kind-" + i % 2,
                "s-" + i % 2,
                i % 20 == 1 ? "REFUSED" : "DONE",
                "",
                "",
                "",
                "",
                "");
    }

    static Stream<Query> filters() {
        Optional<String> busy = Optional.of(BUSY);
        Optional<String> read = Optional.of("group.read-directive");
        Optional<String> change = Optional.of("directory.change-person");
        Optional<String> domain = Optional.of("directory.");
        Optional<Outcome> refused = Optional.of(Outcome.REFUSED);
        Optional<String> none = Optional.empty();
        return Stream.of(
                query(none, none, none, none, Optional.empty()),
                query(busy, none, none, none, Optional.empty()),
                query(none, read, none, none, Optional.empty()),
                query(none, domain, none, none, Optional.empty()),
                query(none, none, Optional.of("kind-1"), none, Optional.empty()),
                query(none, none, none, Optional.of("s-1"), Optional.empty()),
                query(none, none, Optional.of("kind-1"), Optional.of("s-1"), Optional.empty()),
                query(none, none, none, none, refused),
                query(none, none, none, none, Optional.of(Outcome.DONE)),
                query(none, none, Optional.of("kind-1"), none, refused),
                query(none, none, none, Optional.of("s-1"), refused),
                query(busy, change, none, none, refused),
                query(busy, domain, none, none, refused),
                query(busy, read, none, none, Optional.empty()),
                query(busy, change, none, none, Optional.empty()),
                query(busy, domain, none, none, Optional.empty()),
                query(busy, none, none, none, refused),
                query(none, read, none, none, refused),
                query(none, domain, none, none, refused));
    }

    private static Query query(
            Optional<String> person,
            Optional<String> action,
            Optional<String> subjectType,
            Optional<String> subjectId,
            Optional<Outcome> outcome) {
        return new Query(Optional.empty(), Optional.empty(), person, action, subjectType, subjectId, outcome);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void looksAtLittleMoreThanItShows(Query query) {
        assertThat(RowsVisited.by(db, () -> store.ids(query, PageRequest.first(PAGE))))
                .isLessThan(2 * PAGE);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void goesOnFromWhereAPageEnded(Query query) {
        String half = UlidTime.lowest(START.plusSeconds(60L * LINES / 2));
        PageRequest page = new PageRequest(PAGE, Optional.of(half));
        assertThat(RowsVisited.by(db, () -> store.ids(query, page))).isLessThan(2 * PAGE);
    }
}
