package vn.quyche.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Table;
import javax.persistence.metamodel.EntityType;
import vn.quyche.core.persistence.internal.schema.MigrationFile;
import vn.quyche.core.persistence.internal.schema.SchemaMigrator;

/**
 * Schools that were run by earlier releases: their tables are as a migration left them, with rows of that time in each,
 * and are then brought to the newest.
 *
 * <p>The rows are those of {@code past/<domain>/V001.sql} and so on on the class path, which run right after the migration
 * of that number and are written for its columns. A table that they leave empty gets rows of its own that fit its columns
 * and the enums of its entity, one of them with nothing in what may be empty; so a migration that comes later is tried on
 * filled tables too, whoever writes it.
 */
public final class PastReleases {

    private static final int ROWS = 3;
    private static final int LONGEST = 150;
    private static final long SOME_DAY = LocalDate.of(2025, 9, 5).toEpochDay();
    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

    private final String domain;
    private final List<MigrationFile> files;
    private final Map<String, Class<?>> enums = new HashMap<>();

    private PastReleases(String domain) {
        this.domain = domain;
        this.files = TestUnit.sortedMigrations(domain);
    }

    /** What else is to hold after the upgrade. */
    @FunctionalInterface
    public interface Afterwards {

        /**
         * Looks at it.
         *
         * @param version the version that the school came from, for example {@code V001}
         * @param unit the unit over the upgraded schema
         */
        void check(String version, TestUnit unit) throws Exception;
    }

    /**
     * Upgrades a school of each earlier version at once to the newest. Every row must be there, and each entity readable.
     *
     * @param kind a database of the kind to try it on; each version gets an empty one of its own
     */
    public static void upgradeEach(TestDatabase kind, String domain, Afterwards afterwards) throws Exception {
        upgradeEach(kind, domain, Map.of(), afterwards);
    }

    /**
     * Upgrades a school of each earlier version at once to the newest, where a migration moved rows to another table.
     *
     * @param moved tables that are gone, for example {@code q_group.posting_withdrawal}, each with the one that took
     *     over its rows
     */
    public static void upgradeEach(TestDatabase kind, String domain, Map<String, String> moved, Afterwards afterwards)
            throws Exception {
        PastReleases past = new PastReleases(domain);
        try (TestDatabase newest = kind.another()) {
            past.learnEnums(TestUnit.of(newest, domain).entityManagerFactory());
        }
        for (int version = 1; version < past.files.size(); version++) {
            try (TestDatabase db = kind.another()) {
                past.bringTo(db, version);
                Map<String, Long> before = new TreeMap<>();
                past.rows(db).forEach((table, rows) -> before.put(moved.getOrDefault(table, table), rows));
                TestUnit unit = TestUnit.of(db, domain);
                String from = past.number(version - 1);
                Map<String, Long> after = past.rows(db);
                assertThat(after).as("rows of " + domain + " from " + from).containsAllEntriesOf(before);
                past.readAll(unit.entityManagerFactory(), after);
                afterwards.check(from, unit);
            }
        }
    }

    /** Step by step, with rows between, as the years would do it. */
    private void bringTo(TestDatabase db, int version) throws SQLException, IOException {
        for (int step = 1; step <= version; step++) {
            new SchemaMigrator(db.pool()).migrate(domain, files.subList(0, step));
            try (Connection connection = db.pool().getConnection()) {
                connection.setAutoCommit(true);
                insertOwn(connection, number(step - 1));
                for (Map.Entry<String, Long> table : rows(db).entrySet()) {
                    if (table.getValue() == 0) {
                        fill(connection, table.getKey());
                    }
                }
            }
        }
    }

    private String number(int file) {
        return files.get(file).name().replaceFirst("__.*", "");
    }

