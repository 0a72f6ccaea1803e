package vn.quyche.bench;

import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.quyche.core.compliance.internal.model.ClauseCatalogue;
import vn.quyche.itests.kit.AssemblyProcess;
import vn.quyche.itests.kit.SmallSchool;
import vn.quyche.testkit.TestDatabase;

/** The standing of all clauses with three years of evidence behind them, as pages and through REST. */
final class StandingBenchmark implements Benchmark {

    private static final int YEARS = 3;

    @Override
    public void run(Figures figures) throws Exception {
        String only = System.getenv("BENCH_DATABASE");
        if (!"postgres".equals(only)) {
            AssemblyProcess process = BenchSchool.roomy("standing");
            measure("Derby", process, "jdbc:derby:" + process.data().resolve("db"), figures);
        }
        if (!"derby".equals(only)) {
            try (TestDatabase db = TestDatabase.postgres()) {
                measure("PostgreSQL", BenchSchool.roomy("standing-pg", db.url(), "quyche"), db.url(), figures);
            }
        }
    }

    private static void measure(String database, AssemblyProcess process, String url, Figures figures)
            throws Exception {
        boolean derby = url.startsWith("jdbc:derby:");
        LocalDate today = LocalDate.now();
        LocalDate from = today.minusYears(YEARS);
        try (process) {
            process.start();
            SmallSchool.in(process);
            process.stop();
            fill(url, derby, from, today);
            process.start();
            SessionOf session = new SessionOf(process, "hanh");
            String days = "?from=" + from + "&to=" + today;
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("page, this school year", "/compliance/standing");
            pages.put("page, three years", "/compliance/standing" + days);
            pages.put("a regulation, three years", "/compliance/standing/regulations/TA" + days);
            pages.put("a clause, three years", "/compliance/standing/clauses/TA.12a" + days);
            pages.put("criteria, three years", "/compliance/criteria" + days);
            pages.put("all clauses by REST, three years", "/api/compliance/v1/standing/lines" + days);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Times times = new Times();
                for (int i = 0; i < Bench.setting("ROUNDS", 40); i++) {
                    boolean warm = i >= 10;
                    (warm ? times : new Times()).time(() -> ask(process, session, page.getValue()));
                }
                Bench.say("standing: %s, %s: %.1f ms", database, page.getKey(), times.median());
                figures.within("standing: " + database + ", " + page.getKey() + ", median", "ms", times.median(), 300);
                figures.told(
                        "standing: " + database + ", " + page.getKey() + ", p95", Figures.show(times.at(0.95), "ms"));
            }
        }
    }

    private static int ask(AssemblyProcess process, SessionOf session, String path) {
        int status = process.send(HttpRequest.newBuilder(process.uri(path))
                        .header("Cookie", session.cookie())
                        .build())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " " + status);
        }
        return status;
    }

    private static void fill(String url, boolean derby, LocalDate from, LocalDate today) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, derby ? "" : "quyche", "")) {
            Fill fill = new Fill(connection, YEARS);
            fill.standing(ClauseCatalogue.own().entries().keySet(), from, today);
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                if (derby) {
                    for (String table : new String[] {"STANDING_DAY", "STANDING_MONTH", "DUTY"}) {
                        statement.execute(
                                "call syscs_util.syscs_update_statistics('Q_COMPLIANCE', '" + table + "', null)");
                    }
                } else {
                    statement.execute("vacuum analyze");
                }
            }
        }
        if (derby) {
            try {
                DriverManager.getConnection(url + ";shutdown=true").close();
            } catch (SQLException farewell) {
                if (!"08006".equals(farewell.getSQLState())) {
                    throw farewell;
                }
            }
        }
    }
}
