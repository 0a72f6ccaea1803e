package vn.quyche.district.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.ReviewState;
import vn.quyche.testkit.RowsVisited;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** A page, and a check, cost the same in a district of any size. */
class ManySchoolsTest {

    private static final int SCHOOLS = 200;
    private static final int GROUPS = 15;
    private static final int PAGE = 50;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private static TestDatabase db;
    private static JpaCollectedStore groups;
    private static JpaListStore lists;

    @BeforeAll
    static void fill() throws SQLException {
        db = TestDatabase.derby();
        TestUnit unit = TestUnit.of(db, "district");
        groups = new JpaCollectedStore(unit.jpa());
        lists = new JpaListStore(unit.jpa());
        try (Connection connection = db.pool().getConnection();
                PreparedStatement school = connection.prepareStatement("insert into q_district.school (id, code,"
                        + " code_folded, name, name_folded, sort_key, address, door, sealed_token, account_id,"
                        + " account_name, active_from, failure, version) values (?, ?, ?, ?, ?, ?, '', 'PUSH', '', '', '',"
                        + " '2026-08-01', '', 1)");
                PreparedStatement group = connection.prepareStatement("insert into q_district.collected_group (id,"
                        + " school_id, school_group_id, code, name, name_folded, sort_key, skeleton, kind, platform, members,"
                        + " leader, administrator, decision_number, remark, last_change, state, check_code, first_seen_at,"
                        + " changed_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, 'SCHOOL', 'ZALO', '', '', '', '', '',"
                        + " 'SAME', ?, ?, 0, 0, 1)");
                PreparedStatement entry = connection.prepareStatement("insert into q_district.list_entry (id, group_id,"
                        + " school_code, school_code_folded, school_name, school_group_id, check_code, code, name,"
                        + " name_folded, sort_key, skeleton, kind, platform, members, leader, administrator,"
                        + " decision_number, remark, review_number, from_version, official_from, until_on) values"
                        + " (?, ?, ?, ?, '', ?, ?, '', ?, ?, ?, ?, 'SCHOOL', 'ZALO', '', '', '', '', '', '1/QD', 1,"
                        + " '2026-11-01', ?)")) {
            connection.setAutoCommit(false);
            for (int s = 0; s < SCHOOLS; s++) {
                String schoolId = String.format("s-%04d", s);
                String name = String.format("Trường số %04d", s);
                strings(
                        school,
                        schoolId,
                        "T" + s,
                        "t" + s,
                        name,
                        VietnameseText.fold(name),
                        VietnameseText.sortKey(name));
                school.addBatch();
                for (int g = 0; g < GROUPS; g++) {
                    String id = schoolId + "-" + g;
                    String called = String.format("Nhóm %02d trường %04d", g, s);
                    String code = String.format("%05d%05d", s, g);
                    strings(
                            group,
                            id,
                            schoolId,
                            "g" + g,
                            "N" + g,
                            called,
                            VietnameseText.fold(called),
                            VietnameseText.sortKey(called),
                            VietnameseText.fold(called),
                            g == 0 ? "PENDING" : "RECOGNISED",
                            code);
                    group.addBatch();
                    strings(
                            entry,
                            id,
                            id,
                            "T" + s,
                            "t" + s,
                            "g" + g,
                            code,
                            called,
                            VietnameseText.fold(called),
                            VietnameseText.sortKey(called),
                            VietnameseText.fold(called));
                    entry.setString(11, g == 1 ? "2026-11-02" : null);
                    entry.addBatch();
                }
            }
            school.executeBatch();
            group.executeBatch();
            entry.executeBatch();
            connection.commit();
        }
    }

    private static void strings(PreparedStatement statement, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
    }

    @AfterAll
    static void close() {
        db.close();
    }

    private static GroupReviews.Query query(
            Optional<String> schoolId, Optional<ReviewState> state, Optional<GroupChange> change) {
        return new GroupReviews.Query(Optional.empty(), schoolId, state, change, false);
    }

    private static long visited(GroupReviews.Query query) {
        return visited(query, "");
    }

    private static long visited(GroupReviews.Query query, String sort) {
        return RowsVisited.by(
                db, () -> groups.list(query, PageRequest.first(PAGE).sorted(sort)));
    }

    @Test
    void looksAtLittleMoreThanItShowsOfTheCollectedGroups() {
        assertThat(visited(query(Optional.empty(), Optional.empty(), Optional.empty())))
                .isLessThan(6 * PAGE);
        assertThat(visited(query(Optional.empty(), Optional.of(ReviewState.PENDING), Optional.empty())))
                .isLessThan(6 * PAGE);
        assertThat(visited(query(Optional.of("s-0007"), Optional.empty(), Optional.empty())))
                .isLessThan(6 * PAGE);
    }

    @Test
    void looksAtLittleMoreThanItShowsOfTheListOfADay() {
        assertThat(RowsVisited.by(
                        db,
                        () -> lists.list(
                                new PublishedLists.Query(DAY, Optional.empty(), Optional.empty()),
                                PageRequest.first(PAGE))))
                .isLessThan(8 * PAGE);
        assertThat(RowsVisited.by(
                        db,
                        () -> lists.list(
                                new PublishedLists.Query(DAY, Optional.empty(), Optional.of("T7")),
                                PageRequest.first(PAGE))))
                .isLessThan(2 * PAGE);
    }

    @Test
    void looksAtLittleMoreThanItShowsAlsoInOtherOrders() {
        GroupReviews.Query all = GroupReviews.Query.all();
        assertThat(visited(all, "changed")).isLessThan(6 * PAGE);
        assertThat(visited(all, "platform")).isLessThan(6 * PAGE);
        PublishedLists.Query day = new PublishedLists.Query(DAY, Optional.empty(), Optional.empty());
        assertThat(RowsVisited.by(
                        db, () -> lists.list(day, PageRequest.first(PAGE).sorted("school"))))
                .isLessThan(8 * PAGE);
    }

    @Test
    void aCheckByCodeOrNameLooksAtItsGroupAlone() {
        assertThat(RowsVisited.by(db, () -> lists.named(Optional.of("0000700003"), "", DAY, 4)))
                .isLessThan(10);
        assertThat(RowsVisited.by(db, () -> lists.named(Optional.empty(), "Nhóm 03 trường 0007", DAY, 4)))
                .isLessThan(10);
        assertThat(RowsVisited.by(db, () -> lists.ended(Optional.empty(), "Nhóm 01 trường 0007", DAY, 1)))
                .isLessThan(10);
        assertThat(lists.ended(Optional.empty(), "nhom 01 TRUONG 0007", DAY, 1)).hasSize(1);
        assertThat(RowsVisited.by(db, () -> lists.looksAlike("không có", DAY))).isLessThan(10);
    }
}
