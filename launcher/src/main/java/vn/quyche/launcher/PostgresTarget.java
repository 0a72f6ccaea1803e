package vn.quyche.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.quyche.launcher.backup.PostgresTool;
import vn.quyche.launcher.backup.SchoolFiles;

/**
 * The empty database that a restored school is to live in. All of the dump goes into it in one transaction, or nothing.
 *
 * @param url the JDBC URL, without user and password
 * @param user the user that was named with it; else the one that the backup's configuration names
 * @param password the password, when the environment has one; else that of the backup's configuration
 * @param reads psql
 * @param loads pg_restore
 */
record PostgresTarget(
        String url, Optional<String> user, Optional<String> password, PostgresTool reads, PostgresTool loads) {

    static final String PASSWORD = "QUYCHE_DATABASE_PASSWORD";

    private static final String CONFIGURATION = "karaf/etc/vn.quyche.core.persistence.cfg";
    private static final Pattern URL = Pattern.compile("(?:jdbc:)?(postgresql:[^?\\s]+)(?:\\?user=([^&\\s]+))?");
    private static final Pattern SETTING = Pattern.compile("\\s*(?:url|user|password)\\s*[=:].*");
    private static final String SCHEMAS =
            "select nspname from pg_namespace where nspname like 'q!_%' escape '!' order by 1";
    private static final String INSTALL = " is not here: install PostgreSQL's programs (Debian, Ubuntu: apt-get"
            + " install postgresql-client), not older than the server.";

    /** Reads what the user wrote; refuses what is no such database, and when PostgreSQL's programs are missing. */
    static PostgresTarget of(String wanted, Os os, Function<String, Optional<PostgresTool>> programs) {
        Matcher written = URL.matcher(wanted);
        if (!written.matches()) {
            throw new Refusal(
                    wanted + " is no database: say --database jdbc:postgresql://HOST:5432/NAME?user=USER, and set "
                            + PASSWORD + " when it needs a password.");
        }
        return new PostgresTarget(
                "jdbc:" + written.group(1),
                Optional.ofNullable(written.group(2)),
                os.variable(PASSWORD),
                need("psql", programs),
                need("pg_restore", programs));
    }

    private static PostgresTool need(String name, Function<String, Optional<PostgresTool>> programs) {
        return programs.apply(name).orElseThrow(() -> new Refusal(name + INSTALL));
    }

    /**
     * Loads the dump of an unpacked backup, and names the database in its configuration.
     *
     * @param unpacked a data folder that is not in its place yet
     */
    void load(Path unpacked) throws IOException {
        Path configuration = unpacked.resolve(CONFIGURATION);
        Properties old = new Properties();
        if (Files.exists(configuration)) {
            try (Reader text = Files.newBufferedReader(configuration)) {
                old.load(text);
            }
        }
        String asUser = user.orElse(old.getProperty("user", ""));
        String secret = password.orElse(old.getProperty("password", ""));
        refuseUnlessEmpty(asUser, secret);
        Path dump = unpacked.resolve(SchoolFiles.DUMP);
        try {
            loads.run(
                    url,
                    asUser,
                    secret,
                    List.of("--no-owner", "--no-privileges", "--single-transaction", dump.toString()));
        } catch (IOException e) {
            throw new Refusal("nothing was loaded into " + url + ": " + e.getMessage());
        }
        Files.delete(dump);
        name(configuration, asUser, secret);
    }

    private void refuseUnlessEmpty(String asUser, String secret) {
        String schemas;
        try {
            schemas = reads.run(
                    url, asUser, secret, List.of("--no-psqlrc", "--tuples-only", "--no-align", "--command=" + SCHEMAS));
        } catch (IOException e) {
            throw new Refusal("cannot reach " + url + ": " + e.getMessage());
        }
        if (!schemas.isBlank()) {
            throw new Refusal(url + " is not empty, a school's tables are in it (" + schemas.replaceAll("\\s+", ", ")
                    + "): make an empty database, and name that.");
        }
    }

    private void name(Path configuration, String asUser, String secret) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(configuration)) {
            try (Stream<String> kept = Files.lines(configuration)) {
                kept.filter(line -> !SETTING.matcher(line).matches()).forEach(lines::add);
            }
        }
        lines.add("url = " + url);
        if (!asUser.isEmpty()) {
            lines.add("user = " + escaped(asUser));
        }
        if (!secret.isEmpty()) {
            lines.add("password = " + escaped(secret));
        }
        Files.createDirectories(configuration.getParent());
        Files.write(configuration, lines);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
