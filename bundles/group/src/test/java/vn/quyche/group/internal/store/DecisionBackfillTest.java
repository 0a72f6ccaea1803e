package vn.quyche.group.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.persistence.internal.schema.MigrationFile;
import vn.quyche.core.persistence.internal.schema.SchemaMigrator;
import vn.quyche.group.api.GroupDecision;
import vn.quyche.group.api.GroupDisposition;
import vn.quyche.group.api.Recognition;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** Groups that were registered before decisions were kept get theirs from their own days. */
class DecisionBackfillTest {

    @OnEachDatabase
    @Regulated("TB.1")
    void theRegisterOfBeforeAnswersForItsDays(TestDatabase db) throws Exception {
        new SchemaMigrator(db.pool()).migrate("group", filesBefore("V011"));
        insert(db, "01AAAAAAAAAAAAAAAAAAAAAAAA", "N01", "Hội đồng", "ACTIVE", "null");
        insert(db, "01BBBBBBBBBBBBBBBBBBBBBBBB", "N02", "Tổ Toán", "DISSOLVED", "DATE('2026-06-30')");

        JpaDecisionStore store = new JpaDecisionStore(TestUnit.of(db, "group").jpa());

        assertThat(namesOn(store, LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(namesOn(store, LocalDate.of(2026, 5, 3))).containsExactly("Hội đồng", "Tổ Toán");
        assertThat(namesOn(store, LocalDate.of(2026, 6, 30))).containsExactly("Hội đồng");
        assertThat(store.byIds(List.copyOf(store.ids(
                                Recognition.Query.of("01BBBBBBBBBBBBBBBBBBBBBBBB"),
                                PageRequest.first().sorted("effective"))
                        .keySet())))
                .extracting(GroupDecision::disposition)
                .containsExactly(GroupDisposition.RECOGNISE, GroupDisposition.DISBAND);
    }

    private static List<String> namesOn(JpaDecisionStore store, LocalDate day) {
        return store.officialOn(day, PageRequest.first()).items().stream()
                .map(GroupDecision::name)
                .toList();
    }

    static List<MigrationFile> filesBefore(String version) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db"))) {
            return files.filter(file -> file.getFileName().toString().compareTo(version) < 0)
                    .map(DecisionBackfillTest::read)
                    .toList();
        }
    }

    private static MigrationFile read(Path file) {
        try {
            return new MigrationFile(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void insert(TestDatabase db, String id, String code, String name, String status, String ended)
            throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.executeUpdate("insert into q_group.messaging_group (id, code, name, name_folded, sort_key, kind,"
                    + " platform, purpose, all_staff, decision_number, decision_date, decision_signer, link, status,"
                    + " dissolved_mark, dissolving_number, dissolving_date, dissolving_signer, registered_at, version,"
                    + " series_year, series_last, chain_hash) values ('" + id + "', '" + code + "', '" + name + "', '"
                    + name + "', '" + code
                    + "', 'SCHOOL', 'ZALO', '', true, '1/QĐ-THHS', DATE('2026-01-01'), 'B', '', '"
                    + status + "', '', '2/QĐ-THHS', " + ended + ", 'B', 0, 1, 0, 0, '')");
        }
    }
}
