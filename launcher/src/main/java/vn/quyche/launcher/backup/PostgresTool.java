package vn.quyche.launcher.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of PostgreSQL's own programs: {@code pg_dump}, {@code pg_restore}, {@code psql}. A second program that reads and
 * writes its dumps would be a second database.
 *
 * @param program the newest one that is here: an older one refuses a newer server
 */
public record PostgresTool(Path program) {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int MAX_REASON = 500;

    /** The program of this name; empty when it is not installed. */
    public static Optional<PostgresTool> find(String name) {
        return find(name, DEBIAN, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    static Optional<PostgresTool> find(String name, Path installations, String path) {
        List<Path> places = new ArrayList<>();
        try (Stream<Path> versions = Files.list(installations)) {
            versions.sorted(Comparator.comparingInt(PostgresTool::version).reversed())
                    .map(version -> version.resolve("bin").resolve(name))
                    .forEach(places::add);
        } catch (IOException notDebian) {
            places.clear();
        }
        Stream<Path> others = Arrays.stream(path.split(System.getProperty("path.separator")))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")));
        return Stream.concat(places.stream(), others)
                .filter(Files::isExecutable)
                .findFirst()
                .map(PostgresTool::new);
    }

    /** The URL as libpq takes it: what the driver alone understands is left out. */
    public static String target(String url) {
        return url.substring("jdbc:".length()).replaceFirst("\\?.*", "");
    }

    /**
     * Runs it on a database, and never asks anybody for a password.
     *
     * @param url the JDBC URL of the database
     * @param user the user, or empty for whom the system knows
     * @param password the password, or empty
     * @return what it printed
     * @throws IOException when it fails, with its own words in one line
     */
    public String run(String url, String user, String password, List<String> more) throws IOException {
        List<String> words = new ArrayList<>(List.of(program.toString(), "--no-password", "--dbname=" + target(url)));
        if (!user.isEmpty()) {
            words.add("--username=" + user);
        }
        words.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                String reason = said.replaceAll("\\s+", " ");
                throw new IOException(
                        program.getFileName() + ": " + reason.substring(0, Math.min(MAX_REASON, reason.length())));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(program.getFileName() + " was interrupted", e);
        }
        return said;
    }

    private static int version(Path folder) {
        String name = folder.getFileName().toString().replaceAll("\\D.*", "");
        return name.isEmpty() ? 0 : Integer.parseInt(name);
    }
}
