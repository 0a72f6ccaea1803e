package vn.quyche.core.persistence.internal.backup;

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
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.launcher.backup.SchoolFiles;

/** PostgreSQL's own {@code pg_dump}, which sees the database as it was when it began. */
final class PostgresCopy implements DatabaseCopy {

    private static final int MAX_REASON = 500;

    private final String url;
    private final String user;
    private final String password;

    PostgresCopy(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public String kind() {
        return "postgresql";
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public void write(Path folder) throws IOException {
        Path dump = folder.resolve(SchoolFiles.DUMP);
        List<String> words = new ArrayList<>(List.of(
                program().toString(),
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                "--no-password",
                "--schema=q_*",
                "--file=" + dump,
                "--dbname=" + target(url)));
        if (!user.isEmpty()) {
            words.add("--username=" + user);
        }
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("pg_dump: " + said.substring(0, Math.min(MAX_REASON, said.length())));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("pg_dump was interrupted", e);
        }
    }

    /** The URL as libpq takes it: what the driver alone understands is left out. */
    static String target(String url) {
        return url.substring("jdbc:".length()).replaceFirst("\\?.*", "");
    }

    /** The newest one: an older pg_dump refuses a newer server. */
    private static Path program() {
        List<Path> places = new ArrayList<>();
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            versions.sorted(Comparator.comparingInt(PostgresCopy::version).reversed())
                    .map(version -> version.resolve("bin/pg_dump"))
                    .forEach(places::add);
        } catch (IOException notDebian) {
            places.clear();
        }
        Stream<Path> path = Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                        .orElse("")
                        .split(System.getProperty("path.separator")))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(Path.of(folder, "pg_dump"), Path.of(folder, "pg_dump.exe")));
        return Stream.concat(places.stream(), path)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new Unavailable("persistence.backup-no-pg-dump"));
    }

    private static int version(Path folder) {
        String name = folder.getFileName().toString().replaceAll("\\D.*", "");
        return name.isEmpty() ? 0 : Integer.parseInt(name);
    }
}
