package vn.quyche.group.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.persistence.internal.schema.SchemaMigrator;
import vn.quyche.group.api.GroupRole;
import vn.quyche.group.internal.model.PeriodFacts;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** What groups were like before their past was kept is taken as it is now. */
class InspectionBackfillTest {

    private static final String GROUP = "01AAAAAAAAAAAAAAAAAAAAAAAA";

    @OnEachDatabase
    @Regulated("BC.7.2")
    void groupsOfBeforeHaveAPast(TestDatabase db) throws Exception {
        new SchemaMigrator(db.pool()).migrate("group", DecisionBackfillTest.filesBefore("V014"));
        DecisionBackfillTest.insert(db, GROUP, "N01", "Hội đồng", "ACTIVE", "null");
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.executeUpdate("insert into q_group.appointment (group_id, place, role, post) values ('" + GROUP
                    + "', 0, 'OWNER', 'PRINCIPAL')");
            statement.executeUpdate(
                    "insert into q_group.rule_part (group_id, kind, part) values ('" + GROUP + "', 'UNIT', 'u-1')");
            statement.executeUpdate(
                    "insert into q_group.group_member (group_id, person_id, since) values ('" + GROUP + "', 'p-1', 5)");
        }

        PeriodFacts facts = new JpaGroupHistoryStore(TestUnit.of(db, "group").jpa())
                .facts(
                        GROUP,
                        new DaySpan(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)),
                        Instant.parse("2026-05-31T17:00:00Z"));

        assertThat(facts.spans()).extracting(PeriodFacts.Span::personId).containsExactly("p-1");
        assertThat(facts.editions()).singleElement().satisfies(edition -> {
            assertThat(edition.rule().allStaff()).isTrue();
            assertThat(edition.rule().unitIds()).containsExactly("u-1");
            assertThat(edition.appointments()).singleElement().satisfies(one -> {
                assertThat(one.role()).isEqualTo(GroupRole.OWNER);
                assertThat(one.post()).contains(Post.PRINCIPAL);
            });
        });
    }
}
