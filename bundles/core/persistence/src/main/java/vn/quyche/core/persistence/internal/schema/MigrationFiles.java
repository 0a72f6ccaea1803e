package vn.quyche.core.persistence.internal.schema;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Hands the migrations to Flyway, which would look for them on a class path. */
final class MigrationFiles implements ResourceProvider {

    private final List<MigrationFile> files;

    MigrationFiles(List<MigrationFile> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .map(Resource::new)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.name().startsWith(prefix))
                .filter(file -> List.of(suffixes).stream().anyMatch(file.name()::endsWith))
                .<LoadableResource>map(Resource::new)
                .toList();
    }

    private static final class Resource extends LoadableResource {

        private final MigrationFile file;

        private Resource(MigrationFile file) {
            this.file = file;
        }

        @Override
        public Reader read() {
            return new StringReader(file.sql());
        }

        @Override
        public String getAbsolutePath() {
            return file.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return file.name();
        }

        @Override
        public String getFilename() {
            return file.name();
        }

        @Override
        public String getRelativePath() {
            return file.name();
        }
    }
}
