package vn.quyche.group.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.PageRequest;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.Recognition;
import vn.quyche.testkit.RowsVisited;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** A page of the register, of its decisions and of the list of a day costs the same however long the register is. */
class RegisterListTest {

    private static final int GROUPS = 2000;
    private static final int PAGE = 50;
    /** A row, its parts, and what is looked at in an index. */
    private static final int MUCH = 8 * PAGE;

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static TestDatabase db;
    private static JpaGroupStore groups;
    private static JpaDecisionStore decisions;

    @BeforeAll
    static void fill() throws SQLException {
        db = TestDatabase.derby();
        TestUnit unit = TestUnit.of(db, "group");
        groups = new JpaGroupStore(unit.jpa());
        decisions = new JpaDecisionStore(unit.jpa());
        try (Connection connection = db.pool().getConnection();
                PreparedStatement group = connection.prepareStatement("insert into q_group.messaging_group (id, code,"
                        + " name, name_folded, sort_key, kind, platform, purpose, all_staff, decision_number,"
                        + " decision_date, decision_signer, link, status, dissolved_mark, registered_at, series_year,"
                        + " series_last, chain_hash, version) values (?, ?, ?, ?, ?, 'SCHOOL', 'ZALO', '', true, '1',"
                        + " date('2026-01-01'), '', '', ?, ?, 0, 2026, 0, '', 1)");
                PreparedStatement decision = connection.prepareStatement("insert into q_group.group_decision (id,"
                        + " group_id, place, disposition, authority, number, decided_on, signer, reason,"
                        + " look_alike_reason, effective_on, until_on, code, name, name_folded, sort_key, platform,"
                        + " status, recorded_by, pending) values (?, ?, ?, ?, '', '1', date('2026-01-01'), '', '', '', ?, ?,"
                        + " ?, ?, ?, ?, 'ZALO', ?, '', ?)")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < GROUPS; i++) {
                String id = String.format("g-%05d", i);
                boolean dissolved = i % 20 == 0;
                String name = String.format("Nhóm %05d", i);
                group.setString(1, id);
                group.setString(2, "N" + i);
                group.setString(3, name);
                group.setString(4, name.toLowerCase(java.util.Locale.ROOT));
                group.setString(5, name);
                group.setString(6, dissolved ? "DISSOLVED" : "ACTIVE");
                group.setString(7, dissolved ? id : "");
                group.addBatch();
                decide(decision, id, name, 1, dissolved ? FIRST.plusDays(30) : null, i);
                if (dissolved) {
                    decide(decision, id, name, 2, null, i);
                }
            }
            group.executeBatch();
            decision.executeBatch();
            connection.commit();
        }
    }

    private static void decide(
            PreparedStatement decision, String group, String name, int place, LocalDate until, int number)
            throws SQLException {
        decision.setString(1, (place == 1 ? "d-" : "e-") + group);
        decision.setString(2, group);
        decision.setInt(3, place);
        decision.setString(4, place == 1 ? "RECOGNISE" : "DISBAND");
        decision.setDate(5, Date.valueOf(place == 1 ? FIRST.plusDays(number % 30) : FIRST.plusDays(30)));
        if (until == null) {
            decision.setNull(6, Types.DATE);
        } else {
            decision.setDate(6, Date.valueOf(until));
        }
        decision.setString(7, "N" + number);
        decision.setString(8, name);
        decision.setString(9, name.toLowerCase(java.util.Locale.ROOT));
        decision.setString(10, name);
        decision.setString(11, place == 1 ? "ACTIVE" : "DISSOLVED");
        decision.setBoolean(12, number == 7);
        decision.addBatch();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void looksAtLittleMoreThanItShowsOfTheRegister() {
        Groups.Query all =
                new Groups.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        for (Groups.Query query : List.of(all, Groups.Query.active())) {
            for (String word : List.of("name", "-name", "kind", "-kind", "platform", "-platform")) {
                looksAtLittle(word, page -> groups.ids(query, page));
            }
        }
    }

    @Test
    void looksAtLittleMoreThanItShowsOfTheDecisions() {
        Recognition.Query all = new Recognition.Query(Optional.empty(), Optional.empty(), Optional.empty());
        for (String word : List.of("effective", "-effective")) {
            looksAtLittle(word, page -> decisions.ids(all, page));
        }
        assertThat(RowsVisited.by(db, () -> decisions.ids(Recognition.Query.of("g-00040"), first("effective"))))
                .isLessThan(PAGE);
        Recognition.Query few =
                new Recognition.Query(Optional.empty(), Optional.of(GroupDisposition.DISBAND), Optional.empty());
        assertThat(decisions.ids(few, first("-effective"))).hasSize(PAGE + 1);
    }

    @Test
    void looksAtLittleMoreThanItShowsOfTheListOfADay() {
        for (LocalDate day : List.of(FIRST.plusDays(29), FIRST.plusDays(200))) {
            looksAtLittle("name", page -> decisions.idsOn(day, Optional.empty(), page));
        }
    }

    private static PageRequest first(String word) {
        return PageRequest.first(PAGE).sorted(word);
    }

    /** Of the first page and of the one behind it. */
    private static void looksAtLittle(String word, Function<PageRequest, Map<String, String>> list) {
        List<String> cursors = List.copyOf(list.apply(first(word)).values());
        assertThat(cursors).hasSize(PAGE + 1);
        PageRequest later = new PageRequest(PAGE, Optional.of(cursors.get(PAGE - 1)), Optional.of(word));
        for (PageRequest page : List.of(first(word), later)) {
            assertThat(RowsVisited.by(db, () -> list.apply(page))).as(word).isLessThan(MUCH);
        }
    }

    @Test
    void findsTheFewDecisionsThatWaitForTheirDay() {
        assertThat(RowsVisited.by(
                        db,
                        () -> assertThat(decisions.idsDue(FIRST.plusDays(300), PAGE))
                                .hasSize(1)))
                .isLessThan(PAGE);
    }
}
