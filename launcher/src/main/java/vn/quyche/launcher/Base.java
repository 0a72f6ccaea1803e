package vn.quyche.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import vn.quyche.launcher.backup.SchoolFiles;

/**
 * The container's folder of a school: its own etc, so that an upgrade replaces the distribution and keeps the
 * configuration. What describes the distribution itself is always the distribution's; the rest is copied once and then
 * belongs to the school.
 *
 * @param home the distribution
 * @param base the folder
 */
record Base(Path home, Path base) {

    private static final List<String> OF_THE_DISTRIBUTION = List.of(
            "config.properties",
            "startup.properties",
            "jre.properties",
            "system.properties",
            "distribution.info",
            "profile.cfg",
            "org.apache.felix.fileinstall-deploy.cfg",
            "org.apache.karaf.features.cfg",
            "org.apache.karaf.features.xml",
            "all.policy",
            "java.util.logging.properties");

    private static final String FEATURES = "org.apache.karaf.features.cfg";

    /** Whether the distribution has a profile of this name. */
    boolean hasProfile(String profile) throws IOException {
        Path features = home.resolve("system/vn/quyche/features");
        try (Stream<Path> files = Files.walk(features, 2)) {
            for (Path file : files.filter(path -> path.toString().endsWith("-features.xml"))
                    .toList()) {
                if (Files.readString(file).contains("<feature name=\"quyche-" + profile + "\"")) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Makes it fit the distribution, the profile and the kind of school; nothing happens when it does.
     *
     * @return what changes whenever the distribution does
     */
    String prepare(String profile, String school) throws IOException {
        String distribution = fingerprint();
        String fingerprint = profile + " " + school + " " + distribution;
        Files.createDirectories(base.resolve("deploy"));
        Files.createDirectories(base.resolve("instances"));
        Files.createDirectories(base.resolve("data/log"));
        Files.createDirectories(base.resolve("data/tmp"));
        Path etc = Files.createDirectories(base.resolve("etc"));
        Files.createDirectories(etc.resolve("scripts"));
        // An earlier dev's: by now the distribution has them.
        for (Path jar : files(base.resolve("deploy"))) {
            if (jar.getFileName().toString().matches("dev-.*\\.jar")) {
                Files.delete(jar);
            }
        }
        // What was taken out of the deploy folder while the school was shut must not come up first.
        for (Path taken : files(Files.createDirectories(base.resolve("data/deploy")))) {
            if (Files.notExists(base.resolve("deploy").resolve(taken.getFileName()))) {
                Files.delete(taken);
            }
        }
        if (fingerprint.equals(built())) {
            return distribution;
        }
        Path theirs = home.resolve("etc");
        for (Path file : files(theirs)) {
            Path own = etc.resolve(theirs.relativize(file).toString());
            if (OF_THE_DISTRIBUTION.contains(theirs.relativize(file).toString()) || Files.notExists(own)) {
                Files.createDirectories(own.getParent());
                Files.copy(file, own, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(etc.resolve(FEATURES), features(Files.readString(theirs.resolve(FEATURES)), profile, school));
        // Bundles of an older build are in the cache: the container takes the new ones from the distribution.
        SchoolFiles.delete(base.resolve("data/cache"));
        Files.writeString(base.resolve("built"), fingerprint + "\n");
        return distribution;
    }

    /** The features to start: the profile in the place of everything, and the demo school when it is one. */
    static String features(String configuration, String profile, String school) {
        String demo = school.equals("demo") ? ", quyche-demo/$1" : "";
        return configuration.replaceFirst("quyche-full/([^,) \r\n]*)", "quyche-" + profile + "/$1" + demo);
    }

    private String built() throws IOException {
        try {
            return Files.readString(base.resolve("built")).strip();
        } catch (NoSuchFileException never) {
            return "";
        }
    }

    /** Changes whenever a file of the distribution does. */
    private String fingerprint() throws IOException {
        CRC32 all = new CRC32();
        byte[] buffer = new byte[64 * 1024];
        for (String part : List.of("etc", "system/vn", "lib")) {
            for (Path file : files(home.resolve(part))) {
                try (InputStream in = new CheckedInputStream(Files.newInputStream(file), all)) {
                    all.update(home.relativize(file).toString().getBytes());
                    while (in.read(buffer) >= 0) {
                        continue;
                    }
                }
            }
        }
        return Long.toHexString(all.getValue());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
