package vn.quyche.group.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives.Query;
import vn.quyche.testkit.RowsVisited;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** A page of directives costs the same however many there are. */
class LongListTest {

    private static final int DIRECTIVES = 3000;
    private static final int PAGE = 50;
    private static final List<String> GROUPS = List.of("g-0", "g-1", "g-2", "g-3", "g-4");
    private static final String READER = "p-reader";
    private static final Optional<String> NO_TEXT = Optional.empty();
    private static final Optional<DirectiveState> ANY = Optional.empty();

    private static TestDatabase db;
    private static JpaDirectiveStore store;

    @BeforeAll
    static void fill() throws SQLException {
        db = TestDatabase.derby();
        store = new JpaDirectiveStore(TestUnit.of(db, "group").jpa());
        try (Connection connection = db.pool().getConnection();
                PreparedStatement directive = connection.prepareStatement("insert into q_group.directive (id,"
                        + " group_id, number, series_year, series_number, title, title_folded, body, requirement, event,"
                        + " event_folded, author_id, author_name, state, created_at, withdrawn_reason, pinned, pin_reason,"
                        + " pictures, recipients, previous_hash, hash, version) values (?, ?, '', 2025, ?, 'Họp', 'hop',"
                        + " '', 'ACKNOWLEDGE', '', '', 'p-author', '', ?, 0, '', ?, '', 0, 1, '', '', 1)");
                PreparedStatement receipt = connection.prepareStatement("insert into q_group.receipt (directive_id,"
                        + " person_id, group_id, name, sort_key, requirement, deadline, stage, reply, fulfilled_at)"
                        + " values (?, '" + READER + "', ?, '', '', 'ACKNOWLEDGE', 0, 3, '', ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < DIRECTIVES; i++) {
                String id = String.format("d-%05d", i);
                directive.setString(1, id);
                directive.setString(2, GROUPS.get(i % GROUPS.size()));
                directive.setInt(3, i);
                directive.setString(4, i % 10 == 0 ? "WITHDRAWN" : i == 7 ? "DRAFT" : "ISSUED");
                directive.setBoolean(5, i % 10 == 1);
                directive.addBatch();
                receipt.setString(1, id);
                receipt.setString(2, GROUPS.get(i % GROUPS.size()));
                // the last that were issued are open, and a few old ones
                if (i % 100 == 1) {
                    receipt.setNull(3, java.sql.Types.BIGINT);
                } else {
                    receipt.setLong(3, 1);
                }
                receipt.addBatch();
            }
            directive.executeBatch();
            receipt.executeBatch();
            connection.commit();
        }
    }

    @AfterAll
    static void close() {
        db.close();
    }

    private static long visited(Query query, String... groups) {
        Optional<String> later = query.inbox()
                ? Optional.of(Cursor.of("group.inbox.-written", "d-01500"))
                : Optional.of(Cursor.of("group.directives.-written", "d-01500"));
        return Stream.of(Optional.<String>empty(), later)
                .mapToLong(after -> RowsVisited.by(db, () -> ids(query, new PageRequest(PAGE, after), groups)))
                .max()
                .orElseThrow();
    }

    private static Map<String, String> ids(Query query, PageRequest page, String... groups) {
        return query.inbox() ? store.receivedIds(query, READER, page) : store.ids(query, List.of(groups), READER, page);
    }

    private static String[] all() {
        return GROUPS.toArray(String[]::new);
    }

    @Test
    void looksAtLittleMoreThanItShowsOfAllGroups() {
        assertThat(visited(new Query(NO_TEXT, NO_TEXT, ANY, false, false, false, false), all()))
                .isLessThan(2 * PAGE);
    }

    @Test
    void looksAtLittleMoreThanItShowsOfOneGroup() {
        assertThat(visited(new Query(Optional.of("g-1"), NO_TEXT, ANY, false, false, false, false), "g-1"))
                .isLessThan(2 * PAGE * GROUPS.size());
    }

    @Test
    void passesOverWhatTheFilterLeavesOutInTheIndex() {
        Optional<DirectiveState> withdrawn = Optional.of(DirectiveState.WITHDRAWN);
        assertThat(visited(new Query(NO_TEXT, NO_TEXT, withdrawn, false, false, false, false), all()))
                .isLessThan(2 * 10 * PAGE);
        assertThat(visited(new Query(NO_TEXT, NO_TEXT, ANY, false, false, true, false), all()))
                .isLessThan(2 * 10 * PAGE);
        assertThat(visited(new Query(NO_TEXT, Optional.of("họp"), ANY, false, false, false, false), all()))
                .isLessThan(2 * PAGE);
    }

    @Test
    void findsTheFewDraftsOfAnAuthor() {
        long visited = RowsVisited.by(db, () -> {
            Query drafts = new Query(NO_TEXT, NO_TEXT, Optional.of(DirectiveState.DRAFT), false, false, false, true);
            assertThat(store.ids(drafts, GROUPS, "p-author", PageRequest.first(PAGE)))
                    .hasSize(1);
        });
        assertThat(visited).isLessThan(PAGE);
        Query sent = new Query(NO_TEXT, NO_TEXT, ANY, false, false, false, true);
        assertThat(RowsVisited.by(db, () -> store.ids(sent, GROUPS, "p-author", PageRequest.first(PAGE))))
                .isLessThan(2 * PAGE);
    }

    @Test
    void looksAtLittleMoreThanItShowsOfTheInbox() {
        assertThat(visited(new Query(NO_TEXT, NO_TEXT, ANY, true, false, false, false)))
                .isLessThan(2 * PAGE);
        assertThat(visited(new Query(NO_TEXT, NO_TEXT, ANY, true, true, false, false)))
                .isLessThan(2 * PAGE);
        assertThat(visited(new Query(Optional.of("g-1"), NO_TEXT, ANY, true, false, false, false)))
                .isLessThan(2 * PAGE);
    }
}
