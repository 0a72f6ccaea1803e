package vn.quyche.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SmallSchool;
import vn.quyche.testkit.TestDatabase;

/**
 * Pages of 50 of the two lists that grow for ever: a school with many rows beside one with 1,000, both running, asked in
 * turn through REST; on Derby and on PostgreSQL.
 */
final class ListBenchmark implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FEW = 1_000;
    private static final String LINES = "/api/audit/v1/lines?size=50";
    private static final String DIRECTIVES = "/api/group/v1/directives?size=50";

    @Override
    public void run(Figures figures) throws Exception {
        int lines = Bench.setting("LINES", 1_000_000);
        int directives = Bench.setting("DIRECTIVES", 100_000);
        String only = System.getenv("BENCH_DATABASE");
        if (!"postgres".equals(only)) {
            measure("Derby", Site.derby("lists-few"), Site.derby("lists-many"), lines, directives, figures);
        }
        if (!"derby".equals(only)) {
            try (TestDatabase few = TestDatabase.postgres();
                    TestDatabase many = TestDatabase.postgres()) {
                measure(
                        "PostgreSQL",
                        Site.postgres("lists-pg-few", few.url()),
                        Site.postgres("lists-pg-many", many.url()),
                        lines,
                        directives,
                        figures);
            }
        }
    }

    private static void measure(String database, Site few, Site many, int lines, int directives, Figures figures)
            throws Exception {
        try (few;
                many) {
            few.prepare(FEW, FEW);
            many.prepare(lines, directives);
            for (Map.Entry<String, String> list : few.lists().entrySet()) {
                String name = list.getKey();
                boolean reader = name.contains("inbox");
                String fewPath = list.getValue();
                String manyPath = many.lists().get(name);
                Times fewTimes = new Times();
                Times manyTimes = new Times();
                int fewRows = 0;
                int manyRows = 0;
                long end = System.nanoTime() + 20_000_000_000L;
                for (int i = 0; i < 80 && (i < 8 || System.nanoTime() < end); i++) {
                    boolean warm = i >= 20 || System.nanoTime() > end - 15_000_000_000L;
                    fewRows = few.ask(fewPath, reader, warm ? fewTimes : new Times());
                    manyRows = many.ask(manyPath, reader, warm ? manyTimes : new Times());
                }
                String what = "lists: " + database + ", " + name + " (" + fewRows + ", " + manyRows + " rows)";
                Bench.say("%s: %.1f ms against %.1f ms", what, manyTimes.median(), fewTimes.median());
                figures.atMost(what, "ms", manyTimes.median(), fewTimes.median(), 1.5);
            }
        }
    }

    /** A school and its database. */
    private static final class Site implements AutoCloseable {

        private final AssemblyProcess process;
        private final String url;
        private final boolean derby;
        private Map<String, String> lists;
        private String admin;
        private String office;
        private String reader;

        private Site(AssemblyProcess process, String url, boolean derby) {
            this.process = process;
            this.url = url;
            this.derby = derby;
        }

        static Site derby(String name) throws Exception {
            AssemblyProcess process = BenchSchool.roomy(name);
            Path data = process.data().resolve("db");
            return new Site(process, "jdbc:derby:" + data, true);
        }

        static Site postgres(String name, String url) throws Exception {
            return new Site(BenchSchool.roomy(name, url, "quyche"), url, false);
        }

        void prepare(int lines, int directives) throws Exception {
            process.start();
            SmallSchool school = SmallSchool.in(process);
            school.account("vanhanh", "Người vận hành", null, "ADMIN");
            List<String> groups = new ArrayList<>(List.of(school.groupId));
            for (int i = 1; i < 5; i++) {
                groups.add(school.principal.create(
                        "/api/group/v1/groups",
                        Map.of(
                                "name",
                                "Nhóm " + i,
                                "kind",
                                "SCHOOL",
                                "platform",
                                "ZALO",
                                "purpose",
                                "Chỉ đạo",
                                "rule",
                                Map.of("allStaff", true),
                                "appointments",
                                List.of(Map.of("role", "OWNER", "post", "PRINCIPAL")),
                                "establishing",
                                Map.of("number", "1/QĐ", "date", "2024-08-20", "signer", "Nguyễn Hạnh"),
                                "link",
                                "https://zalo.me/g/abc" + i)));
            }
            process.stop();
            long began = System.nanoTime();
            String lastLines;
            String lastDirectives;
            try (Connection connection = DriverManager.getConnection(url, derby ? "" : "quyche", "")) {
                Fill fill = new Fill(connection, lines);
                fill.lines(lines);
                fill.directives(directives, groups, school.principalId, school.teacherId);
                lastLines = lastPage(connection, "q_audit.audit_line", FEW / 2);
                lastDirectives = lastPage(connection, "q_group.directive", FEW / 20);
                settle(connection);
            }
            if (derby) {
                close(url);
            }
            Bench.say(
                    "lists: %d lines and %d directives filled in %.0f s",
                    lines, directives, (System.nanoTime() - began) / 1e9);
            process.start();
            office = new SessionOf(process, "hanh").cookie();
            reader = new SessionOf(process, "binh").cookie();
            admin = new SessionOf(process, "vanhanh").cookie();
            lists = lists(groups.get(1), lastLines, lastDirectives);
        }

        /** The id behind which the last so many rows of a list lie. */
        private static String lastPage(Connection connection, String table, int rows) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet ids = statement.executeQuery("select id from " + table + " order by id offset " + rows
                            + " rows fetch first 1 rows only")) {
                ids.next();
                return ids.getString(1);
            }
        }

        /** What databases do by themselves when rows come over years instead of in minutes. */
        private void settle(Connection connection) throws SQLException {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                if (derby) {
                    for (String table : List.of(
                            "'Q_AUDIT', 'AUDIT_LINE'",
                            "'Q_AUDIT', 'REFUSED_LINE'",
                            "'Q_GROUP', 'DIRECTIVE'",
                            "'Q_GROUP', 'RECEIPT'")) {
                        statement.execute("call syscs_util.syscs_update_statistics(" + table + ", null)");
                    }
                } else {
                    statement.execute("vacuum analyze");
                }
            }
        }

        private static void close(String url) throws SQLException {
            try {
                DriverManager.getConnection(url + ";shutdown=true").close();
            } catch (SQLException farewell) {
                if (!"08006".equals(farewell.getSQLState())) {
                    throw farewell;
                }
            }
        }

        Map<String, String> lists() {
            return lists;
        }

        private Map<String, String> lists(String group, String lastLines, String lastDirectives) {
            String mid = Fill.END.minus(Fill.YEARS.dividedBy(2)).toString();
            String later = Fill.END
                    .minus(Fill.YEARS.dividedBy(2))
                    .plus(Fill.YEARS.dividedBy(10))
                    .toString();
            String range = "&from=" + mid + "&to=" + later;
            String busy = "&person=" + Fill.BUSY;
            Map<String, String> all = new LinkedHashMap<>();
            all.put("log", LINES);
            all.put("log, last page", LINES + "&after=" + lastLines);
            all.put("log, half a year", LINES + range);
            all.put("log, person", LINES + busy);
            all.put("log, person, last page", LINES + busy + "&after=" + lastLines);
            all.put("log, action", LINES + "&action=group.read-directive");
            all.put("log, domain", LINES + "&action=directory.");
            all.put("log, part of an action", LINES + "&action=group.read.");
            all.put("log, thing", LINES + "&subjectId=" + Fill.HOT_SUBJECT);
            all.put("log, refused", LINES + "&outcome=REFUSED");
            all.put("log, person and action", LINES + busy + "&action=security.sign-in");
            all.put("log, person and action that never met", LINES + busy + "&action=" + Fill.NEVER);
            all.put("log, person and domain", LINES + busy + "&action=security.");
            all.put("log, person, refused", LINES + busy + "&outcome=REFUSED");
            all.put("log, action, refused", LINES + "&action=security.sign-in&outcome=REFUSED");
            all.put("log, domain, refused", LINES + "&action=security.&outcome=REFUSED");
            all.put("log, person, action, half a year", LINES + busy + "&action=security.sign-in" + range);
            all.put("log, person unknown", LINES + "&person=01NOBODY000000000000000000");
            all.put("log, refused, half a year", LINES + "&outcome=REFUSED" + range);
            all.put("directives", DIRECTIVES);
            all.put(
                    "directives, last page",
                    DIRECTIVES + "&after=" + Cursor.of("group.directives.-written", lastDirectives));
            all.put("directives, group", DIRECTIVES + "&group=" + group);
            all.put("directives, withdrawn", DIRECTIVES + "&state=WITHDRAWN");
            all.put("directives, pinned", DIRECTIVES + "&pinned=true");
            all.put("directives, authored", DIRECTIVES + "&authored=true");
            all.put("directives, word", DIRECTIVES + "&q=tap%20huan");
            all.put("directives, rare word", DIRECTIVES + "&q=zirconi");
            all.put("directives, inbox", DIRECTIVES + "&inbox=true");
            all.put(
                    "directives, inbox, last page",
                    DIRECTIVES + "&inbox=true&after=" + Cursor.of("group.inbox.-written", lastDirectives));
            all.put("directives, inbox, open", DIRECTIVES + "&inbox=true&open=true");
            all.put("directives, inbox, group", DIRECTIVES + "&inbox=true&group=" + group);
            return all;
        }

        int ask(String path, boolean mine, Times times) throws Exception {
            String cookie = mine ? reader : path.startsWith(LINES) ? admin : office;
            HttpRequest request = HttpRequest.newBuilder(process.uri(path))
                    .header("Cookie", cookie)
                    .build();
            HttpResponse<String> answer = times.time(() -> process.send(request));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
            }
            JsonNode page = JSON.readTree(answer.body());
            return page.path("items").size();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
