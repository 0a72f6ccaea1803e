package vn.quyche.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Rebuilds a bundle whose source changed and hands it to the container's deploy folder, which updates the bundle of the
 * same name in place.
 */
final class DevLoop {

    private static final Set<String> PASSED_OVER = Set.of("target", "template", "test");
    private static final long LOOK_MILLIS = 500;

    private final Console console;
    private final Builder builder;
    private final Path bundles;
    private final Path deploy;

    DevLoop(Console console, Builder builder, Path checkout, Path deploy) {
        this.console = console;
        this.builder = builder;
        this.bundles = checkout.resolve("bundles");
        this.deploy = deploy;
    }

    /** Until the school ends. */
    void run(School school) throws IOException {
        console.say("Watching bundles/ for changes.");
        FileTime mark = FileTime.fromMillis(System.currentTimeMillis());
        while (school.isAlive()) {
            Machine.pause(LOOK_MILLIS);
            FileTime looked = FileTime.fromMillis(System.currentTimeMillis());
            Set<Path> changed = new TreeSet<>();
            for (Path file : Builder.changed(bundles, mark, PASSED_OVER)) {
                bundleOf(bundles, file).ifPresent(changed::add);
            }
            if (!changed.isEmpty()) {
                mark = looked;
            }
            for (Path bundle : changed) {
                swap(bundle);
            }
        }
    }

    private void swap(Path bundle) throws IOException {
        long began = System.nanoTime();
        console.say(now() + " " + bundles.relativize(bundle) + " changed");
        if (!builder.packageBundle(bundle)) {
            return;
        }
        Path jar;
        try (Stream<Path> files = Files.list(bundle.resolve("target"))) {
            jar = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("no jar in " + bundle.resolve("target") + "."));
        }
        // Renamed in place, so that the container never reads half a file.
        Path incoming = deploy.resolve(".incoming");
        Files.copy(jar, incoming, StandardCopyOption.REPLACE_EXISTING);
        Files.move(incoming, deploy.resolve("dev-" + jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        console.say(now() + " swapped in (" + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s)");
    }

    /** The bundle that a file is a source of. */
    static Optional<Path> bundleOf(Path bundles, Path file) {
        for (Path folder = file.getParent(); !folder.equals(bundles); folder = folder.getParent()) {
            String below = folder.relativize(file).toString().replace('\\', '/');
            if (below.equals("pom.xml") || below.equals("bnd.bnd") || below.startsWith("src/")) {
                return Optional.of(folder).filter(found -> Files.exists(found.resolve("src/main/feature/feature.xml")));
            }
        }
        return Optional.empty();
    }

    private static LocalTime now() {
        return LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
