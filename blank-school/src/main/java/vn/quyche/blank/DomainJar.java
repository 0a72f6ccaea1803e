package vn.quyche.blank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import vn.quyche.core.persistence.internal.schema.MigrationFile;

/**
 * A bundle of ours.
 *
 * @param name its domain; empty when it has none
 * @param migrations what makes its schema
 */
record DomainJar(String name, List<MigrationFile> migrations) {

    private static final Pattern MIGRATION = Pattern.compile("db/V[^/]*\\.sql");

    static DomainJar read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest().getMainAttributes().getValue("Quyche-Domain");
            List<MigrationFile> migrations = new ArrayList<>();
            for (JarEntry entry : file.stream()
                    .filter(one -> MIGRATION.matcher(one.getName()).matches())
                    .toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    migrations.add(new MigrationFile(
                            entry.getName().substring("db/".length()),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            return new DomainJar(name == null ? "" : name.strip(), migrations);
        } catch (IOException e) {
            throw new UncheckedIOException("bundle " + jar, e);
        }
    }

    boolean hasSchema() {
        return !name.isEmpty() && !migrations.isEmpty();
    }
}
