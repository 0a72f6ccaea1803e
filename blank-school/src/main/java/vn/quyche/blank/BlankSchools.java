package vn.quyche.blank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each profile of a distribution the database of a school in which nothing is kept yet: Derby with all schemas as the
 * bundles' migrations make them, packed as {@code blank/<profile>.zip}. A school that begins with it runs no migration at its
 * first start, which took half of that start.
 */
public final class BlankSchools {

    private BlankSchools() {}

    /**
     * Makes them.
     *
     * @param args the folder of the assembled distribution
     * @throws IOException when the distribution lacks a bundle that a feature names, or cannot be written to
     * @throws SQLException when a database cannot be made
     */
    public static void main(String[] args) throws IOException, SQLException {
        Path home = Path.of(args[0]);
        Path blank = Files.createDirectories(home.resolve("blank"));
        FeatureFiles features = FeatureFiles.of(home.resolve("system"));
        // Profiles that differ only in what needs no schema begin with the same one: each takes seconds to make.
        Map<List<DomainJar>, Path> made = new HashMap<>();
        try {
            for (String profile : features.profiles()) {
                List<DomainJar> domains = features.bundles("quyche-" + profile).stream()
                        .map(DomainJar::read)
                        .filter(DomainJar::hasSchema)
                        .toList();
                Path zip = blank.resolve(profile + ".zip");
                if (made.containsKey(domains)) {
                    Files.copy(made.get(domains), zip, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    BlankDatabase.make(zip, domains);
                    made.put(domains, zip);
                }
            }
        } finally {
            BlankDatabase.stop();
        }
    }
}