    private void insertOwn(Connection connection, String version) throws SQLException, IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream sql = loader.getResourceAsStream("past/" + domain + "/" + version + ".sql");
                Statement statement = connection.createStatement()) {
            if (sql == null) {
                return;
            }
            for (String insert : new String(sql.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n")) {
                if (!insert.isBlank()) {
                    statement.executeUpdate(insert);
                }
            }
        }
    }

    private Map<String, Long> rows(TestDatabase db) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    private List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet all =
                connection.getMetaData().getTables(null, schema(connection), "%", new String[] {"TABLE"})) {
            while (all.next()) {
                String table = all.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!table.equals("schema_history")) {
                    tables.add("q_" + domain + "." + table);
                }
            }
        }
        return tables;
    }

    private String schema(Connection connection) throws SQLException {
        return cased(connection, "q_" + domain);
    }

    private static String cased(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private void fill(Connection connection, String table) throws SQLException {
        List<TableColumn> columns = new ArrayList<>();
        String bare = table.substring(table.indexOf('.') + 1);
        try (ResultSet all =
                connection.getMetaData().getColumns(null, schema(connection), cased(connection, bare), "%")) {
            while (all.next()) {
                columns.add(new TableColumn(
                        all.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        all.getInt("DATA_TYPE"),
                        all.getInt("COLUMN_SIZE"),
                        all.getString("IS_NULLABLE").equals("YES")));
            }
        }
        String names = String.join(", ", columns.stream().map(TableColumn::name).toList());
        String places = String.join(", ", columns.stream().map(column -> "?").toList());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")")) {
            for (int row = 0; row < ROWS; row++) {
                for (int place = 0; place < columns.size(); place++) {
                    TableColumn column = columns.get(place);
                    Object value = row == 1 && column.nullable() ? null : value(bare, column, row);
                    if (value == null) {
                        insert.setNull(place + 1, column.type());
                    } else {
                        insert.setObject(place + 1, value);
                    }
                }
                insert.executeUpdate();
            }
        }
    }

    private Object value(String table, TableColumn column, int row) {
        return switch (column.type()) {
            case Types.BIGINT -> (SOME_DAY + row) * DAY_MILLIS;
            case Types.INTEGER, Types.SMALLINT -> row + 1;
            case Types.BOOLEAN, Types.BIT -> row % 2 == 0;
            case Types.DATE -> Date.valueOf(LocalDate.ofEpochDay(SOME_DAY + row));
            case Types.VARCHAR -> text(table, column, row);
            default ->
                throw new IllegalStateException(
                        "A column of no type that bundles use: " + table + "." + column.name() + " " + column.type());
        };
    }

    private String text(String table, TableColumn column, int row) {
        Class<?> type = enums.get(table + "." + column.name());
        if (type != null) {
            Object[] constants = type.getEnumConstants();
            return ((Enum<?>) constants[row % constants.length]).name();
        }
        String text = column.size() == 26
                ? "01J7000000000000000000000" + row
                : row + " Trường tiểu học Đông Sơn ".repeat(LONGEST / 10);
        return text.substring(0, Math.min(Math.min(text.length(), column.size()), LONGEST));
    }

    private void learnEnums(EntityManagerFactory factory) {
        for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
            Table table = entity.getJavaType().getAnnotation(Table.class);
            if (table == null) {
                continue;
            }
            learnEnums(table.name(), entity.getJavaType());
        }
    }

    /** Keys and other embedded parts have their columns in the same table. */
    private void learnEnums(String table, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getType().isAnnotationPresent(Embeddable.class)) {
                learnEnums(table, field.getType());
            } else if (field.getType().isEnum()) {
                Column column = field.getAnnotation(Column.class);
                String name = column == null || column.name().isEmpty() ? field.getName() : column.name();
                enums.put((table + "." + name).toLowerCase(Locale.ROOT), field.getType());
            }
        }
    }

    private void readAll(EntityManagerFactory factory, Map<String, Long> rows) {
        EntityManager em = factory.createEntityManager();
        try {
            for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
                List<?> all = em.createQuery("select e from " + entity.getName() + " e")
                        .getResultList();
                Table table = entity.getJavaType().getAnnotation(Table.class);
                if (table != null) {
                    assertThat(all)
                            .as("what " + entity.getName() + " reads")
                            .hasSize(rows.get("q_" + domain + "." + table.name().toLowerCase(Locale.ROOT))
                                    .intValue());
                }
            }
        } finally {
            em.close();
        }
    }

    private record TableColumn(String name, int type, int size, boolean nullable) {}
}
